"""The register: what happened according to all articles, computed when it is read."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeVar, get_args

import numpy as np

from regesta.model.entry import Entry, Report
from regesta.model.event import Event
from regesta.query.clusters.clusters import Cluster, Clusters, alike, most_named, read_clusters
from regesta.query.clusters.column import Flags
from regesta.query.clusters.columns import Columns, Matched, rest_of
from regesta.query.clusters.corrected import corrected, corrected_report
from regesta.query.clusters.decided import Decided
from regesta.query.clusters.worked_out import COLUMNS
from regesta.query.known import choice
from regesta.query.reports.differing import differing, mask_of
from regesta.store.filters import EVERY_EVENT, EventFilter, EventKind
from regesta.store.matching import cut, event_matches
from regesta.store.view import View

T = TypeVar("T")
Sort = Literal["newest", "oldest", "support", "confidence", "reported", "killed", "wounded"]
KEYED = ("actor", "recipient", "party", "dyad", "place", "context", "contains")
"""What a filter may ask for that a store looks up by the keys of events."""
GROUP_ENTRIES = 500  # some megabytes of entries with their reports; one query for each group
SORTS: tuple[Sort, ...] = get_args(Sort)


@dataclass(frozen=True)
class Register:
    """The entries of one view of a store.

    Attributes:
        view: The view.
        clusters: Its clusters; those of an earlier revision where a server reads the new ones beside.
    """

    view: View
    clusters: Clusters

    def entries(self, wanted: EventFilter = EVERY_EVENT, sort: Sort = "newest") -> list[Entry]:
        """List entries.

        Args:
            wanted: An entry is let through when at least one of its events is; it shows all of them. `limit` and
                `offset` count entries.
            sort: By day of the event shown, newest or oldest first, without a date last; by number of articles; by
                confidence of the event shown; by the day of the latest report; or by the highest number of people
                killed or wounded that an article tells. Ties go to the newer day, then to the
                smaller id.
        """
        return self.entries_of(self.ranked(wanted, sort))

    def each(
        self, wanted: EventFilter = EVERY_EVENT, sort: Sort = "oldest", size: int = GROUP_ENTRIES
    ) -> Iterator[Entry]:
        """Yield entries as `entries` lists them, `size` of them read at a time."""
        ranked = self.ranked(wanted, sort)
        for start in range(0, len(ranked), size):
            yield from self.entries_of(ranked[start : start + size])

    def ids(self, wanted: EventFilter = EVERY_EVENT, sort: Sort = "newest") -> list[str]:
        """List the ids of entries as `entries` lists them."""
        return [cluster.id for cluster in self.ranked(wanted, sort)]

    def count(self, wanted: EventFilter = EVERY_EVENT) -> int:
        """Count the entries that a filter lets through, whatever its limit and offset."""
        return len(self.matching(wanted))

    def most_cited(self, count: int = 10, wanted: EventFilter = EVERY_EVENT) -> list[Entry]:
        """List the entries that most articles report."""
        return self.entries(replace(wanted, limit=count), "support")

    def entry(self, event_id: str) -> Entry | None:
        """Return an entry by its id, or by the id of any event in it; None when no current article reports it."""
        found = self.clusters.of(event_id)
        return self.entries_of([found])[0] if found else None

    def ranked(self, wanted: EventFilter, sort: Sort) -> list[Cluster]:
        """List the clusters of entries as `entries` lists them."""
        end = None if wanted.limit is None else wanted.offset + wanted.limit
        places = self.columns.order(sort, SORT_KEYS[sort])
        return self.matching(wanted).ranked(places, wanted.offset, end)

    def entries_of(self, chosen: Sequence[Cluster]) -> list[Entry]:
        """Return clusters as entries, with their reports: one query for all of them."""
        ids = tuple(member.id for cluster in chosen for member in cluster.members)
        coded = self.view.reports(EventFilter(ids=ids, every_version=self.is_behind))
        changes = self.decided.corrections
        reports = {r.event.id: corrected_report(r, changes.get(r.event.id, ())) for r in coded}

        def shown(cluster: Cluster) -> Event:
            rivals = alike(cluster, self.decided.vetted)
            return most_named(reports[cluster.best.id].event, [reports[i].event for i in rivals])

        return [
            Entry(
                id=cluster.id,
                best=shown(cluster),
                reports=by_publication(reports[member.id] for member in cluster.members),
                judgements=self.clusters.joins.get(cluster.id, ()),
                decisions=self.decided.of(member.id for member in cluster.members),
            )
            for cluster in chosen
        ]

    def matching(self, wanted: EventFilter = EVERY_EVENT) -> Matched:
        """Return the clusters that a filter lets through, in no order, whatever its limit and offset.

        The members of each are those events that the filter lets through, and the best is the best of them; `support`
        counts the articles of the whole cluster.
        """
        return self.kept(wanted, "matching", lambda: self._matching(uncut(wanted)))

    def kept(self, wanted: EventFilter, what: Hashable, compute: Callable[[], T]) -> T:
        """Return what was computed for a filter before, else compute and keep it: pages ask for the same many times.

        It is kept with the clusters: what concerns all events for as long as the store does not change, what concerns
        some for as long as not too many others were asked for since.

        Args:
            wanted: The filter; its limit, offset and order do not count.
            what: What is computed.
            compute: Computes it.
        """
        found: T = self.clusters.worked_out.get((uncut(wanted), what), compute)
        return found

    def event_ids(self, wanted: EventFilter = EVERY_EVENT) -> list[str]:
        """List the ids of single events as persons corrected them, without those they rejected, in a filter's order."""
        if not self.decided.changed:
            return self.view.event_ids(wanted)
        found = [event_id for event_id in self._let_through(uncut(wanted)) if event_id in self.clusters.outlines]
        way = 1 if wanted.order == "oldest" else -1

        def place(event_id: str) -> tuple[int, str]:
            start = self.clusters.outlines[event_id].start
            return (way * start.toordinal() if start else date.max.toordinal()), event_id

        found.sort(key=place)
        return list(cut(found, wanted))

    def count_events(self, wanted: EventFilter = EVERY_EVENT) -> int:
        """Count what `event_ids` lists, whatever the filter's limit and offset."""
        if not self.decided.changed:
            return self.view.count(wanted)
        return len(self.event_ids(replace(wanted, limit=None, offset=0)))

    def reports(self, wanted: EventFilter = EVERY_EVENT, size: int = GROUP_ENTRIES) -> Iterator[Report]:
        """Yield single events with their articles, as `event_ids` lists them, `size` of them read at a time."""
        ids, changes = self.event_ids(wanted), self.decided.corrections
        for start in range(0, len(ids), size):
            chunk = tuple(ids[start : start + size])
            found = {report.event.id: report for report in self.view.reports(EventFilter(ids=chunk))}
            yield from (corrected_report(found[event_id], changes.get(event_id, ())) for event_id in chunk)

    def _matching(self, wanted: EventFilter) -> Matched:
        """Return the clusters that a filter lets through."""
        columns = self.columns
        if wanted.min_support > 1:
            return self.matching(replace(wanted, min_support=1)).only(columns.supports >= wanted.min_support)
        if wanted.differing:
            masks = columns.of_clusters("differing", differing_of, np.int64)
            return self.matching(replace(wanted, differing=())).only((masks & mask_of(wanted.differing)) != 0)
        if wanted == EVERY_EVENT:
            return columns.everything
        return columns.matched(self._hits(wanted))

    def _hits(self, wanted: EventFilter) -> Flags:
        """Return for each event of the columns whether a filter lets it through."""
        rest, columns = rest_of(wanted), self.columns
        keyed: dict[str, Any] = {name: value for name in KEYED if (value := getattr(rest, name)) is not None}
        unkeyed: dict[str, Any] = dict.fromkeys(keyed)
        if replace(rest, **unkeyed) != EVERY_EVENT:
            return columns.hits_of(self._let_through(wanted))
        having = [self._having(EventFilter(**{name: value})) for name, value in keyed.items()]
        having += [self._of_kind(wanted.kinds)] if wanted.kinds else []
        flags = [found for found in having if found is not None]
        if len(flags) < len(having):
            return columns.hits_of(self._let_through(wanted))
        hits = np.asarray(np.logical_and.reduce([columns.hits(wanted), *flags]))
        if (corrected_ids := self.decided.corrections.keys()) and having:
            hits &= ~columns.hits_of(corrected_ids)
            hits |= columns.hits_of(self._corrected_through(wanted))
        return hits

    def _of_kind(self, kinds: tuple[EventKind, ...]) -> Flags | None:
        """Return for each event of the columns whether it is of one of some kinds; None as in `_having`."""
        found = np.zeros(len(self.columns.events), np.bool_)
        for kind in kinds:
            hits = self.columns.hits(EventFilter(type=kind.type, mode=kind.mode))
            having = self._having(EventFilter(kinds=(EventKind(cameo=kind.cameo),))) if kind.cameo else hits
            if having is None:
                return None
            found |= hits & having
        return found

    def _having(self, asked: EventFilter) -> Flags | None:
        """Return for each event of the columns whether it has what is asked for; None where a store gives no keys."""

        def look_up() -> Flags | None:
            found = self.view.event_keys(asked)
            flags = [self.columns.having(keys, self.view.keys_of) for keys in found or ()]
            return np.asarray(np.logical_and.reduce(flags)) if flags else None

        return self.kept(asked, "having", look_up)

    @property
    def columns(self) -> Columns:
        """All clusters as columns of numbers."""
        return self.kept(EVERY_EVENT, COLUMNS, lambda: Columns(self.clusters.everything, self.decided.vetted))

    @property
    def is_behind(self) -> bool:
        """Whether the store has changed since its clusters were read."""
        return self.clusters.revision != self.view.revision

    @property
    def decided(self) -> Decided:
        """What persons decided."""
        return self.clusters.decided

    def _let_through(self, wanted: EventFilter) -> Iterator[str]:
        """Yield the ids of the events that a filter lets through, as persons corrected them."""
        corrections = self.decided.corrections
        yield from (event_id for event_id in self.view.event_ids(wanted) if event_id not in corrections)
        yield from self._corrected_through(wanted)

    def _corrected_through(self, wanted: EventFilter) -> Iterator[str]:
        """Yield the ids of the events that persons corrected and that a filter then lets through."""
        for event_id, changes in self.decided.corrections.items():
            if wanted.ids is not None and event_id not in wanted.ids:
                continue
            outline = self.clusters.outlines.get(event_id)
            article = self.view.article(outline.article_id) if outline else None
            events = (event for event in article.events if event.id == event_id) if article else ()
            yield from (e.id for e in events if article and event_matches(corrected(e, changes), article, wanted))


