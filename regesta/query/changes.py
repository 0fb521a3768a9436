"""What changed in the register between two moments: the entries of two views compared."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from regesta.model.annotation import DateInterval
from regesta.model.decision import Recorded
from regesta.model.display import interval_text
from regesta.model.event import PEOPLE_COUNTED
from regesta.query.clusters.clusters import Cluster
from regesta.query.register import Register, age
from regesta.store.filters import EVERY_EVENT, EventFilter

ChangeKind = Literal["retracted", "corrected", "merged", "split", "values", "sources", "new"]
KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
KEPT = "changes"  # what they are kept as, with the clusters
BETWEEN_PARTIES = ", "  # in no code: those made of words have no commas
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewValue:
    """A value that an entry shows now in place of another.

    Attributes:
        point: "type", "status", "date", "place", "actors", "recipients", or a role that counts people.
        old: The value before, parties by their codes; "" for none.
        new: The value now; "" for none.
    """

    point: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """What changed in one entry.

    Attributes:
        id: Id of the entry now; of one that is gone, the id it had.
        kinds: What changed, in the order of `KINDS`.
        before: Ids of the entries before that its events were in.
        beside: Ids of the other entries now that events of these are in: it was split.
        added: Ids of articles that report it now and did not, in order of publication.
        lost: Ids of articles that reported it and do not now.
        values: The values that it shows now in place of others.
        decisions: What persons decided on its events in between.
    """

    id: str
    kinds: tuple[ChangeKind, ...]
    before: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    values: tuple[NewValue, ...] = ()
    decisions: tuple[Recorded, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether no event of it is in the register now."""
        return "retracted" in self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes.

    Attributes:
        since: What was stored or decided from this moment on, UTC.
        kinds: Changes of at least one of these kinds.
        entries: Of entries that these filters let through, before or now.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    since: datetime
    kinds: tuple[ChangeKind, ...] = KINDS
    entries: EventFilter = EVERY_EVENT
    limit: int | None = None
    offset: int = 0


def list_changes(before: Register, after: Register, wanted: ChangeFilter) -> list[EntryChange]:
    """List what changed, whatever the limit: by the first of its kinds, then by the day of the act, the newest first.

    Args:
        before: The register just before `wanted.since`.
        after: The register at the later moment.
        wanted: Which changes.
    """
    kept = after.clusters.worked_out.of_all
    since, found = kept.get(KEPT, (None, ()))
    if since != wanted.since:
        found = tuple(compared(before, after, wanted.since))
        kept[KEPT] = (wanted.since, found)  # of the moment asked for last: one reader asks for many pages of it
    chosen = [change for change in found if not set(wanted.kinds).isdisjoint(change.kinds)]
    if wanted.entries != EVERY_EVENT:
        let_through = {cluster.id for register in (before, after) for cluster in register.matching(wanted.entries)}
        chosen = [change for change in chosen if not let_through.isdisjoint({change.id, *change.before})]
    return chosen


def compared(before: Register, after: Register, since: datetime) -> list[EntryChange]:
    """Return all that changed, in order; see `list_changes`."""
    decided = [recorded for recorded in after.decided.log if recorded.decision.made >= since]
    found = [(change_of(now, before, after, decided), now) for now in touched(before, after, decided)]
    found += [(gone(then, after, decided), then) for then in left_behind(before, after)]
    made = [(change, cluster) for change, cluster in found if change.kinds]
    made.sort(key=lambda pair: (KINDS.index(pair[0].kinds[0]), age(pair[1]), pair[0].id))
    return [change for change, _ in made]


def touched(before: Register, after: Register, decided: Iterable[Recorded]) -> Iterator[Cluster]:
    """Yield the clusters now that are not as they were, or on whose events persons decided."""
    about = {event_id for recorded in decided for event_id in recorded.decision.events}
    for cluster in after.clusters.everything:
        if before.clusters.of(cluster.id) != cluster or not about.isdisjoint(m.id for m in cluster.members):
            yield cluster


