"""Counts of people: how they are written, and which role they fill."""

import pytest

from tests.coding.conftest import Coder


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("Between 20 and 30 gunmen attacked two villages in Mali.", 20, 30, "gunman"),
        ("Kenya dismissed between six and nine teachers.", 6, 9, "teacher"),
        ("Some 20-25 soldiers were killed in Mali.", 20, 25, "soldier"),
        ("The army captured two dozen Tuareg fighters.", 24, None, "fighter"),
        ("Ukraine shot down 31 of 40 drones over Kyiv.", 31, None, "drone"),
        ("Kenya arrested 12 of the 15 suspects.", 12, None, "suspect"),
        ("The army deployed two hundred and ten soldiers.", 210, None, "soldier"),
    ],
)
def test_ranges_dozens_and_parts_are_counts(coded: Coder, text: str, value: int, upper: int | None, unit: str) -> None:
    first = coded(text).amounts[0]
    assert (first.value, first.upper, first.unit) == (value, upper, unit)


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Soldiers shot dead five protesters in Khartoum.", "killed", 5),
        ("Five protesters were shot dead by soldiers in Khartoum.", "killed", 5),
        ("Snipers shot nine people dead in Kyiv.", "killed", 9),
        ("Militants beheaded 11 villagers in Mozambique.", "killed", 11),
        ("The junta hanged four activists in Yangon.", "killed", 4),
        ("Militants abducted 63 villagers in Nigeria.", "abducted", 63),
        ("Gunmen kidnapped 18 women from a village in Mali.", "abducted", 18),
        ("Iran deported 1,700 Afghans on Monday.", "deported", 1700),
        ("Algeria deported 600 migrants to Niger.", "deported", 600),
    ],
)
def test_a_count_fills_the_role_that_its_act_gives_it(coded: Coder, text: str, role: str, value: int) -> None:
    roles = [role for event in coded(text).events for role in event.roles if role.amount]
    assert [(r.name, r.amount.value) for r in roles if r.amount] == [(role, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers shot five protesters in the leg in Khartoum.",
        "Soldiers shot at five protesters in Khartoum.",
        "Ukraine shot down 31 drones over Kyiv.",
    ],
)
def test_those_shot_at_are_not_the_killed(coded: Coder, text: str) -> None:
    assert not [role for event in coded(text).events for role in event.roles if role.name == "killed"]


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Two policemen and a civilian were killed when gunmen attacked a checkpoint in Sinai.", "killed", 3),
        ("The blast killed a woman and her two children in Kherson.", "killed", 3),
        ("Air strikes by Turkey killed a dozen fighters and three civilians in Iraq.", "killed", 15),
        ("Police arrested an opposition leader and two journalists in Minsk.", "detained", 3),
        ("Gunmen kidnapped three Chinese engineers in Pakistan.", "abducted", 3),
        ("A Palestinian teenager was shot dead by Israeli troops in Jenin.", "killed", 1),
        ("The ambush killed 12 troops, including four officers, in Niger.", "killed", 12),
    ],
)
def test_lists_are_added_up_and_one_person_counts_as_one(coded: Coder, text: str, role: str, value: int) -> None:
    roles = [role for event in coded(text).events for role in event.roles if role.amount]
    assert [(r.name, r.amount.value) for r in roles if r.amount] == [(role, value)]
    assert all(r.text == r.span.of(text) for r in roles)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The death toll from the strike on Idlib rose to 12.", {"killed": 12}),
        ("The toll of Saturday's attack in Kabul stands at 40.", {"killed": 40}),
        ("Toll from Monday's attack in Mali climbed to 12.", {"killed": 12}),
        ("The number of people killed in the bombing of Kyiv climbed to 31.", {"killed": 31}),
        ("Sunday's attack on Kabul left 12 dead and 30 wounded.", {"killed": 12, "wounded": 30}),
        ("The price of the strike on Idlib rose to 12 dollars.", {}),
    ],
)
def test_a_toll_belongs_to_its_act(coded: Coder, text: str, counts: dict[str, int]) -> None:
    roles = [role for event in coded(text).events for role in event.roles if role.amount]
    assert {r.name: r.amount.value for r in roles if r.amount} == counts
