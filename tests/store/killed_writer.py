"""A process that stores one article and is killed while it writes others; its argument is the address of the store."""

import os
import signal
import subprocess
import sys

from builders import a_coded_article
from stores import NOW, SETTINGS

from regesta.store.store import open_store


def write_and_be_killed(address: str) -> None:
    """Let another process do it."""
    paths = os.pathsep.join(filter(None, sys.path))
    killed = subprocess.run([sys.executable, __file__, address], env={**os.environ, "PYTHONPATH": paths}, check=False)
    assert killed.returncode == -signal.SIGKILL


def main(address: str) -> None:
    """Write until the end, which comes in the middle."""
    with open_store(address) as store:
        with store.writer() as writer:
            writer.add_article(writer.start_run(SETTINGS, NOW), a_coded_article(id="kept"))
        with store.writer() as writer:
            for number in range(100):
                writer.add_article(1, a_coded_article(id=f"lost{number}"))
            writer.flush()
            os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1])
