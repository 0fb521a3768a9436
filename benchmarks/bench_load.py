"""Many readers of the web pages at once while a run writes: errors, times, memory.

    python benchmarks/bench_load.py --readers 200 --seconds 600

The example articles are stored, the pages are served from a process of their own, each reader asks one page after the
other on a connection of its own, and articles are added all the while by `regesta run` in a third process. An answer
that is no 200 or 304, or none at all, is an error. Memory is the resident memory of the server.
"""

import argparse
import asyncio
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from regesta.cli.main import ending_in_a_line
from regesta.read.sources import check_exist

EXAMPLES = Path(__file__).parent.parent / "examples"
PATHS = (
    "/", "/?party=RUS", "/?type=CONSULT&sort=support", "/entries.json", "/actors", "/actors/RUS",
    "/dyads?left=RUS&right=BLR",
    "/meetings", "/statements", "/articles", "/sources", "/search?q=talks", "/map.json", "/api/entries?limit=50",
    "/api/counts?by=dyad&every=month", "/api/search?words=sanction*", "/claims", "/status", "/static/style.css",
)  # fmt: skip
PORT = 8765
START_S = 60
PATIENCE_S = 120  # an answer later than that is an error


@dataclass
class Load:
    """What the readers met."""

    seconds: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    memory_mib: list[float] = field(default_factory=list)
    runs: int = 0
    processor_s: float = 0.0


def resident_mib(pid: int) -> float:
    """Return the resident memory of a process (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def processor_s(pid: int) -> float:
    """Return the processor time that a process has used, in seconds (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def read_on(client: httpx2.AsyncClient, number: int, until: float, load: Load) -> None:
    """Ask page after page until a moment."""
    chosen = random.Random(number)
    while time.monotonic() < until:
        path = chosen.choice(PATHS)
        began = time.monotonic()
        try:
            answer = await client.get(path)
            if answer.status_code not in {200, 304}:
                load.errors[f"{answer.status_code} {path}"] += 1
        except httpx2.HTTPError as error:
            load.errors[type(error).__name__] += 1
        load.seconds.append(time.monotonic() - began)


async def write_on(folder: Path, store: Path, until: float, load: Load) -> None:
    """Run over new articles again and again: the examples under other names, which the store does not know."""
    source = [json.loads(line) for line in (EXAMPLES / "baltic-wire.jsonl").read_text(encoding="utf-8").splitlines()]
    while time.monotonic() < until:
        load.runs += 1
        fresh = folder / "fresh.jsonl"
        records = (json.dumps({**record, "id": f"{record.get('id', 'x')}-{load.runs}"}) for record in source)
        fresh.write_text("\n".join(records) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "regesta.cli.main", "run", str(fresh), "--store", str(store)]
        process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        _, said = await process.communicate()
        if process.returncode:
            load.errors[f"run: {said.decode()[-200:]}"] += 1


async def watch(pid: int, until: float, load: Load) -> None:
    """Note the memory and the processor time of the server, ten times."""
    pause, began = max(1.0, (until - time.monotonic()) / 10), processor_s(pid)
    while time.monotonic() < until:
        load.memory_mib.append(resident_mib(pid))
        await asyncio.sleep(pause)
    load.memory_mib.append(resident_mib(pid))
    load.processor_s = processor_s(pid) - began


async def measure(folder: Path, store: Path, server: subprocess.Popen[bytes], readers: int, seconds: float) -> Load:
    """Put the load on a server that runs."""
    load = Load()
    limits = httpx2.Limits(max_connections=readers, max_keepalive_connections=readers)
    address = f"http://127.0.0.1:{PORT}"
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=PATIENCE_S, trust_env=False) as client:
        for _ in range(START_S * 10):
            try:
                await client.get("/status")
                break
            except httpx2.HTTPError:
                await asyncio.sleep(0.1)
        for path in PATHS:
            await client.get(path)  # what is read once is no growth
        until = time.monotonic() + seconds
        asking = [read_on(client, number, until, load) for number in range(readers)]
        await asyncio.gather(*asking, write_on(folder, store, until, load), watch(server.pid, until, load))
    return load


def told(load: Load, readers: int, seconds: float) -> str:
    """Return what was measured, in words."""
    times = sorted(load.seconds)
    at = [times[min(len(times) - 1, int(len(times) * share))] * 1000 for share in (0.5, 0.99)]
    memory = load.memory_mib
    lines = [
        f"{readers} readers, {seconds:.0f} s, {load.runs} runs writing",
        f"{len(times):,} answers, {len(times) / seconds:.0f} a second",
        f"errors {load.errors.total()}, p50 {at[0]:.0f} ms, p99 {at[1]:.0f} ms",
        f"processor time of the server {load.processor_s:.0f} s of {seconds:.0f}",
        f"memory of the server, MiB, start to end: {', '.join(f'{each:.0f}' for each in memory)}",
    ]
    return "\n".join([*lines, *(f"  {count} x {what}" for what, count in load.errors.most_common(10))])


def main() -> int:
    """Serve, read and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--store", type=Path, help="a store to begin with; else one of the examples is made")
    options = parser.parse_args()
    check_exist([str(options.store or EXAMPLES)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "regesta.db"
        regesta = [sys.executable, "-m", "regesta.cli.main"]
        if options.store:
            shutil.copy(options.store, store)
        else:
            subprocess.run([*regesta, "run", str(EXAMPLES), "--store", str(store)], check=True, capture_output=True)
        server = subprocess.Popen([*regesta, "serve", "--store", str(store), "--port", str(PORT)])
        try:
            load = asyncio.run(measure(folder, store, server, options.readers, options.seconds))
        finally:
            server.terminate()
            server.wait()
    print(told(load, options.readers, options.seconds))
    return 1 if load.errors else 0


if __name__ == "__main__":
    with ending_in_a_line("bench_load"):
        sys.exit(main())
