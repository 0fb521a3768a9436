from collections.abc import Iterator
from dataclasses import replace

import pytest
from builders import a_role, a_statement, an_article
from stores import filled

from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.query.filters import FilterReader
from regesta.query.speech.speakers import state_apart
from regesta.resolve.states.states import state_code


def what_was_said(id: str, words: str, **actor: str | None) -> Article:
    article = an_article(f'"We will keep talking," {words} said in Riga.', id=id)
    speaker = a_role(article, "speaker", words, **actor)
    return replace(article, statements=(replace(a_statement(article, speaker=None), speaker=speaker),))


@pytest.fixture
def reader() -> Iterator[FilterReader]:
    articles = [
        what_was_said("a1", "the Latvian foreign minister", iso3="LVA", office="foreign minister"),
        what_was_said("a2", "Ana Berg", iso3="SWE", office="Foreign Minister", entity="person:ana-berg"),
        what_was_said("a3", "Latvia's president", iso3="LVA", office="president"),
        what_was_said("a4", "a spokesman for the minister", iso3="LVA", office="spokesman"),
    ]
    with filled(articles).view() as view:
        yield FilterReader(view)


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ("foreign minister", ["a1", "a2"]),
        ("minister", ["a1", "a2"]),
        ("Latvian foreign minister", ["a1"]),
        ("Latvia's foreign minister", ["a1"]),
        ("Latvia’s foreign minister", ["a1"]),
        ("foreign minister of Latvia", ["a1"]),
        ("the foreign minister", ["a1", "a2"]),
        ("Swedish minister", ["a2"]),
        ("LVA", ["a1", "a3", "a4"]),
        ("Latvia", ["a1", "a3", "a4"]),
        ("Berg", ["a2"]),
        ("person:ana-berg", ["a2"]),
        ("spokesman", ["a4"]),
    ],
)
def test_a_speaker_is_meant_by_state_office_description_name_or_id(
    reader: FilterReader, asked: str, articles: list[str]
) -> None:
    found = reader.view.statements(reader.statement_filter({"speaker": asked}))
    assert sorted(report.statement.article_id for report in found) == articles


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Latvian zookeeper", "heard of LVA are foreign minister, president, spokesman$"),
        (
            "Kenyan foreign minister",
            "nobody of KEN .* is heard; 'foreign minister' without the state has 2 statements$",
        ),
        ("forein minister", "did you mean 'foreign minister'; ask for a state"),
        ("xyz", "no speaker 'xyz'; .*; ask for a state .KEN., a name, an id, or an office"),
    ],
)
def test_a_speaker_who_does_not_occur_is_refused_with_what_to_try(reader: FilterReader, asked: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        reader.statement_filter({"speaker": asked})


@pytest.mark.parametrize(
    ("value", "state", "rest"),
    [
        ("United Arab Emirates energy minister", "ARE", "energy minister"),
        ("president of the United States", "USA", "president"),
        ("U.S. secretary of state", "USA", "secretary of state"),
        ("minister", None, "minister"),
        ("minister of defence", None, "minister of defence"),
        ("", None, ""),
    ],
)
def test_a_state_is_told_apart_from_the_office(value: str, state: str | None, rest: str) -> None:
    assert state_apart(value, state_code) == (state, rest)
