"""The happenings found so far in an article, by what one more telling may share with them.

A telling is compared with those alone that it may be one with, since all pairs of them are as many as the square of an
article's length.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from regesta.coding.odds import load_weights
from regesta.coding.tellings.retelling import SAME_ODDS, Coded, everyone, states_of

# Features of tellings that share neither party, state, word nor sentence: what they have, and what they have not.
SURE = frozenset({"bias", "other parties", "other states"})
SHARED = frozenset({"network", "same word", "same parties", "shared party"})
OF_ONE_SENTENCE = frozenset({"casualties", "casualties twice", "near", "side by side"})


class Kept:
    """The happenings found so far, by what a telling of them shares with them.

    Attributes:
        happenings: In the order in which they were found.
    """

    def __init__(self, coded: Iterable[Coded]) -> None:
        self.happenings: list[Coded] = []
        self.found: defaultdict[Hashable, set[int]] = defaultdict(set)
        self.read_again: defaultdict[int | None, list[int | None]] = defaultdict(list)  # later acts the network joins
        for one in coded:
            for earlier, _ in one.candidate.act.earlier if one.candidate.act else ():
                self.read_again[earlier].append(one.candidate.number)

    def add(self, happening: Coded) -> None:
        """Take in one more happening."""
        self.happenings.append(happening)
        self.put(len(self.happenings) - 1, happening)

    def put(self, at: int, happening: Coded) -> None:
        """Put a happening in the place of one, of which it has one telling more."""
        self.happenings[at] = happening
        for key in (("at", happening.token), ("read", happening.candidate.number), *keys_of(happening)):
            self.found[key].add(at)

    def told_at(self, token: int) -> list[int]:
        """Return the numbers of the happenings that a word tells, ascending."""
        return sorted(self.found.get(("at", token), ()))

    def like(self, telling: Coded) -> list[int]:
        """Return the numbers of the happenings that a telling may be one with, ascending."""
        earlier = [number for number, _ in telling.candidate.act.earlier] if telling.candidate.act else []
        read = [*earlier, *self.read_again.get(telling.candidate.number, ())]
        keys = [*(("read", number) for number in read), *wanted(telling)]
        return sorted(set().union(*(self.found.get(key, ()) for key in keys)))


def keys_of(happening: Coded) -> Iterator[Hashable]:
    """Yield by what a happening is found."""
    event = happening.event
    yield event.type
    yield from shared(happening)
    if not (everyone(event) and states_of(event)):
        yield event.type, "nobody"


def wanted(telling: Coded) -> Iterator[Hashable]:
    """Yield what a happening is found by that a telling may be one with: of nobody known that is any of its type."""
    event = telling.event
    if everyone(event) and states_of(event) and are_strangers_apart():
        yield from shared(telling)
        yield event.type, "nobody"
    else:
        yield event.type


def shared(telling: Coded) -> Iterator[Hashable]:
    """Yield what two tellings of one happening mostly share one of: sentence, word, a party, a state."""
    event = telling.event
    yield event.type, telling.sentence
    yield event.type, event.trigger_text.lower()
    yield from ((event.type, party) for party in (*everyone(event), *states_of(event)))


def are_strangers_apart() -> bool:
    """Tell whether, by the weights, tellings of other parties and states in other words and sentences are never one."""
    weights = load_weights()["same"]
    may_have = (weight for name, weight in weights.items() if name not in SURE | SHARED | OF_ONE_SENTENCE)
    return sum(weights.get(name, 0.0) for name in SURE) + sum(max(0.0, weight) for weight in may_have) < SAME_ODDS
