"""Words that may express an event: what the network and the trigger data each say of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from regesta.coding.triggers import Found, triggers_in
from regesta.model.act import Act
from regesta.model.parse import Parse
from regesta.ontology.triggers import Trigger

BLOCKING = 0.1  # an entry below it only speaks against others: "killed in a crash" is no attack
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
        probability: The network's probability of this type, 0 to 1.
        rivals: Types that other entries give the word; `BLOCKED` alone when an entry says that it is no act.
    """

    token: int
    event_type: str
    entry: Found | None
    act: Act | None
    number: int | None
    probability: float
    rivals: tuple[str, ...]

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
    read = placed(parse, acts, frozenset(entries))
    for token in sorted({*entries, *read}):
        number = read.get(token)
        act = acts[number] if number is not None else None
        readings = readings_of(token, entries[token], act, number)
        yield from sorted(readings, key=lambda c: (-c.probability, c.event_type))


def placed(parse: Parse, acts: tuple[Act, ...], known: frozenset[int]) -> dict[int, int]:
    """Return the number of the act at each token.

    An act read into the auxiliary or the "not" of a verb is the verb's ("would **not** release"), unless one is read
    there with more certainty.

    Args:
        parse: Parse of the article.
        acts: The acts.
        known: Tokens that an entry fits.
    """
    found: dict[int, int] = {}
    for number, act in enumerate(acts):
        token = parse.token_at(act.trigger.start)
        if parse.deps[token] in HELPING_DEPS and token not in known:
            token = parse.heads[token]
        if token not in found or acts[found[token]].probability < act.probability:
            found[token] = number
    return found


def readings_of(token: int, entries: list[Found], act: Act | None, number: int | None) -> Iterator[Candidate]:
    """Yield the readings of one word: every type that the network or an entry gives it."""
    probabilities = dict(act.types) if act else {}
    blocked = bool(entries) and entries[0].typed.trigger.confidence < BLOCKING
    fitting = {} if blocked else {found.typed.event_type: found for found in reversed(entries)}  # the first of a type
    for event_type in sorted({*probabilities, *fitting}):
        yield Candidate(
            token=token,
            event_type=event_type,
            entry=fitting.get(event_type),
            act=act,
            number=number,
            probability=probabilities.get(event_type, 0.0),
            rivals=(BLOCKED,) if blocked else tuple(sorted(set(fitting) - {event_type})),
        )
