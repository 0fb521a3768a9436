"""How clearly a telling tells its happening: by the clearest of them it is cited (`training/calibrate.py` fits it)."""

import math

from regesta.coding.odds import log_odds, score
from regesta.coding.tellings.retelling import everyone, is_told_here
from regesta.model.event import Event
from regesta.model.parse import Parse
from regesta.model.span import Span

BESIDE = frozenset({"advcl", "relcl", "acl"})  # clauses that add to what is told
WITHIN = frozenset({"ccomp", "xcomp", "pcomp"})  # clauses of what is said or wanted
WHOLE_LENGTH = 100  # characters, so that the weight has the size of the others


def clearness(parse: Parse, token: int, event: Event, sentence: tuple[int, Span]) -> float:
    """Return how clearly a word tells an event; only the order of tellings of one happening means anything.

    Args:
        parse: Parse of the article.
        token: The word.
        event: The event as that word's sentence tells it.
        sentence: Number of the sentence in the article, and its characters.
    """
    return score("clearest", clearness_evidence(parse, token, event, sentence))


def clearness_evidence(parse: Parse, token: int, event: Event, sentence: tuple[int, Span]) -> list[tuple[str, float]]:
    """Return what makes a telling the one to cite, as named numbers: early, in a main clause, whole.

    A third party counts nothing: "on the sidelines of the visit ministers A and B met" does not make it their visit.
    """
    number, span = sentence
    return [
        ("sure", log_odds(event.confidence)),
        ("parties", float(min(2, len(everyone(event))))),
        ("dated", float(is_told_here(event))),
        ("main clause", float(parse.deps[token] == "ROOT")),
        ("clause beside", float(parse.deps[token] in BESIDE)),
        ("clause within", float(parse.deps[token] in WITHIN)),
        ("late", math.log1p(number)),
        ("long", (span.end - span.start) / WHOLE_LENGTH),
    ]
