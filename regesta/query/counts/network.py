"""Who deals with whom: parties as nodes, happenings in which two take part as edges."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from regesta.query.clusters.columns import Matched
from regesta.query.counts.timeline import INTENSITY
from regesta.store.outlines import EventOutline


@dataclass(frozen=True, slots=True)
class Node:
    """A party, by code (see `regesta.store.outlines.party_code`), with the happenings it shares with other nodes."""

    code: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """Two parties that deal with each other.

    Attributes:
        left: Code of one, the smaller in order of the alphabet.
        right: Code of the other.
        entries: Happenings in which both take part.
        intensity: Their mean intensity, -10 (conflict) to +10 (cooperation).
    """

    left: str
    right: str
    entries: int
    intensity: float


@dataclass(frozen=True, slots=True)
class Network:
    """A network of parties.

    Attributes:
        nodes: Parties, those with most happenings first.
        edges: Dyads, those with most happenings first.
        left_out: Number of parties that were left out because others have more happenings.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


def network(clusters: Matched, most: int = 60, *, states_only: bool = False) -> Network:
    """Return who deals with whom.

    Args:
        clusters: The happenings.
        most: At most so many parties.
        states_only: Whether to leave out parties that belong to no state.
    """
    counted = count_dyads(clusters)
    if states_only:
        counted = [dyad for dyad in counted if all(code.isupper() for code in dyad[:2])]
    degrees: Counter[str] = Counter()
    for left, right, entries, _ in counted:
        degrees[left] += entries
        degrees[right] += entries
    ranked = sorted(degrees, key=lambda code: (-degrees[code], code))
    kept = set(ranked[:most])
    edges = [
        Edge(left=left, right=right, entries=entries, intensity=total / entries)
        for left, right, entries, total in counted
        if left in kept and right in kept
    ]
    edges.sort(key=lambda edge: (-edge.entries, edge.left, edge.right))
    nodes = tuple(Node(code, degrees[code]) for code in ranked[:most])
    return Network(nodes, tuple(edges), max(0, len(ranked) - most))


def count_dyads(clusters: Matched) -> list[tuple[str, str, int, float]]:
    """Return the dyads that occur, with the number of their happenings and the sum of their intensities."""
    left = clusters.flat(("dyads", "left"), lambda cluster: [dyad[0] for dyad in sorted(dyads(cluster.best))])
    right = clusters.flat(("dyads", "right"), lambda cluster: [dyad[1] for dyad in sorted(dyads(cluster.best))])
    intensities = clusters.of_clusters(*INTENSITY)[left.owner]
    pairs, pair_of = np.unique(left.code * len(right.values) + right.code, return_inverse=True)
    entries = np.bincount(pair_of, minlength=len(pairs)).tolist()
    sums = np.bincount(pair_of, intensities, len(pairs)).tolist()
    codes = (divmod(pair, len(right.values)) for pair in pairs.tolist())
    named = ((left.values[first], right.values[second]) for first, second in codes)
    return [(*names, *counted) for names, *counted in zip(named, entries, sums, strict=True)]


def dyads(event: EventOutline) -> set[tuple[str, str]]:
    """Return the dyads of an event: actor with recipient; actors with each other where nobody receives."""
    found = product(event.actors, event.recipients) if event.recipients else combinations(event.actors, 2)
    return {(min(dyad), max(dyad)) for dyad in found if dyad[0] != dyad[1]}
