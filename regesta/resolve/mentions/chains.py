"""Reads the mentions of one actor together: what one leaves open another may tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from regesta.resolve.mentions.mention_readings import complete
from regesta.resolve.phrases.phrases import Reading


def chains_of(roots: Sequence[int]) -> dict[int, list[int]]:
    """Return the mentions of each actor, in text order, by the index of its fullest."""
    chains: defaultdict[int, list[int]] = defaultdict(list)
    for index, root in enumerate(roots):
        chains[root].append(index)
    return dict(chains)


def read_chains(own: Sequence[Reading], roots: Sequence[int], chains: Mapping[int, Sequence[int]]) -> list[Reading]:
    """Return each mention's reading completed by those of the same actor, where two read alike once for both.

    Args:
        own: What each mention's own words say.
        roots: Index of the fullest mention of each mention's actor.
        chains: The mentions of each actor, by that index.
    """
    known: dict[tuple[int, Reading], Reading] = {}
    for index, root in enumerate(roots):
        if (root, own[index]) not in known:
            known[root, own[index]] = read_chain(own, chains[root], index)
    return [known[root, own[index]] for index, root in enumerate(roots)]


def read_chain(own: Sequence[Reading], chain: Sequence[int], index: int) -> Reading:
    """Return a mention's reading completed by those of the same actor, except such as belong to another state.

    Args:
        own: What each mention's own words say.
        chain: Indices of the mentions of this actor.
        index: The mention in question.
    """
    reading = own[index]
    for more in (own[other] for other in chain):
        if not (reading.iso3 and more.iso3 and more.iso3 != reading.iso3):
            reading = joined(reading, more)
    return reading


def joined(reading: Reading, more: Reading) -> Reading:
    """Return a reading completed by another of the same actor."""
    whole = complete(reading, more)
    if whole.meaning or whole.organization or not (more.meaning or more.organization):
        return whole
    return replace(whole, meaning=more.meaning, organization=more.organization, called=more.called)
