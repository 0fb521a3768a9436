"""Decides between reports of one name: which state, which person, which office are meant; and shows the others."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.office import OfficeHolding
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.persons import LIFETIME_DAYS, offices_agree
from regesta.resolve.persons.terms import (
    HEAD,
    NOTHING,
    PARTY,
    POSTS,
    Term,
    best_of,
    distance_days,
    is_even,
    rank_of,
    title_of,
)

MAJORITY = 4  # the state of most who bear a surname must be told that many times as often as all others together
SHIPPED = "news"
PACK = "pack:"


@dataclass(frozen=True)
class Found:
    """Whom a name means.

    Attributes:
        holding: The person's office as of the day; None when nobody is known, or of which state is not. Its person is
            empty where it is not known which of a state's people is meant, its office where reports contradict each
            other.
        others: What is told of the name otherwise, for whoever asks why.
    """

    holding: OfficeHolding | None
    others: tuple[OfficeHolding, ...] = ()

    @property
    def person(self) -> OfficeHolding | None:
        """The holding, where it is known whose it is."""
        return self.holding if self.holding is not None and self.holding.person else None


NOBODY = Found(None)


@dataclass(frozen=True)
class Verdict:
    """What is decided between the reports of a name.

    Attributes:
        day: The day; None when unknown.
        reach_days: How far from it reports count.
        is_surname: Whether the name is a surname alone, which several persons may bear.
        term: Tells how a holding stands on the day.
        spelling: Tells the spelling that stands for the person of a holding.
    """

    day: date | None
    reach_days: int
    is_surname: bool
    term: Callable[[OfficeHolding], Term]
    spelling: Callable[[OfficeHolding], str]

    def on(self, holdings: Collection[OfficeHolding]) -> Found:
        """Return whom a name means of whom these reports tell."""
        near = self.near(holdings)
        if not near or self.is_outranked(near, holdings):
            return NOBODY
        iso3 = self.state_of(near)
        if iso3 is None:
            return Found(None, first_of_each(near, lambda h: h.iso3))
        terms = best_of((self.term(h) for h in near if h.iso3 == iso3), self.day)
        others = first_of_each((h for h in near if h.iso3 != iso3), lambda h: h.iso3)
        best = terms[0]
        if self.is_surname and best.says == NOTHING:
            return Found(nobody_of(best.holding), (best.holding, *others))
        person = self.spelling(best.holding)
        even = [t.holding for t in terms[1:] if self.spelling(t.holding) == person and is_even(best, t, self.day)]
        if not even:
            return Found(best.holding, others)
        sectors = {best.holding.sector, *(h.sector for h in even)}
        sector = best.holding.sector if len(sectors) == 1 else None
        return Found(replace(best.holding, office="", sector=sector, body=None), (best.holding, *even, *others))

    def near(self, holdings: Iterable[OfficeHolding]) -> list[OfficeHolding]:
        """Return the reports that count on the day; a user's own table goes before the rest.

        What ships without a day tells no surname. Elsewhere a report without one counts for any, but against those of
        other states at all times.
        """
        every = [h for h in holdings if not (self.is_surname and is_undated(h) and h.source == SHIPPED)]
        near = [h for h in every if self.day is None or distance_days(h, self.day) <= self.reach_days]
        if all(map(is_undated, near)):
            near = near and every
        return [h for h in near if h.source.startswith(PACK)] or near

    def is_outranked(self, near: Sequence[OfficeHolding], holdings: Iterable[OfficeHolding]) -> bool:
        """Tell whether only a party tells of a surname that a head of another state bears, though of other years."""
        if not self.is_surname or any(rank_of(h) != PARTY for h in near):
            return False
        return not {h.iso3 for h in near}.issuperset(h.iso3 for h in self.heads(holdings))

    def heads(self, holdings: Iterable[OfficeHolding]) -> list[OfficeHolding]:
        """Return the heads of state and government who were in news within a lifetime of the day."""
        return [
            h for h in holdings
            if rank_of(h) == HEAD and not is_undated(h) and self.day and distance_days(h, self.day) <= LIFETIME_DAYS
        ]  # fmt: skip

    def state_of(self, near: Sequence[OfficeHolding]) -> str | None:
        """Return the state that most reports tell; of a surname, by far the most, but each full name for itself."""
        support = supported(near)
        if self.is_surname:
            by_name: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
            for holding in near:
                by_name[fold(holding.person)].append(holding)
            support = Counter[str]()
            for named in by_name.values():
                own = supported(named)
                most = prevailing(own, 1)
                support.update({most: own[most]} if most else own)
        return prevailing(support, MAJORITY if self.is_surname else 1)

    def of_one_state(self, holdings: Iterable[OfficeHolding]) -> Found:
        """Return the state whose heads alone bear a surname, though none of them about the day."""
        heads = self.heads(holdings)
        if len({h.iso3 for h in heads}) != 1:
            return NOBODY
        return Found(nobody_of(heads[0]), first_of_each(heads, self.spelling))


def supported(holdings: Iterable[OfficeHolding]) -> Counter[str]:
    """Return how many articles tell each state."""
    support = Counter[str]()
    for holding in holdings:
        support[holding.iso3] += holding.support
    return support


def prevailing(support: Counter[str], times: int) -> str | None:
    """Return the state told more often than all others together, or that many times as often; None when none is."""
    [(iso3, most), *_] = support.most_common(1)
    rest = support.total() - most
    return iso3 if (most > rest if times == 1 else most >= times * rest) else None


def first_of_each(holdings: Iterable[OfficeHolding], key: Callable[[OfficeHolding], str]) -> tuple[OfficeHolding, ...]:
    """Return the best supported holding of each kind."""
    ordered = sorted(holdings, key=lambda h: (-h.support, h.person, h.office))
    found: dict[str, OfficeHolding] = {}
    for holding in ordered:
        found.setdefault(key(holding), holding)
    return tuple(found.values())


def nobody_of(holding: OfficeHolding) -> OfficeHolding:
    """Return the state of a holding alone."""
    return replace(holding, person="", office="", sector=None, body=None)


def is_undated(holding: OfficeHolding) -> bool:
    """Tell whether a holding was told on no known day."""
    return holding.first is None and holding.last is None


def is_head_title(office: str) -> bool:
    """Tell whether a title is of the one head of a state or government: "President", "former prime minister"."""
    return title_of(office) in POSTS


def titled(
    holdings: Sequence[OfficeHolding], office: str | None, spelling: Callable[[OfficeHolding], str]
) -> list[OfficeHolding]:
    """Return the holdings of the persons known in the highest office that a title names; all where none is."""
    if office is None or not is_head_title(office):
        return [*holdings]
    title = title_of(office)
    meant = {(spelling(h), h.iso3) for h in holdings if rank_of(h) == HEAD and offices_agree(h.office, title)}
    return [h for h in holdings if (spelling(h), h.iso3) in meant] or [*holdings]
