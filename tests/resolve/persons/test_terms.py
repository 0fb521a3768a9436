"""Which office a known person has on a day, and which of several bearers of a surname is meant."""

from datetime import date
from typing import Any

import pytest

from regesta.model.office import OfficeHolding
from regesta.resolve.persons.offices import Asked, Offices, indexed

REFERENCE = "factbook-2015:xx"


def held(person: str, office: str, first: str, last: str, **changes: Any) -> OfficeHolding:
    """An office in Czechia, told by three articles between two days."""
    base = {"iso3": "CZE", "sector": "GOV", "support": 3, "citation": "a1:0-9", **changes}
    return OfficeHolding(
        person=person, office=office, first=date.fromisoformat(first), last=date.fromisoformat(last), **base
    )


def office_on(day: str, *holdings: OfficeHolding, name: str = "Jan Novotal") -> tuple[str, str | None]:
    found = indexed(holdings).holder(Asked(name, date.fromisoformat(day)))
    assert found is not None
    return found.office, found.sector


def test_an_office_told_as_held_outweighs_that_it_is_a_former_one_on_other_days() -> None:
    told = (
        held("Jan Novotal", "Prime Minister", "2009-03-01", "2015-10-01"),
        held("Jan Novotal", "prime minister", "2005-02-01", "2005-02-01", sector="ELI", support=9),
        held("Jan Novotal", "Prime Minister", "2022-12-01", "2026-01-01", citation=REFERENCE),
    )
    assert office_on("2012-06-01", *told) == ("Prime Minister", "GOV")
    assert office_on("2017-06-01", *told) == ("Prime Minister", "GOV")
    assert office_on("2024-06-01", *told) == ("Prime Minister", "GOV")
    assert office_on("2005-06-01", *told)[1] == "ELI"


def test_a_former_office_says_nothing_of_earlier_days() -> None:
    told = held("Jan Novotal", "Prime Minister", "2022-06-01", "2024-01-01", sector="ELI")
    assert office_on("2020-06-01", told) == ("", None)
    assert office_on("2023-06-01", told) == ("Prime Minister", "ELI")


def test_an_office_has_not_begun_before_the_day_that_a_reference_tells() -> None:
    told = held("Jan Novotal", "President", "2012-05-01", "2015-10-01", citation=REFERENCE)
    assert office_on("2009-06-01", told) == ("", None)
    election = held("Jan Novotal", "President", "2012-12-31", "2012-12-31", citation=REFERENCE)
    assert office_on("2012-06-01", election) == ("President", "GOV")


def test_a_head_of_state_outweighs_a_party_leader_of_those_years() -> None:
    party = held("Jan Novotal", "party leader", "2015-10-01", "2015-10-01", sector="PTY", support=9)
    assert office_on("2016-06-01", party, held("Jan Novotal", "President", "2013-04-01", "2014-10-01"))[1] == "GOV"
    assert office_on("2016-06-01", party, held("Jan Novotal", "President", "2024-04-01", "2024-04-01"))[1] == "PTY"


def test_a_head_who_was_succeeded_leads_the_party_of_that_day_no_more() -> None:
    told = (
        held("Jan Novotal", "President", "2010-05-01", "2015-10-01"),
        held("Jan Novotal", "party leader", "2015-10-01", "2015-10-01", sector="PTY"),
        held("Petr Dvorsky", "President", "2016-07-01", "2019-10-01"),
    )
    assert office_on("2018-06-01", *told) == ("former President", "ELI")


def test_somebody_elses_term_ends_an_office_and_keeps_another_from_having_begun() -> None:
    told = (
        held("Jan Novotal", "President", "2009-01-01", "2016-06-01"),
        held("Petr Dvorsky", "President", "2017-02-01", "2020-11-01"),
        held("Anna Horska", "President", "2021-02-01", "2024-01-01"),
    )
    assert office_on("2018-06-01", *told) == ("former President", "ELI")
    assert office_on("2018-06-01", *told, name="Petr Dvorsky") == ("President", "GOV")
    assert office_on("2018-06-01", *told, name="Anna Horska") == ("", None)
    assert office_on("2022-06-01", *told, name="Anna Horska") == ("President", "GOV")


def test_a_stray_report_within_another_term_ends_it_not() -> None:
    told = held("Jan Novotal", "President", "2009-01-01", "2016-06-01", support=40)
    stray = held("Petr Dvorsky", "President", "2012-01-01", "2012-09-01", support=2)
    assert office_on("2012-06-01", told, stray) == ("President", "GOV")


def test_who_is_called_a_former_holder_then_is_no_successor() -> None:
    told = (
        held("Jan Novotal", "President", "2014-06-01", "2015-05-01"),
        held("Petr Dvorsky", "President", "2016-04-01", "2016-08-01"),
        held("Petr Dvorsky", "president", "2015-12-01", "2016-09-01", sector="ELI"),
    )
    assert office_on("2016-06-01", *told) == ("President", "GOV")


def test_a_president_called_a_commander_is_a_president() -> None:
    assert (
        office_on("2012-01-01", held("Jan Novotal", "President", "2011-01-01", "2013-01-01", sector="MIL"))[1] == "GOV"
    )