def open_register(view: View, clusters: Clusters | None = None) -> Register:
    """Return the register of a view.

    Args:
        view: The view.
        clusters: Clusters kept from before; used when they are of the same revision, else read anew.
    """
    fits = clusters is not None and clusters.revision == view.revision
    return Register(view, clusters if clusters is not None and fits else read_clusters(view))


def sort_of(name: str) -> Sort:
    """Return an order of entries by its name.

    Raises:
        ConfigError: There is none; the message names the nearest.
    """
    return choice("sort", name, SORTS)


def uncut(wanted: EventFilter) -> EventFilter:
    """Return a filter without what cuts and orders a list."""
    return replace(wanted, limit=None, offset=0, order="oldest")


def by_publication(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return reports by day of publication, unknown days last, then by event id."""
    return tuple(sorted(reports, key=lambda report: (report.source.day or date.max, report.event.id)))


def age(cluster: Cluster) -> int:
    """Return how far back a cluster's day lies, for sorting; without a date, farthest."""
    return -cluster.best.start.toordinal() if cluster.best.start else 1


def differing_of(cluster: Cluster) -> int:
    """Return the points on which the articles of a cluster contradict each other, as bits."""
    return mask_of(differing(cluster.members)) if cluster.support > 1 else 0


def most_of(cluster: Cluster, role: str) -> int:
    """Return the highest number of people in a role that any event of a cluster tells; 0 when none tells one."""
    return max(member.most(role) for member in cluster.members)


SORT_KEYS: dict[Sort, Callable[[Cluster], Any]] = {
    "newest": lambda c: (age(c), c.id),
    "oldest": lambda c: (c.best.start or date.max, c.id),
    "support": lambda c: (-c.support, age(c), c.id),
    "confidence": lambda c: (-c.best.confidence, age(c), c.id),
    "reported": lambda c: (-max(m.published.toordinal() if m.published else 0 for m in c.members), age(c), c.id),
    "killed": lambda c: (-most_of(c, "killed"), age(c), c.id),
    "wounded": lambda c: (-most_of(c, "wounded"), age(c), c.id),
}
