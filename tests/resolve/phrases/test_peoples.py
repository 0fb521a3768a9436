"""A people's name that means some of its people, not its government."""

import pytest

from regesta.resolve.asked.free_phrases import resolve_phrase


@pytest.mark.parametrize(
    ("text", "iso3", "sector"),
    [
        ("Displaced Syrians", "SYR", "REF"),
        ("exiled Belarusians", "BLR", "REF"),
        ("angry Tunisians", "TUN", "CVL"),
        ("jailed Americans", "USA", "CVL"),
        ("homeless Chinese", "CHN", "CVL"),
        ("dozens of Palestinians", "PSE", "CVL"),
        ("most of the Georgians", "GEO", "CVL"),
        ("Uighurs", "CHN", "CVL"),
        ("Tibetans", "CHN", "CVL"),
        ("Bosnian Serbs", "BIH", "CVL"),
        ("Bosnian Croats", "BIH", "CVL"),
        ("Georgian Armenians", "GEO", "CVL"),
        ("Cuban Americans", "USA", "CVL"),
        ("Kurds", None, "CVL"),
        ("Iraqi Kurds", "IRQ", "CVL"),
        ("ethnic Albanians", None, "CVL"),
        ("Syrian refugees", "SYR", "REF"),
        ("Kurdish civilians", None, "CVL"),
        ("French workers", "FRA", "LAB"),
    ],
)
def test_some_of_a_people_are_no_government(text: str, iso3: str | None, sector: str) -> None:
    actor = resolve_phrase(text).actor
    assert actor is not None
    assert (actor.iso3, actor.sector, actor.is_state, actor.entity) == (iso3, sector, False, None)


@pytest.mark.parametrize(
    ("text", "iso3", "sector"),
    [
        ("40 ethnic Georgian villagers", None, "CVL"),
        ("ethnic Turkish rebels", None, "REB"),
        ("the Hungarian minority", None, "CVL"),
        ("the Slovene minority in Austria", "AUT", "CVL"),
        ("the Polish community of Latvia", "LVA", "CVL"),
        ("the Danish minority government", "DNK", "GOV"),
        ("Georgian villagers", "GEO", "CVL"),
    ],
)
def test_descent_tells_no_state(text: str, iso3: str | None, sector: str) -> None:
    actor = resolve_phrase(text).actor
    assert actor is not None
    assert (actor.iso3, actor.sector) == (iso3, sector)


@pytest.mark.parametrize(
    ("text", "iso3", "sector"),
    [
        ("the Russians", "RUS", "GOV"),
        ("invading Russians", "RUS", "GOV"),
        ("angry China", "CHN", "GOV"),
        ("Tibet", "CHN", "GOV"),
        ("Bosnian Serb leader", "BIH", "PRE"),
        ("Uighur militants", "CHN", "REB"),
        ("president of Estonia", "EST", "GOV"),
    ],
)
def test_a_state_and_its_organs_stay_what_they_are(text: str, iso3: str, sector: str) -> None:
    actor = resolve_phrase(text).actor
    assert actor is not None
    assert (actor.iso3, actor.sector) == (iso3, sector)
