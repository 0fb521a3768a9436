from datetime import date
from typing import Any

import pytest
from builders import DAY, PLACES, a_judgement

from regesta.query.clusters import best_of, joining
from regesta.store.outlines import EventOutline


def telling(event_id: str, **changes: Any) -> EventOutline:
    base = EventOutline(
        id=event_id,
        article_id=f"article of {event_id}",
        publisher=None,
        published=None,
        type="CONSULT",
        mode="visit",
        quad=1,
        intensity=2.1,
        status="happened",
        confidence=0.5,
        start=DAY,
        end=date(2022, 12, 20),
        place=None,
        actors=("POL",),
        recipients=("LTU",),
    )
    return base._replace(**changes)


def test_the_values_most_articles_give_are_shown() -> None:
    odd = telling("e1", start=date(2022, 12, 18), confidence=0.9)
    assert best_of([odd, telling("e2"), telling("e3")]).id == "e2"


def test_an_article_that_repeats_itself_counts_once() -> None:
    repeated = [telling(f"e{n}", article_id="same", actors=("LVA",), confidence=0.4) for n in range(3)]
    assert best_of([*repeated, telling("e8"), telling("e9")]).id == "e8"


def test_confidence_decides_between_equally_supported_values() -> None:
    assert best_of([telling("e1"), telling("e2", confidence=0.6, actors=("LVA",))]).id == "e2"


def test_the_smaller_id_decides_between_equals() -> None:
    assert best_of([telling("e2"), telling("e1")]).id == "e1"


def test_a_telling_that_says_more_is_shown() -> None:
    vague = telling("e1", mode=None, start=None, end=None, confidence=0.9)
    assert best_of([vague, telling("e2", place=PLACES["Riga"])]).id == "e2"


@pytest.mark.parametrize("status", ["planned", "hypothetical"])
def test_what_happened_goes_before_plans(status: str) -> None:
    plans = [telling(f"e{n}", status=status, confidence=0.9) for n in range(3)]
    assert best_of([*plans, telling("e9")]).id == "e9"
    assert best_of(plans).id == "e0"


def test_a_denial_competes_with_what_is_said_to_have_happened() -> None:
    denials = [telling(f"e{n}", status="denied") for n in range(3)]
    assert best_of([*denials, telling("e9")]).status == "denied"


def test_a_person_overrules_the_program() -> None:
    same = a_judgement("e1", "e2")
    assert joining([same], {"e1", "e2"}) == [same]
    for author in ("Ann", "ann@1and1.example"):
        assert joining([same, a_judgement("e1", "e2", "different", author=author)], {"e1", "e2"}) == []
    assert joining([same, a_judgement("e1", "e2", "different", author="dedupe@0.2.0")], {"e1", "e2"}) == [same]
    assert joining([same, a_judgement("e1", "e2", "unsure", author="Ann")], {"e1", "e2"}) == [same]


def test_judgements_on_unknown_events_join_nothing() -> None:
    assert joining([a_judgement("e1", "e2"), a_judgement("e2", "e3")], {"e1", "e3"}) == []
