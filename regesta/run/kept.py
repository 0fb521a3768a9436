"""What coding and judging need of a whole store, kept from run to run and brought up to date by what is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from regesta.dedupe.telling import Telling
from regesta.model.article import Article
from regesta.model.entry import Report
from regesta.query.told_offices import ToldOfState, retold, told_by
from regesta.store.filters import ArticleFilter
from regesta.store.view import View

# One article is compared with hundreds, of which the next of its days meets half. Of newswire they take 28 MiB, and
# what comparing works out of them.
MOST_COMPARED = 4_000


class Compared(NamedTuple):
    """An event as coded, and the telling that it was compared as."""

    report: Report
    telling: Telling


@dataclass
class Kept:
    """What a store told when it was last looked at; a program that goes on passes it from run to run.

    It is of what articles tell, and nothing of it of what persons decide. It reads what transactions have written that
    are complete, or that of the caller's own, after which it is not used again.

    Attributes:
        moment: Of the last transaction seen; None before the first look.
        offices: What current articles tell of offices, by state.
        persons: Persons, by entity, with whether any report ever told a state of them.
        compared: Events of current versions that were compared last, by id; none that persons have corrected.
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
            ids = set()
            for article in view.articles(ArticleFilter(stored_after=self.moment)):
                ids.add(article.id)
                self._meet(article)
            self.offices = retold(self.offices, ids, view.offices_seen(articles=ids))
        self.moment = view.state.moment

    def remember(self, compared: Iterable[Compared]) -> None:
        """Keep events that were compared; those compared longest ago give way to them."""
        for one in compared:
            if one.report.coded is None:
                self.compared.pop(one.report.event.id, None)
                self.compared[one.report.event.id] = one
        for oldest in list(islice(self.compared, max(0, len(self.compared) - MOST_COMPARED))):
            del self.compared[oldest]

    def _meet(self, article: Article) -> None:
        """Take in the persons in the events of an article, and forget what these were compared as."""
        for event in article.events:
            self.compared.pop(event.id, None)
        roles = (role for event in article.events for role in event.roles)
        for actor in (role.actor for role in roles if role.actor):
            if actor.entity and actor.is_person:
                self.persons[actor.entity] = self.persons.get(actor.entity, False) or actor.iso3 is not None
