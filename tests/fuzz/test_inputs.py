"""What the fuzzer begins with, what it found on its way, and what once broke a parser: none may break one again."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from seeds import SEEDS
from targets import TARGETS

HERE = Path(__file__).parent
CRASHES = sorted(path for path in (HERE / "crashes").rglob("*") if path.is_file())


def kept(name: str) -> Iterator[bytes]:
    """The seeds of a target and the inputs that once reached new code in it."""
    yield from SEEDS[name]
    with zipfile.ZipFile(HERE / "corpus" / f"{name}.zip") as archive:
        yield from (archive.read(info) for info in archive.infolist())


def test_every_parser_has_seeds() -> None:
    assert set(SEEDS) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs_break_nothing(name: str) -> None:
    for content in kept(name):
        TARGETS[name](content)


@pytest.mark.issue(8)
@pytest.mark.parametrize("path", CRASHES, ids=[f"{path.parent.name}/{path.name}" for path in CRASHES])
def test_what_once_broke_a_parser_breaks_none(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())
