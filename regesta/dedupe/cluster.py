"""Joins judged pairs into clusters: what is judged the same comes together, unless too much speaks against it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from regesta.model.judgement import Judgement

Key = TypeVar("Key", str, int)
METHOD = re.compile(r"[\w.-]+@\d+\.\d+.*")  # "dedupe@0.1.0"; any other author is a person
ENOUGH = 0.5  # of the pairs between two clusters, so many must be judged the same for the program to join them
UNSURE_COUNTS = 0.5
CLEAR_FROM = 0.45  # the chance that a pair must keep when shared with its rivals: that of one judged the same


def is_by_method(judgement: Judgement) -> bool:
    """Tell whether a version of the program judged, not a person."""
    return METHOD.fullmatch(judgement.author) is not None


def cluster(
    ids: Iterable[str], judgements: Iterable[Judgement], articles: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return, for every id, the id of its cluster: the smallest id joined to it.

    Judgements are taken in the order given, and each is followed unless it contradicts one before it. "Same" joins two
    clusters, unless a "different" before it keeps events of the two apart; "different" keeps two events apart, unless
    those before it have joined them. So a cluster that a person's "different" breaks up does so where it was held by
    what comes last.

    Of what the program judges, only that is followed which held when its judgements stood alone: it joins two clusters
    when at least half of the pairs between them are judged the same (an unsure pair counts half), no article is in
    both, and the pair has no strong rivals (see `unrivalled`). So one mistaken pair does not run two happenings
    together, and what one article tells apart stays apart.

    Args:
        ids: Ids of all events considered; an id that only occurs in judgements is taken in as well.
        judgements: Judged pairs.
        articles: The article of each event; None to follow every pair that the program judges the same.
    """
    told = list(judgements)
    alone = Groups(ids, told, articles or {})
    clear = unrivalled(told, articles or {}) if articles is not None else {judgement.pair for judgement in told}
    for judgement in told:
        if judgement.pair in clear and judgement.verdict == "same" and is_by_method(judgement):
            alone.join(judgement.left, judgement.right, is_bold=articles is None)
    groups = Groups(alone.parent)
    for judgement in told:
        left, right = judgement.pair
        if judgement.verdict == "different":
            groups.part(left, right)
        elif judgement.verdict == "same" and (not is_by_method(judgement) or alone.root(left) == alone.root(right)):
            groups.join(left, right)
    return {i: groups.root(i) for i in sorted(groups.parent)}


def unrivalled(judgements: Iterable[Judgement], articles: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs that the program judges the same with enough certainty for the rivals that they have.

    Rivals are the other events of the one article that the event of the other could be as well: pairs judged the same
    or unsure. At most one of them can be it, so that each has a chance that is by so much smaller.

    Args:
        judgements: Judged pairs.
        articles: The article of each event; without it there are no rivals.
    """
    judged = {j.pair: j.score for j in judgements if is_by_method(j) and j.verdict != "different"}
    told_by = {i: articles.get(i, i) for pair in judged for i in pair}
    rivals = Counter((i, told_by[other]) for pair in judged for i, other in (pair, pair[::-1]))
    return {
        (left, right)
        for (left, right), score in judged.items()
        if odds_of(score) >= odds_of(CLEAR_FROM) * max(rivals[left, told_by[right]], rivals[right, told_by[left]])
    }


def odds_of(score: float) -> float:
    """Return the odds of a chance."""
    return score / max(1 - score, 1e-6)


class Groups:
    """Clusters as they grow.

    Attributes:
        parent: A smaller id of the same cluster, by id; itself for the smallest.
        size: Number of events, by smallest id; of one when missing.
        articles: The articles of its events, likewise.
        support: How many pairs are judged the same, by the smallest ids of two clusters.
        apart: The clusters that it must not be joined with, by smallest id.
    """

    def __init__(
        self, ids: Iterable[str], judgements: Iterable[Judgement] = (), articles: Mapping[str, str] | None = None
    ) -> None:
        """Begin with every event alone."""
        self.parent = {i: i for i in ids}
        self.size: dict[str, int] = {}
        self.articles = {i: {article} for i, article in (articles or {}).items()}
        self.support: defaultdict[str, dict[str, float]] = defaultdict(dict)
        self.apart: defaultdict[str, set[str]] = defaultdict(set)
        for judgement in judgements:
            said = {"same": 1.0, "unsure": UNSURE_COUNTS, "different": 0.0}[judgement.verdict]
            for one, other in (judgement.pair, judgement.pair[::-1]):
                self.parent.setdefault(one, one)
                if not is_by_method(judgement):
                    continue
                self.support[one][other] = max(said, self.support[one].get(other, 0.0))  # of several versions

    def root(self, i: str) -> str:
        """Return the smallest id of a cluster."""
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def part(self, left: str, right: str) -> None:
        """Keep two clusters apart, unless they are one."""
        low, high = self.root(left), self.root(right)
        if low != high:
            self.apart[low].add(high)
            self.apart[high].add(low)

    def join(self, left: str, right: str, *, is_bold: bool = True) -> None:
        """Join two clusters, unless something speaks against it.

        Args:
            left: An event of one.
            right: An event of the other.
            is_bold: Whether it is enough that they are not kept apart.
        """
        low, high = sorted((self.root(left), self.root(right)))
        if low == high or high in self.apart[low] or not (is_bold or self.fit(low, high)):
            return
        self.parent[high] = low
        self.size[low] = self.size.get(low, 1) + self.size.pop(high, 1)
        self.articles[low] = self.articles.get(low, set()) | self.articles.pop(high, set())
        for other, said in self.support.pop(high, {}).items():
            del self.support[other][high]
            if other != low:
                self.support[low][other] = self.support[other][low] = self.support[low].get(other, 0.0) + said
        for other in self.apart.pop(high, ()):
            self.apart[other] = self.apart[other] - {high} | {low}
            self.apart[low].add(other)

    def fit(self, low: str, high: str) -> bool:
        """Tell whether two clusters are alike enough, and that no article tells both."""
        pairs = self.size.get(low, 1) * self.size.get(high, 1)
        enough = self.support[low].get(high, 0.0) >= ENOUGH * pairs
        return enough and self.articles.get(low, set()).isdisjoint(self.articles.get(high, ()))


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
