"""Who summons or expels an envoy whom nobody is told to."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def sides(article: Article, kind: str) -> list[tuple[list[str | None], list[str | None]]]:
    """Return the states of actors and recipients of the events of a type."""
    return [
        ([r.actor.state for r in e.actors if r.actor], [r.actor.state for r in e.recipients if r.actor])
        for e in article.events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "host", "home"),
    [
        ("South Korea's envoy in Beijing was summoned on Monday.", "CHN", "KOR"),
        ("The Danish ambassador in Baghdad was summoned over the caricatures.", "IRQ", "DNK"),
        ("The Colombian envoy to Caracas was summoned.", "VEN", "COL"),
        ("The British high commissioner in Islamabad was summoned over the remarks.", "PAK", "GBR"),
        ("The Russian ambassador was summoned in Bucharest after the remarks.", "ROU", "RUS"),
        ("The Turkish ambassador in Baku was summoned to explain the remarks.", "AZE", "TUR"),
        ("The Turkish ambassador was called in by Iraq's foreign ministry over the remarks.", "IRQ", "TUR"),
        ("The Ethiopian ambassador was called to the foreign ministry in Mogadishu.", "SOM", "ETH"),
        ("Norway said its ambassador in Minsk had been summoned.", "BLR", "NOR"),
        ("Namibia's high commissioner was given a dressing-down in Gaborone on Monday.", "BWA", "NAM"),
        ("Iran summoned the British ambassador in Tehran.", "IRN", "GBR"),
    ],
)
def test_the_host_summons(coded: Coder, text: str, host: str, home: str) -> None:
    assert sides(coded(text), "ACCUSE") == [([host], [home])]


def test_the_host_expels(coded: Coder) -> None:
    assert sides(coded("The Danish ambassador in Baghdad was expelled."), "SANCTION") == [(["IRQ"], ["DNK"])]


def test_without_a_post_nobody_is_told_to_summon(coded: Coder) -> None:
    article = coded("The Iranian chargé d'affaires was summoned to explain the remarks.")
    assert sides(article, "ACCUSE") == [([], ["IRN"])]


def test_the_place_of_another_act_makes_no_host(coded: Coder) -> None:
    assert sides(coded("The Swiss ambassador in Kabul was killed."), "ASSAULT") == [([], ["CHE"])]


def test_a_state_that_calls_its_own_envoy_home_accuses_nobody(coded: Coder) -> None:
    article = coded("Sudan summoned its ambassador home from Cairo.")
    assert sides(article, "ACCUSE") == []
    assert sides(article, "SANCTION") == [(["SDN"], ["EGY"])]


@pytest.mark.parametrize(
    ("text", "host", "home"),
    [
        ("NAIROBI - Uganda's ambassador was summoned on Wednesday over the raid.", "KEN", "UGA"),
        ("BUCHAREST (BNS) - The Moldovan ambassador was called in on Wednesday over the raid.", "ROU", "MDA"),
        ("NAIROBI, March 12 - Uganda's ambassador was handed a sharp note on Wednesday over the raid.", "KEN", "UGA"),
    ],
)
def test_a_report_from_a_capital_tells_of_its_own_ministry(coded: Coder, text: str, host: str, home: str) -> None:
    assert sides(coded(text), "ACCUSE") == [([host], [home])]


def test_an_envoy_is_not_summoned_by_his_own_state(coded: Coder) -> None:
    assert sides(coded("KAMPALA - Uganda's ambassador was summoned on Wednesday over the raid."), "ACCUSE") == [
        ([], ["UGA"])
    ]
