"""Hostile and huge files: reading them takes a bounded memory, and what is not read is said.

A small version always runs; `REGESTA_LARGE=1` (`make large`) reads the sizes that the names of the tests promise.
"""

import gzip
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from test_warc import PAGE, a_record

if not Path("/proc/self/status").exists():
    pytest.skip("the peak of a process's own memory is read from /proc", allow_module_level=True)

LARGE = os.environ.get("REGESTA_LARGE") == "1"
MB = 1_000_000
WORDS = "The president of Utopia met his counterpart in the capital on Monday, and they spoke of gas and grain.\n"
READ = """
import json, sys
from regesta.read.sources import read_sources
for path in sys.argv[1:]:
    for article in read_sources([path]):
        print(json.dumps([len(article.text), [fault.reason for fault in article.faults]]))
[peak] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(peak.split()[1]) // 1024)
"""


@dataclass(frozen=True)
class Read:
    """What reading a file gave: characters and faults of each article, peak memory."""

    articles: list[tuple[int, list[str]]]
    peak_mib: int


def read(*paths: Path) -> Read:
    """Read files in a process of their own."""
    done = subprocess.run([sys.executable, "-c", READ, *map(str, paths)], capture_output=True, text=True, check=True)
    *articles, peak = done.stdout.splitlines()
    return Read([(chars, faults) for chars, faults in map(json.loads, articles)], int(peak))


@pytest.fixture(scope="module")
def idle_mib(tmp_path_factory: pytest.TempPathFactory) -> int:
    """What reading one short page takes: the program and its libraries."""
    path = tmp_path_factory.mktemp("idle") / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    return read(path).peak_mib


def test_an_article_of_100_mb_takes_some_times_its_size(tmp_path: Path, idle_mib: int) -> None:
    text = WORDS * ((100 if LARGE else 5) * MB // len(WORDS))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    found = read(tmp_path / "a.txt", tmp_path / "a.jsonl")
    assert [len(text) - chars for chars, _ in found.articles] == [1, 0]
    assert found.peak_mib - idle_mib < 12 * len(text) / MB


def test_a_line_of_a_million_lines_is_one_article(tmp_path: Path, idle_mib: int) -> None:
    text = "".join(f"{number}\n" for number in range(MB if LARGE else 20_000))
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text}) + "\n", encoding="utf-8")
    found = read(tmp_path / "a.jsonl")
    assert [chars for chars, _ in found.articles] == [len(text)]
    assert (
        found.peak_mib - idle_mib < 40 + 40 * len(text) / MB
    )  # Python's JSON keeps the piece between two escapes apart


def test_a_bomb_in_a_web_archive_is_not_unpacked(tmp_path: Path, idle_mib: int) -> None:
    bomb = gzip.compress(b"<p>" + b" " * ((2000 if LARGE else 64) * MB), 1)
    packed = a_record("https://a.example/1", bomb, kind="text/html\r\nContent-Encoding: gzip")
    (tmp_path / "a.warc").write_bytes(packed + a_record("https://a.example/2"))
    (tmp_path / "b.warc.gz").write_bytes(gzip.compress(a_record("https://a.example/3") + a_record("x", b" " * 20 * MB)))
    found = read(tmp_path / "a.warc", tmp_path / "b.warc.gz")
    said = [faults[0] for _, faults in found.articles if faults]
    assert said == [
        "a.warc: 2 responses found, 1 read, 1 not: 1 over 16 MiB",
        "b.warc.gz: 2 responses found, 1 read, 1 not: 1 over 16 MiB",
    ]
    assert len([chars for chars, _ in found.articles if chars]) == 2
    assert found.peak_mib - idle_mib < 120
