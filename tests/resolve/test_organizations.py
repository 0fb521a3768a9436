import pytest

from regesta.resolve.organizations import load_bodies, sector_of_name


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
    assert bodies.beside(frozenset({state})).find(local)
    assert bodies.beside(frozenset()).find(local) is None


def test_well_known_initials_need_no_state_beside() -> None:
    assert load_bodies().beside(frozenset()).find("NATO")
