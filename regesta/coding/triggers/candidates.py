"""Words that may express an event: what the network and the trigger data each say of them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from regesta.coding.triggers.settled import BLOCKING, homes_of, settling
from regesta.coding.triggers.triggers import Found, triggers_in
from regesta.model.act import Act
from regesta.model.parse import Parse
from regesta.ontology.triggers import Trigger

BLOCKED = "no act"
HELPING_DEPS = frozenset({"aux", "auxpass", "neg"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one word.

    Attributes:
        token: The word.
        event_type: The type it may express.
        entry: The trigger entry of that type that fits it; None when none does.
        act: What the network reads there; None when it reads nothing.
        number: Index of the act in the article; None likewise.
        read: The network's probability of each type, 0 to 1; what is missing has none.
        rivals: Types that other entries give the word; `BLOCKED` alone when an entry says that it is no act.
    """

    token: int
    event_type: str
    entry: Found | None
    act: Act | None
    number: int | None
    read: Mapping[str, float]
    rivals: tuple[str, ...]

    @property
    def probability(self) -> float:
        """The network's probability of this type, 0 to 1."""
        return self.read.get(self.event_type, 0.0)

    @property
    def trigger(self) -> Trigger | None:
        """The trigger entry; None when only the network reads the word so."""
        return self.entry.typed.trigger if self.entry else None

    @property
    def reliability(self) -> float:
        """How often the fitting entry is right; 0 without one."""
        return self.trigger.confidence if self.trigger else 0.0


def find_candidates(parse: Parse, acts: tuple[Act, ...]) -> Iterator[Candidate]:
    """Yield the readings of an article's words in text order; of one word the likeliest for the network first."""
    entries: defaultdict[int, list[Found]] = defaultdict(list)
    for found in triggers_in(parse):
        entries[found.token].append(found)
    homes = homes_of(parse, filter(None, map(settling, entries.values())))
    read = placed(parse, acts, frozenset(entries), homes)
    for token in sorted({*entries, *read} - homes.keys()):
        numbers = read.get(token, [])
        readings = readings_of(token, entries[token], [acts[n] for n in numbers], next(iter(numbers), None))
        yield from sorted(readings, key=lambda c: (-c.probability, c.event_type))


def readings_at(candidates: Sequence[Candidate], token: int) -> Sequence[Candidate]:
    """Return the readings of one word, of those of an article in text order."""
    first, last = (find(candidates, token, key=lambda c: c.token) for find in (bisect_left, bisect_right))
    return candidates[first:last]


def placed(
    parse: Parse, acts: tuple[Act, ...], known: frozenset[int], homes: Mapping[int, int]
) -> dict[int, list[int]]:
    """Return the numbers of the acts at each token, the most certain first.

    An act read into the auxiliary or the "not" of a verb is the verb's, too: "would **not** release". What is read into
    a word that a settling entry takes along is of the word that the entry is for: "issued a **warrant**".

    Args:
        parse: Parse of the article.
        acts: The acts.
        known: Tokens that an entry fits.
        homes: The words that settling entries take along, and the words those are for.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        token = parse.token_at(act.trigger.start)
        if parse.deps[token] in HELPING_DEPS and token not in known:
            token = parse.heads[token]
        found[homes.get(token, token)].append(number)
    return {token: sorted(numbers, key=lambda n: -acts[n].probability) for token, numbers in found.items()}


def readings_of(token: int, entries: list[Found], acts: list[Act], number: int | None) -> Iterator[Candidate]:
    """Yield the readings of one word: every type that the network or an entry gives it.

    Args:
        token: The word.
        entries: The trigger entries that fit it.
        acts: What the network reads into the word and its auxiliaries, the most certain first, which gives the parties.
        number: The number of that.
    """
    probabilities: dict[str, float] = {}
    for event_type, probability in (pair for act in acts for pair in act.types):  # any of the words may tell the act
        already = probabilities.get(event_type, 0.0)
        probabilities[event_type] = already + probability * (1 - already)
    if (settled := settling(entries)) is not None:  # whatever act it reads, it is of this type
        entries, probabilities = [settled], {settled.typed.event_type: min(1.0, sum(probabilities.values()))}
    blocked = bool(entries) and entries[0].typed.trigger.confidence < BLOCKING
    fitting = {} if blocked else {found.typed.event_type: found for found in reversed(entries)}  # the first of a type
    for event_type in sorted({*probabilities, *fitting}):
        yield Candidate(
            token=token,
            event_type=event_type,
            entry=fitting.get(event_type),
            act=next(iter(acts), None),
            number=number,
            read=probabilities,
            rivals=(BLOCKED,) if blocked else tuple(sorted(set(fitting) - {event_type})),
        )
