"""The register: what happened according to all articles, computed when it is read."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nsmallest
from typing import Any, Literal

from regesta.model.entry import Entry, Report
from regesta.query.clusters import Cluster, Clusters, make_cluster, read_clusters
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.store import View

Sort = Literal["newest", "oldest", "support", "confidence"]
SORTS: tuple[Sort, ...] = ("newest", "oldest", "support", "confidence")


@dataclass(frozen=True)
class Register:
    """The entries of one view of a store.

    Attributes:
        view: The view.
        clusters: Its clusters.
        matched: What filters let through so far; a page asks the same several times.
    """

    view: View
    clusters: Clusters
    matched: dict[EventFilter, Sequence[Cluster]] = field(default_factory=dict, repr=False, compare=False)

    def entries(self, wanted: EventFilter = EVERY_EVENT, sort: Sort = "newest") -> list[Entry]:
        """List entries.

        Args:
            wanted: An entry is let through when at least one of its events is; it shows all of them. `limit` and
                `offset` count entries.
            sort: By day of the event shown, newest or oldest first, without a date last; by number of articles; or by
                confidence of the event shown. Ties go to the newer day, then to the smaller id.
        """
        found, key = self.matching(wanted), SORT_KEYS[sort]
        end = len(found) if wanted.limit is None else wanted.offset + wanted.limit
        ranked = nsmallest(end, found, key) if end < len(found) else sorted(found, key=key)
        return self._make_entries([self.clusters.joined.get(c.id, c) for c in ranked[wanted.offset : end]])

    def count(self, wanted: EventFilter = EVERY_EVENT) -> int:
        """Count the entries that a filter lets through, whatever its limit and offset."""
        return len(self.matching(wanted))

    def most_cited(self, count: int = 10, wanted: EventFilter = EVERY_EVENT) -> list[Entry]:
        """List the entries that most articles report."""
        return self.entries(replace(wanted, limit=count), "support")

    def entry(self, event_id: str) -> Entry | None:
        """Return an entry by its id, or by the id of any event in it; None when no current article reports it."""
        found = self.clusters.of(event_id)
        return self._make_entries([found])[0] if found else None

    def matching(self, wanted: EventFilter = EVERY_EVENT) -> Sequence[Cluster]:
        """Return the clusters that a filter lets through, in no order, whatever its limit and offset.

        The members of each are those events that the filter lets through, and the best is the best of them; `support`
        counts the articles of the whole cluster.
        """
        uncut = replace(wanted, limit=None, offset=0, order="oldest")
        if uncut == EVERY_EVENT:
            return self.clusters.everything
        if uncut not in self.matched:
            self.matched[uncut] = self._match(uncut)
        return self.matched[uncut]

    def _match(self, uncut: EventFilter) -> Sequence[Cluster]:
        """Return the clusters that a filter without order, limit and offset lets through."""
        whole: dict[str, Cluster] = {}
        found: dict[str, set[str]] = {}
        for event_id in self.view.event_ids(uncut):
            if cluster := self.clusters.of(event_id):
                whole[cluster.id] = cluster
                found.setdefault(cluster.id, set()).add(event_id)
        return [narrowed(cluster, found[cluster_id]) for cluster_id, cluster in whole.items()]

    def _make_entries(self, chosen: list[Cluster]) -> list[Entry]:
        """Return clusters as entries, with their reports."""
        ids = tuple(member.id for cluster in chosen for member in cluster.members)
        reports = {report.event.id: report for report in self.view.reports(EventFilter(ids=ids))}
        return [
            Entry(
                id=cluster.id,
                best=reports[cluster.best.id].event,
                reports=by_publication(reports[member.id] for member in cluster.members),
                judgements=self.clusters.joins.get(cluster.id, ()),
            )
            for cluster in chosen
        ]


def open_register(view: View, clusters: Clusters | None = None) -> Register:
    """Return the register of a view.

    Args:
        view: The view.
        clusters: Clusters kept from before; used when they are of the same revision, else read anew.
    """
    fits = clusters is not None and clusters.revision == view.revision
    return Register(view, clusters if clusters is not None and fits else read_clusters(view))


def narrowed(cluster: Cluster, ids: set[str]) -> Cluster:
    """Return a cluster with only some of its events."""
    if len(ids) == len(cluster.members):
        return cluster
    members = [member for member in cluster.members if member.id in ids]
    return replace(make_cluster(cluster.id, members), support=cluster.support)


def by_publication(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return reports by day of publication, unknown days last, then by event id."""
    return tuple(sorted(reports, key=lambda report: (report.source.day or date.max, report.event.id)))


def age(cluster: Cluster) -> int:
    """Return how far back a cluster's day lies, for sorting; without a date, farthest."""
    return -cluster.best.start.toordinal() if cluster.best.start else 1


SORT_KEYS: dict[Sort, Callable[[Cluster], Any]] = {
    "newest": lambda c: (age(c), c.id),
    "oldest": lambda c: (c.best.start or date.max, c.id),
    "support": lambda c: (-c.support, age(c), c.id),
    "confidence": lambda c: (-c.best.confidence, age(c), c.id),
}
