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
