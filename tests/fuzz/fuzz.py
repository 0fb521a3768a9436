"""Fuzzes the parsers of outside bytes with atheris: `python tests/fuzz/fuzz.py --seconds 3600 [TARGET ...]`.

Time is shared evenly among the targets, each in a process of its own. What reaches new code is kept in
`tests/fuzz/corpus/TARGET.zip`, from which the next run begins; inputs that break a parser are left in
`build/fuzz/TARGET/`, to be mended and moved to `tests/fuzz/crashes/`.
"""

import argparse
import logging
import re
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
BUILD = HERE.parent.parent / "build" / "fuzz"
CORPUS = HERE / "corpus"
INSTRUMENTED = ["regesta", "striprtf", "feedparser", "protego", "docx"]
MOST_BYTES = 20_000
KEPT_BYTES = 4096  # inputs kept in the repository
KEPT_INPUTS = 40  # of each target
LIMITS = [
    f"-max_len={MOST_BYTES}",
    "-timeout=120",
    "-rss_limit_mb=3000",
    "-print_final_stats=1",
    "-report_slow_units=60",
]
EXECUTIONS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def fuzz_one(name: str, arguments: list[str]) -> None:
    """Fuzz one target in this process."""
    import atheris

    sys.path.insert(0, str(HERE))
    logging.disable()
    with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
        from targets import TARGETS

    from seeds import SEEDS

    for content in SEEDS[name]:  # so that what is imported at first use is not taken for a slow input
        TARGETS[name](content)
    atheris.Setup([sys.argv[0], *arguments], TARGETS[name])
    atheris.Fuzz()


def seed(name: str, folder: Path) -> None:
    """Put the seeds and the kept corpus of a target into a folder."""
    sys.path.insert(0, str(HERE))
    from seeds import SEEDS

    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(SEEDS.get(name, [])):
        (folder / f"seed{number}").write_bytes(content)
    kept = CORPUS / f"{name}.zip"
    if kept.exists():
        with zipfile.ZipFile(kept) as archive:
            archive.extractall(folder)


def broken(work: Path) -> set[Path]:
    """Return the inputs that broke a target, took too long, or too much memory."""
    return {path for path in work.glob("*-*") if path.name.startswith(("crash", "timeout", "oom"))}


def child(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run this file on one target with arguments for libFuzzer."""
    command = [sys.executable, __file__, "--child", name, *arguments]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def campaign(name: str, seconds: int) -> tuple[int, int]:
    """Fuzz a target for some seconds, or until it breaks; return executions and crashes."""
    work = BUILD / name
    inputs = work / "inputs"
    seed(name, inputs)
    before = broken(work)
    done = child(name, str(inputs), f"-max_total_time={seconds}", f"-artifact_prefix={work}/", *LIMITS)
    (work / "log.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    found = EXECUTIONS.search(done.stderr)
    crashes = broken(work) - before
    if found is None:
        print(done.stderr[-2000:])
    return int(found[1]) if found else 0, len(crashes)


def keep(name: str) -> None:
    """Keep the smallest of the inputs that reached new code."""
    inputs = sorted((BUILD / name / "inputs").iterdir(), key=lambda path: (path.stat().st_size, path.name))
    small = [path for path in inputs if path.stat().st_size <= KEPT_BYTES and not path.name.startswith("seed")]
    CORPUS.mkdir(exist_ok=True)
    with zipfile.ZipFile(CORPUS / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(small[:KEPT_INPUTS]):
            archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED)


def main() -> int:
    """Fuzz the targets named, or all."""
    if sys.argv[1:2] == ["--child"]:
        fuzz_one(sys.argv[2], sys.argv[3:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=600, help="in all")
    parser.add_argument("--keep", action="store_true", help="rewrite the corpus in the repository")
    options = parser.parse_args()
    sys.path.insert(0, str(HERE))
    from targets import TARGETS

    names = options.targets or list(TARGETS)
    total = crashed = 0
    for name in names:
        executions, crashes = campaign(name, max(1, options.seconds // len(names)))
        print(f"{name:16} {executions:>10,} executions  {crashes} crashes", flush=True)
        total, crashed = total + executions, crashed + crashes
        if options.keep:
            keep(name)
    print(f"{'in all':16} {total:>10,} executions  {crashed} crashes")
    return 1 if crashed else 0


if __name__ == "__main__":
    sys.exit(main())
