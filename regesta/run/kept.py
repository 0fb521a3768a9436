"""What coding and judging need of a whole store, kept from run to run and brought up to date by what is stored."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from regesta.dedupe.telling import Telling
from regesta.model.entry import Report
from regesta.query.told_offices import ToldOfState, retold, told_by
from regesta.store.filters import ArticleFilter, EventFilter
from regesta.store.view import View

# One article is compared with hundreds, of which the next of its days meets half. Of newswire they take 28 MiB, and
# what comparing works out of them.
MOST_COMPARED = 4_000
PORTION_EVENTS = 5_000  # read together, some 50 MB


class Compared(NamedTuple):
    """An event as coded, and the telling that it was compared as.

    Attributes:
        report: The event.
        told: What other reports told of those in its roles, for each its state and its entity; None for nothing.
        telling: The event with that; None while it has not been compared.
    """

    report: Report
    told: tuple[tuple[str | None, str | None], ...] = ()
    telling: Telling | None = None


@dataclass
class Kept:
    """What a store told when it was last looked at; a program that goes on passes it from run to run.

    It is of what articles tell, and nothing of it of what persons decide. It reads what transactions have written that
    are complete; in one that is not, a copy is used.

    Attributes:
        moment: Of the last transaction seen; None before the first look.
        offices: What current articles tell of offices, by state.
        persons: Persons, by entity, with whether any report ever told a state of them.
        compared: Events of current versions that were stored or compared last, by id; none that persons have corrected.
    """

    moment: datetime | None = None
    offices: Mapping[str, ToldOfState] = field(default_factory=dict)
    persons: dict[str, bool] = field(default_factory=dict)
    compared: dict[str, Compared] = field(default_factory=dict)

    def catch_up(self, view: View) -> None:
        """Take in what was stored since the last look.

        Args:
            view: The store as it is now.
        """
        if self.moment is None:
            self.offices = told_by(view.offices_seen())
            self.persons = view.entities("person")
        elif self.moment != view.state.moment:
            ids = frozenset(view.article_ids(ArticleFilter(stored_after=self.moment)))
            if ids:
                self.offices = retold(self.offices, ids, view.offices_seen(articles=ids))
                self._meet(view, view.event_ids(EventFilter(stored_after=self.moment)))
        self.moment = view.state.moment

    def reports(self, view: View, ids: Set[str]) -> Iterator[Report]:
        """Yield events of current versions as coded; those that are not kept are read.

        Args:
            view: The store as it was last looked at.
            ids: Ids of the events.
        """
        known = self.compared.keys() & ids
        yield from (self.compared[id].report for id in sorted(known))
        yield from read_reports(view, ids - known)

    def remember(self, compared: Iterable[Compared]) -> None:
        """Keep events that were compared; those compared longest ago give way to them."""
        for one in compared:
            self.compared.pop(one.report.event.id, None)
            if one.report.coded is None:
                self.compared[one.report.event.id] = one
        for oldest in list(islice(self.compared, max(0, len(self.compared) - MOST_COMPARED))):
            del self.compared[oldest]

    def _meet(self, view: View, ids: Collection[str]) -> None:
        """Take in events that were stored, and the persons in them; what they were compared as before is forgotten."""
        for report in read_reports(view, ids):
            self.remember([Compared(report)])
            for actor in (role.actor for role in report.event.roles if role.actor):
                if actor.entity and actor.is_person:
                    self.persons[actor.entity] = self.persons.get(actor.entity, False) or actor.iso3 is not None


def read_reports(view: View, ids: Collection[str]) -> Iterator[Report]:
    """Yield events of current versions, some thousand of them read at a time."""
    rest = iter(sorted(ids))
    while portion := tuple(islice(rest, PORTION_EVENTS)):
        yield from view.reports(EventFilter(ids=portion))
