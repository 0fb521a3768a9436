"""Words that syntax and network take for speech and that are none: how a source wants to be named, who quotes whom."""

from collections.abc import Sequence

from regesta.annotate.speech.subjects import REPORTED_AS
from regesta.model.annotation import Quote
from regesta.model.nearby import Placed
from regesta.model.parse import Parse

NAMED = frozenset({"name", "identify", "quote", "cite"})
UNNAMED = frozenset({"anonymous", "anonymity"})
MOST_WORDS = 8  # of what only says how somebody wants to be named


def spoken(parse: Parse, quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes that are speech: no "asked not to be named", and "Tass quoted Berg as saying" is Berg's."""
    found = [quote for quote in quotes if not is_about_naming(parse, quote)]
    begun = Placed((quote.content[0], quote) for quote in found)
    return [quote for quote in found if not is_relay(parse, quote, begun)]


def is_about_naming(parse: Parse, quote: Quote) -> bool:
    """Tell whether somebody only asks not to be named: "asked **not to be identified**", "**to remain anonymous**"."""
    tokens = [token for span in quote.content for token in parse.tokens_in(span)]
    lemmas = {parse.lemmas[token].lower() for token in tokens}
    if quote.kind != "indirect" or len(tokens) > MOST_WORDS:
        return False
    is_asked = {"not", "to", "be"} <= lemmas and not lemmas.isdisjoint(NAMED)
    return is_asked or not lemmas.isdisjoint(UNNAMED)


def is_relay(parse: Parse, quote: Quote, others: Placed[Quote]) -> bool:
    """Tell whether a quote only tells who quotes another's: "Tass **quoted** Berg **as saying** that"."""
    if quote.cue is None or REPORTED_AS.isdisjoint(parse.lemmas[token] for token in parse.tokens_in(quote.cue)):
        return False
    around = quote.content[0].joined(quote.content[-1])
    return any(
        other is not quote and other.cue is not None and is_quoted_as(parse, other)
        and around.overlaps(other.content[0])
        for other in others.touching(around)
    )  # fmt: skip


def is_quoted_as(parse: Parse, quote: Quote) -> bool:
    """Tell whether a quote is what somebody is quoted "as saying" or "as warning"."""
    cue = parse.tokens_in(quote.cue) if quote.cue else range(0)
    return any(parse.tags[token] == "VBG" and token > 0 and parse.lemmas[token - 1] == "as" for token in cue)
