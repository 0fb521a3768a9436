"""Gives a read actor its name, its id in the register and a confidence."""

import re
from dataclasses import dataclass, replace

from regesta.model.entity import Actor
from regesta.ontology.actor_sectors import ActorNoun, load_sectors
from regesta.resolve.names.actor_words import STATE_NOUNS
from regesta.resolve.names.forms import slug
from regesta.resolve.phrases.phrases import ORGAN_SECTORS, Reading
from regesta.resolve.states.states import State, load_states

MINISTRY = re.compile(r"(ministry|department)-of-(?:the-)?(.+)")
PARTS = frozenset({"region", "people"})  # bases of what is of a part of a state: "the Scottish government"
# How sure each way of knowing an actor is, judged on the development articles.
CONFIDENCE = {
    "name": 0.95, "demonym": 0.9, "capital": 0.8, "seat": 0.85, "region": 0.8, "people": 0.7, "organization": 0.9,
    "located": 0.7,
    "town": 0.5, "possessor": 0.75, "office": 0.8, "register": 0.8, "pack": 0.9, "phrases": 0.6, "spelling": 0.75,
    "surroundings": 0.4, "sector": 0.7, "title": 0.7, "": 0.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """How an article writes an actor.

    Attributes:
        name: Fullest name or description in the article.
        is_person: It is the name of a person.
        is_name: It is a name at all, not a description.
        known_as: The spelling that stands for a person in all articles; None when only this one is known.
        is_one: A description tells of one, not of several or just any: "the court", not "courts" or "a court".
    """

    name: str
    is_person: bool = False
    is_name: bool = True
    known_as: str | None = None
    is_one: bool = True


def actor_of(reading: Reading, written: Written) -> Actor:
    """Return the actor that a reading and its name in the article make."""
    name, entity = name_and_entity(reading, written)
    return Actor(
        name=name, iso3=reading.iso3, sector=reading.sector, office=reading.office, entity=entity,
        confidence=CONFIDENCE.get(reading.basis.partition(":")[0], 0.5), basis=reading.basis or "name only",
    )  # fmt: skip


def name_and_entity(reading: Reading, written: Written) -> tuple[str, str | None]:
    """Return the actor's name, and its id in the register; None for mere descriptions."""
    state = state_of(reading)
    if written.is_person:
        return written.name, f"person:{slug(written.known_as or written.name)}"
    if reading.organization is not None:
        return written.name, f"org:{slug(reading.organization.name)}"
    if reading.meaning is not None:
        return of_meaning(reading, written)
    noun = reading.noun
    is_longer = noun is not None and len(written.name.split()) > len(noun.phrase.split())  # it names whose it is
    if noun is not None and reading.basis in PARTS and is_longer:
        return written.name, f"org:{slug(written.name)}" if noun.kind == "body" else None
    if noun is not None and state is not None and noun.phrase in STATE_NOUNS and reading.sector in {"GOV", "UNK"}:
        return state.name, f"state:{state.iso3}"
    is_of_body = reading.basis == "organization" and is_longer  # "the Hamas armed wing"
    if noun is not None and noun.kind == "body" and state is not None and not is_of_body:
        is_noun = noun.sector in ORGAN_SECTORS and organ_slug(written.name, state) == slug(noun.phrase)
        if (is_noun or not written.is_name) and not (noun.phrase in load_sectors().sole_organs and written.is_one):
            return written.name, None  # a state has many banks and courts; "an army" is any
        return organ_name(written, noun, state, is_guess=reading.basis == "surroundings")
    is_told = written.is_name and written.name.lower() not in load_sectors().nouns  # not "Party", "Defense Ministry"
    return written.name, f"org:{slug(written.name)}" if is_told else None


def state_of(reading: Reading) -> State | None:
    """Return the state that a reading belongs to, with the names of one that is no more: "the Soviet army"."""
    states = load_states()
    state, former = states.by_iso3.get(reading.iso3 or ""), states.former.get(reading.former or "")
    if state is None or former is None:
        return state
    return replace(state, name=former.name, people=next(iter(former.people), ""))


def organ_name(written: Written, noun: ActorNoun, state: State, is_guess: bool) -> tuple[str, str | None]:
    """Return name and id of a state's organ: "the army" of Belgium is the Belgian army; no id where that is a guess."""
    own = written.name if written.is_name and " " in written.name else f"{state.people or state.name} {noun.phrase}"
    part = organ_slug(own, state)
    return own, None if is_guess else f"org:{slug(state.name)}-{part}"


def organ_slug(name: str, state: State) -> str:
    """Return the part of an organ's id without its state: one for "Ministry of Defence" and "defense ministry"."""
    part = slug(name).removeprefix(f"{slug(state.people)}-").removeprefix(f"{slug(state.name)}-")
    part = part.removeprefix(f"{slug(state.name)}s-")  # "Iran's Security Council"
    turned = MINISTRY.fullmatch(part)
    part = f"{turned[2]}-{turned[1]}" if turned else part
    return part.replace("defence", "defense").replace("-affairs-", "-")


def of_meaning(reading: Reading, written: Written) -> tuple[str, str | None]:
    """Return name and id of what stands for a state or an entity inside one."""
    meaning = reading.meaning
    if meaning is None or reading.sector in {"CVL", "REF"}:
        return written.name, None
    if meaning.basis == "region" or meaning.sector != "GOV":
        return meaning.name, f"org:{slug(meaning.name)}"
    return meaning.name, f"state:{meaning.iso3}"
