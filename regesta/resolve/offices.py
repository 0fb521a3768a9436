"""Whom a name means by the offices that are known: from news that ships, a user's own tables, and earlier runs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar

from regesta.model.office import OfficeHolding
from regesta.resolve.names import fold
from regesta.resolve.office_table import read_offices
from regesta.resolve.persons import (
    LEADER_ALIKE,
    LIFETIME_DAYS,
    SURE,
    SURNAME_ALIKE,
    TERM_DAYS,
    PersonKey,
    are_one,
    known_as,
)
from regesta.resolve.spelling import likeness, loose_bones, word_likeness, words_of
from regesta.resolve.states import DATA

MAJORITY = 4  # a surname's commonest state must be told that many times as often as all others together
FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN"})  # "Xi Jinping" is called Xi
FORMER_SECTOR = "ELI"
POSTS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "pope", "secretary-general"}
)
SURE_REPORTS = 2  # articles that must tell of a successor
REFERENCE = "factbook-"
NOWHERE: Set[str] = frozenset()
Key = TypeVar("Key")


@dataclass(frozen=True)
class Asked:
    """A person that an article names, with what it says of him.

    Attributes:
        name: Fullest name in the article, or a surname alone.
        day: Day of the article; None when unknown: then only a full name is looked up.
        iso3: State the article gives the person; None when it gives none.
        office: Office it gives; None likewise.
        near: States the article speaks of: a surname that is spelled otherwise is looked for in these.
    """

    name: str
    day: date | None
    iso3: str | None = None
    office: str | None = None
    near: Set[str] = NOWHERE


@dataclass(frozen=True)
class Offices:
    """Office holdings by name.

    Attributes:
        by_name: Holdings by folded full name.
        by_surname: Holdings by the folded last word of the name.
        by_sound: Holdings by the sound of each word of the name.
        spellings: The spelling that stands for a person, by folded name and state.
        posts: Holdings of each office that only one person of a state has at a time, by office and state.
    """

    by_name: Mapping[str, tuple[OfficeHolding, ...]]
    by_surname: Mapping[str, tuple[OfficeHolding, ...]]
    by_sound: Mapping[str, tuple[OfficeHolding, ...]]
    spellings: Mapping[PersonKey, str]
    posts: Mapping[tuple[str, str], tuple[OfficeHolding, ...]] = field(default_factory=dict)

    def holder(self, asked: Asked) -> OfficeHolding | None:
        """Return the office holding that a name means on a day.

        Returns:
            The best supported holding; None when nobody of that name is known about then, or when holdings of
            different states contradict each other.
        """
        key = fold(asked.name)
        if len(words_of(asked.name)) > 1 or key in self.by_name:
            found = agreed(self.full(asked, key), asked.day, LIFETIME_DAYS)
        else:
            found = agreed(self.surname(asked, key), asked.day, TERM_DAYS) if asked.day else None
        return self.succeeded(found, asked.day) if found else None

    def succeeded(self, holding: OfficeHolding, day: date | None) -> OfficeHolding:
        """Return a holding as of a day: a former one when somebody else has come into the office since."""
        if day is None or holding.last is None or day <= holding.last or holding.is_exact:
            return holding
        others = self.posts.get(post_of(holding), ())
        name = self.spelling(holding)
        later = (h for h in others if h.first and holding.last < h.first <= day and self.spelling(h) != name)
        if any(h.support >= SURE_REPORTS or h.citation.startswith(REFERENCE) for h in later):
            return replace(holding, office=f"former {holding.office}", sector=FORMER_SECTOR)
        return holding

    def full(self, asked: Asked, key: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings that a full name may mean: of that spelling, else of one nearly alike."""
        found = self.by_name.get(key) or self.alike(asked)
        return tuple(h for h in found if asked.iso3 in {None, h.iso3})

    def alike(self, asked: Asked) -> tuple[OfficeHolding, ...]:
        """Return the holdings of names spelled nearly like a full name, or less nearly when the office agrees."""
        shared = Counter(h for word in set(words_of(asked.name)) for h in self.by_sound.get(loose_bones(word)[:3], ()))
        if asked.iso3 is None:
            near = [h for h, words in shared.items() if words > 1]  # of many thousand names few
        else:
            near = [h for h in shared if h.iso3 == asked.iso3]
        likely = [h for h in near if likeness(self.spelling(h), asked.name) >= LEADER_ALIKE]  # not "George H. W. Bush"
        if asked.iso3 is None or asked.office is None:
            return tuple(h for h in likely if likeness(h.person, asked.name) >= SURE)
        told = as_holding(asked)
        return tuple(h for h in likely if are_one(told, h))

    def surname(self, asked: Asked, key: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings that a surname may mean; spelled otherwise, only in the states that the article names."""
        exact = tuple(h for h in self.by_surname.get(key, ()) if asked.iso3 in {None, h.iso3})
        if exact:
            return exact
        [word, *_] = words_of(asked.name) or ("",)
        near = dict.fromkeys(self.by_sound.get(loose_bones(word)[:3], ()))
        states = asked.near if asked.iso3 is None else {asked.iso3}
        return tuple(
            h for h in near
            if h.iso3 in states and word_likeness(words_of(h.person)[-1], word) >= SURNAME_ALIKE
        )  # fmt: skip

    def spelling(self, holding: OfficeHolding) -> str:
        """Return the spelling that stands for the person of a holding."""
        return self.spellings.get((fold(holding.person), holding.iso3), holding.person)


def as_holding(asked: Asked) -> OfficeHolding:
    """Return what an article says of a person as a holding of its day."""
    return OfficeHolding(
        person=asked.name, office=asked.office or "", iso3=asked.iso3 or "", sector=None, first=asked.day,
        last=asked.day, support=1, citation="",
    )  # fmt: skip


def agreed(holdings: Iterable[OfficeHolding], day: date | None, reach_days: int) -> OfficeHolding | None:
    """Return the best supported holding about a day; None when other states have too many of the reports.

    A user's own table goes before the rest; of its offices the one held on the day, else the last one before it. A
    report without a day counts for any, but against those of other states at all times.
    """
    every = list(holdings)
    near = [h for h in every if day is None or distance_days(h, day) <= reach_days]
    if all(h.first is None and h.last is None for h in near):
        near = near and every
    near = [h for h in near if h.source.startswith("pack:")] or near
    if not near:
        return None
    support = Counter[str]()
    for holding in near:
        support[holding.iso3] += holding.support
    iso3, most = support.most_common(1)[0]
    if most < MAJORITY * (support.total() - most):
        return None
    mine = [h for h in near if h.iso3 == iso3]
    return on_day(max(mine, key=lambda h: (fitness(h, day), is_in_office(h, day), h.support, h.person, h.office)), day)


def is_in_office(holding: OfficeHolding, day: date | None) -> bool:
    """Tell whether reports on both sides of a day have somebody in an office: he may have left and come back to it."""
    return holding.sector != FORMER_SECTOR and day is not None and distance_days(holding, day) == 0


def fitness(holding: OfficeHolding, day: date | None) -> tuple[bool, int]:
    """Return how well the days of an office fit a day, for sorting: those told of by the years between."""
    if not holding.is_exact:
        return (False, -(distance_days(holding, day) // 365) if day else 0)
    last = holding.last or date.max
    if day is None:
        return (True, last.toordinal())
    is_held = (holding.first or date.min) <= day <= last
    return (is_held, (holding.first or date.min).toordinal() if is_held else -distance_days(holding, day))


def on_day(holding: OfficeHolding, day: date | None) -> OfficeHolding:
    """Return a holding as of a day: an office known to have ended before is a former one."""
    if not holding.is_exact or day is None or holding.last is None or day <= holding.last:
        return holding
    return replace(holding, office=f"former {holding.office}", sector=FORMER_SECTOR)


def distance_days(holding: OfficeHolding, day: date) -> int:
    """Return how many days lie between a day and the time a holding was seen; 0 within it, or when it has no dates."""
    before = (holding.first - day).days if holding.first else 0
    after = (day - holding.last).days if holding.last else 0
    return max(0, before, after)


@lru_cache(maxsize=1)
def load_offices() -> Offices:
    """Load the holdings that ship with Regesta, once per process."""
    return indexed(shipped())


@lru_cache(maxsize=1)
def shipped() -> tuple[OfficeHolding, ...]:
    """Read the holdings that ship with Regesta: leaders, and who was learned from news; none of a missing table."""
    paths = (DATA / "leaders.tsv.gz", DATA / "offices.tsv.gz")
    return tuple(holding for path in paths if path.exists() for holding in read_offices(path))


def indexed(holdings: Iterable[OfficeHolding]) -> Offices:
    """Return holdings by name."""
    by_name: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    by_surname: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    by_sound: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    posts: defaultdict[tuple[str, str], list[OfficeHolding]] = defaultdict(list)
    known = list(holdings)
    for holding in known:
        for key in filter(None, dict.fromkeys(map(fold, (holding.person, *holding.aliases)))):
            by_name[key].append(holding)
        for surname in surnames(holding):
            by_surname[surname].append(holding)
        for bones in dict.fromkeys(loose_bones(word)[:3] for word in words_of(holding.person)):
            by_sound[bones].append(holding)
        if post_of(holding)[0] in POSTS:
            posts[post_of(holding)].append(holding)
    return Offices(frozen(by_name), frozen(by_surname), frozen(by_sound), known_as(known), frozen(posts))


def surnames(holding: OfficeHolding) -> list[str]:
    """Return by which words of the name a person is called: the last, in some states the first."""
    words = fold(holding.person).split()
    return list(dict.fromkeys([*words[-1:], *(words[:1] if holding.iso3 in FAMILY_NAME_FIRST else ())]))


def post_of(holding: OfficeHolding) -> tuple[str, str]:
    """Return an office and its state, whatever the case of its wording."""
    return holding.office.lower(), holding.iso3


def frozen(lists: Mapping[Key, list[OfficeHolding]]) -> dict[Key, tuple[OfficeHolding, ...]]:
    """Return lists as tuples."""
    return {key: tuple(found) for key, found in lists.items()}
