"""Clusters as columns of numbers: a filter that lets a hundred thousand through is applied and counted at once."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain, compress
from operator import attrgetter, methodcaller
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from regesta.model.event import PEOPLE_COUNTED
from regesta.query.clusters.clusters import Cluster, make_cluster
from regesta.query.clusters.column import (
    KEYLESS,
    NEVER,
    UNASKED,
    C,
    Change,
    Changing,
    Coded,
    Flags,
    Flat,
    Keys,
    Numbers,
    OfClusters,
    OfEvents,
    Ranking,
    day_number,
)
from regesta.store.filters import EventFilter
from regesta.store.outlines import EventOutline

SAME = ("type", "mode", "status", "quad", "publisher")  # fields of a filter that an event's own must equal
DAYS = ("since", "until", "published_since", "published_until")


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
    made: dict[Hashable, Changing] = field(default_factory=dict, compare=False, repr=False)

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
    def place_of(self) -> dict[str, int]:
        """Place in `events` of each event, by id."""
        return {event.id: place for place, event in enumerate(self.events)}

    @property
    def supports(self) -> Numbers:
        """Number of articles of each cluster."""
        return self.of_clusters("support", attrgetter("support"), np.int64)

    def changed(self, stale: Set[str], fresh: Sequence[Cluster], vetted: frozenset[str]) -> "Columns":
        """Return the columns after a change: what was made of them is not made anew, but brought up to date.

        Args:
            stale: Ids of the clusters to take out.
            fresh: The clusters to put at the end.
            vetted: Ids of the events that a person vetted.
        """
        kept = np.fromiter((cluster.id not in stale for cluster in self.clusters), np.bool_, len(self.clusters))
        change = Change(self.clusters, kept, kept[self.owners], fresh)
        made = {what: column.changed(change) for what, column in list(self.made.items())}
        return Columns((*compress(self.clusters, kept), *fresh), vetted, made)

    def kept(self, what: Hashable, make: Callable[[], C]) -> C:
        """Return a column made before, else make it and keep it."""
        if what not in self.made:
            self.made[what] = make()
        found: C = self.made[what]  # type: ignore[assignment]  # whoever asks for it made it
        return found

    def flat(self, what: Hashable, values: Callable[[Cluster], Iterable[Any]]) -> Flat:
        """Return the values of all clusters, made once.

        Args:
            what: What they are.
            values: Returns those of one cluster.
        """
        return self.kept(("flat", what), lambda: Flat.make(self.clusters, values))

    def order(self, sort: str, key: Callable[[Cluster], Any]) -> Numbers:
        """Return the place of each cluster when all are sorted, made once; no two clusters have the same key."""
        ranking = self.kept(("order", sort), lambda: Ranking.make(self.clusters, key))
        return ranking.places

    def of_clusters(self, what: Hashable, value: Callable[[Cluster], float], kind: Any) -> NDArray[Any]:
        """Return a number of each cluster, made once.

        Args:
            what: What it is.
            value: Returns that of one cluster.
            kind: Type of the numbers in numpy.
        """
        return self.kept(("of clusters", what), lambda: OfClusters.make(self.clusters, value, kind)).values

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
        found = [self.place_of[event_id] for event_id in ids if event_id in self.place_of]
        hits = np.zeros(len(self.events), np.bool_)
        hits[found] = True
        return hits

    def keys(self, keys_of: Callable[[Collection[str] | None], Mapping[str, int]]) -> Numbers:
        """Return the key that the store gives each of `events`; `keys_of` is asked for those not known from before."""
        column = self.kept("keys", lambda: Keys(np.zeros(len(self.events), np.int64)))
        if len(unknown := np.flatnonzero(column.values == UNASKED)):
            ids = [self.events[place].id for place in unknown.tolist()]
            found = keys_of(None if len(ids) == len(self.events) else ids)
            column = Keys(column.values.copy())
            column.values[unknown] = [found.get(event_id, KEYLESS) for event_id in ids]
            self.made["keys"] = column
        return column.values

    def having(self, keys: Numbers, keys_of: Callable[[Collection[str] | None], Mapping[str, int]]) -> Flags:
        """Return for each of `events` whether its key, as in `keys`, is among some."""
        own = self.keys(keys_of)
        flags = np.zeros(max(int(keys.max(initial=0)), int(own.max(initial=0))) + 1, np.bool_)
        flags[keys] = True
        return np.asarray(flags[np.maximum(own, 0)])  # no event has the key 0

    def hits(self, wanted: EventFilter) -> Flags:
        """Return for each of `events` whether what columns say of it is as a filter asks, but for kinds of act."""
        hits = np.ones(len(self.events), np.bool_)
        for name in SAME:
            if (value := getattr(wanted, name)) is not None:
                hits &= self._equal(name, value)
        if wanted.min_confidence > 0:
            hits &= self._values("confidence", attrgetter("confidence"), np.float64) >= wanted.min_confidence
        for role, least in wanted.least_people.items():
            told = self._values(("people", role), methodcaller("most", role), np.int64)
            hits &= told >= least
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
        coded = self.kept(("codes", name), lambda: Coded.make(self.events, attrgetter(name)))
        return np.asarray(coded.codes == coded.known.get(value, -1))

    def _values(self, name: Hashable, value: Callable[[EventOutline], float], kind: Any) -> NDArray[Any]:
        """Return a number of each event."""
        return self.kept(("values", name), lambda: OfEvents.make(self.events, value, kind)).values

    def _days_match(self, name: str, day: date, *, is_first: bool) -> Flags:
        """Flag the events whose day is not before the first one wanted, or before the day after the last one."""
        days = self._values(name, lambda event: day_number(getattr(event, name)), np.int64)
        if not is_first:
            return np.asarray((days != NEVER) & (days < day.toordinal()))
        return np.asarray(days > day.toordinal()) if name == "end" else np.asarray(days >= day.toordinal())


def rest_of(wanted: EventFilter) -> EventFilter:
    """Return what a filter asks for beyond what columns say and kinds of act."""
    told: dict[str, Any] = dict.fromkeys((*SAME, *DAYS))
    counted: dict[str, Any] = dict.fromkeys((f"min_{role}" for role in PEOPLE_COUNTED), 0)
    return replace(wanted, **told, **counted, kinds=(), min_confidence=0.0, min_support=1, differing=())


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

    def of_clusters(self, what: Hashable, value: Callable[[Cluster], float], kind: Any) -> NDArray[Any]:
        """Return a number of each, as `Columns.of_clusters` has it."""
        whole = self.columns.of_clusters(what, value, kind)[self.whole]
        return np.concatenate((whole, np.array([value(cluster) for cluster in self.partial], kind)))

    def flat(self, what: Hashable, values: Callable[[Cluster], Iterable[Any]]) -> Flat:
        """Return the values of all of them, as `Columns.flat` has them; a row's owner is its place among these."""
        every, inside = self.columns.flat(what, values), self.inside
        kept, places = inside[every.owner], np.cumsum(inside) - 1
        narrowed = Flat.make(self.partial, values, len(self.whole), every.values)
        owner = np.concatenate((places[every.owner[kept]], narrowed.owner))
        return Flat(owner, np.concatenate((every.code[kept], narrowed.code)), narrowed.values, values)

    def counted(self, what: Hashable, values: Callable[[Cluster], Iterable[Any]]) -> Counter[Any]:
        """Return how many of all their values are the same; see `flat`."""
        found = Counter(self.columns.flat(what, values).count(self.inside))
        found.update(chain.from_iterable(map(values, self.partial)))
        return found

    def only(self, fits: Flags) -> "Matched":
        """Return those whose whole cluster fits, with a flag for each of all clusters."""
        kept = fits[self.partial_at]
        return Matched(
            self.columns, self.whole[fits[self.whole]], tuple(compress(self.partial, kept)), self.partial_at[kept]
        )

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
