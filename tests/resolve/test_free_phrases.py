import pytest

from regesta.resolve.free_phrases import resolve_phrase, singular


def test_a_title_tells_state_and_sector() -> None:
    actor = resolve_phrase("French President Emmanuel Macron")
    assert actor is not None
    assert (actor.iso3, actor.sector) == ("FRA", "GOV")


def test_a_government_is_its_state() -> None:
    actor = resolve_phrase("the Russian government")
    assert actor is not None
    assert (actor.name, actor.entity) == ("Russia", "state:RUS")


def test_an_organ_has_an_id_that_names_its_state() -> None:
    actor = resolve_phrase("the Turkish parliament")
    assert actor is not None
    assert (actor.name, actor.entity) == ("Turkish parliament", "org:turkey-parliament")


def test_a_home_state_fills_what_the_words_leave_open() -> None:
    actor = resolve_phrase("riot police", home="ARG")
    assert actor is not None
    assert (actor.iso3, actor.sector, actor.basis) == ("ARG", "COP", "surroundings")


@pytest.mark.parametrize("phrase", ["puppies", "", "a ball of string", "Sam Zuchowski"])
def test_no_actor_is_none(phrase: str) -> None:
    assert resolve_phrase(phrase) is None


@pytest.mark.parametrize(
    ("plural", "expected"),
    [("ministries", "ministry"), ("troops", "troop"), ("Gunmen", "gunman"), ("police", "police")],
)
def test_plurals_become_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected
