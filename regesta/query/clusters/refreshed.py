"""Brings clusters up to date after a change of the store: only what the change reaches is worked out anew.

In which cluster an event is depends on the events that "same" joins it to, directly or through others, and on the
judgements on these. So what is worked out anew is, for every event that came, went, was judged or was decided on: all
events that "same" now joins it to. The rest is as it was.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import TypeVar

from regesta.model.judgement import Judgement
from regesta.query.clusters.clusters import (
    Clusters,
    clusters_of,
    corrected_outlines,
    in_order_of_weight,
    joins_of,
    read_clusters,
)
from regesta.query.clusters.columns import Columns
from regesta.query.clusters.decided import Decided, read_log
from regesta.query.clusters.worked_out import COLUMNS, WorkedOut
from regesta.store.filters import EventFilter
from regesta.store.outlines import Changes, EventOutline
from regesta.store.view import View

T = TypeVar("T")
MOST_CHANGED = 0.25  # of the events; beyond it, reading everything anew is as quick


def refreshed(view: View, before: Clusters) -> Clusters:
    """Return what `read_clusters` returns of a view of the present, from the clusters of an earlier revision.

    Args:
        view: The view.
        before: The clusters of the same store at an earlier revision, which was the present when they were read.
    """
    if before.revision == view.revision:
        return before
    changes = view.changes(before.moment) if before.moment else None
    if changes is None or len(changes.outlines) > MOST_CHANGED * len(before.outlines):
        return read_clusters(view)
    decided = read_log(view.decisions())
    told = {i for i, o in before.outlines.items() if o.article_id in changes.articles} if changes.articles else set()
    told |= decided_anew(before.decided, decided)
    came = read_come(view, changes, decided, told)
    outlines = without(before.outlines, told - came.keys()) | came
    judged, reached = read_reached(view, decided, changes.judged, told | came.keys(), outlines)
    ranked = in_order_of_weight(judged, outlines, decided)
    ranked = [judgement for judgement in ranked if not reached.isdisjoint(judgement.pair)]
    made = clusters_of(ranked, outlines, decided)
    cluster_of = {member.id: found.id for found in made.values() for member in found.members}
    dropped = {before.cluster_of[i] for i in reached if i in before.cluster_of}
    undone = {member.id for cluster_id in dropped for member in before.joined[cluster_id].members}
    after = Clusters(
        revision=view.revision,
        moment=view.state.moment,
        outlines=outlines,
        joined=without(before.joined, dropped) | made,
        cluster_of=without(before.cluster_of, undone) | cluster_of,
        joins=without(before.joins, dropped) | joins_of(ranked, cluster_of),
        decided=decided,
    )
    columns: Columns | None = before.worked_out.of_all.get(COLUMNS)
    if columns is None:
        return after
    columns = with_changed(columns, before, after, reached)
    return replace(after, worked_out=WorkedOut(of_all={COLUMNS: columns}), listed=columns.clusters)


def decided_anew(before: Decided, after: Decided) -> set[str]:
    """Return the ids of the events of decisions that were added to a log, or of which something else has become."""
    known = {recorded.decision.id: recorded.state for recorded in before.log}
    changed = (r.decision for r in after.log if known.get(r.decision.id) != r.state)
    return {event_id for decision in changed for event_id in decision.events}


def read_come(view: View, changes: Changes, decided: Decided, told: Set[str]) -> dict[str, EventOutline]:
    """Return the events, in outline and by id, that are new or no longer what they were.

    Args:
        view: The view.
        changes: What changed.
        decided: What persons decided.
        told: Ids of the events that replaced versions told, and of those that were decided on anew.
    """
    found = {outline.id: outline for outline in changes.outlines}
    if others := told - found.keys():
        found |= {outline.id: outline for outline in view.outlines(EventFilter(ids=tuple(sorted(others))))}
    came = without(found, decided.rejected)
    return came | corrected_outlines(view, decided, came)


def read_reached(
    view: View, decided: Decided, judged: Set[str], moved: Set[str], known: Mapping[str, EventOutline]
) -> tuple[list[Judgement], set[str]]:
    """Return what is to be worked out anew: the judgements, and the ids of the events.

    Args:
        view: The view.
        decided: What persons decided.
        judged: Ids of the events judged anew.
        moved: Ids of the events that came, went or were decided on; what is judged of them with others may count now,
            or no longer.
        known: The events, by id.
    """
    persons = list(decided.pairs.values())
    near = (*view.judgements("event", moved), *persons) if moved else ()
    ahead = judged | moved | {i for judgement in near if not moved.isdisjoint(judgement.pair) for i in judgement.pair}
    found: dict[tuple[str, str, str], Judgement] = {}
    reached: set[str] = set()
    while ahead:
        for judgement in view.judgements("event", ahead):
            found[judgement.left, judgement.right, judgement.author] = judgement
        reached |= ahead
        same = [j for j in (*found.values(), *persons) if j.verdict == "same" and not ahead.isdisjoint(j.pair)]
        ahead = {i for j in same if j.left in known and j.right in known for i in j.pair} - reached
    return list(found.values()), reached


def with_changed(columns: Columns, before: Clusters, after: Clusters, reached: Iterable[str]) -> Columns:
    """Return the columns of clusters from those of the clusters before.

    Args:
        columns: The columns of the clusters before.
        before: The clusters before.
        after: The clusters.
        reached: Ids of the events whose cluster may have changed.
    """
    old = {cluster.id: cluster for cluster in map(before.of, reached) if cluster}
    members = {member.id for cluster in old.values() for member in cluster.members}
    new = {cluster.id: cluster for cluster in map(after.of, members.union(reached)) if cluster}
    stale = {i for i, cluster in old.items() if new.get(i) != cluster}
    fresh = tuple(cluster for i, cluster in new.items() if old.get(i) != cluster)
    return columns.changed(stale, fresh, after.decided.vetted)


def without(found: Mapping[str, T], ids: Iterable[str]) -> dict[str, T]:
    """Return a mapping without some keys."""
    kept = dict(found)
    for i in ids:
        kept.pop(i, None)
    return kept
