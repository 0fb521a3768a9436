from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from builders import DAY, a_count, a_date, a_judgement, an_article, an_event
from stores import a_register

from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.model.entity import Place
from regesta.model.event import PEOPLE_COUNTED, EventPlace
from regesta.query.reports.differing import POINTS, contradictions, read_points
from regesta.store.filters import EventFilter

RIGA = Place(name="Riga", iso3="LVA", precision="city")
LATVIA = Place(name="Latvia", iso3="LVA", precision="country")
VILNIUS = Place(name="Vilnius", iso3="LTU", precision="city")
CESIS = Place(name="Cēsis", iso3="LVA", precision="city")


def telling(number: int, id: str = "", **changes: Any) -> Article:
    """An article with one event; `killed`, `days` and `at` give it tolls, a long date and a place."""
    article = an_article(id=id or f"a{number}")
    killed, days, at = changes.pop("killed", ()), changes.pop("days", None), changes.pop("at", None)
    event = an_event(article, **changes)
    counts = tuple(a_count(article, "killed", *((k,) if isinstance(k, int) else k)) for k in killed)
    event = replace(event, roles=(*event.roles, *counts))
    if days:
        event = replace(event, date=a_date(*days))
    if at:
        event = replace(event, place=EventPlace(place=at, span=event.trigger, text="there"))
    return replace(article, events=(event,))


def differing(*tellings: dict[str, Any]) -> tuple[str, ...]:
    """The points on which tellings of one entry contradict each other, as the register finds them by each point."""
    articles = [telling(number, **told) for number, told in enumerate(tellings)]
    judged = [a_judgement(left.events[0], right.events[0]) for left, right in pairwise(articles)]
    with a_register(articles, judged) as register:
        (entry,) = register.entries()
        found = contradictions(entry)
        assert found == tuple(point for point in POINTS if register.count(EventFilter(differing=(point,))))
        return found


@pytest.mark.parametrize(
    ("tellings", "points"),
    [
        (({"killed": (12,)}, {"killed": (15,)}), ("killed",)),
        (({"killed": (12,)}, {"killed": ((12, 15),)}), ("killed",)),
        (({"killed": (12,)}, {"killed": (3, 12)}), ()),
        (({"killed": (12,)}, {}), ()),
        (({"day": DAY}, {"day": DAY + timedelta(days=1)}), ("date",)),
        (({"day": DAY}, {"days": (date(2022, 12, 1), 31)}), ()),
        (({"day": DAY}, {"day": None}), ()),
        (({"at": RIGA}, {"at": VILNIUS}), ("place",)),
        (({"at": RIGA}, {"at": CESIS}), ("place",)),
        (({"at": RIGA}, {"at": LATVIA}), ()),
        (({"at": LATVIA}, {"at": VILNIUS}), ("place",)),
        (({"mode": "visit"}, {"mode": None}), ()),
        (({"mode": "visit"}, {"mode": "meet"}), ("type",)),
        (({}, {"type": "THREATEN", "mode": None}), ("type",)),
        (({}, {"status": "planned"}), ("status",)),
        (({"actor": "Poland"}, {"actor": "Lithuania"}), ("actors",)),
        (({"actor": "Poland"}, {"actor": "minister"}), ()),
        (({"recipient": "Lithuania"}, {"recipient": "Poland"}), ("recipients",)),
        (({"recipient": "Lithuania"}, {"recipient": None}), ()),
    ],
)
def test_points_differ_by_what_does_not_go_together(tellings: tuple[dict[str, Any], ...], points: tuple[str]) -> None:
    assert differing(*tellings) == points


def test_one_article_does_not_contradict_itself() -> None:
    article = an_article()
    first, second = an_event(article, "visited", status="planned"), an_event(article, "said", status="denied")
    with a_register([replace(article, events=(first, second))], [a_judgement(first, second)]) as register:
        assert register.count(EventFilter(differing=tuple(POINTS))) == 0


def test_points_are_named_one_by_one_or_together() -> None:
    assert read_points("Killed, date") == ("killed", "date")
    assert read_points("tolls") == PEOPLE_COUNTED
    assert read_points("any,date") == tuple(POINTS)
    for wrong, told in (("kiled", "did you mean 'killed'"), (" , ", "names no point")):
        with pytest.raises(ConfigError, match=told):
            read_points(wrong)


def test_entries_are_narrowed_and_sorted_by_people() -> None:
    articles = [telling(1, killed=(3,)), telling(2, killed=((10, 20),)), telling(3)]
    with a_register(articles, [a_judgement(articles[0].events[0], articles[2].events[0])]) as register:

        def found(**wanted: Any) -> list[str]:
            return [entry.best.article_id for entry in register.entries(EventFilter(**wanted), "killed")]

        assert found()[0] == found(min_killed=11)[0] == "a2"
        assert len(found(min_killed=1)) == 2
        assert found(min_killed=21) == found(min_killed=3, min_wounded=1) == []
        assert [len(entry.reports) for entry in register.entries(EventFilter(min_killed=3, limit=1), "oldest")]
