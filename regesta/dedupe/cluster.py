"""Joins judged pairs into clusters: connected components over the verdict "same"."""

from collections.abc import Iterable
from typing import TypeVar

from regesta.model.judgement import Judgement

Key = TypeVar("Key", str, int)


def cluster(ids: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for every id, the id of its cluster: the smallest id joined to it.

    A verdict "different" by a person undoes nothing here; the store removes the judgement it overrules.

    Args:
        ids: Ids of all events considered; an id that only occurs in judgements is taken in as well.
        judgements: Judged pairs; only the verdict "same" joins.
    """
    return joined(ids, ((j.left, j.right) for j in judgements if j.verdict == "same"))


def joined(ids: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Return, for every id, the smallest id that a chain of pairs joins to it; in ascending order of ids.

    Args:
        ids: The ids; one that only occurs in a pair is taken in as well.
        pairs: What is joined.
    """
    parent = {i: i for i in ids}

    def root(i: Key) -> Key:
        parent.setdefault(i, i)
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for left, right in pairs:
        low, high = sorted((root(left), root(right)))
        parent[high] = low
    return {i: root(i) for i in sorted(parent)}
