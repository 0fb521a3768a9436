"""Single columns over clusters and their events, each of which a change of some clusters brings up to date."""

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from regesta.query.clusters.clusters import Cluster
from regesta.store.outlines import EventOutline

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
UNASKED, KEYLESS = 0, -1  # keys are 1 and more
NEVER = 0  # no day has this number: 1 January of year 1 is 1


@dataclass(frozen=True)
class Change:
    """Some clusters taken out, others put at the end.

    Attributes:
        before: The clusters before.
        kept: For each of them whether it stays.
        kept_events: For each event of theirs whether its cluster stays.
        fresh: The clusters put at the end.
    """

    before: Sequence[Cluster]
    kept: Flags
    kept_events: Flags
    fresh: Sequence[Cluster]

    @property
    def numbers(self) -> Numbers:
        """For each cluster before that stays, its new number."""
        return np.cumsum(self.kept) - 1

    @property
    def first(self) -> int:
        """The number of the first fresh cluster."""
        return int(np.count_nonzero(self.kept))

    @property
    def fresh_events(self) -> list[EventOutline]:
        """The events of the fresh clusters."""
        return [event for cluster in self.fresh for event in cluster.members]


class Changing(Protocol):
    """A column."""

    def changed(self, change: Change) -> Self:
        """Return the column after a change."""
        ...


C = TypeVar("C", bound=Changing)


@dataclass(frozen=True, slots=True)
class Flat:
    """The values that clusters have: a cluster has as many rows as values.

    Attributes:
        owner: Number of the cluster of each row.
        code: Place of its value in `values`.
        values: The values, each once; after a change some may have no row.
        of: Returns the values of one cluster.
    """

    owner: Numbers
    code: Numbers
    values: tuple[Any, ...]
    of: Callable[[Cluster], Iterable[Any]]

    @classmethod
    def make(
        cls,
        clusters: Iterable[Cluster],
        of: Callable[[Cluster], Iterable[Any]],
        first: int = 0,
        known: Sequence[Any] = (),
    ) -> Self:
        """Return the values of clusters.

        Args:
            clusters: The clusters.
            of: Returns the values of one.
            first: The number of the first cluster.
            known: Values that have a code already.
        """
        codes = {value: code for code, value in enumerate(known)}
        owner, code = [], []
        for number, cluster in enumerate(clusters, first):
            for value in of(cluster):
                owner.append(number)
                code.append(codes.setdefault(value, len(codes)))
        return cls(np.array(owner, np.int64), np.array(code, np.int64), tuple(codes), of)

    def changed(self, change: Change) -> "Flat":
        """Return the values after a change."""
        fresh = Flat.make(change.fresh, self.of, change.first, self.values)
        kept = change.kept[self.owner]
        owner = np.concatenate((change.numbers[self.owner[kept]], fresh.owner))
        return Flat(owner, np.concatenate((self.code[kept], fresh.code)), fresh.values, self.of)

    def count(self, inside: Flags) -> dict[Any, int]:
        """Return how many rows have each value, of clusters that are flagged; values that none has are left out."""
        counts = np.bincount(self.code[inside[self.owner]], minlength=len(self.values))
        return {self.values[place]: int(counts[place]) for place in np.flatnonzero(counts)}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The place of each cluster when all are sorted.

    Attributes:
        places: The places.
        key: What they are sorted by; no two clusters have the same.
    """

    places: Numbers
    key: Callable[[Cluster], Any]

    @classmethod
    def make(cls, clusters: Sequence[Cluster], key: Callable[[Cluster], Any]) -> "Ranking":
        """Sort clusters."""
        return cls(places_of(sorted(range(len(clusters)), key=lambda number: key(clusters[number]))), key)

    def changed(self, change: Change) -> "Ranking":
        """Put fresh clusters in their places."""
        before = np.argsort(self.places)
        before = before[change.kept[before]]
        fresh = sorted(range(len(change.fresh)), key=lambda number: self.key(change.fresh[number]))
        at = [bisect(before, self.key(change.fresh[n]), key=lambda b: self.key(change.before[b])) for n in fresh]
        numbers = np.insert(change.numbers[before], np.array(at, np.int64), np.array(fresh, np.int64) + change.first)
        return Ranking(places_of(numbers), self.key)


@dataclass(frozen=True, slots=True)
class Coded:
    """A value of each event, as a number.

    Attributes:
        codes: The numbers.
        known: The number of each value.
        of: Returns the value of an event.
    """

    codes: Numbers
    known: dict[Any, int]
    of: Callable[[EventOutline], Any]

    @classmethod
    def make(
        cls, events: Iterable[EventOutline], of: Callable[[EventOutline], Any], known: dict[Any, int] | None = None
    ) -> "Coded":
        """Return the values of events; `known` ones have a number already."""
        numbered = dict(known or {})
        return cls(
            np.array([numbered.setdefault(of(event), len(numbered)) for event in events], np.int64), numbered, of
        )

    def changed(self, change: Change) -> "Coded":
        """Return the values after a change."""
        fresh = Coded.make(change.fresh_events, self.of, self.known)
        return Coded(np.concatenate((self.codes[change.kept_events], fresh.codes)), fresh.known, self.of)


@dataclass(frozen=True, slots=True)
class OfEvents:
    """A number of each event.

    Attributes:
        values: The numbers.
        of: Returns the number of an event.
    """

    values: NDArray[Any]
    of: Callable[[EventOutline], float]

    @classmethod
    def make(cls, events: Iterable[EventOutline], of: Callable[[EventOutline], float], kind: Any) -> "OfEvents":
        """Return the numbers of events; `kind` is their type in numpy."""
        return cls(np.array([of(event) for event in events], kind), of)

    def changed(self, change: Change) -> "OfEvents":
        """Return the numbers after a change."""
        fresh = OfEvents.make(change.fresh_events, self.of, self.values.dtype)
        return OfEvents(np.concatenate((self.values[change.kept_events], fresh.values)), self.of)


@dataclass(frozen=True, slots=True)
class OfClusters:
    """A number of each cluster; as `OfEvents`."""

    values: NDArray[Any]
    of: Callable[[Cluster], float]

    @classmethod
    def make(cls, clusters: Iterable[Cluster], of: Callable[[Cluster], float], kind: Any) -> "OfClusters":
        """Return the numbers of clusters; `kind` is their type in numpy."""
        return cls(np.array([of(cluster) for cluster in clusters], kind), of)

    def changed(self, change: Change) -> "OfClusters":
        """Return the numbers after a change."""
        fresh = OfClusters.make(change.fresh, self.of, self.values.dtype)
        return OfClusters(np.concatenate((self.values[change.kept], fresh.values)), self.of)


@dataclass(frozen=True, slots=True)
class Keys:
    """The key of each event in its store: `UNASKED` until it is asked for, `KEYLESS` where the store has none."""

    values: Numbers

    def changed(self, change: Change) -> "Keys":
        """Return the keys after a change."""
        fresh = np.full(len(change.fresh_events), UNASKED, np.int64)
        return Keys(np.concatenate((self.values[change.kept_events], fresh)))


def places_of(ranked: Iterable[int] | Numbers) -> Numbers:
    """Return the place of each number in a ranking of all numbers."""
    numbers = np.asarray(ranked, np.int64)
    places = np.empty(len(numbers), np.int64)
    places[numbers] = np.arange(len(numbers))
    return places


def day_number(day: date | None) -> int:
    """Return a day as a number, `NEVER` for none."""
    return day.toordinal() if day else NEVER
