"""What an office that was told of on some days says of another day: held then, held no more, or not yet."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.entity import STATELESS
from regesta.model.office import OfficeHolding
from regesta.resolve.names.actor_words import FORMER
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.persons import TERM_DAYS, offices_agree
from regesta.resolve.phrases.sectors import FORMER_SECTOR

NO_MORE = "former "
PARTY_SECTORS = frozenset({"PTY", "OPP"})
WITHOUT_POSTS = frozenset({"MIL", "SPY", "COP"})  # a president is none of these: "commander-in-chief President"
POSTS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "pope", "secretary-general"}
)  # one person of a state has it at a time
HEADS = POSTS | {
    "emir", "amir", "sultan", "emperor", "taoiseach", "supreme leader", "acting president", "interim president",
    "leader", "transitional president", "acting prime minister", "interim prime minister", "chief executive",
}  # fmt: skip
GOVERNING = frozenset({"GOV", "IGO", "REL"})
SURE_REPORTS = 2  # articles that must tell of another holder
REFERENCE = "factbook-"
YEAR_DAYS = 365
PARTY, OFFICE, HEAD = range(3)  # ranks: of the same days the higher office is meant; what is over is none
SEEN_BESIDE = 10  # times as many reports of a holder as of another within the same days leave him in office
UNDATED, NOTHING, TOLD = range(3)  # what a holding says of a day; without a day it is likeliest of those others tell


@dataclass(frozen=True, slots=True)
class Term:
    """A holding as it stands on a day.

    Attributes:
        holding: The holding, as a former one where it has ended; without office and sector where it had not begun.
        says: What it says of the day: something, nothing but the state, or something on a day unknown.
        gap_days: Days between the day and the time it was told; 0 within it.
    """

    holding: OfficeHolding
    says: int
    gap_days: int

    @property
    def is_former(self) -> bool:
        """Whether the person had left the office."""
        return self.holding.sector == FORMER_SECTOR

    @property
    def rank(self) -> int:
        """How high the office is, with which others are compared."""
        return rank_of(self.holding)

    @property
    def is_in_office(self) -> bool:
        """Whether reports on both sides of the day have the person in the office."""
        return self.says == TOLD and self.gap_days == 0 and not self.is_former


def rank_of(holding: OfficeHolding) -> int:
    """Return how high an office is: a head's of a state or government, a party's or a former one, or any other."""
    if holding.sector in PARTY_SECTORS or holding.sector == FORMER_SECTOR:
        return PARTY
    is_head = holding.office.lower() in HEADS and holding.sector in GOVERNING and holding.iso3 not in STATELESS
    return HEAD if is_head else OFFICE


def is_post(holding: OfficeHolding) -> bool:
    """Tell whether an office is one that a single person of a state, or of the United Nations, has at a time."""
    return holding.office.lower() in POSTS and holding.sector in GOVERNING


def as_governing(holding: OfficeHolding) -> OfficeHolding:
    """Return a holding with the sector that a president has who is called commander in the same breath."""
    if holding.sector in WITHOUT_POSTS and holding.office.lower() in HEADS:
        return replace(holding, sector="GOV")
    return holding


def term_of(holding: OfficeHolding, day: date | None, others: Collection[OfficeHolding]) -> Term:
    """Return a holding as it stands on a day; one of a user's own table as that says.

    Args:
        holding: The holding.
        day: The day; None when unknown.
        others: The holdings that other persons have of the same post; empty for other offices.
    """
    if holding.is_exact or day is None:
        return Term(on_day(holding, day), TOLD, 0)
    if holding.first is None and holding.last is None:
        return Term(holding, UNDATED, 0)
    gap_days = distance_days(holding, day)
    if is_before(holding, day, others):
        return Term(replace(holding, office="", sector=None, body=None), NOTHING, gap_days)
    if is_over(holding, day, others):
        return Term(replace(holding, office=f"{NO_MORE}{holding.office}", sector=FORMER_SECTOR), TOLD, gap_days)
    return Term(holding, TOLD, gap_days)


def is_before(holding: OfficeHolding, day: date, others: Iterable[OfficeHolding]) -> bool:
    """Tell whether a holding says nothing of a day as yet.

    A former office says nothing of the days before it was called so. An office had not begun before the day on which a
    reference has it begin, long before it was first told of, or as long as another person is told to hold it.
    """
    if holding.first is None or day >= holding.first:
        return False
    if holding.sector == FORMER_SECTOR or begins_exactly(holding) or (holding.first - day).days > TERM_DAYS:
        return True
    return any(is_sure(o) and o.first and o.last and o.first < holding.first and o.last >= day for o in others)


def is_over(holding: OfficeHolding, day: date, others: Iterable[OfficeHolding]) -> bool:
    """Tell whether somebody else has come into an office that one person has at a time: after it, or in long years."""
    if holding.sector == FORMER_SECTOR or holding.last is None or holding.first is None:
        return False
    later = [o for o in others if o.first and o.last and is_sure(o) and o.first <= day]
    if day > holding.last:
        return any(o.first and holding.last < o.first for o in later)
    is_long = (holding.last - holding.first).days > YEAR_DAYS
    return is_long and any(
        o.first and o.last and holding.first < o.first and day <= o.last and o.support * SEEN_BESIDE >= holding.support
        for o in later
    )


def is_sure(holding: OfficeHolding) -> bool:
    """Tell whether enough tells of a holder for another one to have left."""
    return holding.support >= SURE_REPORTS or is_reference(holding)


def is_reference(holding: OfficeHolding) -> bool:
    """Tell whether a holding is of a work of reference, not of the news."""
    return holding.citation.startswith(REFERENCE)


def begins_exactly(holding: OfficeHolding) -> bool:
    """Tell whether the first day of a holding is that of coming into office; an election is told as a day alone."""
    return is_reference(holding) and rank_of(holding) != PARTY and holding.first != holding.last


def on_day(holding: OfficeHolding, day: date | None) -> OfficeHolding:
    """Return a holding as of a day: an office known to have ended before is a former one."""
    if not holding.is_exact or day is None or holding.last is None or day <= holding.last:
        return holding
    return replace(holding, office=f"former {holding.office}", sector=FORMER_SECTOR)


def best_of(terms: Iterable[Term], day: date | None) -> list[Term]:
    """Return terms of persons of one state, the one that a day likeliest finds first.

    Where the same office is told as held and as a former one, the report nearer to the day counts.
    """
    found = list(terms)
    left = [term for term in found if not any(is_outweighed(term, other) for other in found)]
    return sorted(left, key=lambda term: (*weight(term, day), term.holding.person, term.holding.office), reverse=True)


def is_outweighed(term: Term, other: Term) -> bool:
    """Tell whether another report is believed instead: one of a head of those years instead of a party's.

    Of one office told as held and as a former one it is the report nearer to the day.
    """
    if term.holding.sector in PARTY_SECTORS and other.is_former and other.holding.office.startswith(NO_MORE):
        return other.gap_days <= term.gap_days  # a successor is known; the party has one as well
    if term.holding.sector in PARTY_SECTORS and other.rank == HEAD and term.says == TOLD:
        is_near = other.says == TOLD and other.gap_days <= TERM_DAYS
        return is_near or (other.says == UNDATED and term.gap_days > YEAR_DAYS)
    if other.says != TOLD or term.says != TOLD or term.is_former == other.is_former:
        return False
    nearer = other.gap_days < term.gap_days or (other.gap_days == term.gap_days and term.is_former)
    return nearer and offices_agree(title_of(term.holding.office), title_of(other.holding.office))


def title_of(office: str) -> str:
    """Return an office, folded, without the word that it is a former one."""
    return " ".join(word for word in fold(office).split() if word not in FORMER)


def weight(term: Term, day: date | None) -> tuple[bool, int, int, bool, bool, int, int]:
    """Return what terms are ordered by: what they say, years to the day, rank, support."""
    holding = term.holding
    is_held, says = fitness(holding, day) if holding.is_exact else (False, term.says)
    return (
        is_held,
        says,
        -(term.gap_days // YEAR_DAYS),
        term.is_in_office,
        term.rank == HEAD,
        holding.support,
        term.rank,
    )


def fitness(holding: OfficeHolding, day: date | None) -> tuple[bool, int]:
    """Return how well the days of an office in a user's own table fit a day, for sorting."""
    last = holding.last or date.max
    if day is None:
        return (True, last.toordinal())
    is_held = (holding.first or date.min) <= day <= last
    return (is_held, (holding.first or date.min).toordinal() if is_held else -distance_days(holding, day))


def is_even(term: Term, other: Term, day: date | None) -> bool:
    """Tell whether two reports of different offices of a person weigh the same, so that neither is believed."""
    if term.holding.is_exact or is_reference(term.holding) or is_reference(other.holding):
        return False
    is_same = weight(term, day) == weight(other, day) and term.gap_days == other.gap_days
    return is_same and not offices_agree(title_of(term.holding.office), title_of(other.holding.office))


def distance_days(holding: OfficeHolding, day: date) -> int:
    """Return how many days lie between a day and the time a holding was seen; 0 within it, or when it has no dates."""
    before = (holding.first - day).days if holding.first else 0
    after = (day - holding.last).days if holding.last else 0
    return max(0, before, after)
