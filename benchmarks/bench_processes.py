"""How much two worker processes code and store in the time of one: `regesta run --processes 2` beside one process.

Each run is a process of its own, from its start to its end, into a new store. Told are the time by the clock, and where
the processor time goes, which other work on the machine disturbs less: what the main process takes, which reads, stores
and judges, each worker, and the process that these are forked from, which loads. On cores of their own, a run takes at
least as long as loading and the slowest worker, and at most as long as these and the main process together.

    python benchmarks/bench_processes.py SOURCE [--articles N] [--processes 1 2] [--turns N]
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from itertools import islice
from pathlib import Path

from regesta.cli.main import ending_in_a_line
from regesta.read.sources import check_exist

TICKS_PER_S = os.sysconf("SC_CLK_TCK")
LOOK_EVERY_S = 0.05
RUN = "import sys; from regesta.cli.main import main; sys.argv[0] = 'regesta'; main()"


def processor_s(pid: int) -> float:
    """Return the processor time of a process so far; 0 for one that has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_S


def below(pid: int) -> list[int]:
    """Return the processes that still run of those that a process has started, and that these have."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [each for child in map(int, children) for each in (child, *below(child))]


def spent(command: list[str]) -> tuple[float, float, list[float]]:
    """Run a command; return seconds by the clock, of processor time of itself, and of that of each of its children."""
    began = time.monotonic()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    own_s, workers = 0.0, dict[int, float]()
    while running.poll() is None:
        own_s = max(own_s, processor_s(running.pid))
        for child in below(running.pid):
            workers[child] = max(workers.get(child, 0.0), processor_s(child))
        threading.Event().wait(LOOK_EVERY_S)
    if running.returncode:
        raise SystemExit(running.returncode)
    return time.monotonic() - began, own_s, sorted((s for s in workers.values() if s > 1), reverse=True)


def main() -> None:
    """Print the times of each run, and how they compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--turns", type=int, default=1)
    options = parser.parse_args()
    check_exist([options.source])
    with tempfile.TemporaryDirectory() as folder:
        lines = islice(Path(options.source).read_text(encoding="utf-8").splitlines(keepends=True), options.articles)
        some = Path(folder, "some.jsonl")
        some.write_text("".join(lines), encoding="utf-8")
        for turn in range(options.turns):
            for count in options.processes:
                store = Path(folder, f"{turn}-{count}.db")
                command = [sys.executable, "-c", RUN, "run", str(some), "--store", str(store), "--quiet"]
                wall_s, own_s, workers = spent([*command, "--processes", str(count)])
                listed = ", ".join(f"{worker_s:.1f}" for worker_s in workers) or "none"
                print(f"{count} processes: {wall_s:.1f} s; processor: main {own_s:.1f} s, workers {listed}", flush=True)


if __name__ == "__main__":
    with ending_in_a_line("bench_processes"):
        main()
