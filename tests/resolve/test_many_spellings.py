"""One name in eighty spellings is one person; no two heads of state are one."""

from datetime import date

from regesta.model.office import OfficeHolding
from regesta.resolve.persons.persons import known_as
from tests.resolve.many_spellings import HEADS_OF_STATE, ZELENSKY

ENOUGH = 76  # of 80 spellings


def holding(person: str, iso3: str, support: int = 1) -> OfficeHolding:
    """Return somebody as a president of one time."""
    return OfficeHolding(
        person=person, office="President", iso3=iso3, sector="GOV", first=date(2020, 1, 1), last=date(2021, 1, 1),
        support=support, citation="a:0-1",
    )  # fmt: skip


def test_eighty_spellings_in_many_scripts_are_one_person() -> None:
    spellings = list(dict.fromkeys(ZELENSKY))
    found = known_as(holding(person, "UKR", 100 - number) for number, person in enumerate(spellings))
    apart = sorted({spelling for spelling in found.values() if spelling != ZELENSKY[0]})
    assert len(ZELENSKY) == 80
    assert len(apart) <= len(ZELENSKY) - ENOUGH, apart


def test_no_two_heads_of_state_are_one() -> None:
    found = known_as(holding(person, iso3) for person, iso3 in HEADS_OF_STATE)
    assert len(set(found.values())) == len(HEADS_OF_STATE), sorted(found.items())
