"""Whom a name means by the offices that are known: from news that ships, a user's own tables, and earlier runs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TypeVar

from regesta.model.office import OfficeHolding
from regesta.resolve.names.forms import fold
from regesta.resolve.names.spelling import as_spoken, is_other_spelling, likeness, loose_bones, word_likeness, words_of
from regesta.resolve.persons.office_table import read_offices
from regesta.resolve.persons.persons import (
    LEADER_ALIKE,
    LIFETIME_DAYS,
    SURE,
    SURNAME_ALIKE,
    TERM_DAYS,
    PersonKey,
    are_one,
    days_apart,
    known_as,
)
from regesta.resolve.persons.terms import (
    HEAD,
    TOLD,
    YEAR_DAYS,
    Term,
    as_governing,
    is_post,
    is_sure,
    term_of,
    title_of,
)
from regesta.resolve.persons.verdict import NOBODY, SHIPPED, Found, Verdict, is_head_title, titled
from regesta.resolve.phrases.sectors import FORMER_SECTOR
from regesta.resolve.states.states import DATA

FAMILY_NAME_FIRST = frozenset({"CHN", "HKG", "KOR", "PRK", "TWN"})  # "Xi Jinping" is called Xi
PHRASES = "phrases"  # source of what other phrases asked together tell
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
        is_alone: The name stands in no article: spelled otherwise, it may mean any head of state or government.
    """

    name: str
    day: date | None
    iso3: str | None = None
    office: str | None = None
    near: Set[str] = NOWHERE
    is_alone: bool = False


