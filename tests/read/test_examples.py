"""The example articles, read as a user reads them."""

from pathlib import Path

import pytest

from regesta.model.article import Article
from regesta.read.sources import read_sources

PUBLISHERS = {
    "Andes Herald": 6, "Baltic Wire": 5, "Correo del Este": 4, "Dnipro Dispatch": 5, "Indus Chronicle": 7,
    "Levant Report": 5, "Minsk Monitor": 4, "Pacific Ledger": 5, "Rhine Post": 4, "Sahel Observer": 5,
    "Vistula Courier": 5,
}  # fmt: skip
FURNITURE = (
    "cookie",
    "Read also",
    "Sign up",
    "Previous article",
    "Next article",
    "rights reserved",
    "Topics:",
)


@pytest.fixture(scope="module")
def examples(root: Path) -> list[Article]:
    return list(read_sources([str(root / "examples")]))


def test_every_example_is_read_without_a_fault(examples: list[Article]) -> None:
    assert [article.id for article in examples if article.faults] == []
    assert len({article.id for article in examples}) == len(examples) == 55
    assert {article.language for article in examples} == {"en"}


def test_every_example_has_its_publisher(examples: list[Article]) -> None:
    found = [article.source.publisher or "" for article in examples]
    assert {name: found.count(name) for name in sorted(set(found))} == PUBLISHERS


def test_every_example_has_a_title_and_no_furniture(examples: list[Article]) -> None:
    assert [article.id for article in examples if not article.title] == []
    assert [(article.id, words) for article in examples for words in FURNITURE if words in article.text] == []
    assert [article.id for article in examples if article.text.startswith(article.title or "")] == []


def test_days_are_known_as_the_examples_say(examples: list[Article]) -> None:
    bases = {article.source.origin: article.source.published_basis for article in examples}
    assert [name for name, basis in bases.items() if basis is None] == [
        "correo-del-este/putin-lukashenko-minsk.txt", "sahel-observer/accra-army-chiefs.txt",
    ]  # fmt: skip
    assert [name for name, basis in bases.items() if basis == "inferred"] == ["sahel-observer/pretoria-agreement.txt"]
    assert sorted(bases.values(), key=str).count("page") == 14


def test_reading_again_gives_the_same(examples: list[Article], root: Path) -> None:
    assert list(read_sources([str(root / "examples")])) == examples
