"""What the articles of a store tell of offices, state by state: one article more concerns few states."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property

from regesta.model.entity import PERSON
from regesta.model.office import OfficeHolding, OfficeSeen
from regesta.resolve.names.forms import slug
from regesta.resolve.persons.learning import learn
from regesta.resolve.persons.persons import known_as

SOURCE = "register"


@dataclass(frozen=True)
class ToldOfState:
    """What articles tell of the offices of one state; what that adds up to is worked out when first asked for.

    Attributes:
        by_article: Where each article tells it, in text order, by article id.
    """

    by_article: Mapping[str, tuple[OfficeSeen, ...]]

    @property
    def seen(self) -> list[OfficeSeen]:
        """Where articles tell it, by article id, in text order."""
        return [seen for _, found in sorted(self.by_article.items()) for seen in found]

    @cached_property
    def entities(self) -> frozenset[str]:
        """The persons to whom articles give offices, by entity as coded."""
        names = {seen.person for found in self.by_article.values() for seen in found}
        return frozenset(f"{PERSON}{slug(name)}" for name in names)

    @cached_property
    def holdings(self) -> tuple[OfficeHolding, ...]:
        """The offices that it adds up to."""
        return tuple(learn(self.seen, SOURCE))

    @cached_property
    def spelled(self) -> tuple[tuple[str, str], ...]:
        """Every person as coded, with the one that stands for all spellings, by entity.

        Which run told of a person first is no matter here: what is compared by these entities has to come out the same
        in whatever order the articles arrived.
        """
        spellings = known_as(learn((replace(seen, run=0) for seen in self.seen), SOURCE))
        return tuple((f"{PERSON}{slug(name)}", f"{PERSON}{slug(one)}") for (name, _), one in spellings.items())


def told_by(seen: Iterable[OfficeSeen]) -> dict[str, ToldOfState]:
    """Return what sightings tell, by state."""
    return retold({}, frozenset(), seen)


def retold(told: Mapping[str, ToldOfState], articles: Set[str], seen: Iterable[OfficeSeen]) -> dict[str, ToldOfState]:
    """Return what is told of each state when some articles tell something else; other states stay as they are.

    Args:
        told: What was told, by state.
        articles: Ids of these articles.
        seen: What they tell now, by article id, in text order.
    """
    fresh: defaultdict[str, defaultdict[str, list[OfficeSeen]]] = defaultdict(lambda: defaultdict(list))
    for one in seen:
        fresh[one.iso3][one.article_id].append(one)
    gone = {iso3 for iso3, state in told.items() if not state.by_article.keys().isdisjoint(articles)}
    found = dict(told)
    for iso3 in gone | fresh.keys():
        kept = found[iso3].by_article if iso3 in found else {}
        now = {id: tells for id, tells in kept.items() if id not in articles}
        now |= {id: tuple(tells) for id, tells in fresh[iso3].items()}
        found.pop(iso3, None)
        if now:
            found[iso3] = ToldOfState(now)
    return found
