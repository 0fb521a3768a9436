"""Phrases resolved together."""

from datetime import date
from random import Random

import pytest

from regesta.resolve.asked.asked_phrases import AskedPhrase, resolve_all
from regesta.resolve.asked.free_phrases import Resolution
from regesta.resolve.persons.knowledge import NOTHING, unpack

DAY = date(2022, 12, 19)
SPELLINGS = [
    "Ukrainian President Ostap Vereshchyn", "Ostap Vereschin", "Ostap Wereschtschyn", "Остап Верещин",
    "Ostap Vereshchin", "Ostap Wereszczyn", "Οστάπ Βερεσίν", "President Vereshchyn", "Vereschin",
]  # fmt: skip


def resolved(*phrases: str, home: str | None = None, day: date | None = DAY) -> list[Resolution]:
    return resolve_all([AskedPhrase(phrase=p, home=home, day=day) for p in phrases], unpack(NOTHING))


def entities(found: list[Resolution]) -> list[str | None]:
    return [r.actor.entity if r.actor else None for r in found]


def test_spellings_of_one_office_holder_are_one_entity() -> None:
    found = resolved(*SPELLINGS, home="UKR")
    assert len(set(entities(found))) == 1
    assert {r.actor.iso3 for r in found if r.actor} == {"UKR"}


def test_the_order_of_phrases_does_not_matter() -> None:
    expected = dict(zip(SPELLINGS, entities(resolved(*SPELLINGS, home="UKR")), strict=True))
    shuffled = Random(3).sample(SPELLINGS, len(SPELLINGS))
    assert dict(zip(shuffled, entities(resolved(*shuffled, home="UKR")), strict=True)) == expected


def test_a_phrase_with_title_tells_who_a_bare_name_is() -> None:
    named, bare = resolved("Latvian Defence Minister Janis Orhans", "Orhans")
    assert named.actor is not None
    assert bare.actor is not None
    assert (bare.actor.iso3, bare.actor.office, bare.actor.basis) == ("LVA", "Defence Minister", "phrases")
    assert bare.actor.entity == named.actor.entity == "person:janis-orhans"
    assert bare.reasons == (
        "Orhans: Janis Orhans, Defence Minister (LVA), told by 1 article 2022-12-19 to 2022-12-19; phrases, "
        '"Latvian Defence Minister Janis Orhans"',
    )


def test_no_phrase_is_a_reason_for_itself() -> None:
    [found] = resolved("Latvian Defence Minister Janis Orhans")
    assert found.reasons == ("Latvian: demonym, Latvia (LVA)", "Defence Minister: noun of sector GOV")


def test_people_of_other_states_stay_apart() -> None:
    found = resolved("Latvian President Janis Orhans", "Estonian President Jaanis Orhans")
    assert len(set(entities(found))) == 2


@pytest.mark.parametrize("phrase", ["puppies", "", "Sam Zuchowski", "Vladimir Orhanzki", "?"])
def test_nobody_known_is_nil_with_a_reason(phrase: str) -> None:
    [found] = resolved(phrase)
    assert found.actor is None
    assert found.reasons
