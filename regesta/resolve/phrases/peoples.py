"""When a people's name means some of its people, who are no government: "displaced Syrians", "Kosovo Serbs".

A bare "the Russians" stays what it most often is in news of states, their side.
"""

from dataclasses import dataclass

from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.names.actor_words import COUNTERS, ETHNIC, QUANTITIES
from regesta.resolve.names.forms import fold
from regesta.resolve.phrases.phrase_parts import Hit, Phrase, written_at
from regesta.resolve.states.states import load_states

PEOPLES = frozenset({"demonym", "region", "people"})  # what a name of a people tells its state by
CITIZENS = frozenset({"USA", "CAN", "AUS"})  # "Cuban Americans" are of the state named last


@dataclass(frozen=True, slots=True)
class People:
    """Some of a people: the state whose they are, and their sector."""

    iso3: str | None
    sector: str


def some_people(hits: list[Hit], phrase: Phrase) -> People | None:
    """Return whom a phrase that ends in a people's name means; None when it means their state.

    Args:
        hits: The names in the phrase, the last at its end.
        phrase: The phrase.
    """
    last = hits[-1]
    meaning = last.meaning
    if meaning is None or meaning.basis not in PEOPLES:
        return None
    before = hits[-2] if len(hits) > 1 else None
    adjectives = [word.lower() for word in phrase.words[before.end if before else 0 : last.first]]
    conditions = load_sectors().conditions
    is_plural = names_many(written_at(phrase, last.first, last.end))
    if is_plural and ETHNIC in adjectives:
        return People(None, "CVL")  # ethnic Albanians are seldom of Albania
    told = next((conditions[word] for word in adjectives if word in conditions), None)
    if told is not None and (is_plural or meaning.basis == "demonym"):
        return People(meaning.iso3, told)
    if is_plural and before is not None and before.meaning is not None and before.end == last.first:
        whose = meaning if meaning.iso3 in CITIZENS else before.meaning
        return People(whose.iso3, "CVL")  # "Bosnian Croats"
    is_counted = any(lemma in COUNTERS or lemma[:1].isdigit() for lemma in phrase.lemmas[: last.first])
    if (is_counted and meaning.basis == "demonym") or (is_plural and meaning.basis != "demonym"):
        return People(meaning.iso3, "CVL")  # "11 Israelis"; "Uighurs", who have no government
    return None


def names_many(name: str) -> bool:
    """Tell whether a name is a people's in the plural."""
    key = fold(name)
    states = load_states()
    return key not in states.meanings and states.people(key) is not None


def counts_people(core: Phrase, rest: Phrase) -> bool:
    """Tell whether a phrase before "of" only says how many of a people that follows are meant: "dozens of Syrians"."""
    return bool(core.lemmas) and core.lemmas[-1].lower() in QUANTITIES and names_many(" ".join(rest.words))
