"""What an article tells of the state of an actor whose own words do not tell it."""

from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.model.entity import Actor
from regesta.resolve.actors import find_actors, identify
from regesta.resolve.mentions import surroundings
from regesta.resolve.mentions.surroundings import NONE, Surroundings, load_weights, surroundings_of
from regesta.resolve.persons.knowledge import NOTHING, unpack
from tests.resolve.reports import Said, a_report


def surrounded(text: str, *said: Said) -> Surroundings:
    article = a_report(text, *said)
    assert article.parse is not None
    told = identify(article, article.parse, unpack(NOTHING))
    return surroundings_of(told.article, article.parse, told.readings)


def actor_of(text: str, *said: Said) -> Actor | None:
    article = a_report(text, *said)
    return next(m.actor for m in find_actors(article, unpack(NOTHING)) if m.span.of(text) == said[0].words)


def test_every_state_named_is_a_candidate_and_so_is_none() -> None:
    around = surrounded(
        "Police shot. France and Chile looked on.", Said("Police"), Said("France", "GPE"), Said("Chile", "GPE")
    )
    assert {iso3 for iso3, _ in around.evidence([0])} == {"FRA", "CHL", NONE}


def test_nothing_is_judged_where_no_state_is_named() -> None:
    around = surrounded("Police shot at villagers.", Said("Police"), Said("villagers"))
    assert around.judge([0]) is None


def test_a_description_goes_with_others_of_the_same_noun() -> None:
    text = "The Kenyan army advanced. Somalia protested. Somalia and Somalia again protested. The army halted."
    actor = actor_of(
        text, Said("The army"), Said("The Kenyan army"), Said("Somalia", "GPE"), Said("Somalia", "GPE", nth=1),
        Said("Somalia", "GPE", nth=2),
    )  # fmt: skip
    assert actor is not None
    assert (actor.iso3, actor.basis) == ("KEN", "surroundings")


def test_one_state_named_once_makes_no_stranger_its_citizen() -> None:
    actor = actor_of("Then Sam Zuchowski sang in Chile.", Said("Sam Zuchowski", "PERSON"), Said("Chile", "GPE"))
    assert actor is not None
    assert actor.iso3 is None


def test_a_town_of_no_known_state_stays_without() -> None:
    text = "Peru and Peru and Peru agreed. Then Xanqua objected."
    names = [Said("Peru", "GPE", nth=n) for n in range(3)]
    actor = actor_of(text, Said("Xanqua", "GPE"), *names)
    assert actor is None or actor.iso3 is None


def test_a_judgement_is_a_probability() -> None:
    around = surrounded(
        "Minsk objected. Police shot in Minsk.", Said("Police"), Said("Minsk", "GPE"), Said("Minsk", "GPE", nth=1)
    )
    judged = around.judge([0])
    assert judged is not None
    assert judged[0] == "BLR"
    assert 0.5 < judged[1] <= 1


def test_missing_weights_say_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(surroundings, "PATH", tmp_path / "surroundings.json")
    load_weights.cache_clear()
    with pytest.raises(OntologyError, match="install Regesta again"):
        load_weights()
    load_weights.cache_clear()
