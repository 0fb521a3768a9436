"""Where an export goes: a stream, or a file that appears only when it is whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from regesta.errors import ConfigError
from regesta.export.exporter import Exporter
from regesta.export.files.placed import placed
from regesta.model.entry import Entry
from regesta.query.register import Register, Sort
from regesta.store.filters import EVERY_EVENT, EventFilter


def export(
    register: Register,
    exporter: Exporter[Entry],
    out: BinaryIO,
    wanted: EventFilter = EVERY_EVENT,
    sort: Sort = "oldest",
) -> int:
    """Write the entries that a filter lets through to a stream, a few hundred in memory at a time.

    Args:
        register: The register.
        exporter: The format, as `regesta.plugins.load("exporters", name)` gives it.
        out: A binary stream; it is not closed.
        wanted: Which entries; limit and offset count entries.
        sort: Their order.

    Returns:
        How many entries were written.
    """
    return exporter(register.each(wanted, sort), out)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes its name when the block ends, and leaves no trace when the block raises.

    Readers see the old file or the new one. What is no file (a pipe, a device) is written to as it is.

    Raises:
        ConfigError: The folder is missing, or the path is a folder.
    """
    if path.is_dir():
        raise ConfigError(f"{path}: is a folder; give the path of a file in it")
    if not path.parent.is_dir():
        raise ConfigError(f"{path}: the folder {path.parent} does not exist; make it first")
    if path.exists() and not path.is_file():
        with path.open("wb") as out:
            yield out
        return
    with placed(path.resolve()) as part, part.open("wb") as out:  # a link stays a link
        yield out
