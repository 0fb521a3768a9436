"""A judgement: whether two events (or statements) of different articles are the same."""

from dataclasses import dataclass
from typing import Literal

JudgedKind = Literal["event", "statement"]
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether two events or statements are the same happening.

    Attributes:
        left: Id of one event or statement; the smaller id, so that a pair has one form.
        right: Id of the other.
        kind: What is compared.
        verdict: same, different or unsure.
        score: 0 (surely different) to 1 (surely same).
        reasons: In words, for the reader ("same parties", "same day").
        author: Version of the method ("dedupe@0.1.0"), or a person.
    """

    left: str
    right: str
    kind: JudgedKind
    verdict: Verdict
    score: float
    reasons: tuple[str, ...]
    author: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, the smaller first."""
        return self.left, self.right