@dataclass(frozen=True)
class Offices:
    """Office holdings by name.

    Attributes:
        by_name: Holdings by folded full name.
        by_surname: All holdings of the persons who have a surname in one of their spellings, by that word, folded.
        by_sound: Holdings by the sound of each word of the name.
        by_person: All holdings of a person, by the spelling that stands for all, and state.
        spellings: The spelling that stands for a person, by folded name and state.
        posts: Who is told to hold each office that only one person of a state has at a time, by office and state.
    """

    by_name: Mapping[str, tuple[OfficeHolding, ...]]
    by_surname: Mapping[str, tuple[OfficeHolding, ...]]
    by_sound: Mapping[str, tuple[OfficeHolding, ...]]
    by_person: Mapping[PersonKey, tuple[OfficeHolding, ...]]
    spellings: Mapping[PersonKey, str]
    posts: Mapping[tuple[str, str], tuple[OfficeHolding, ...]] = field(default_factory=dict)

    def holder(self, asked: Asked) -> OfficeHolding | None:
        """Return the office holding of the person whom a name means on a day; None when nobody is known to be meant."""
        return self.found(asked).person

    def found(self, asked: Asked) -> Found:
        """Return whom a name means on a day, with what is told otherwise.

        A full name counts a lifetime around the days on which it was told, a surname about a term of office.
        """
        key = fold(asked.name)
        is_surname = len(words_of(asked.name)) < 2 or key in self.by_surname  # "Darko-Boro" is one too
        if not is_surname or key in self.by_name:
            return self.verdict(asked, is_surname=False).on(self.full(asked, key))
        if asked.day is None:
            return NOBODY
        verdict = self.verdict(asked, is_surname=True)
        bearers = titled(self.surname(asked, key), asked.office, self.spelling)
        found = verdict.on(bearers)
        is_open = found == NOBODY and asked.is_alone and (asked.office is None or is_head_title(asked.office))
        return verdict.of_one_state(bearers) if is_open else found

    def verdict(self, asked: Asked, *, is_surname: bool) -> Verdict:
        """Return what decides between the reports of a name."""
        reach_days = TERM_DAYS if is_surname else LIFETIME_DAYS
        return Verdict(asked.day, reach_days, is_surname, lambda h: self.term(h, asked.day), self.spelling)

    def term(self, holding: OfficeHolding, day: date | None) -> Term:
        """Return how a holding stands on a day, as what is told of other holders of the office has it."""
        others = self.posts.get(post_of(holding), ()) if is_post(holding) else ()
        name = self.spelling(holding)
        return term_of(holding, day, [h for h in others if self.spelling(h) != name])

    def full(self, asked: Asked, key: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings that a full name may mean: of that spelling, else of one nearly alike."""
        found = self.by_name.get(key) or self.alike(asked) or self.head_alike(asked)
        return self.whole(h for h in found if asked.iso3 in {None, h.iso3})

    def whole(self, holdings: Iterable[OfficeHolding]) -> tuple[OfficeHolding, ...]:
        """Return holdings with those that the same persons have under other spellings."""
        found = dict.fromkeys(holdings)
        more = (self.by_person.get((self.spelling(h), h.iso3), ()) for h in found)
        return tuple(dict.fromkeys([*found, *chain.from_iterable(more)]))

    def alike(self, asked: Asked) -> tuple[OfficeHolding, ...]:
        """Return the holdings of names spelled nearly like a full name, or less nearly when the office agrees."""
        sounding = (h for word in set(words_of(asked.name)) for h in self.sounding(word))
        if asked.iso3 is None:
            near = [h for h, words in Counter(sounding).items() if words > 1]  # of many thousand names few
        else:
            near = list(dict.fromkeys(h for h in sounding if h.iso3 == asked.iso3))
        likely = [h for h in near if likeness(self.spelling(h), asked.name) >= LEADER_ALIKE]  # not "George H. W. Bush"
        if asked.iso3 is None or asked.office is None:
            return tuple(h for h in likely if likeness(h.person, asked.name) >= SURE)
        told = as_holding(asked)
        return tuple(h for h in likely if are_one(told, h))

    def surname(self, asked: Asked, key: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings that a surname may mean; spelled otherwise, only in the states that the article names.

        Outside an article, spelled otherwise, it may mean the only head of a state or government whose name is alike.
        """
        exact = tuple(h for h in self.by_surname.get(key, ()) if asked.iso3 in {None, h.iso3})
        if exact:
            return exact
        [word, *_] = words_of(asked.name) or ("",)
        states = asked.near if asked.iso3 is None else {asked.iso3}
        near = tuple(
            h for h in self.sounding(word)
            if h.iso3 in states and word_likeness(words_of(h.person)[-1], word) >= SURNAME_ALIKE
        )  # fmt: skip
        return near or self.whole(self.head_alike(asked))

    def head_alike(self, asked: Asked) -> tuple[OfficeHolding, ...]:
        """Return the holdings of the only head of the day who may be meant by a name that stands alone."""
        if not asked.is_alone or asked.day is None:
            return ()
        found: list[OfficeHolding] = []
        for name in as_spoken(asked.name):
            sounding = dict.fromkeys(h for word in words_of(name) for h in self.sounding(word))
            near = [h for h in sounding if asked.iso3 in {None, h.iso3} and self.is_known_then(h, asked.day)]
            found.extend(h for h in near if is_other_spelling(name, h.person))
        return tuple(found) if len({(self.spelling(h), h.iso3) for h in found}) == 1 else ()

    def is_known_then(self, holding: OfficeHolding, day: date) -> bool:
        """Tell whether a holding is a head's of about a day, or told by another phrase of those asked together."""
        if holding.source == PHRASES:
            return True
        term = self.term(holding, day)
        is_soon = holding.first is None or (holding.first - day).days <= YEAR_DAYS
        is_then = term.says == TOLD and term.gap_days <= TERM_DAYS and is_soon
        return term.rank == HEAD and is_then and is_sure(holding)

    def sounding(self, word: str) -> tuple[OfficeHolding, ...]:
        """Return the holdings of names with a word that sounds about like one."""
        return self.by_sound.get(loose_bones(word)[:3], ())

    def is_respelled(self, name: str, holding: OfficeHolding) -> bool:
        """Tell whether only its sound tells that a name is that of a person known from what ships."""
        if not holding.person or holding.source != SHIPPED or likeness(name, holding.person) >= SURE:
            return False
        found = {*self.by_name.get(fold(name), ()), *self.by_surname.get(fold(name), ())}
        return found.isdisjoint(self.whole([holding]))

    def spelling(self, holding: OfficeHolding) -> str:
        """Return the spelling that stands for the person of a holding."""
        return self.spellings.get((fold(holding.person), holding.iso3), holding.person)


def as_holding(asked: Asked) -> OfficeHolding:
    """Return what an article says of a person as a holding of its day."""
    return OfficeHolding(
        person=asked.name, office=asked.office or "", iso3=asked.iso3 or "", sector=None, first=asked.day,
        last=asked.day, support=1, citation="",
    )  # fmt: skip


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
    by_sound: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    by_person: defaultdict[PersonKey, list[OfficeHolding]] = defaultdict(list)
    posts: defaultdict[tuple[str, str], list[OfficeHolding]] = defaultdict(list)
    known = [*map(as_governing, holdings)]
    spellings = known_as(known)
    for holding in known:
        for key in filter(None, dict.fromkeys(map(fold, (holding.person, *holding.aliases)))):
            by_name[key].append(holding)
        for bones in dict.fromkeys(loose_bones(word)[:3] for word in words_of(holding.person)):
            by_sound[bones].append(holding)
        by_person[spellings[fold(holding.person), holding.iso3], holding.iso3].append(holding)
    by_surname: defaultdict[str, list[OfficeHolding]] = defaultdict(list)
    for own in by_person.values():
        for post in terms_in_posts(own):
            posts[post_of(post)].append(post)
        for surname in dict.fromkeys(word for holding in own for word in surnames(holding)):
            by_surname[surname].extend(own)
    return Offices(frozen(by_name), frozen(by_surname), frozen(by_sound), frozen(by_person), spellings, frozen(posts))


def terms_in_posts(own: Sequence[OfficeHolding]) -> Iterator[OfficeHolding]:
    """Yield a person's holdings of offices that one has at a time, each with the support of all of those years.

    Who is called a former holder half as often about then did not hold it.
    """
    for holding in filter(is_post, own):
        same = [h for h in own if title_of(h.office) == title_of(holding.office)]
        former = sum(h.support for h in same if h.sector == FORMER_SECTOR and days_apart(h, holding) <= YEAR_DAYS)
        if 2 * former < holding.support:
            near = (h for h in same if h.sector != FORMER_SECTOR and days_apart(h, holding) <= TERM_DAYS)
            yield replace(holding, support=sum(h.support for h in near))


def surnames(holding: OfficeHolding) -> list[str]:
    """Return by which words of the name a person is called: the last, with its hyphens or without, or the first."""
    words, written = fold(holding.person).split(), holding.person.split()
    hyphened = [fold(written[-1])] if len(written) > 1 else []
    return list(dict.fromkeys([*words[-1:], *hyphened, *(words[:1] if holding.iso3 in FAMILY_NAME_FIRST else ())]))


def post_of(holding: OfficeHolding) -> tuple[str, str]:
    """Return an office and its state, whatever the case of its wording."""
    return holding.office.lower(), holding.iso3


def frozen(lists: Mapping[Key, list[OfficeHolding]]) -> dict[Key, tuple[OfficeHolding, ...]]:
    """Return lists as tuples."""
    return {key: tuple(found) for key, found in lists.items()}
