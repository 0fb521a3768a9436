"""A decision: what a person says of an event, of a pair of events or statements, or of an earlier decision."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from regesta.model.event import EventDate, EventPlace, Role

Act = Literal["confirm", "reject", "same", "different", "correct", "undo"]
CorrectedField = Literal[
    "type",
    "mode",
    "date",
    "place",
    "actors",
    "recipients",
    "status",
    "killed",
    "wounded",
    "abducted",
    "detained",
    "deported",
    "size",
]
State = Literal["counts", "overruled", "undone"]
Value = str | EventDate | EventPlace | tuple[Role, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person puts in place of a value that an event was coded with.

    Attributes:
        field: What is corrected.
        old: The value it had, as readers know it; "" for none.
        new: The value it gets, as readers know it; "" for none.
        value: The same as the event holds it: a name for type, mode and status, a date, a place, or roles.
    """

    field: CorrectedField
    old: str
    new: str
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the log of what persons decided; it is never changed, and undoing it is another row.

    Attributes:
        act: What was decided.
        event: Id of the event it is about; of a pair of events, or of statements, the smaller one. "" for "undo".
        other: The larger id of a pair; None unless the act is "same" or "different".
        correction: What is corrected; None unless the act is "correct".
        undoes: Id of the decision that is undone; None unless the act is "undo".
        author: Name of the person.
        reason: Why, in the person's words.
        made: When, UTC.
    """

    act: Act
    event: str
    author: str
    reason: str
    made: datetime
    other: str | None = None
    correction: Correction | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """16 hex digits of SHA-256 over everything it says: the same decision written twice is one."""
        fixed = self.correction
        said = (fixed.field, fixed.old, fixed.new) if fixed else ()
        parts = (self.act, self.event, self.other, *said, self.undoes, self.author, self.reason, self.made.isoformat())
        return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of what it is about: no event, one, or the pair of events or statements."""
        return tuple(filter(None, (self.event, self.other)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A decision with what has become of it.

    Attributes:
        decision: The decision.
        state: Whether it counts, was overruled by a later one on the same point, or was undone.
        by: The decision that overruled or undid it; None when it counts.
    """

    decision: Decision
    state: State
    by: Decision | None = None
