import pytest

from regesta.resolve.organizations import find_organization, sector_of_name


@pytest.mark.parametrize("name", ["NATO", "Nato", "the U.N.", "UN", "United Nations", "the European Union"])
def test_an_organisation_is_known_by_its_names(name: str) -> None:
    organization = find_organization(name)
    assert organization is not None
    assert organization.sector == "IGO"


@pytest.mark.parametrize("name", ["un", "who", "Un", "nato", "Rotary of Minsk"])
def test_common_words_are_no_organisations(name: str) -> None:
    assert find_organization(name) is None


def test_the_words_of_a_name_tell_its_sector() -> None:
    assert sector_of_name(["Northern", "Steel", "Company"]) == "BUS"
    assert sector_of_name(["the", "old", "ministry"]) is None
