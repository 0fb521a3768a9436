"""Joins judged pairs into clusters: what is judged the same comes together, unless it is judged different."""

from collections.abc import Iterable

from regesta.model.judgement import Judgement


def cluster(ids: Iterable[str], judgements: Iterable[Judgement]) -> dict[str, str]:
    """Return, for every id, the id of its cluster: the smallest id joined to it.

    Judgements are taken in the order given. "Same" joins two clusters, unless a "different" before it keeps events of
    the two apart; "different" keeps two events apart, unless those before it have joined them. So what comes first
    counts most, and a cluster that must fall apart does so where it was held by what comes last.

    Args:
        ids: Ids of all events considered; an id that only occurs in judgements is taken in as well.
        judgements: Judged pairs; the verdict "unsure" does nothing.
    """
    parent = {i: i for i in ids}
    apart: dict[str, set[str]] = {}  # by root: the roots that it must not be joined with

    def root(i: str) -> str:
        parent.setdefault(i, i)
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for judgement in judgements:
        low, high = sorted((root(judgement.left), root(judgement.right)))
        if low == high or judgement.verdict == "unsure" or high in apart.get(low, ()):
            continue
        if judgement.verdict == "different":
            apart.setdefault(low, set()).add(high)
            apart.setdefault(high, set()).add(low)
            continue
        parent[high] = low
        for other in apart.pop(high, ()):
            apart[other] = apart[other] - {high} | {low}
            apart.setdefault(low, set()).add(other)
    return {i: root(i) for i in sorted(parent)}
