"""Phrases that name several actors."""

from datetime import date

import pytest

from regesta.resolve.asked.asked_phrases import AskedPhrase, resolve_all
from regesta.resolve.asked.free_phrases import Resolution, resolve_phrase
from regesta.resolve.persons.knowledge import NOTHING, unpack


def states(found: Resolution) -> list[str | None]:
    return [part.actor.iso3 if part.actor else None for _, part in found.parts]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Peru and Chile", ["PER", "CHL"]),
        ("Peru, Chile and Bolivia", ["PER", "CHL", "BOL"]),
        ("Latvia, Estonia, and the Netherlands", ["LVA", "EST", "NLD"]),
        ("Peruvian and Chilean troops", ["PER", "CHL"]),
        ("the Latvian, Estonian and Finnish interior ministers", ["LVA", "EST", "FIN"]),
        ("the leaders of Ghana, Togo and Benin", ["GHA", "TGO", "BEN"]),
        ("ministers from Ghana and Togo", ["GHA", "TGO"]),
        ("Ghana's and Togo's presidents", ["GHA", "TGO"]),
        ("Ghana and Togo's presidents", ["GHA", "TGO"]),
        ("North and South Korean diplomats", ["PRK", "KOR"]),
        ("UN and African Union envoys", ["IGO", "IGO"]),
        ("Zambian police and Malawian soldiers", ["ZMB", "MWI"]),
        ("Zambian President Banda Phiri and Malawian President Joyce Chirwa", ["ZMB", "MWI"]),
        ("Ghanaian and Togolese ambassadors to the UN", ["GHA", "TGO"]),
    ],
)
def test_each_actor_of_a_list_is_resolved(phrase: str, expected: list[str]) -> None:
    found = resolve_phrase(phrase, day=date(2019, 5, 1))
    assert states(found) == expected
    assert found.actor is not None
    assert found.actor.iso3 == (expected[0] if len(set(expected)) == 1 else None)
    assert (found.actor.basis, found.actor.entity, found.person) == ("list", None, None)


@pytest.mark.parametrize(
    "phrase",
    [
        "Bosnia and Herzegovina", "the army of Trinidad and Tobago", "Japan's Ministry of Trade and Industry",
        "the Zambian police and army", "the Malawian Minister of Justice and Home Affairs",
        "the envoy for Mali and Chad", "the war between Peru and Chile", "the Peru and Chile treaty", "Peru, Chile",
        "Peruvian and Chilean WTO membership",
        "Ana Berg, the Norwegian minister of trade and fisheries", "Marks and Spencer", "Turner & Turner",
        "the president of the union of Ghana and Togo", "Zambian journalist and activist Banda Phiri",
    ],
)  # fmt: skip
def test_one_actor_is_no_list(phrase: str) -> None:
    assert resolve_phrase(phrase, day=date(2019, 5, 1)).parts == ()


@pytest.mark.parametrize(
    "phrase",
    [
        "the Latvian and Estonian defence ministers, Janis Orhans and Mart Tamme",
        "Janis Orhans and Mart Tamme, the Latvian and Estonian defence ministers",
        "defence ministers of Latvia and Estonia, Janis Orhans and Mart Tamme",
        "Latvian and Estonian defence ministers Janis Orhans and Mart Tamme",
    ],
)
def test_names_go_with_the_states_in_their_order(phrase: str) -> None:
    found = resolve_phrase(phrase)
    told = [(part.person, part.actor.iso3, (part.actor.office or "").lower()) for _, part in found.parts if part.actor]
    assert told == [("Janis Orhans", "LVA", "defence minister"), ("Mart Tamme", "EST", "defence minister")]


def test_a_title_in_the_plural_is_that_of_each_person() -> None:
    found = resolve_phrase("Presidents Banda Phiri and Joyce Chirwa")
    assert [part.person for _, part in found.parts] == ["Banda Phiri", "Joyce Chirwa"]
    assert {part.actor.office for _, part in found.parts if part.actor} == {"President"}


def test_the_persons_of_a_list_tell_other_phrases_who_is_meant() -> None:
    phrases = ("the Latvian and Estonian premiers, Janis Orhans and Mart Tamme", "Tamme")
    asked = [AskedPhrase(phrase=phrase, day=date(2019, 5, 1)) for phrase in phrases]
    asked.append(AskedPhrase(phrase="Orhans and Tamme", day=date(2019, 5, 1)))
    _, bare, both = resolve_all(asked, unpack(NOTHING))
    assert states(both) == ["LVA", "EST"]
    assert bare.actor is not None
    assert (bare.actor.iso3, bare.actor.basis) == ("EST", "phrases")
