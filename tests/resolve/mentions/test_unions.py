"""Tests of which union "the bloc" is."""

import pytest

import regesta

MEANT = [
    ("Hungary threatened to veto the European Union budget. The bloc froze funds for Budapest.", "The bloc"),
    ("NATO began an exercise in Latvia. Russia accused the alliance of provocation.", "the alliance"),
    ("The African Union suspended Gabon. Gabon urged the organisation to lift the suspension.", "the organisation"),
    ("ASEAN foreign ministers met in Laos. Myanmar accused the bloc of meddling.", "the bloc"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words"), MEANT)
def test_a_definite_union_is_the_one_named_before(text: str, words: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    parties = [role.actor for event in events for role in event.parties if role.text == words]
    assert [(actor.iso3, actor.sector) for actor in parties if actor] == [("IGO", "IGO")]


OTHERS = [
    "The European Union condemned the vote. Iraq's opposition bloc rejected the law.",
    "Lebanon's parliament met on Monday. The bloc walked out of parliament.",
]


@pytest.mark.model
@pytest.mark.parametrize("text", OTHERS)
def test_blocs_of_parties_are_no_union(text: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    assert not [r for e in events for r in e.parties if "bloc" in r.text and r.actor and r.actor.iso3 == "IGO"]
