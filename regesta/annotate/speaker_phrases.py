"""The noun phrase of a speaker: the span to highlight and to match with a mention."""

from regesta.model.parse import Parse
from regesta.model.span import Span

CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})


def speaker_span(parse: Parse, head: int) -> Span:
    """Return the noun phrase under `head`: titles, appositions, "of" phrases and the clauses that tell which one.

    A relative clause after a comma only adds something, so it is left out: "the envoy, who was tired".
    """
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
    """Return the tokens under `head` that belong to its noun phrase."""
    found = {head}
    for child in parse.children[head]:
        if parse.deps[child] in CLAUSES:
            continue
        if parse.deps[child] == "relcl" and parse.words[min(parse.subtree(child)) - 1] == ",":
            continue
        found |= phrase_tokens(parse, child)
    return found
