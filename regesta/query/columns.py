"""Clusters as columns of numbers: a filter that lets a hundred thousand through is applied and counted at once."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from regesta.query.clusters import Cluster, make_cluster
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.outlines import EventOutline

T = TypeVar("T")
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
NEVER = 0  # no day has this number: 1 January of year 1 is 1
SAME = ("type", "mode", "status", "quad", "publisher")  # fields of a filter that an event's own must equal
DAYS = ("since", "until", "published_since", "published_until")


@dataclass(frozen=True, slots=True)
class Flat:
    """The values that clusters have: a cluster has as many rows as values.

    Attributes:
        owner: Number of the cluster of each row.
        code: Place of its value in `values`.
        values: The values, each once.
    """

    owner: Numbers
    code: Numbers
    values: tuple[Any, ...]

    def count(self, inside: Flags) -> dict[Any, int]:
        """Return how many rows have each value, of clusters that are flagged; values that none has are left out."""
        counts = np.bincount(self.code[inside[self.owner]], minlength=len(self.values))
        return {self.values[place]: int(counts[place]) for place in np.flatnonzero(counts)}


@dataclass(frozen=True)
class Columns:
    """All clusters of a revision, numbered, with what is asked of many of them at once.

    Attributes:
        clusters: The clusters; a cluster's number is its place here.
        vetted: Ids of the events that a person vetted, for `make_cluster`.
        made: Columns made so far, by what they are.
    """

    clusters: tuple[Cluster, ...]
    vetted: frozenset[str] = frozenset()
    made: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def sizes(self) -> Numbers:
        """Number of events of each cluster."""
        return np.fromiter((len(cluster.members) for cluster in self.clusters), np.int64, len(self.clusters))

    @cached_property
    def firsts(self) -> Numbers:
        """Place in `events` of the first event of each cluster."""
        return np.concatenate(([0], np.cumsum(self.sizes)[:-1])) if self.clusters else np.zeros(0, np.int64)

    @cached_property
    def events(self) -> tuple[EventOutline, ...]:
        """All events, cluster by cluster."""
        return tuple(event for cluster in self.clusters for event in cluster.members)

    @cached_property
    def owners(self) -> Numbers:
        """Number of the cluster of each event."""
        return np.repeat(np.arange(len(self.clusters)), self.sizes)

    @cached_property
    def number_of(self) -> dict[str, int]:
        """Number of the cluster of each event, by id."""
        return {event.id: number for number, cluster in enumerate(self.clusters) for event in cluster.members}

    @cached_property
    def supports(self) -> Numbers:
        """Number of articles of each cluster."""
        return np.fromiter((cluster.support for cluster in self.clusters), np.int64, len(self.clusters))

    def kept(self, what: Hashable, make: Callable[[], T]) -> T:
        """Return a column made before, else make it and keep it."""
        if what not in self.made:
            self.made[what] = make()
        found: T = self.made[what]
        return found

    def flat(self, what: Hashable, values: Callable[[Cluster], Iterable[Any]]) -> Flat:
        """Return the values of all clusters, made once.

        Args:
            what: What they are.
            values: Returns those of one cluster.
        """

        def make() -> Flat:
            codes: dict[Any, int] = {}
            owner, code = [], []
            for number, cluster in enumerate(self.clusters):
                for value in values(cluster):
                    owner.append(number)
                    code.append(codes.setdefault(value, len(codes)))
            return Flat(np.array(owner, np.int64), np.array(code, np.int64), tuple(codes))

        return self.kept(("flat", what), make)

    def order(self, sort: str, key: Callable[[Cluster], Any]) -> Numbers:
        """Return the place of each cluster when all are sorted, made once."""

        def make() -> Numbers:
            ranked = sorted(range(len(self.clusters)), key=lambda number: key(self.clusters[number]))
            places = np.empty(len(ranked), np.int64)
            places[ranked] = np.arange(len(ranked))
            return places

        return self.kept(("order", sort), make)

    @property
    def everything(self) -> "Matched":
        """All clusters."""
        return Matched(self, np.arange(len(self.clusters)), (), np.zeros(0, np.int64))

    def matched(self, hits: Flags) -> "Matched":
        """Return the clusters of some events, those of which only some are among them narrowed to these.

        Args:
            hits: For each of `events` whether it is among them.
        """
        counts = np.bincount(self.owners[hits], minlength=len(self.clusters))
        partial = np.flatnonzero((counts > 0) & (counts < self.sizes))
        narrowed = []
        for number in partial:
            first, cluster = self.firsts[number], self.clusters[number]
            members = [event for place, event in enumerate(cluster.members, first) if hits[place]]
            narrowed.append(replace(make_cluster(cluster.id, members, self.vetted), support=cluster.support))
        return Matched(self, np.flatnonzero((counts == self.sizes) & (counts > 0)), tuple(narrowed), partial)

    def hits_of(self, ids: Iterable[str]) -> Flags:
        """Return for each of `events` whether its id is among some."""
        places = self.kept("place", lambda: {event.id: place for place, event in enumerate(self.events)})
        found = [places[event_id] for event_id in ids if event_id in places]
        hits = np.zeros(len(self.events), np.bool_)
        hits[found] = True
        return hits

    def hits(self, wanted: EventFilter) -> Flags | None:
        """Return for each of `events` whether a filter lets it through; None when it asks for more than columns say.

        Args:
            wanted: The filter; its limit, offset, order and `min_support` do not count.
        """
        told = {name: None for name in (*SAME, *DAYS)}
        rest = replace(wanted, **told, kinds=(), min_confidence=0.0, min_support=1)  # type: ignore[arg-type]
        if rest != EVERY_EVENT or any(kind.cameo for kind in wanted.kinds):
            return None
        hits = np.ones(len(self.events), np.bool_)
        for name in SAME:
            if (value := getattr(wanted, name)) is not None:
                hits &= self._equal(name, value)
        if wanted.kinds:
            hits &= np.logical_or.reduce(
                [self._equal("type", k.type) & self._equal("mode", k.mode) for k in wanted.kinds]
            )
        if wanted.min_confidence > 0:
            hits &= self._values("confidence", np.float64) >= wanted.min_confidence
        for name, day, is_first in (
            ("end", wanted.since, True),
            ("start", wanted.until, False),
            ("published", wanted.published_since, True),
            ("published", wanted.published_until, False),
        ):
            if day is not None:
                hits &= self._days_match(name, day, is_first=is_first)
        return hits

    def _equal(self, name: str, value: object) -> Flags:
        """Flag the events with a value in a field; all of them when no value is asked for."""
        if value is None:
            return np.ones(len(self.events), np.bool_)
        codes, known = self.kept(("codes", name), lambda: coded(getattr(event, name) for event in self.events))
        return np.asarray(codes == known.get(value, -1))

    def _values(self, name: str, kind: Any) -> NDArray[Any]:
        """Return a number of each event."""
        return self.kept(("values", name), lambda: np.array([getattr(e, name) for e in self.events], kind))

    def _days_match(self, name: str, day: date, *, is_first: bool) -> Flags:
        """Flag the events whose day is not before the first one wanted, or before the day after the last one."""
        days = self.kept(("days", name), lambda: days_of(getattr(event, name) for event in self.events))
        if not is_first:
            return np.asarray((days != NEVER) & (days < day.toordinal()))
        return np.asarray(days > day.toordinal()) if name == "end" else np.asarray(days >= day.toordinal())


def coded(values: Iterable[object]) -> tuple[Numbers, dict[object, int]]:
    """Return values as numbers, and the number of each value."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], np.int64), known


