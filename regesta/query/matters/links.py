"""Which steps belong to one matter: those of one entry, of one sentence, and those that a link of their cycle joins."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from regesta.dedupe.cluster import joined
from regesta.query.matters.cycles import Cycle, Link
from regesta.query.matters.steps import Step

COMMON_SHARE = 0.02  # words of more than this share of a cycle's steps, and of more than twelve, tell nothing
COMMON_STEPS = 12
MOST_COMMON_STEPS = 60  # keeps the pairs that share a word few; a word of more steps is no name of a matter


def without_common_words(steps: list[Step]) -> list[Step]:
    """Return steps with only those words that few of them have."""
    counts = Counter(word for step in steps for word in step.words)
    most = min(max(COMMON_STEPS, COMMON_SHARE * len(steps)), MOST_COMMON_STEPS)
    return [replace(step, words=frozenset(w for w in step.words if counts[w] <= most)) for step in steps]


def grouped(cycle: Cycle, steps: list[Step]) -> Iterator[list[Step]]:
    """Yield steps of one matter together: those of one entry, of one sentence, and those that a link joins."""
    pairs = set(same_words(steps))
    pairs.update(pairs_by_time(cycle, steps))
    pairs.update(pairs_by_words(cycle, steps))
    groups: dict[int, list[Step]] = {}
    for number, first in joined(range(len(steps)), pairs).items():
        groups.setdefault(first, []).append(steps[number])
    yield from groups.values()


def same_words(steps: list[Step]) -> Iterator[tuple[int, int]]:
    """Yield steps of one entry, and steps of one stage that one sentence tells, each with the first of its kind."""
    first: dict[tuple[object, ...], int] = {}
    for number, step in enumerate(steps):
        for key in ((step.entry,), (step.stage, step.article, step.citation.span)):
            if first.setdefault(key, number) != number:
                yield first[key], number


def pairs_by_time(cycle: Cycle, steps: list[Step]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that a link with a limit of days joins: of the steps of one party only near ones are tried."""
    links = [(link, link.days) for link in cycle.links if link.days is not None]
    reach = timedelta(days=max((days for _, days in links), default=0))
    bounds = {number: step.reach for number, step in enumerate(steps) if step.reach} if links else {}
    for numbers in by_party(steps, bounds).values():
        near: list[int] = []
        for right in numbers:
            near = [left for left in near if bounds[left][1] + reach >= bounds[right][0]]
            for left in near:
                apart = days_apart(cycle, steps[left], steps[right])
                if any(joins(cycle, link, steps[left], steps[right], apart) for link, _ in links):
                    yield left, right
            near.append(right)


def days_apart(cycle: Cycle, left: Step, right: Step) -> int | None:
    """Return how many days two steps lie apart; None when either has none.

    What is moved is near a plan by the days that it was due before, too, but near what was held by its new days only.
    """
    one = left.reach if right.stage in cycle.open else left.bounds
    two = right.reach if left.stage in cycle.open else right.bounds
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days) if one and two else None


def by_party(steps: list[Step], bounds: Mapping[int, tuple[date, date]]) -> dict[str, list[int]]:
    """Return the numbers of the steps that have days, by party, in order of their first days."""
    found: dict[str, list[int]] = {}
    for number in sorted(bounds, key=lambda number: (bounds[number][0], number)):
        for party in steps[number].parties:
            found.setdefault(party, []).append(number)
    return found


def pairs_by_words(cycle: Cycle, steps: list[Step]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that a link without a limit of days joins; they share words, so that only such are tried."""
    links = [link for link in cycle.links if link.days is None]
    by_word: dict[str, list[int]] = {}
    for number, step in enumerate(steps if links else ()):
        for word in step.words:
            by_word.setdefault(word, []).append(number)
    tried = {pair for numbers in by_word.values() for pair in combinations(numbers, 2)}
    for left, right in tried:
        if any(joins(cycle, link, steps[left], steps[right], None) for link in links):
            yield left, right


def joins(cycle: Cycle, link: Link, left: Step, right: Step, apart: int | None) -> bool:
    """Tell whether a link joins two steps that lie some days apart; None days are unknown."""
    if link.days is not None and (apart is None or apart > link.days):
        return False
    if cycle.people and other_people(left, right):
        return False
    if cycle.around_open and not {left.stage, right.stage} & cycle.open:
        return False
    if cycle.linked_sides:
        shared = min(len(left.actors & right.actors), 1) + min(len(left.recipients & right.recipients), 1)
    else:
        shared = len(left.parties & right.parties)
    return shared >= link.parties and len(left.words & right.words) >= link.words


def other_people(left: Step, right: Step) -> bool:
    """Tell whether two steps name persons of one state, but not one the same."""
    return any(not left.people[state] & right.people[state] for state in left.people.keys() & right.people.keys())
