"""Acts and sayings: what the network reads into words, before it is held against parse and quotation marks."""

from dataclasses import dataclass, replace
from typing import Self

from regesta.model.event import Status
from regesta.model.span import Span


@dataclass(frozen=True, slots=True)
class Argument:
    """Words that fill a role of an act.

    Attributes:
        role: Of an act "actor", "recipient", "place", "amount", "instrument", "source" or "date"; of a saying
            "speaker" or "content".
        span: The words.
        score: Mean probability of the role over these words, 0 to 1.
    """

    role: str
    span: Span
    score: float

    def moved(self, chars: int) -> Self:
        """Return the argument so many characters further on."""
        return type(self)(self.role, self.span.moved(chars), self.score)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A word that may express a political act.

    Attributes:
        trigger: The word.
        types: PLOVER event types with their probabilities, best first; what is missing to 1 is "no act at all".
        statuses: Statuses with their probabilities, best first.
        mode: The likeliest mode of the best type; None when none is.
        arguments: What fills its roles, in text order.
        earlier: Earlier acts of the article that may be the same happening: index in `Article.acts`, probability.
    """

    trigger: Span
    types: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[Status, float], ...]
    mode: str | None
    arguments: tuple[Argument, ...]
    earlier: tuple[tuple[int, float], ...] = ()

    @property
    def type(self) -> str:
        """The likeliest type."""
        return self.types[0][0]

    @property
    def probability(self) -> float:
        """The probability that the word expresses an act of any type."""
        return min(1.0, sum(p for _, p in self.types))

    def moved(self, chars: int) -> Self:
        """Return the act so many characters further on."""
        return replace(self, trigger=self.trigger.moved(chars), arguments=tuple(a.moved(chars) for a in self.arguments))


@dataclass(frozen=True, slots=True)
class Saying:
    """Words that attribute something to somebody.

    Attributes:
        cue: The attributing words: "said", "according to".
        probability: Mean probability of these words being a cue.
        arguments: Speaker and content, in text order.
    """

    cue: Span
    probability: float
    arguments: tuple[Argument, ...]

    def moved(self, chars: int) -> Self:
        """Return the saying so many characters further on."""
        return type(self)(self.cue.moved(chars), self.probability, tuple(a.moved(chars) for a in self.arguments))
