"""Which events are one happening, and which of several tellings to show."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from regesta.dedupe.cluster import cluster
from regesta.model.judgement import Judgement
from regesta.store.outlines import EventOutline
from regesta.store.store import View

METHOD = re.compile(r"[\w.-]+@\d+\.\d+.*")  # "dedupe@0.1.0"; any other author is a person


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events judged to be one happening.

    Attributes:
        id: The smallest event id in it.
        members: Its events in outline, by id.
        best: The one to show, see `best_of`.
        support: Number of distinct articles that report it.
    """

    id: str
    members: tuple[EventOutline, ...]
    best: EventOutline
    support: int


@dataclass(frozen=True)
class Clusters:
    """All clusters of one revision of a store; reading them is the dear part, so that a server keeps them.

    Attributes:
        revision: The revision of the store they were read from.
        outlines: All events, by id.
        joined: The clusters of several events, by id.
        cluster_of: The id of the cluster of every event in `joined`; every other event is a cluster of its own.
        joins: The judgements that join events, by cluster id.
        worked_out: What was computed of all clusters, by what it is; see `Register.kept`.
    """

    revision: int
    outlines: Mapping[str, EventOutline]
    joined: Mapping[str, Cluster]
    cluster_of: Mapping[str, str]
    joins: Mapping[str, tuple[Judgement, ...]]
    worked_out: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def everything(self) -> tuple[Cluster, ...]:
        """All clusters, those of several events first; made when first asked for."""
        single = (alone(outline) for outline in self.outlines.values() if outline.id not in self.cluster_of)
        return (*self.joined.values(), *single)

    def of(self, event_id: str) -> Cluster | None:
        """Return the cluster of an event; None when there is no such event."""
        if event_id in self.cluster_of:
            return self.joined[self.cluster_of[event_id]]
        return alone(self.outlines[event_id]) if event_id in self.outlines else None


def read_clusters(view: View) -> Clusters:
    """Compute the clusters from the events and judgements of a view."""
    outlines = {outline.id: outline for outline in view.outlines()}
    joins = joining(view.judgements("event"), outlines)
    cluster_of = cluster((), joins)
    members: dict[str, list[EventOutline]] = {}
    for event_id in sorted(cluster_of):
        members.setdefault(cluster_of[event_id], []).append(outlines[event_id])
    joins_by_id: dict[str, list[Judgement]] = {}
    for judgement in joins:
        joins_by_id.setdefault(cluster_of[judgement.left], []).append(judgement)
    return Clusters(
        revision=view.revision,
        outlines=outlines,
        joined={cluster_id: make_cluster(cluster_id, found) for cluster_id, found in members.items()},
        cluster_of=cluster_of,
        joins={cluster_id: tuple(found) for cluster_id, found in joins_by_id.items()},
    )


def make_cluster(cluster_id: str, members: Sequence[EventOutline]) -> Cluster:
    """Return a cluster of some events."""
    support = len({member.article_id for member in members})
    return Cluster(cluster_id, tuple(members), best_of(members), support)


def alone(outline: EventOutline) -> Cluster:
    """Return the cluster of an event that is joined to no other."""
    return Cluster(outline.id, (outline,), outline, 1)


def joining(judgements: Iterable[Judgement], known: Collection[str]) -> list[Judgement]:
    """Return the judgements that join two known events.

    A pair is joined when somebody judges it the same, unless a person judges it different. Events stay together when
    others join them by a detour: to take an event out, judge it different from each event it is joined to.

    Args:
        judgements: Judgements on events.
        known: Ids of the events of the view; judgements on others (of replaced versions) join nothing.
    """
    by_pair: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        if judgement.left in known and judgement.right in known:
            by_pair.setdefault((judgement.left, judgement.right), []).append(judgement)
    return [j for pair in by_pair.values() if not any(map(parts, pair)) for j in pair if j.verdict == "same"]


def parts(judgement: Judgement) -> bool:
    """Tell whether a person judges the pair different."""
    return judgement.verdict == "different" and not METHOD.fullmatch(judgement.author)


def best_of(tellings: Sequence[EventOutline]) -> EventOutline:
    """Return the telling to show for a happening: always a real event, so that each of its values has its words.

    The rule: what happened goes before what was only planned. Then each telling gets one point for every article that
    gives the same type and mode, the same actors, the same recipients, the same days, the same place, and the same
    status; a value it does not give earns nothing. Most points win; then the higher confidence; then the smaller id.

    Args:
        tellings: The events of one happening, at least one.
    """
    if len(tellings) == 1:
        return tellings[0]
    happened = [telling for telling in tellings if telling.status == "happened"]
    candidates = [t for t in tellings if t.status not in {"planned", "hypothetical"}] if happened else tellings
    given = {(facet, telling.article_id) for telling in tellings for facet in facets(telling)}
    support = Counter(facet for facet, _ in given)
    return min(candidates, key=lambda t: (-sum(support[facet] for facet in facets(t)), -t.confidence, t.id))


def facets(telling: EventOutline) -> list[tuple[str, object]]:
    """Return the values of a telling that others can agree with."""
    days: tuple[date, date | None] | None = (telling.start, telling.end) if telling.start else None
    place = (telling.place.geonameid or telling.place.name) if telling.place else None
    found: list[tuple[str, object]] = [
        ("act", (telling.type, telling.mode)),
        ("actors", telling.actors),
        ("recipients", telling.recipients),
        ("days", days),
        ("place", place),
        ("status", telling.status),
    ]
    return [(name, value) for name, value in found if value]
