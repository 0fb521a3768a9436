import json
from typing import Any

import pytest
from builders import a_role, an_article

from regesta.export.followthemoney import schema_of
from regesta.model.article import Article
from tests.export.export_scenes import a_meeting, a_visit, entries_of, written

# Properties of the schemas used, from followthemoney 4.11.2 (their YAML files, with those inherited).
THING = {"name", "country", "summary", "notes", "keywords", "sourceUrl", "publisher", "proof"}
PROPERTIES = {
    "Event": THING | {"startDate", "endDate", "recordId", "location", "organizer", "involved"},
    "Person": THING | {"position"},
    "PublicBody": THING,
    "Organization": THING,
    "LegalEntity": THING,
    "Article": THING | {"title", "fileName", "publishedAt", "language"},
}


def entities_of(*articles: Article, joined: bool = False) -> list[dict[str, Any]]:
    text = written("followthemoney", entries_of(*articles, joined=joined))
    return [json.loads(line) for line in text.splitlines()]


def by_schema(entities: list[dict[str, Any]], schema: str) -> list[dict[str, Any]]:
    return [found["properties"] for found in entities if found["schema"] == schema]


def test_every_property_belongs_to_its_schema_and_every_value_is_text_in_a_list() -> None:
    for entity in entities_of(a_visit(url="https://wire.example/1"), a_meeting("Poland", "Latvia")):
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_an_event_refers_to_parties_and_articles_written_before_it_and_once() -> None:
    entities = entities_of(a_visit("a1"), a_visit("a2"), a_meeting("Poland", "Latvia"))
    ids = [entity["id"] for entity in entities]
    assert len(set(ids)) == len(ids)
    for number, entity in enumerate(entities):
        for name in ("organizer", "involved", "proof"):
            assert set(entity["properties"].get(name, [])) <= set(ids[:number])
    assert [party["name"] for party in by_schema(entities, "PublicBody")] == [["Poland"], ["Lithuania"], ["Latvia"]]


def test_a_visit_is_an_event_with_dates_country_and_words() -> None:
    entities = entities_of(a_visit(url="https://wire.example/1"))
    [event] = by_schema(entities, "Event")
    poland, lithuania, article = (entity["id"] for entity in entities[:3])
    assert event == {
        "name": ["Poland (POL) -> Lithuania (LTU): CONSULT visit, Vilnius, 2022-12-19"],
        "recordId": [entries_of(a_visit())[0].id], "startDate": ["2022-12-19"], "endDate": ["2022-12-19"],
        "location": ["Vilnius"], "country": ["lt"],
        "summary": ["Poland's minister visited Lithuania on Monday in Vilnius."],
        "notes": ["status: happened", "confidence: 0.8"], "keywords": ["CONSULT", "visit", "diplomatic"],
        "organizer": [poland], "involved": [poland, lithuania], "sourceUrl": ["https://wire.example/1"],
        "publisher": ["Baltic Wire"], "proof": [article],
    }  # fmt: skip
    [found] = by_schema(entities, "Article")
    assert (found["title"], found["publishedAt"], found["fileName"]) == (["A visit"], ["2022-12-19"], ["a1"])


@pytest.mark.parametrize(
    ("entity", "iso3", "sector", "schema"),
    [
        ("person:x", "POL", "GOV", "Person"), ("state:POL", "POL", "GOV", "PublicBody"),
        ("org:poland-mil", "POL", "MIL", "PublicBody"), ("org:un", "IGO", "IGO", "Organization"),
        ("org:bank", "POL", "BUS", "Organization"), (None, "POL", "CVL", "LegalEntity"),
    ],
)  # fmt: skip
def test_a_party_has_the_schema_of_its_kind(entity: str | None, iso3: str, sector: str, schema: str) -> None:
    article = an_article("Poland visited.")
    assert schema_of(a_role(article, "actor", "Poland", entity=entity, iso3=iso3, sector=sector)) == schema
