"""Counts entries by period and group on columns of numbers: a hundred thousand at once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import partial

import numpy as np

from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.column import NEVER, Flags, Flat, Numbers
from regesta.query.clusters.columns import Columns, Matched
from regesta.query.counts.count_groups import FACETS, GROUP_COLUMNS, VALUES, Group, Values
from regesta.query.counts.timeline import COURSE, INTENSITY, Step, first_day
from regesta.store.tallies import facet_of

Cell = tuple[int, float]  # how many, and the sum of their intensities


def days_long(cluster: Cluster) -> int:
    """Return the number of days of the event shown for a cluster; 0 without a date."""
    best = cluster.best
    return (best.end - best.start).days if best.start and best.end else 0


DAY = (("course", "day"), *COURSE["day"])
LENGTH = ("days long", days_long, np.int64)
"""What `Matched.of_clusters` is asked for first days and for lengths in days."""


@dataclass(frozen=True, slots=True)
class Told:
    """Entries as their best reports tell them.

    Attributes:
        owner: Place of the entry of each row among those matched.
        told: Number of the telling that each row belongs to; it has as many rows as it belongs to groups.
        group: Place of the group of each row in `groups`.
        groups: The groups, each once.
    """

    owner: Numbers
    told: Numbers
    group: Numbers
    groups: tuple[Values, ...]

    def by(self, values: Flat) -> "Told":
        """Return them with one value more in each group: a row for each of the values that its entry has."""
        sizes = np.bincount(values.owner, minlength=int(self.owner.max(initial=0)) + 1)
        own = sizes[self.owner]
        rows = np.repeat(np.arange(len(own)), own)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(own) - own, own)
        code = values.code[(np.cumsum(sizes) - sizes)[self.owner[rows]] + within]
        known = max(len(values.values), 1)
        pairs, group = np.unique(self.group[rows] * known + code, return_inverse=True)
        groups = tuple((*self.groups[pair // known], values.values[pair % known]) for pair in pairs.tolist())
        return Told(self.owner[rows], self.told[rows], group, groups)

    def where(self, kept: Flags) -> "Told":
        """Return the rows that are flagged."""
        return Told(self.owner[kept], self.told[kept], self.group[kept], self.groups)


@dataclass
class Counted:
    """Entries counted.

    Attributes:
        cells: By group and first day of the period, None without periods.
        left_out: How many are in no cell, by field of `LeftOut`.
    """

    cells: dict[Values, dict[date | None, Cell]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Ways:
    """How to count entries.

    Attributes:
        by: The groups.
        step: Length of a period; None for no periods.
        days: The first day that is covered and the day after the last; None where nothing is.
        vague: A date of so many days or more is left out where there are periods.
        people: Role of the people to count in place of entries: "killed".
    """

    by: tuple[Group, ...]
    step: Step | None
    days: tuple[date | None, date | None]
    vague: int
    people: str | None = None


def count_entries(matched: Matched, ways: Ways) -> Counted:
    """Count entries: each once, as its best report tells it, or once for each of its publishers where these are groups.

    Args:
        matched: The entries.
        ways: How to count them.
    """
    by, step = ways.by, ways.step
    counted = Counted()
    told = Told(np.arange(len(matched)), np.arange(len(matched)), np.zeros(len(matched), np.int64), ((),))
    order = [group for group in by if group == "publisher"] + [group for group in by if group != "publisher"]
    if "publisher" in by:
        told = told.by(values_of(matched, "publisher"))
        told = Told(told.owner, np.arange(len(told.owner)), told.group, told.groups)
    begun = matched.of_clusters(*DAY)
    if step:
        told = within_days(told, begun, matched.of_clusters(*LENGTH) >= ways.vague, ways.days, counted.left_out)
    tellings = len(told.owner)
    for group in order:
        if group != "publisher":
            told = told.by(values_of(matched, group))
    counted.left_out["ungrouped"] = tellings - len(np.unique(told.told))
    starts, period = periods_of(begun[told.owner], step)
    cells, cell = np.unique(told.group * len(starts) + period, return_inverse=True)
    sums = np.bincount(cell, matched.of_clusters(*INTENSITY)[told.owner], len(cells)).tolist()
    counted_as = weights(matched, ways.people)[told.owner]
    counts = np.bincount(cell, counted_as, len(cells)).astype(np.int64).tolist()
    places = [order.index(group) for group in by]
    groups = [tuple(values[place] for place in places) for values in told.groups]
    for at, count, intensity in zip(cells.tolist(), counts, sums, strict=True):
        counted.cells.setdefault(groups[at // len(starts)], {})[starts[at % len(starts)]] = (count, intensity)
    return counted


def weights(matched: Matched, people: str | None) -> Numbers:
    """Return what each entry counts as: one, or a number of people."""
    if people is None:
        return np.ones(len(matched), np.int64)
    return matched.of_clusters(("most", people), partial(most_of, people), np.int64)


def most_of(role: str, cluster: Cluster) -> int:
    """Return the highest number of people in a role that any event of a cluster tells; 0 when none tells one."""
    return max(member.most(role) for member in cluster.members)


def within_days(
    told: Told, begun: Numbers, is_vague: Flags, days: tuple[date | None, date | None], left_out: Counter[str]
) -> Told:
    """Return what some period counts; add the rest to what is left out."""
    begun, is_vague = begun[told.owner], is_vague[told.owner]
    is_dated = begun != NEVER
    first, end = days
    inside = (begun >= first.toordinal()) & (begun < end.toordinal()) if first and end else np.zeros_like(is_dated)
    left_out["undated"] = int(np.count_nonzero(~is_dated))
    left_out["vague"] = int(np.count_nonzero(is_dated & is_vague))
    left_out["outside"] = int(np.count_nonzero(is_dated & ~is_vague & ~inside))
    return told.where(is_dated & ~is_vague & inside)


def periods_of(begun: Numbers, step: Step | None) -> tuple[list[date | None], Numbers]:
    """Return the first days of the periods of some days, and for each day the place of its period among them."""
    if step is None:
        return [None], np.zeros(len(begun), np.int64)
    days, day = np.unique(begun, return_inverse=True)
    of_days = [first_day(date.fromordinal(number), step) for number in days.tolist()]
    starts: list[date | None] = [*dict.fromkeys(of_days)]
    places = {start: place for place, start in enumerate(starts)}
    return starts, np.array([places[start] for start in of_days], np.int64)[day]


def values_of(matched: Matched, group: Group) -> Flat:
    """Return the values that entries have in a group."""
    return matched.flat(("counted", group), partial(group_values, group))


def group_values(group: Group, cluster: Cluster) -> Iterable[str | int | None]:
    """Return the values that a cluster has in a group: those of its best event, or its publishers."""
    if group == "publisher":
        return dict.fromkeys(member.publisher for member in cluster.members)
    return VALUES[group]({facet: facet_of(cluster.best, facet) for facet in FACETS[group]})


def make_count_columns(columns: Columns) -> None:
    """Make the columns that counts ask for; a change brings up to date those that are made."""
    for group in GROUP_COLUMNS:
        columns.flat(("counted", group), partial(group_values, group))
    for column in (DAY, LENGTH, INTENSITY):
        columns.of_clusters(*column)
