"""The noun phrase of a speaker: the span to highlight and to match with a mention."""

import os
from regesta.model.parse import Parse
from regesta.model.span import Span

CLAUSES = frozenset(os.environ.get("CL", "relcl advcl ccomp parataxis").split())


def speaker_span(parse: Parse, head: int) -> Span:
    """Return the noun phrase under `head` with titles, "of" phrases and appositions, without clauses."""
    tokens = phrase_tokens(parse, head)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while first < head and parse.pos[first] in {"PUNCT", "SPACE"}:
        first += 1
    while last > head and parse.pos[last] in {"PUNCT", "SPACE"}:
        last -= 1
    return parse.span(first, last)


def phrase_tokens(parse: Parse, head: int) -> set[int]:
    """Return the tokens under `head` that are not in a clause."""
    found = {head}
    for child in parse.children[head]:
        if parse.deps[child] not in CLAUSES:
            found |= phrase_tokens(parse, child)
    return found
