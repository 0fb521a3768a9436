"""An act that a claim counts or dates, as read in one article."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from regesta.model.claim import Measure
from regesta.model.event import Role, Status


@dataclass(frozen=True, slots=True)
class Reading:
    """An act that a claim counts.

    Attributes:
        measure: Which acts.
        token: Head word of the trigger.
        status: Status of the act numbered.
        confidence: How sure it is that the words express this act, 0 to 1.
    """

    measure: Measure
    token: int
    status: Status
    confidence: float

    def with_parties(self, actors: Iterable[Role], recipients: Iterable[Role]) -> "Reading":
        """Return the same act with other parties."""
        return replace(self, measure=replace(self.measure, actors=tuple(actors), recipients=tuple(recipients)))
