from dataclasses import replace

import pytest

from regesta.export.values.dyads import Dyad, dyads_of, number_of
from regesta.export.values.entry_values import name_of
from tests.export.export_scenes import a_meeting, a_visit, entries_of


def pairs(dyads: list[Dyad]) -> list[tuple[str | None, str | None]]:
    return [(d.actor and name_of(d.actor), d.recipient and name_of(d.recipient)) for d in dyads]


def of(*articles: object, **options: bool) -> list[Dyad]:
    [entry] = entries_of(*articles, **options)  # type: ignore[arg-type]
    return list(dyads_of(entry))


def test_every_actor_is_paired_with_every_recipient() -> None:
    assert pairs(of(a_visit())) == [("Poland", "Lithuania")]


def test_a_meeting_has_every_ordered_pair_of_its_actors() -> None:
    found = pairs(of(a_meeting("Poland", "Latvia", "Sweden")))
    assert found == [
        ("Poland", "Latvia"), ("Poland", "Sweden"), ("Latvia", "Poland"),
        ("Latvia", "Sweden"), ("Sweden", "Poland"), ("Sweden", "Latvia"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "recipient", "expected"),
    [("Poland", None, ("Poland", None)), (None, "Lithuania", (None, "Lithuania")), (None, None, (None, None))],
)
def test_one_sided_acts_are_one_row(
    actor: str | None, recipient: str | None, expected: tuple[str | None, str | None]
) -> None:
    assert pairs(of(a_visit(actor=actor, recipient=recipient))) == [expected]


def test_a_party_named_twice_is_no_pair_with_itself() -> None:
    article = a_meeting("Poland", "Latvia")
    [event] = article.events
    twice = replace(article, events=(replace(event, roles=(*event.roles, event.roles[0])),))
    assert pairs(of(twice)) == [("Poland", "Latvia"), ("Latvia", "Poland")]


def test_numbers_are_the_same_everywhere_distinct_and_exact_in_floating_point() -> None:
    numbers = [dyad.number for dyad in of(a_meeting("Poland", "Latvia", "Sweden"))]
    assert len(set(numbers)) == 6
    assert all(0 < number < 2**53 and int(float(number)) == number for number in numbers)
    assert numbers == [dyad.number for dyad in of(a_meeting("Poland", "Latvia", "Sweden"))]
    assert number_of("entry", "state:POL", "state:LVA") == 3625223983950905
