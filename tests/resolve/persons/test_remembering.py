"""Names of one article that are one person."""

from datetime import date

import pytest

from regesta.model.office import OfficeHolding
from regesta.resolve.persons.offices import indexed
from regesta.resolve.persons.remembering import Person, Told, remembered

DAY = date(2022, 12, 19)
NOBODY = indexed(())


def spellings(*people: Person) -> dict[int, str]:
    return remembered(dict(enumerate(people)), DAY, NOBODY)[1]


def test_two_spellings_of_an_article_are_the_one_it_uses_most() -> None:
    one, other = Person("Viktor Khrenin", "BLR", "Minister", 3), Person("Victor Jrenin", None, None, 1)
    assert spellings(one, other) == {1: "Viktor Khrenin"}
    told, _ = remembered({0: one, 1: other}, DAY, NOBODY)
    assert told == {1: Told("BLR", None, "Minister", "spelling")}


def test_a_surname_spelled_otherwise_is_the_only_person_it_fits() -> None:
    khrenin, other = Person("Viktor Khrenin", "BLR", None), Person("Ana Zilani", "CHL", None)
    assert spellings(khrenin, other, Person("Jrenin", None, None)) == {2: "Viktor Khrenin"}


def test_a_surname_that_fits_two_is_nobodys() -> None:
    assert (
        spellings(Person("Ana Orhan", None, None), Person("Ola Orhan", None, None), Person("Orhan", None, None)) == {}
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Person("Viktor Khrenin", "BLR", None), Person("Viktor Jrenin", "RUS", None)),
        (Person("Kim Jong Un", "PRK", "leader"), Person("Kim Yo Jong", "PRK", "leader")),
        (Person("George W. Bush", "USA", "President"), Person("George H. W. Bush", "USA", "President")),
        (Person("Uladzimir Orhanin", None, None), Person("Vladislav Orkanin", None, None)),
    ],
)
def test_people_of_other_states_or_names_stay_apart(left: Person, right: Person) -> None:
    assert spellings(left, right) == {}


def test_what_is_known_elsewhere_reaches_the_other_spelling_too() -> None:
    known = OfficeHolding(
        person="Viktor Khrenin", office="Defence Minister", iso3="BLR", sector="GOV", first=DAY, last=DAY, support=2,
        citation="a1:0-9", source="register", run=1,
    )  # fmt: skip
    people = {0: Person("Viktor Khrenin", None, None, 2), 1: Person("Jrenin", None, None)}
    told, found = remembered(people, DAY, indexed([known]))
    assert set(told.values()) == {Told("BLR", "GOV", "Defence Minister", "register")}
    assert found == {0: "Viktor Khrenin", 1: "Viktor Khrenin"}
