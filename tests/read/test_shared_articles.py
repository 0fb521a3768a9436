"""Real articles that lie beside the repository: counts and forms, never their words."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from regesta.model.article import Article
from regesta.read.sources import read_sources

ARTICLES = 800  # of each file; all of them take half a minute
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root.parent / "shared" / "articles"


def read(path: Path, most: int = ARTICLES) -> list[Article]:
    return list(islice(read_sources([str(path)]), most))


@pytest.mark.parametrize(("name", "years"), [("newswire.jsonl", {1997, 2005, 2006}), ("reuters1987.jsonl.gz", {1987})])
def test_wire_records_keep_their_text_to_the_letter(folder: Path, name: str, years: set[int]) -> None:
    articles = read(folder / name)
    opened = gzip.open if name.endswith(".gz") else open
    with opened(folder / name, "rt", encoding="utf-8") as lines:
        assert [article.text for article in articles] == [json.loads(line)["text"] for line in islice(lines, ARTICLES)]
    assert not any(article.faults for article in articles)
    assert {article.language for article in articles} <= {"en", None}
    assert {article.source.day.year for article in articles if article.source.day} <= years
    assert {article.source.published_basis for article in articles} == {"given"}


def test_headline_records_have_title_and_lead(folder: Path) -> None:
    articles = read(folder / "headlines.jsonl")
    assert not any(article.faults for article in articles)
    assert all(article.text and article.source.day and article.source.publisher for article in articles)
    assert {article.language for article in articles} <= {"en", None}


def test_the_first_article_comes_out_well(folder: Path) -> None:
    (article,) = read(folder / "belarus-visit-2022-12.txt")
    assert article.faults == ()
    assert article.title is not None
    assert article.title.startswith("Putin travels")
    assert article.text.startswith("The Belarusian president")
    assert article.text.endswith(".")
    assert "Previous article" not in article.text
    assert (article.source.published, article.language) == (None, "en")
