"""Acts told several in one breath, which are no single one: "has visited Russia three times this year"."""

from collections.abc import Iterator
from itertools import compress

import numpy as np

from regesta.model.entry import Report
from regesta.ontology.several import around, tells_several
from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.columns import Matched
from regesta.query.counts.entry_counts import LENGTH
from regesta.query.register import Register
from regesta.store.filters import EventFilter
from regesta.store.outlines import EventOutline

SPAN_DAYS = 7  # acts are counted over a week or longer; the words of what took less need not be read
READ_AT_ONCE = 500  # some megabytes of reports


def tells_of_several(report: Report) -> bool:
    """Tell whether the words around a report's act count acts."""
    trigger = report.event.trigger
    for citation in report.citations:
        if citation.span.contains(trigger):
            return tells_several(around(citation.quote, trigger.moved(-citation.span.start)))
    return False


def single_acts(register: Register, wanted: EventFilter) -> tuple[Matched, int]:
    """Return the clusters that a filter lets through, and how many only tell of several acts and are left out.

    Args:
        register: The register.
        wanted: The filter; its limit and offset are not used.
    """
    return register.kept(wanted, "single acts", lambda: find_single(register, register.matching(wanted)))


def find_single(register: Register, matched: Matched) -> tuple[Matched, int]:
    """Return clusters without those of which every report tells of several acts, and how many these are."""
    places = np.flatnonzero(matched.of_clusters(*LENGTH) >= SPAN_DAYS).tolist()
    spread = {place: cluster for place in places if all(map(is_spread, (cluster := at(matched, place)).members))}
    counting = set(several_of(register, list(spread.values())))
    left_out = [place for place, cluster in spread.items() if all(m.id in counting for m in cluster.members)]
    return without(matched, left_out), len(left_out)


def at(matched: Matched, place: int) -> Cluster:
    """Return the cluster at a place, as `Matched.of_clusters` has them: the whole ones first."""
    is_whole = place < len(matched.whole)
    return (
        matched.columns.clusters[int(matched.whole[place])] if is_whole else matched.partial[place - len(matched.whole)]
    )


def without(matched: Matched, places: list[int]) -> Matched:
    """Return clusters but for those at some places."""
    kept = np.ones(len(matched), np.bool_)
    kept[places] = False
    whole, partial = kept[: len(matched.whole)], kept[len(matched.whole) :]
    few = tuple(compress(matched.partial, partial))
    return Matched(matched.columns, matched.whole[whole], few, matched.partial_at[partial])


def is_spread(told: EventOutline) -> bool:
    """Tell whether an event that happened is dated by a week or longer."""
    is_long = told.start is not None and told.end is not None and (told.end - told.start).days >= SPAN_DAYS
    return is_long and told.status == "happened"


def several_of(register: Register, clusters: list[Cluster]) -> Iterator[str]:
    """Yield the ids of those events of clusters whose words count acts."""
    ids = [member.id for cluster in clusters for member in cluster.members]
    for start in range(0, len(ids), READ_AT_ONCE):
        chosen = EventFilter(ids=tuple(ids[start : start + READ_AT_ONCE]), every_version=register.is_behind)
        yield from (report.event.id for report in register.view.reports(chosen) if tells_of_several(report))
