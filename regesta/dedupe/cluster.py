"""Joins judged pairs into clusters: what is judged the same comes together, unless it is judged different."""

from collections.abc import Iterable
from typing import TypeVar

from regesta.model.judgement import Judgement

Key = TypeVar("Key", str, int)


def cluster(ids: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for every id, the id of its cluster: the smallest id joined to it.

    Judgements are taken in the order given. "Same" joins two clusters, unless a "different" before it keeps events of
    the two apart; "different" keeps two events apart, unless those before it have joined them. So what comes first
    counts most, and a cluster that must fall apart does so where it was held by what comes last.

    Args:
        ids: Ids of all events considered; an id that only occurs in judgements is taken in as well.
        judgements: Judged pairs; the verdict "unsure" does nothing.
    """
    return connect(ids, ((j.left, j.right, j.verdict == "same") for j in judgements if j.verdict != "unsure"))


def joined(ids: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Return, for every id, the smallest id that a chain of pairs joins to it; in ascending order of ids.

    Args:
        ids: The ids; one that only occurs in a pair is taken in as well.
        pairs: What is joined.
    """
    return connect(ids, ((left, right, True) for left, right in pairs))


def connect(ids: Iterable[Key], pairs: Iterable[tuple[Key, Key, bool]]) -> dict[Key, Key]:
    """Return, for every id, the smallest id joined to it, in ascending order of ids; see `cluster`.

    Args:
        ids: The ids; one that only occurs in a pair is taken in as well.
        pairs: Two ids, and whether they come together or are kept apart.
    """
    parent = {i: i for i in ids}
    apart: dict[Key, set[Key]] = {}  # by root: the roots that it must not be joined with

    def root(i: Key) -> Key:
        parent.setdefault(i, i)
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for left, right, together in pairs:
        low, high = sorted((root(left), root(right)))
        if low == high or high in apart.get(low, ()):
            continue
        if not together:
            apart.setdefault(low, set()).add(high)
            apart.setdefault(high, set()).add(low)
            continue
        parent[high] = low
        for other in apart.pop(high, ()):
            apart[other] = apart[other] - {high} | {low}
            apart.setdefault(low, set()).add(other)
    return {i: root(i) for i in sorted(parent)}
