"""What a known organisation is called: its fullest name, and the words beside it that only say what kind it is."""

from collections.abc import Iterable, Sequence

from regesta.model.written_names import SMALL_WORDS, capitals, is_capitalised
from regesta.ontology.actor_sectors import ActorNoun, Organization
from regesta.ontology.number_words import NUMBER_WORDS
from regesta.resolve.names.actor_words import (
    COUNTERS,
    FIGHTERS,
    JOINT,
    KINDS,
    MARKS,
    MULTINATIONAL,
    ORGANS,
    REGIONAL,
    UNION_KINDS,
)
from regesta.resolve.names.forms import fold, is_acronym
from regesta.resolve.phrases.phrase_parts import Phrase

TITLED = frozenset({"of", "on", "for"})  # "European Court of Auditors"


def fullest_name(organization: Organization, called: Iterable[str]) -> str:
    """Return the fullest name of an organisation: its usual one, or a longer one that an article calls it by.

    "U.N." is "United Nations", as everybody calls it; "Islamic Resistance Movement" is kept, being more than "Hamas".
    Descriptions ("the UN refugee agency") and initials are no names. Where only marks differ, the article's spelling
    stays ("Ha'aretz").
    """
    usual = organization.name
    written = [name for name in called if is_written_name(name)]
    same = (name for name in written if fold(name) == fold(usual) and name.casefold() != usual.casefold())
    as_usual = next((name for name in same if not name.isupper()), usual)
    return max([as_usual, *written], key=lambda name: len(name.split()))


def is_written_name(name: str) -> bool:
    """Tell whether words are written like a name in full: all but the small ones with a capital, and no initials."""
    return not is_acronym(name) and is_capitalised(name)


def spells(name: str, initials: str) -> bool:
    """Tell whether the capitals of a name are some initials: "National Salvation Party" and "NSP"."""
    return capitals(name) == initials.replace(".", "")


def is_namesake(organization: Organization, name: str) -> bool:
    """Tell whether a name that initials stand for in an article is of another body than the known one of the initials.

    "Financial Services Agency" shares no word with the Free Syrian Army; "U.N. Educational, Scientific and Cultural
    Organization" shares some with one of UNESCO's names.
    """
    known = {fold(word) for called in (organization.name, *organization.aliases) for word in called.split()}
    return known.isdisjoint(fold(word) for word in name.split() if word.lower() not in SMALL_WORDS)


def is_only_kind(noun: ActorNoun, organization: Organization, before: Sequence[str], is_plural: bool) -> bool:
    """Tell whether a noun behind an organisation's name says no more than what kind of organisation it is.

    "The Hamas movement" and "the NATO alliance" are Hamas and NATO, and so are "Hezbollah guerrillas", all of them;
    "two Hezbollah guerrillas" and "a UN agency" are somebody else.

    Args:
        noun: The noun.
        organization: The organisation.
        before: Lemmas before the name.
        is_plural: Whether the noun is in the plural.
    """
    last = noun.phrase.split()[-1]
    if organization.sector == "IGO":
        return last in UNION_KINDS and not is_plural
    if organization.sector in {"GOV", "LEG", "JUD", "MIL", "COP", "SPY"} and not organization.governs:
        return False
    if noun.kind != "person":
        return last in KINDS and (not is_plural or last == "militia")
    is_counted = any(lemma in COUNTERS | NUMBER_WORDS or lemma[:1].isdigit() for lemma in before)
    return is_plural and not is_counted and last in FIGHTERS and is_armed(organization)


def is_armed(organization: Organization) -> bool:
    """Tell whether an organisation is an armed group, in power or not."""
    return organization.sector == "REB" or bool(organization.governs)


def is_of_states(noun: ActorNoun, phrase: Phrase, following: str) -> bool:
    """Tell whether a body is one of many states: "the European Court of Auditors", "an international working group".

    A part of the world tells it only in a title: "a European court" is of some state there.
    """
    words = [word.lower() for word in phrase.words]
    if noun.kind != "body" or words[-1] != phrase.lemmas[-1].lower():
        return False
    telling = MULTINATIONAL if noun.sector in ORGANS else JOINT if noun.sector == "UNK" else frozenset()
    whose = max((at for at, word in enumerate(words) if word in MARKS), default=-1)  # not "the Arab state's court"
    if not telling.isdisjoint(words[whose + 1 :]):
        return True
    region = max((at for at, word in enumerate(words) if at > whose and word in REGIONAL), default=len(words))
    title = phrase.words[region + 1 :]
    is_long = len(title) > 1 or (len(title) == 1 and following in TITLED)
    return noun.sector in ORGANS and is_long and all(word[:1].isupper() for word in title)
