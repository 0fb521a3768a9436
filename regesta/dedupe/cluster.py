"""Joins judged pairs into clusters: connected components over the verdict "same"."""

from collections.abc import Iterable

from regesta.model.judgement import Judgement


def cluster(ids: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for every id, the id of its cluster: the smallest id joined to it.

    A verdict "different" by a person undoes nothing here; the store removes the judgement it overrules.

    Args:
        ids: Ids of all events considered; an id that only occurs in judgements is taken in as well.
        judgements: Judged pairs; only the verdict "same" joins.
    """
    parent = {i: i for i in ids}

    def root(i: str) -> str:
        parent.setdefault(i, i)
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for judgement in judgements:
        if judgement.verdict == "same":
            low, high = sorted((root(judgement.left), root(judgement.right)))
            parent[high] = low
    return {i: root(i) for i in sorted(parent)}
