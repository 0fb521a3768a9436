"""Which names are one person: likeness of spelling proposes; state, office and time decide."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations

from regesta.model.office import OfficeHolding
from regesta.resolve.names.forms import fold
from regesta.resolve.names.spelling import SHORT_CHARS, likeness, loose_bones, words_of

# Swept on half of 600 labelled pairs of names: F1 is flat from .71 to .84; the lower bound is for names that also share
# state, office and time, the upper for names that share the state alone, or nothing.
PROPOSED = 0.75
SURE = 0.93
STATE_ALIKE = 0.85
LEADER_ALIKE = 0.72  # to the spelling that stands for a person, also when another spelling of it is the likest
SURNAME_ALIKE = 0.89
TERM_DAYS = 4 * 365  # apart: who was seen in an office about then
LIFETIME_DAYS = 25 * 365
GENERAL_OFFICES = frozenset(
    {"leader", "ruler", "strongman", "dictator", "autocrat", "official", "chief", "head", "politician", "statesman"}
)
LATIN_END = 0x250  # the first code point behind the Latin letters of European languages
ANY_OFFICE = "~any"
PersonKey = tuple[str, str]  # folded name and state


def are_one(left: OfficeHolding, right: OfficeHolding) -> bool:
    """Tell whether two office holdings are of one person: the same state, and names alike enough for what else agrees.

    Nearly the same name will do within 25 years, one without its middle names within four. A name only alike asks
    for about the same time and an office that agrees; where one has no office, for the same state and more likeness,
    unless they are written in other scripts.
    """
    if left.iso3 != right.iso3:
        return False
    apart, alike = days_apart(left, right), likeness(left.person, right.person)
    if alike >= SURE:
        return apart <= LIFETIME_DAYS
    if is_within(left.person, right.person):
        return apart <= TERM_DAYS
    return apart <= TERM_DAYS and alike >= alike_enough(left, right)


def is_within(left: str, right: str) -> bool:
    """Tell whether one of two names is the other without middle names: "Michel Temer", "Michel Miguel Elias Temer"."""
    short, long = sorted((words_of(left), words_of(right)), key=len)
    return len(short) > 1 and (short[:-1], short[-1]) == (long[: len(short) - 1], long[-1])


def alike_enough(left: OfficeHolding, right: OfficeHolding) -> float:
    """Return how alike the names of two office holders of one state and time must be to be one person."""
    if all(len(word) <= SHORT_CHARS for word in words_of(left.person) + words_of(right.person)):
        return SURE
    if left.office and right.office:
        return PROPOSED if offices_agree(left.office, right.office) else SURE
    if not left.iso3:
        return SURE
    return STATE_ALIKE if is_latin(left.person) == is_latin(right.person) else PROPOSED


def is_latin(name: str) -> bool:
    """Tell whether a name is written in the Latin letters of European languages."""
    return all(ord(letter) < LATIN_END for letter in name)


def offices_agree(left: str, right: str) -> bool:
    """Tell whether two wordings may be one office: the same, one more exact than the other, or one general.

    "Defence Minister" and "defense minister", "minister" and "Defence Minister", "leader" and "President".
    """
    one, other = (f" {fold(office).replace('defence', 'defense')}" for office in (left, right))
    return one.endswith(other) or other.endswith(one) or not GENERAL_OFFICES.isdisjoint({one.strip(), other.strip()})


def days_apart(left: OfficeHolding, right: OfficeHolding) -> int:
    """Return how many days lie between the times of two holdings; 0 when they overlap or one has no dates."""
    if left.first is None and left.last is None:
        return 0
    starts = (left.first or date.min, right.first or date.min)
    ends = (left.last or date.max, right.last or date.max)
    return max(0, (max(starts) - min(ends)).days)


def known_as(holdings: Iterable[OfficeHolding]) -> dict[PersonKey, str]:
    """Return for each person of a state, by folded name, the spelling that stands for all spellings of that person.

    Every name joins the likest of the names before it that is the same person, and that one's spelling; users' own
    tables go before what ships, what ships before what runs learn, earlier runs before later ones, Latin letters before
    others. So later runs change no spelling that an earlier one settled.
    """
    every = list(holdings)
    told = Counter[PersonKey]()
    for holding in every:
        told[fold(holding.person), holding.iso3] += holding.support
    ordered = sorted(every, key=lambda h: precedence(h, told[fold(h.person), h.iso3]))
    found: dict[PersonKey, str] = {}
    blocks: defaultdict[tuple[str, ...], list[OfficeHolding]] = defaultdict(list)  # every spelling so far
    for holding in ordered:
        key = (fold(holding.person), holding.iso3)
        near = dict.fromkeys(other for block in searched(holding) for other in blocks[block])
        same = [other for other in near if joins(holding, other, found[fold(other.person), other.iso3])]
        likest = min(same, key=lambda o: (-likeness(holding.person, o.person), fold(o.person)), default=holding)
        likest_spelling = found.get((fold(likest.person), likest.iso3), holding.person)
        found.setdefault(key, likest_spelling)
        for block in blocks_of(holding):
            blocks[block].append(holding)
    for holding in ordered:
        for alias in holding.aliases:
            found.setdefault((fold(alias), holding.iso3), found[fold(holding.person), holding.iso3])
    return found


def joins(holding: OfficeHolding, other: OfficeHolding, spelling: str) -> bool:
    """Tell whether a name is the same person as another, and like enough to the spelling that stands for that one."""
    return likeness(holding.person, spelling) >= LEADER_ALIKE and are_one(holding, other)


def blocks_of(holding: OfficeHolding) -> set[tuple[str, ...]]:
    """Return the keys under which a person is found by others of the state.

    They are every two words of the name by sound, and every word with the kind of office ("minister"), and with none.
    So a name meets few of many thousand.
    """
    sounds = sorted({loose_bones(word)[:3] for word in words_of(holding.person)})
    pairs = {(holding.iso3, *pair) for pair in combinations(sounds, 2)}
    return pairs | {(holding.iso3, one, kind) for one in sounds for kind in {kind_of(holding), ANY_OFFICE}}


def searched(holding: OfficeHolding) -> list[tuple[str, ...]]:
    """Return the keys under which a person looks for others: one without an office, whatever theirs is."""
    if not holding.office:
        return sorted(blocks_of(holding))
    bare = {(*key[:2], kind_of(replace(holding, office=""))) for key in blocks_of(holding) if key[2] == ANY_OFFICE}
    return sorted({key for key in blocks_of(holding) if key[2] != ANY_OFFICE} | bare)


def kind_of(holding: OfficeHolding) -> str:
    """Return the last word of an office, marked as such."""
    return f"~{fold(holding.office).rsplit(' ', 1)[-1]}"


def precedence(holding: OfficeHolding, told: int) -> tuple[bool, int, bool, int, int, str, str]:
    """Return what holdings are ordered by where the first spelling counts; `told` is how often the name is told."""
    is_pack = holding.source.startswith("pack:")
    support = -told if holding.run == 0 else 0
    key = fold(holding.person)
    return (not is_pack, holding.run, not is_latin(holding.person), support, len(key.split()), key, holding.iso3)
