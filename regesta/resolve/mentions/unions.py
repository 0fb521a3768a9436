"""Says which union of states "the bloc" and "the alliance" are: the one that the article named last."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.model.annotation import Mention
from regesta.model.nearby import LastBefore
from regesta.model.parse import Parse
from regesta.resolve.names.actor_words import UNION_KINDS
from regesta.resolve.phrases.phrases import Reading

# What many others are called, too: they are the union only where no other body was named since.
OFTEN_OTHERS = frozenset({"union", "organisation", "organization", "club"})
DEFINITE = frozenset({"the", "this", "that"})
UNION = "IGO"


def with_unions(parse: Parse, mentions: Sequence[Mention], readings: Sequence[Reading]) -> list[Reading]:
    """Return readings in which a definite union without a name is the body of states that was named last before it.

    Args:
        parse: Parse of the article.
        mentions: Its mentions.
        readings: What is told of each.
    """
    found = list(readings)
    bodies = [(m.head, i) for i, (m, r) in enumerate(zip(mentions, readings, strict=True)) if is_body(r)]
    any_body = LastBefore(bodies)
    any_union = LastBefore((head, i) for head, i in bodies if readings[i].iso3 == UNION)
    for index, (mention, reading) in enumerate(zip(mentions, readings, strict=True)):
        if not is_union(parse, mention) or reading.organization or reading.iso3:
            continue
        often = parse.lemmas[mention.head].lower() in OFTEN_OTHERS
        last = (any_body if often else any_union).find(mention.head)
        if last is not None and readings[last].iso3 == UNION:
            found[index] = replace(readings[last], sector=UNION, basis="organization", noun=None, office=None)
    return found


def is_body(reading: Reading) -> bool:
    """Tell whether a reading is of a body, or of a union's people: "NATO", "ASEAN ministers"."""
    return reading.organization is not None or reading.iso3 == UNION


def is_union(parse: Parse, mention: Mention) -> bool:
    """Tell whether words are a definite union, no more: "the bloc", "the 27-nation bloc", not "the opposition bloc"."""
    return is_definite(parse, mention) and parse.lemmas[mention.head].lower() in UNION_KINDS | OFTEN_OTHERS


def is_definite(parse: Parse, mention: Mention) -> bool:
    """Tell whether words are a definite noun in the singular, no more but a number: "the 27-nation bloc"."""
    tokens = list(parse.tokens_in(mention.span))
    if mention.form != "nominal" or not tokens or parse.words[tokens[0]].lower() not in DEFINITE:
        return False
    between = [t for t in tokens[1:] if t < mention.head]
    is_bare = all(parse.pos[t] in {"NUM", "PUNCT"} or "nation" in parse.words[t] for t in between)
    return is_bare and parse.tags[mention.head] in {"NN", "NNP"}
