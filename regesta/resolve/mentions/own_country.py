"""Says of which state "the government" and "the court" are where only who speaks or the dateline tells."""

import re

from regesta.model.nearby import numbers_by_head
from regesta.model.parse import SUBJECTS
from regesta.resolve.mentions.named_states import named_states
from regesta.resolve.mentions.surroundings import Surroundings
from regesta.resolve.states.states import load_states

OPPOSED = frozenset({"OPP", "PTY"})  # who speaks of "the government" means that of his own state
RULING = frozenset({"government", "authorities", "cabinet", "coalition"})
PLAIN_OPENERS = frozenset({"the", "government", "authorities"})  # no word before them tells whose they are
DOMESTIC = frozenset({"JUD", "LEG", "OPP", "COP", "GOV"})
RELATIVE = frozenset({"counterpart", "colleague", "peer", "group", "ally", "neighbour", "neighbor", "guest"})
DATELINE = re.compile(r"\s*([A-Z][A-Z'’]+(?:[ -][A-Z][A-Z'’]+){0,2})\s?[,.:/(–—-]")  # "PORT MORESBY, July 3"
SPOKEN_OF = 0.2  # the least share of the states named


def opposed_in(around: Surroundings, index: int) -> str | None:
    """Return the state in which a party or an opposition speaks of "the government" without more; else None.

    "**Israel's opposition leader** called the pact a failure of the government".
    """
    mention, parse = around.article.mentions[index], around.parse
    is_plain = mention.form == "nominal" and parse.words[mention.head].lower() in RULING
    if not is_plain or parse.words[parse.tokens_in(mention.span)[0]].lower() not in PLAIN_OPENERS:
        return None
    verb = next((at for at in parse.ancestors(mention.head) if parse.pos[at] == "VERB"), None)
    if verb is None or parse.deps[mention.head] in SUBJECTS:
        return None
    numbers = numbers_by_head(around.article)
    subjects = sorted(i for subject in parse.governed(verb, "nsubj") for i in numbers.get(subject, ()))
    speaking = (around.readings[i] for i in subjects)
    told = (one.iso3 for one in speaking if one.sector in OPPOSED)
    return next((iso3 for iso3 in told if iso3 not in {None, "IGO", "NGO"}), None)


def written_in(around: Surroundings, index: int) -> str | None:
    """Return the state of the dateline for a court, a parliament or an opposition that is told of without one.

    Only where the report speaks of that state, too: many are written far from what they tell.
    """
    mention, parse = around.article.mentions[index], around.parse
    is_own = parse.governs(mention.head, "poss") or parse.lemmas[mention.head] in RELATIVE
    if is_own or around.readings[index].sector not in DOMESTIC:
        return None
    home, here = capital_of_dateline(around.article.text), around.sentence_of[mention.head]
    named = named_states(around.named)
    is_abroad = any(n.is_place and n.iso3 != home for n in named.in_sentence.get(here, ()))
    if home is None or is_abroad:
        return None
    return home if named.all.get(home, 0.0) >= SPOKEN_OF else None


def capital_of_dateline(text: str) -> str | None:
    """Return the state of the capital that a report was written in; None where its dateline tells no capital."""
    town = DATELINE.match(text)
    meaning = load_states().meaning(town[1].strip().title()) if town else None
    return meaning.iso3 if meaning is not None and meaning.basis == "capital" else None
