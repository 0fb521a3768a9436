"""Says which union of states "the bloc" and "the alliance" are: the one that the article named last."""

from collections.abc import Sequence
from dataclasses import replace

from regesta.model.annotation import Mention
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
    for index, (mention, reading) in enumerate(zip(mentions, readings, strict=True)):
        if not is_union(parse, mention) or reading.organization or reading.iso3:
            continue
        before = [r for m, r in zip(mentions, readings, strict=True) if m.head < mention.head and is_body(r)]
        often = parse.lemmas[mention.head].lower() in OFTEN_OTHERS
        body = next((r for r in reversed(before[-1:] if often else before) if r.iso3 == UNION), None)
        if body is not None:
            found[index] = replace(body, sector=UNION, basis="organization", noun=None, office=None)
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
