"""Who deals with whom: parties as nodes, happenings in which two take part as edges."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

from regesta.query.clusters import Cluster
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


def network(clusters: Iterable[Cluster], most: int = 60, *, states_only: bool = False) -> Network:
    """Return who deals with whom.

    Args:
        clusters: The happenings.
        most: At most so many parties.
        states_only: Whether to leave out parties that belong to no state.
    """
    intensities: dict[tuple[str, str], list[float]] = {}
    for cluster in clusters:
        for dyad in dyads(cluster.best):
            if not states_only or all(code.isupper() for code in dyad):
                intensities.setdefault(dyad, []).append(cluster.best.intensity)
    degrees: Counter[str] = Counter()
    for dyad, values in intensities.items():
        degrees.update(dict.fromkeys(dyad, len(values)))
    ranked = sorted(degrees, key=lambda code: (-degrees[code], code))
    kept = set(ranked[:most])
    edges = [
        Edge(left=left, right=right, entries=len(values), intensity=sum(values) / len(values))
        for (left, right), values in intensities.items()
        if left in kept and right in kept
    ]
    edges.sort(key=lambda edge: (-edge.entries, edge.left, edge.right))
    nodes = tuple(Node(code, degrees[code]) for code in ranked[:most])
    return Network(nodes, tuple(edges), max(0, len(ranked) - most))


def dyads(event: EventOutline) -> set[tuple[str, str]]:
    """Return the dyads of an event: actor with recipient; actors with each other where nobody receives."""
    found = product(event.actors, event.recipients) if event.recipients else combinations(event.actors, 2)
    return {(min(dyad), max(dyad)) for dyad in found if dyad[0] != dyad[1]}
