from typing import Any

import pytest

from regesta.evaluate.mistakes import KINDS, count_kinds, find_mistakes

Json = dict[str, Any]
TEXT = "Norway sued Uruguay. Uruguay sued Norway over a ship, it said."


def party(name: str, iso3: str | None = None, start: int = 0) -> Json:
    return {"text": name, "name": name, "iso3": iso3 or name, "start": start, "end": start + len(name)}


def event(type: str = "ACCUSE", start: int = 7, **changes: Any) -> Json:
    base: Json = {
        "type": type,
        "trigger": {"start": start, "end": start + 4},
        "actors": [party("NOR")],
        "recipients": [party("URY", start=12)],
        "status": "happened",
        "date": {"start": "2023-05-16", "end": "2023-05-16"},
        "place": {"iso3": "NOR"},
    }
    return base | changes


def kinds(gold: list[Json], coded: list[Json], statements: tuple[Json, ...] = ()) -> dict[str, int]:
    said = list(statements)
    found = find_mistakes({"id": "a", "events": gold, "statements": said}, {"events": coded, "statements": said}, TEXT)
    return count_kinds(found)


SAID = {"content": [{"start": 21, "end": 52}]}


def test_the_gold_itself_has_no_mistakes() -> None:
    assert kinds([event(), event(start=29)], [event(), event(start=29)]) == {}


@pytest.mark.parametrize(
    ("coded", "kind"),
    [
        (event("REJECT"), "wrong type"),
        (event(actors=[]), "actor missed"),
        (event(actors=[party("FRA")]), "wrong actor"),
        (event(actors=[party("URY")], recipients=[party("NOR", start=12)]), "roles turned"),
        (event(recipients=[]), "recipient missed"),
        (event(recipients=[party("FRA", start=20)]), "wrong recipient"),
        (event(status="planned"), "wrong status"),
        (event(date=None), "date missed"),
        (event(date={"start": "2023-05-15", "end": "2023-05-15"}), "wrong date"),
        (event(place=None), "place missed"),
        (event(place={"iso3": "URY"}), "wrong place"),
    ],
)
def test_an_event_that_is_wrong_in_one_thing_is_that_mistake(coded: Json, kind: str) -> None:
    assert kind in kinds([event()], [coded])
    assert set(kinds([event()], [coded])) <= {kind, "wrong state"}


def test_a_party_without_its_state_is_told_apart_from_another_party() -> None:
    stateless = event(actors=[party("NOR") | {"iso3": None, "name": "Norway"}])
    assert kinds([event()], [stateless]) == {"wrong actor": 1, "wrong state": 1}


def test_invented_parties_are_told() -> None:
    alone = event(actors=[], recipients=[party("URY", start=12)])
    assert kinds([alone], [event()]) == {"actor invented": 1}
    assert kinds([event(recipients=[])], [event()]) == {"recipient invented": 1}


def test_events_too_many_and_too_few_are_told_by_where_they_stand() -> None:
    assert kinds([event()], []) == {"missed": 1}
    assert kinds([event(start=29)], [], (SAID,)) == {"missed in speech": 1}
    assert kinds([], [event()]) == {"spurious": 1}
    assert kinds([], [event(start=29)], (SAID,)) == {"spurious in speech": 1}
    assert kinds([event()], [event(), event(start=29)]) == {"coded twice": 1}


def test_every_kind_is_explained() -> None:
    assert all(KINDS.values())
