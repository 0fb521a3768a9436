"""One article's account of a happening, with what comparing needs of it worked out once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regesta.dedupe.block import TOLD, party_key
from regesta.dedupe.words import beginnings, key_of, keyed, plain
from regesta.model.entity import Actor
from regesta.model.event import Event, Role

CLAUSE_CHARS = 80  # on either side of the trigger: about the clause it stands in


@dataclass(frozen=True)
class Telling:
    """One article's account of a happening.

    Attributes:
        event: The event.
        published: Publication day of its article; None when unknown.
        words: The evidence sentence.
    """

    event: Event
    published: date | None
    words: str

    @cached_property
    def keys(self) -> dict[str, str]:
        """The words of the sentence by their keys."""
        return keyed(self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """How the names of the sentence begin."""
        return beginnings(self.words)

    @cached_property
    def clause(self) -> dict[str, str]:
        """The words around the trigger by their keys."""
        at = self.event.trigger.start - (self.event.evidence[0].start if self.event.evidence else 0)
        end = at + len(self.event.trigger_text)
        return keyed(self.words[max(0, at - CLAUSE_CHARS) : end + CLAUSE_CHARS])

    @cached_property
    def act(self) -> frozenset[str]:
        """Keys of the trigger's words, whatever their case."""
        return frozenset(map(key_of, plain(self.event.trigger_text).lower().split()))

    @cached_property
    def actors(self) -> frozenset[str]:
        """Keys of those who act."""
        return frozenset(map(party_key, self.event.actors))

    @cached_property
    def recipients(self) -> frozenset[str]:
        """Keys of those to whom it is done."""
        return frozenset(map(party_key, self.event.recipients))

    @cached_property
    def parties(self) -> tuple[Role, ...]:
        """The roles of actors and recipients."""
        return (*self.event.actors, *self.event.recipients)

    @cached_property
    def people(self) -> tuple[Actor, ...]:
        """The persons among the parties."""
        return tuple(role.actor for role in self.parties if role.actor and is_person(role))

    @cached_property
    def day_told(self) -> bool:
        """Whether the sentence tells when it was; what other sentences or the day of publication say is a guess."""
        return self.event.date is not None and self.event.date.basis in TOLD


def is_person(role: Role) -> bool:
    """Tell whether a role is filled by a person of a name."""
    return role.actor is not None and (role.actor.entity or "").startswith("person:")
