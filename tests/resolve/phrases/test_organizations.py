import pytest

from regesta.ontology.actor_sectors import Organization
from regesta.resolve.asked.free_phrases import resolve_phrase
from regesta.resolve.phrases.organizations import (
    KnownBody,
    bodies_of,
    load_bodies,
    sector_of_name,
    shipped_organizations,
)


@pytest.mark.parametrize("name", ["NATO", "Nato", "the U.N.", "UN", "United Nations", "the European Union"])
def test_an_organisation_is_known_by_its_names(name: str) -> None:
    found = load_bodies().find(name)
    organization = found.organization if found else None
    assert organization is not None
    assert organization.sector == "IGO"


@pytest.mark.parametrize("name", ["un", "who", "Un", "nato", "Rotary of Minsk"])
def test_common_words_are_no_organisations(name: str) -> None:
    assert load_bodies().find(name) is None


def test_the_words_of_a_name_tell_its_sector() -> None:
    assert sector_of_name(["Northern", "Steel", "Company"]) == "BUS"
    assert sector_of_name(["the", "old", "ministry"]) is None


def test_british_and_american_spelling_are_one_name() -> None:
    names = ("Organization of Petroleum Exporting Countries", "Organisation of Petroleum Exporting Countries")
    assert {found.organization.name for name in names if (found := load_bodies().find(name))} == {"OPEC"}


def test_initials_mean_a_foreign_party_only_beside_its_state() -> None:
    bodies = load_bodies()
    local = next(short for short, body in sorted(bodies.acronyms.items()) if body.is_local and body.organization.iso3)
    state = bodies.acronyms[local].organization.iso3 or ""
    assert bodies.find(local)
    assert bodies.beside({state: 1}, {}).find(local)
    assert bodies.beside({}, {}).find(local) is None


def test_well_known_initials_need_no_state_beside() -> None:
    assert load_bodies().beside({}, {}).find("NATO")


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ({"PAK": 2, "IND": 1}, "Pakistan Tehreek-e-Insaf"),
        ({"PAK": 1}, "Pakistan Tehreek-e-Insaf"),
        ({"PAK": 1, "IND": 1}, "Press Trust of India"),
        ({}, "Press Trust of India"),
    ],
)
def test_initials_of_bodies_of_two_states_mean_that_of_the_state_named_most(named: dict[str, int], body: str) -> None:
    found = load_bodies().beside(named, {}).find("PTI")
    assert found is not None
    assert found.organization.name == body


def test_initials_of_a_pack_have_no_rivals() -> None:
    own = KnownBody(Organization(name="Port Trade Institute", aliases=("PTI",), sector="EDU"), basis="pack:mine")
    found = bodies_of((own, *shipped_organizations()), {}).beside({"PAK": 1}, {}).find("PTI")
    assert found is not None
    assert found.organization.name == "Port Trade Institute"


@pytest.mark.parametrize(
    ("text", "home", "sector"), [("PTI chairman", "PAK", "PTY"), ("PTI workers", "PAK", "PTY"), ("PTI", "IND", "JRN")]
)
def test_the_country_given_tells_which_is_meant(text: str, home: str, sector: str) -> None:
    actor = resolve_phrase(text, home).actor
    assert actor is not None
    assert (actor.iso3, actor.sector) == (home, sector)
