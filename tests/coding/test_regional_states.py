"""States that are called by their part of the world, and those that the dateline or an opposition speaks for."""

import pytest

from regesta.resolve.mentions.own_country import capital_of_dateline
from regesta.resolve.mentions.regions import load_regions
from regesta.resolve.states.states import load_states
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def state_of(coded: Coder, text: str, words: str) -> str | None:
    """Return the state of the last mention with some words."""
    article = coded(text)
    found = [m.actor for m in article.mentions if m.span.of(text) == words]
    assert found, [m.span.of(text) for m in article.mentions]
    return found[-1].iso3 if found[-1] else None


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Saudi Arabia and Egypt cut ties with Qatar, accusing the Gulf state of lies.", "the Gulf state", "QAT"),
        ("Nepal and India signed a pact. China praised the Himalayan nation.", "the Himalayan nation", "NPL"),
        ("Fiji met Japan in Suva. Japan will send aid to the island nation.", "the island nation", "FJI"),
        ("France condemned Niger. Spain halted aid to the West African country.", "the West African country", "NER"),
        ("Italy met Lithuania and Poland. Belarus condemned the Baltic republic.", "the Baltic republic", "LTU"),
        # near misses
        ("France met Spain. The Gulf states looked on.", "The Gulf states", None),
        ("Italy met Spain. Belarus condemned the Baltic republic.", "the Baltic republic", None),
    ],
)
def test_a_state_called_by_its_region_is_the_last_one_named_of_it(
    coded: Coder,
    text: str,
    words: str,
    state: str | None,
) -> None:
    assert state_of(coded, text, words) == state


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        (
            "Chad met Sudan. Kenya's opposition leader Raila Odinga accused the government of fraud.",
            "the government",
            "KEN",
        ),
        (
            "SANTO DOMINGO, Sept 24 - Haiti recalled its envoy to the Dominican Republic. Haiti is angry. "
            "The Constitutional Court ordered the board to review the papers.",
            "The Constitutional Court",
            "DOM",
        ),
        ("Ashgabat blamed Gazprom for the blast. Turkmen officials met.", "Gazprom", "RUS"),
    ],
)
def test_whose_an_office_is(coded: Coder, text: str, words: str, state: str) -> None:
    assert state_of(coded, text, words) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("SANTO DOMINGO, Sept 24 (CT) - Haiti", "DOM"),
        ("HONIARA - Taiwan", "SLB"),
        ("NAIROBI (Wire) - Chad", "KEN"),
        ("NEW YORK - Chad", None),
        ("UN - Chad", None),
        ("Nairobi said it would", None),
        ("KENYA IS TO leave", None),
    ],
)
def test_a_dateline_of_a_capital_tells_the_state(text: str, state: str | None) -> None:
    assert capital_of_dateline(text) == state


def test_every_state_of_a_region_is_known() -> None:
    known = {state for states in load_regions().regions.values() for state in states}
    assert known <= set(load_states().by_iso3)
