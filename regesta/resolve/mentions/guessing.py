"""Guesses the state of actors whose words tell none, from the text around them; of some nothing may be guessed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from regesta.model.annotation import Mention
from regesta.model.parse import Parse
from regesta.resolve.mentions.own_country import opposed_in, written_in
from regesta.resolve.mentions.regions import state_called
from regesta.resolve.mentions.surroundings import Surroundings
from regesta.resolve.names.actor_words import (
    ABROAD,
    COUNTRY_NOUNS,
    FOREIGN,
    FOREIGN_TOPICS,
    OF_ONE_STATE,
    OF_OTHERS,
    SEVERAL,
    WITHIN_STATE,
)
from regesta.resolve.phrases.phrases import Reading

# How sure surroundings must be of a state: below, they are as often wrong as right. Of a person more, since the
# register takes it for a fact about one.
SURE_ENOUGH, SURE_OF_PERSON = 0.4, 0.5
LEAST_NAMED = 3  # states that an article names before one is taken for a stranger's
NEVER_GUESSED = frozenset({"GPE", "LOC", "FAC", "NORP"})


def guessed(around: Surroundings, chain: Sequence[int]) -> Reading:
    """Return the reading of an actor's first mention with the state its surroundings speak for, if it has none."""
    reading, mention = around.readings[chain[0]], around.article.mentions[chain[0]]
    if reading.iso3 is None and (called := first_told(state_called, around, chain)):
        return replace(reading, iso3=called, basis="surroundings")
    if not all(is_open(around.parse, around.article.mentions[i], around.readings[i]) for i in chain):
        return reading
    for telling in (Surroundings.speaking_from, opposed_in, written_in):
        if home := first_told(telling, around, chain):
            return replace(reading, iso3=home, basis="surroundings")
    is_person = mention.label == "PERSON" and not reading.office
    judged = None if is_person and len(around.named) < LEAST_NAMED else around.judge(chain)
    if judged is None or judged[1] < (SURE_OF_PERSON if is_person else SURE_ENOUGH):
        return reading
    is_union = judged[0] == "IGO" and reading.sector == "UNK"  # "the alliance"
    return replace(reading, iso3=judged[0], sector="IGO" if is_union else reading.sector, basis="surroundings")


def first_told(
    telling: Callable[[Surroundings, int], str | None], around: Surroundings, chain: Sequence[int]
) -> str | None:
    """Return the state that a rule tells of the first of an actor's mentions of which it tells one; else None."""
    return next(filter(None, (telling(around, index) for index in chain)), None)


def is_open(parse: Parse, mention: Mention, reading: Reading) -> bool:
    """Tell whether surroundings may tell a mention's state: its words do not, and it is no place or body of its own."""
    body = reading.organization
    is_own = body is not None and body.sector not in OF_ONE_STATE  # many states have a "Constitutional Court"
    is_body = body is not None and ((is_own and mention.form == "name") or body.iso3 is not None)
    is_creed = mention.label == "NORP" and reading.noun is not None  # "the Islamists", not "Muslims"
    is_closed = reading.iso3 or reading.sector == "IGO" or is_body or (mention.label in NEVER_GUESSED and not is_creed)
    return not is_closed and not is_of_several(parse, mention, reading)


def is_of_several(parse: Parse, mention: Mention, reading: Reading) -> bool:
    """Tell whether a description is of several states, or of one that is not the article's: "both countries"."""
    noun = reading.noun.phrase if reading.noun else ""
    words = [parse.lemmas[t].lower() for t in parse.tokens_in(mention.span) if t <= mention.head]
    before = {word for word, after in pairwise(words) if (word, after) not in FOREIGN_TOPICS}
    if noun.startswith("foreign ") and words[0] == "the" and parse.tags[mention.head] in {"NN", "NNP"}:
        before.discard("foreign")  # "the foreign intelligence service" is the state's own; "a foreign ..." is not
    is_plural = parse.tags[mention.head] in {"NNS", "NNPS"} or not SEVERAL.isdisjoint(before)
    is_led = noun != "party" and reading.sector in WITHIN_STATE  # "party leaders"
    is_country = noun in COUNTRY_NOUNS and not is_led
    is_bloc = noun.count(" ") > 0 and noun.split()[-1] in COUNTRY_NOUNS and reading.sector == "GOV"
    return (
        noun in ABROAD | OF_OTHERS
        or not FOREIGN.isdisjoint(before)
        or (is_plural and (is_country or is_bloc))  # "developing countries", "foreign ministers"
    )
