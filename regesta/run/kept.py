"""What coding and judging need of a whole store, kept from run to run and brought up to date by what is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from regesta.model.article import Article
from regesta.query.told_offices import ToldOfState, retold, told_by
from regesta.store.filters import ArticleFilter
from regesta.store.view import View


@dataclass
class Kept:
    """What a store told when it was last looked at; a program that goes on passes it from run to run.

    It is of what articles tell, and nothing of it of what persons decide. It reads what transactions have written that
    are complete, or that of the caller's own, after which it is not used again.

    Attributes:
        moment: Of the last transaction seen; None before the first look.
        offices: What current articles tell of offices, by state.
        persons: Persons, by entity, with whether any report ever told a state of them.
    """

    moment: datetime | None = None
    offices: Mapping[str, ToldOfState] = field(default_factory=dict)
    persons: dict[str, bool] = field(default_factory=dict)

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

    def _meet(self, article: Article) -> None:
        """Take in the persons in the events of an article."""
        roles = (role for event in article.events for role in event.roles)
        for actor in (role.actor for role in roles if role.actor):
            if actor.entity and actor.is_person:
                self.persons[actor.entity] = self.persons.get(actor.entity, False) or actor.iso3 is not None
