"""Tells the sector of an actor that a noun describes: of the head of a body, that of the body."""

from regesta.ontology.actor_sectors import ActorNoun
from regesta.resolve.names.actor_words import (
    ADJECTIVES,
    DEPUTIES,
    FORMER,
    FORMER_OFFICES,
    GENERIC,
    ORGANS,
    POSSESSIVES,
    STATE_NOUNS,
    UNIDENTIFIED,
)
from regesta.resolve.phrases.phrase_parts import Hit, Phrase, noun_in

FORMER_SECTOR = "ELI"


def sector_of(noun: ActorNoun, before: Phrase, hits: list[Hit]) -> str:
    """Return the sector of a described actor, of those who left an office that of former people."""
    sector = sector_held(noun, before, hits)
    return once(sector) if noun.kind == "person" and not FORMER.isdisjoint(before.lemmas) else sector


def once(sector: str) -> str:
    """Return the sector of who was of another: of the elite, where that one is an office of state."""
    return FORMER_SECTOR if sector in FORMER_OFFICES else sector


def sector_held(noun: ActorNoun, before: Phrase, hits: list[Hit]) -> str:
    """Return the sector of a described actor: of a generic noun, that of the body it belongs to."""
    organization = next((hit.organization for hit in reversed(hits) if hit.organization), None)
    is_led = noun.phrase in GENERIC or (noun.phrase == "worker" and organization and organization.sector == "PTY")
    if organization is not None and (is_led or organization.sector in {"IGO", "NGO", "REB", "CRM"}):
        return noun.sector if noun.sector in ORGANS else organization.sector  # "EU lawmakers"
    if noun.sector == "REB" and noun.kind == "person" and not UNIDENTIFIED.isdisjoint(before.lemmas):
        return "UAF"
    meaning = next((hit.meaning for hit in hits if hit.meaning), None)
    if (
        meaning is not None
        and (noun.sector in {"GOV", "UNK"} or (noun.sector != "REB" and meaning.basis != "people"))
        and meaning.sector != "GOV"
        and meaning.basis in {"region", "seat", "people"}
        and noun.phrase in GENERIC
    ):
        return meaning.sector
    is_open = noun.phrase in GENERIC or noun.sector == "UNK"
    end = len(before.words)
    while end and before.lemmas[end - 1] in DEPUTIES:
        end -= 1
    inner = noun_in(before, hits, end) if is_open else None
    if inner and inner[0].sector != "UNK" and inner[0].phrase not in ADJECTIVES:
        return inner[0].sector
    is_second = end < len(before.words) and noun.kind == "person" and noun.phrase in GENERIC
    is_his = noun.phrase == "deputy" and not POSSESSIVES.isdisjoint(before.lemmas)  # "his deputy"
    if (is_his or (is_second and noun.sector == "GOV")) and meaning is None:
        return "UNK"
    is_state = (
        noun.sector == "UNK" and noun.phrase in STATE_NOUNS | {"chief executive"} and meaning is not None
    )  # "the Belgian side"
    return "GOV" if is_state else noun.sector