def days_of(days: Iterable[date | None]) -> Numbers:
    """Return days as numbers, `NEVER` for none."""
    return np.array([day.toordinal() if day else NEVER for day in days], np.int64)


@dataclass(frozen=True, slots=True)
class Matched(Sequence[Cluster]):
    """The clusters that a filter lets through.

    Attributes:
        columns: All clusters.
        whole: Numbers of those of which all events are let through.
        partial: Those of which only some are, narrowed to these.
        partial_at: Numbers of their whole clusters.
    """

    columns: Columns
    whole: Numbers
    partial: tuple[Cluster, ...]
    partial_at: Numbers

    def __len__(self) -> int:
        return len(self.whole) + len(self.partial)

    def __iter__(self) -> Iterator[Cluster]:
        clusters = self.columns.clusters
        yield from (clusters[number] for number in self.whole.tolist())
        yield from self.partial

    @overload
    def __getitem__(self, at: int) -> Cluster: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Cluster]: ...
    def __getitem__(self, at: int | slice) -> Cluster | Sequence[Cluster]:
        return list(self)[at]

    @property
    def inside(self) -> Flags:
        """For each cluster whether it is among the whole ones."""
        flags = np.zeros(len(self.columns.clusters), np.bool_)
        flags[self.whole] = True
        return flags

    def with_support(self, least: int) -> "Matched":
        """Return those that at least so many articles report."""
        supports = self.columns.supports
        kept = np.array([cluster.support >= least for cluster in self.partial], np.bool_)
        partial = tuple(cluster for cluster in self.partial if cluster.support >= least)
        return Matched(self.columns, self.whole[supports[self.whole] >= least], partial, self.partial_at[kept])

    def ranked(self, places: Numbers, start: int, end: int | None) -> list[Cluster]:
        """Return the whole clusters, sorted and cut.

        Args:
            places: The place of each cluster when all are sorted; see `Columns.order`.
            start: How many to leave out.
            end: Where to end; None for all.
        """
        numbers = np.concatenate((self.whole, self.partial_at))
        own = places[numbers]
        if end is not None and end < len(numbers):
            nearest = np.argpartition(own, end)[:end]
            numbers, own = numbers[nearest], own[nearest]
        return [self.columns.clusters[number] for number in numbers[np.argsort(own)][start:end].tolist()]
