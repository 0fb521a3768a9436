import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import a_role, span_of

from regesta.export.plover import plover_record
from regesta.model.annotation import Amount
from regesta.model.article import Article
from regesta.version import __version__
from tests.export.export_scenes import a_visit, entries_of, written


def record_of(*articles: Article, joined: bool = False) -> dict[str, Any]:
    [entry] = entries_of(*articles, joined=joined)
    return plover_record(entry)


def test_a_record_has_the_keys_of_the_manual_that_are_known() -> None:
    record = record_of(a_visit(url="https://wire.example/1"))
    assert record == {
        "id": entries_of(a_visit())[0].id,
        "has_event": True,
        "date": "2022-12-19",
        "actor": [{
            "code": "POL", "sector": "GOV", "entity_text": "Poland", "identifier_id": "state:POL",
            "identifier_text": "Poland",
        }],
        "recipient": [{
            "code": "LTU", "sector": "GOV", "entity_text": "Lithuania", "identifier_id": "state:LTU",
            "identifier_text": "Lithuania",
        }],
        "event": ["CONSULT"],
        "event_loc": {
            "extracted_place": "Vilnius", "resolved_place": "Vilnius", "geonameid": 593116, "lat": 54.69, "lon": 25.28,
            "city": "Vilnius", "country_code": "LTU",
        },
        "event_text": ["visited"],
        "quad_code": 1,
        "event_scale": 2.1,
        "mode": ["visit"],
        "context": ["diplomatic"],
        "link": "https://wire.example/1",
        "text": "Poland's minister visited Lithuania on Monday in Vilnius.",
        "text_info": {"start": 0, "end": 57},
        "cite_info": {
            "citation": "https://wire.example/1", "url": "https://wire.example/1", "title": "A visit",
            "publication": "Baltic Wire", "language": "en", "coder": "Regesta", "version": __version__,
        },
        "coder": f"Regesta {__version__}",
        "coded_date": "2022-12-19",
        "comment": "1 article; confidence 0.8",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("status", "mode"), [("planned", "future"), ("hypothetical", "hypothetical"), ("denied", "negation")]
)
def test_what_did_not_simply_happen_has_plovers_auxiliary_mode(status: str, mode: str) -> None:
    assert record_of(a_visit(status=status))["mode"] == ["visit", mode]


def test_required_lists_stay_when_they_are_empty() -> None:
    record = record_of(a_visit(recipient=None, place=None, mode=None, contexts=()))
    assert record["recipient"] == []
    assert {"event_loc", "mode", "context", "link"} & set(record) == set()


def test_numbers_of_people_are_plovers_sizes() -> None:
    article = a_visit()
    [event] = article.events
    amount = Amount(span=span_of(article, "Monday"), value=Decimal("3"), unit="soldier")
    killed = replace(a_role(article, "killed", "Monday"), amount=amount, actor=None)
    article = replace(article, events=(replace(event, roles=(*event.roles, killed)),))
    assert record_of(article)["size"] == {"dead": 3}


def test_several_reports_are_one_record() -> None:
    entries = entries_of(a_visit("a1"), a_visit("a2"), joined=True)
    [line] = written("plover", entries).splitlines()
    assert json.loads(line)["comment"] == "2 articles; confidence 0.8"