def test_offices_that_weigh_the_same_leave_the_state_alone() -> None:
    told = [
        held("Jan Novotal", "Health Minister", "2014-06-01", "2014-06-01"),
        held("Jan Novotal", "Mayor", "2014-06-01", "2014-06-01"),
    ]
    found = indexed(told).found(Asked("Jan Novotal", date(2014, 7, 1)))
    assert found.holding is not None
    assert (found.holding.iso3, found.holding.office, found.holding.sector) == ("CZE", "", "GOV")
    assert {h.office for h in found.others} == {"Health Minister", "Mayor"}
    told.append(held("Jan Novotal", "Mayor", "2014-06-02", "2014-06-02", support=4))
    assert office_on("2014-07-01", *told)[0] == "Mayor"


def test_all_spellings_of_a_person_tell_of_offices() -> None:
    told = (
        held("Binyamin Novotal", "Prime Minister", "2009-03-01", "2015-10-01"),
        held("Benjamin Novotal", "prime minister", "2005-02-01", "2005-02-01", sector="ELI"),
    )
    assert office_on("2012-06-01", *told, name="Benjamin Novotal") == ("Prime Minister", "GOV")


FATHER_AND_SON = (
    held("Josef Novotal", "President", "2001-01-17", "2015-10-01", citation=REFERENCE),
    held("Josef Novotal", "President", "2003-01-01", "2004-01-01"),
)


@pytest.mark.parametrize("name", ["Novotal", "Novotál"])
def test_a_surname_before_the_only_known_bearer_was_in_office_tells_the_state_alone(name: str) -> None:
    found = indexed(FATHER_AND_SON).found(Asked(name, date(1998, 6, 1), office="President"))
    assert found.person is None
    assert found.holding is not None
    assert found.holding.iso3 == "CZE"
    assert indexed(FATHER_AND_SON).holder(Asked(name, date(2005, 6, 1))) is not None


def test_outside_an_article_a_surname_of_one_states_heads_tells_the_state() -> None:
    known = indexed(FATHER_AND_SON)
    assert known.found(Asked("Novotal", date(1985, 6, 1), office="President")).holding is None
    alone = known.found(Asked("Novotal", date(1985, 6, 1), office="President", is_alone=True))
    assert alone.holding is not None
    assert (alone.holding.person, alone.holding.iso3) == ("", "CZE")
    assert known.found(Asked("Novotal", date(1960, 6, 1), office="President", is_alone=True)).holding is None
    assert known.found(Asked("Novotal", date(1985, 6, 1), office="Mayor", is_alone=True)).holding is None


def test_a_title_tells_which_bearer_of_a_surname_is_meant() -> None:
    told = indexed((
        held("Jan Novotal", "President", "1997-04-01", "1997-09-01"),
        held("Hana Novotal", "Foreign Minister", "1996-04-01", "1998-09-01", support=30),
    ))  # fmt: skip
    found = told.holder(Asked("Novotal", date(1996, 6, 1), office="President"))
    assert found is not None
    assert found.person == "Jan Novotal"


def test_a_party_leader_elsewhere_is_not_meant_by_the_surname_of_a_known_head() -> None:
    head = held("Jan Novotal", "President", "2005-11-01", "2006-12-01")
    party = held("Petr Novotal", "party leader", "2015-10-01", "2015-10-01", sector="PTY", iso3="CYM")
    assert indexed((head, party)).holder(Asked("Novotal", date(2016, 6, 1))) is None
    assert indexed((party,)).holder(Asked("Novotal", date(2016, 6, 1))) is not None


LEADERS = (
    held("Jaroslav Wereszczenko", "President", "2015-01-01", "2025-01-01", support=40),
    held("Karel Milos", "President", "2015-01-01", "2025-01-01", iso3="SVK"),
    held("Karla Dvorskova", "Mayor", "2015-01-01", "2025-01-01"),
)


def named(known: Offices, name: str, *, is_alone: bool = True, day: date = date(2020, 1, 1)) -> str | None:
    found = known.holder(Asked(name, day, is_alone=is_alone))
    return found.person if found else None


@pytest.mark.parametrize(
    "name", ["Vereshchenko", "Верещенко", "Wereschtschenko", "Jaroslaw Wereszczenko", "Ярослав Верещенко"]
)
def test_outside_an_article_other_spellings_mean_the_head_of_the_day(name: str) -> None:
    known = indexed(LEADERS)
    assert named(known, name) == "Jaroslav Wereszczenko"
    assert named(known, name, day=date(1980, 1, 1)) is None


@pytest.mark.parametrize("name", ["Mills", "Malis", "Dvorsk", "Verdenko", "Marta Vereshchenko"])
def test_other_names_mean_no_head(name: str) -> None:
    assert named(indexed(LEADERS), name) is None


def test_in_an_article_another_spelling_needs_its_state() -> None:
    assert named(indexed(LEADERS), "Vereshchenko", is_alone=False) is None


def test_a_surname_like_those_of_two_heads_means_neither() -> None:
    other = held("Ivan Verestchenko", "President", "2015-01-01", "2025-01-01", iso3="SVK")
    assert named(indexed((*LEADERS, other)), "Verešenko") is None
