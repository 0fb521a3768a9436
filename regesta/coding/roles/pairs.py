"""Finds the two states that an article last named together: "both sides" of "India and Pakistan"."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from regesta.coding.triggers.arguments import subjects
from regesta.model.annotation import Mention
from regesta.model.parse import Parse

TOGETHER = frozenset({"with", "against", "between"})
# Verbs that two parties share although one is their object.
SHARED_VERBS = frozenset({"meet", "fight"})
STEPS = 3  # "opened a round of talks with Peru"

Pair = tuple[Mention, Mention]
Finder = Callable[[Parse, Mapping[int, Mention], int], Iterator[Mention]]


def last_joined(parse: Parse, mentions: Sequence[Mention]) -> Pair | None:
    """Return the mentions of two states, of some, that "and" joined last; a list of three is no pair."""
    return last_pair(parse, mentions, joined_to)


def last_dealing(parse: Parse, mentions: Sequence[Mention]) -> Pair | None:
    """Return the mentions of two states, of some, that last dealt with each other: "Peru held talks with Chile"."""
    return last_pair(parse, mentions, dealing_with)


def last_pair(parse: Parse, mentions: Sequence[Mention], find: Finder) -> Pair | None:
    """Return the last of some mentions for which one of another state is found, and that one before it."""
    at = {token: mention for mention in mentions for token in parse.tokens_in(mention.span)}
    for token in sorted(at, reverse=True):
        first = next((other for other in find(parse, at, token) if state_of(other) != state_of(at[token])), None)
        if first is not None:
            return first, at[token]
    return None


def joined_to(parse: Parse, at: Mapping[int, Mention], last: int) -> Iterator[Mention]:
    """Yield whom "and" joins a word to, when it joins no third."""
    first = parse.heads[last]
    is_longer = parse.deps[first] == "conj" or parse.governs(last, "conj")
    if parse.deps[last] == "conj" and first in at and not is_longer:
        yield at[first]


def dealing_with(parse: Parse, at: Mapping[int, Mention], other: int) -> Iterator[Mention]:
    """Yield who deals with somebody: "**Peru** held talks with Chile", "**Peru's** war against Chile"."""
    above = parse.heads[other]
    if parse.deps[other] == "dobj" and parse.lemmas[above] in SHARED_VERBS:
        yield from (at[noun] for noun in subjects(parse, above) if noun in at)
    if parse.deps[other] != "pobj" or parse.lemmas[above] not in TOGETHER:
        return
    for _ in range(STEPS):
        above = parse.heads[above]
        doers = [*parse.governed(above, "poss", "amod"), *subjects(parse, above)]
        yield from (at[noun] for noun in doers if noun in at)


def state_of(mention: Mention) -> str | None:
    """Return the code of the state that a mention names."""
    return mention.actor.iso3 if mention.actor else None
