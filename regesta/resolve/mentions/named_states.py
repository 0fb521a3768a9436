"""The mentions of an article that name states, counted once for all actors whose state is to be judged by them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from regesta.model.nearby import LastBefore, once

LEAD_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Named:
    """A mention whose words name a state.

    Attributes:
        iso3: The state, or "IGO".
        index: Its index among the article's mentions.
        sentence: Index of its sentence.
        head: Its head token.
        noun: Lemma of its head.
        sector: Its sector; None when unknown.
        is_place: Whether it is used as a place.
        is_subject: Whether it is the subject of a clause.
    """

    iso3: str
    index: int
    sentence: int
    head: int
    noun: str
    sector: str | None
    is_place: bool
    is_subject: bool


Shares = Mapping[str, float]  # of the states in some mentions


class NamedStates:
    """The mentions that name states, by what is asked of them.

    Attributes:
        every: All of them, in text order.
        by_state: Those of each state.
        in_sentence: Those of each sentence.
        at_head: Those of each head word.
    """

    def __init__(self, every: Sequence[Named]) -> None:
        self.every = every
        self.by_state: defaultdict[str, list[Named]] = defaultdict(list)
        self.in_sentence: defaultdict[int, list[Named]] = defaultdict(list)
        self.at_head: defaultdict[int, list[Named]] = defaultdict(list)
        self.of_noun: defaultdict[str, list[Named]] = defaultdict(list)
        self.of_sector: defaultdict[str | None, list[Named]] = defaultdict(list)
        for named in every:
            self.by_state[named.iso3].append(named)
            self.in_sentence[named.sentence].append(named)
            self.at_head[named.head].append(named)
            if not named.is_place:
                self.of_noun[named.noun].append(named)
                self.of_sector[named.sector].append(named)
        self.most = max(self.by_state, key=lambda iso3: len(self.by_state[iso3]), default=None)
        self.all = shares(every)
        self.lead = shares(named for named in every if named.sentence < LEAD_SENTENCES)
        self.places = shares(named for named in every if named.is_place)
        self.subjects = shares(named for named in every if named.is_subject)
        self.nouns = {noun: shares(some) for noun, some in self.of_noun.items()}
        self.sectors = {sector: shares(some) for sector, some in self.of_sector.items()}
        self.last = LastBefore((n.head, at) for at, n in enumerate(every) if n.iso3 != "IGO")

    def nearest(self, head: int) -> str | None:
        """Return the state named last before a word; None when none is."""
        last = self.last.find(head)
        return None if last is None else self.every[last].iso3


def shares(some: Iterable[Named]) -> Shares:
    """Return the share of each state in some mentions."""
    counts = Counter(named.iso3 for named in some)
    return {iso3: count / counts.total() for iso3, count in counts.items()}


@once
def named_states(every: Sequence[Named]) -> NamedStates:
    """Return the mentions that name states by what is asked of them."""
    return NamedStates(every)