def left_behind(before: Register, after: Register) -> Iterator[Cluster]:
    """Yield the clusters before of which no event is left."""
    known = after.clusters.outlines
    for cluster in before.clusters.everything:
        if not any(member.id in known for member in cluster.members):
            yield cluster


def gone(then: Cluster, after: Register, decided: Iterable[Recorded]) -> EntryChange:
    """Return that an entry is no longer in the register."""
    return EntryChange(
        id=then.id,
        kinds=("retracted",),
        before=(then.id,),
        lost=articles_of([then], set()),
        decisions=about(then, decided),
    )


def change_of(now: Cluster, before: Register, after: Register, decided: Iterable[Recorded]) -> EntryChange:
    """Return what changed in an entry of the register now."""
    known = (before.clusters.of(member.id) for member in now.members)
    then = list({cluster.id: cluster for cluster in known if cluster}.values())
    old_articles = {m.article_id for cluster in then for m in cluster.members}
    decisions = about(now, decided)
    beside = others(now, then, after)
    added, lost = articles_of([now], old_articles), articles_of(then, {m.article_id for m in now.members})
    values = new_values(then, now)
    holds: dict[ChangeKind, bool] = {
        "retracted": False,
        "corrected": any(r.state == "counts" and r.decision.act in {"correct", "reject"} for r in decisions),
        "merged": len(then) > 1,
        "split": bool(beside),
        "values": bool(values),
        "sources": bool(then) and bool(added or (lost and not beside)),
        "new": not then,
    }
    return EntryChange(
        id=now.id,
        kinds=tuple(kind for kind in KINDS if holds[kind]),
        before=tuple(sorted(cluster.id for cluster in then)),
        beside=beside,
        added=added,
        lost=lost if not beside else (),
        values=values,
        decisions=decisions,
    )


def about(cluster: Cluster, decided: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return the decisions on the events of a cluster."""
    ids = {member.id for member in cluster.members}
    return tuple(recorded for recorded in decided if not ids.isdisjoint(recorded.decision.events))


def others(now: Cluster, then: Iterable[Cluster], after: Register) -> tuple[str, ...]:
    """Return the ids of the other clusters now that events of some clusters before are in, sorted."""
    found = (after.clusters.of(member.id) for cluster in then for member in cluster.members)
    return tuple(sorted({cluster.id for cluster in found if cluster and cluster.id != now.id}))


def articles_of(clusters: Iterable[Cluster], but: set[str]) -> tuple[str, ...]:
    """Return the ids of the articles of clusters, but for some, in order of publication."""
    days = {m.article_id: m.published for cluster in clusters for m in cluster.members if m.article_id not in but}
    return tuple(sorted(days, key=lambda id: (days[id] is None, days[id], id)))


def new_values(then: Sequence[Cluster], now: Cluster) -> tuple[NewValue, ...]:
    """Return the values that a cluster shows in place of those that the best known of some before showed."""
    if not then:
        return ()
    known = next((cluster for cluster in then if cluster.id == now.id), max(then, key=lambda c: (c.support, c.id)))
    old, new = shown(known), shown(now)
    points = [point for point in dict.fromkeys((*old, *new)) if old.get(point) != new.get(point)]
    return tuple(NewValue(point, old.get(point, ""), new.get(point, "")) for point in points)


def shown(cluster: Cluster) -> Values:
    """Return what an entry shows, by point: the best report's values, and the highest number of people told."""
    best = cluster.best
    days = interval_text(DateInterval(best.start, best.end, "range")) if best.start and best.end else ""
    told = {
        "type": " ".join(filter(None, (best.type, best.mode))),
        "status": best.status,
        "date": days,
        "place": best.place.name if best.place else "",
        "actors": BETWEEN_PARTIES.join(best.actors),
        "recipients": BETWEEN_PARTIES.join(best.recipients),
    }
    told |= {role: str(max(member.most(role) for member in cluster.members) or "") for role in PEOPLE_COUNTED}
    return {point: value for point, value in told.items() if value}
