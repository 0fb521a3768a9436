"""Base noun phrases of a parse: a noun with what stands before it."""

from regesta.model.parse import Parse

PREMODIFIERS = frozenset({"det", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "predet"})


def phrase_start(parse: Parse, head: int) -> int:
    """Return the first token of the base noun phrase under `head`: determiners, titles, modifiers and possessors.

    It never crosses a dash: "NAIROBI - **Kenyan** officials".
    """
    start = head
    for child in reversed(parse.children[head]):
        if child >= head:
            continue
        if parse.deps[child] not in PREMODIFIERS:
            if parse.deps[child] in {"punct", "case"}:
                continue
            break
        start = min(start, leftmost(parse, child))
    return next((token + 1 for token in range(head - 1, start - 1, -1) if parse.is_dash(token)), start)


def leftmost(parse: Parse, token: int) -> int:
    """Return the first token of the unbroken run under `token` that stands before it."""
    start = token
    while (before := next((child for child in parse.children[start] if child < start), None)) is not None:
        start = before  # a loop: "war war war ..." chains a thousand words, more than Python's calls may nest
    return start
