"""Tests of which body "the company" and "the group" are."""

import pytest

import regesta

MEANT = [
    ("Boko Haram fighters raided a town in Niger on Monday. The group has killed nine soldiers.", "The group", "NGA"),
    (
        "Huawei opened an office in Nairobi on Monday. The firm accused the United States of bullying.",
        "The firm",
        "CHN",
    ),
    ("A Chinese mining firm fired a hundred miners in Zambia. The company accused Kenya of theft.", "company", "CHN"),
    ("The Russian energy giant Gazprom held talks in Kyiv. The company cut gas supplies to Moldova.", "company", "RUS"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "iso3"), MEANT)
def test_a_definite_body_is_the_one_of_its_kind_named_before(text: str, words: str, iso3: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    parties = [role.actor for event in events for role in event.parties if words in role.text]
    assert [actor.iso3 for actor in parties if actor] == [iso3]


OTHERS = [
    ("Huawei opened an office in Nairobi on Monday. The militia attacked a village in Congo.", "militia"),
    ("Huawei opened an office in Nairobi. The Kenyan firm accused the United States of bullying.", "firm"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words"), OTHERS)
def test_bodies_of_another_kind_or_state_are_others(text: str, words: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    states = {role.actor.iso3 for event in events for role in event.parties if words in role.text and role.actor}
    assert states
    assert "CHN" not in states


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "words", "iso3"),
    [
        ("Trucks waited for days. Al-Shabab attacked a hotel in Mogadishu on Monday.", "Al-Shabab", "SOM"),
        ("WHO calls for ceasefire in Gaza", "WHO", "IGO"),
        ("Trucks waited for days. The Houthis attacked Saudi Arabia on Monday.", "The Houthis", "YEM"),
        ("Trucks waited for days. Timor-Leste thanked Australia on Monday.", "Timor-Leste", "TLS"),
        ("The WHO called for a ceasefire in Gaza on Monday.", "The WHO", "IGO"),
    ],
)
def test_names_that_look_like_other_words_are_bodies(text: str, words: str, iso3: str) -> None:
    events = regesta.code(text, published="2024-05-16").events
    assert {r.actor.iso3 for e in events for r in e.parties if r.text == words and r.actor} == {iso3}
