"""One article's account of a happening, with what comparing needs of it worked out once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regesta.dedupe.block import keys_of_name, party_key
from regesta.dedupe.described import Description, described_in
from regesta.dedupe.trigger_words import trigger_key
from regesta.dedupe.words import NAME, beginnings, key_of, keyed, rarity, squares
from regesta.model.entity import Actor
from regesta.model.event import TOLD, Event, Role
from regesta.model.letters import without_marks
from regesta.model.span import Span
from regesta.ontology.several import around, tells_several

TELLING_RARITY = 2.5  # of words worth showing: those of one news article in twelve, or rarer


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part in a happening.

    Attributes:
        key: What the party is told from others by; see `party_key`.
        name: Its name.
        person: Who it is, when it is a person of a name; else None.
        is_of_state: Whether it is of a known state.
        beginnings: How the names begin by which it is called.
        words: The keys of their words.
        names: Those of them that are of names.
    """

    key: str
    name: str
    person: Actor | None
    is_of_state: bool
    beginnings: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of beside the act and the parties, by the keys of its words.

    Attributes:
        names: Names.
        numbers: Numbers.
        words: Other words, with how rare each is.
        rare: Whatever is rare enough to be worth showing, as written, the rarest first.
    """

    names: frozenset[str]
    numbers: frozenset[str]
    words: dict[str, float]
    rare: dict[str, str]


@dataclass(frozen=True)
class Telling:
    """One article's account of a happening; an article's events are compared with hundreds of others.

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
    def spoken(self) -> Spoken:
        """What the sentence speaks of beside the act and the parties."""
        known = self.act.union(*(party.words for party in self.parties))
        keys = [key for key in self.keys if key not in known]
        rare = sorted((key for key in keys if rarity(key) >= TELLING_RARITY), key=lambda key: -rarity(key))
        return Spoken(
            names=frozenset(key for key in keys if key.startswith(NAME)),
            numbers=frozenset(key for key in keys if key[0].isdigit()),
            words={key: rarity(key) for key in keys if not key.startswith(NAME) and not key[0].isdigit()},
            rare={key: self.keys[key] for key in rare},
        )

    @cached_property
    def marked(self) -> Span | None:
        """Where the sentence has the word that tells the act; None when it is another sentence that has it."""
        start = self.event.trigger.start - self.event.evidence[0].start if self.event.evidence else -1
        end = start + len(self.event.trigger_text)
        return Span(start, end) if start >= 0 and self.words[start:end] == self.event.trigger_text else None

    @cached_property
    def nearby(self) -> str:
        """The text around the trigger, some characters to either side."""
        at = self.event.trigger.start - (self.event.evidence[0].start if self.event.evidence else 0)
        return around(self.words, Span(at, at + len(self.event.trigger_text)))

    @cached_property
    def clause(self) -> dict[str, float]:
        """The words around the trigger, as `likeness` takes them."""
        return squares(keyed(self.nearby))

    @cached_property
    def is_of_several(self) -> bool:
        """Whether the words around the trigger count acts: "has met him **six times**", "**a series of** attacks"."""
        return tells_several(self.nearby)

    @cached_property
    def trigger(self) -> str:
        """The key of the word that tells the act, see `trigger_key`."""
        return trigger_key(self.event.trigger_text)

    @cached_property
    def act(self) -> frozenset[str]:
        """Keys of the trigger's words, whatever their case."""
        return frozenset(map(key_of, without_marks(self.event.trigger_text).lower().split()))

    @cached_property
    def actors(self) -> frozenset[str]:
        """Keys of those who act."""
        return frozenset(map(party_key, self.event.actors))

    @cached_property
    def recipients(self) -> frozenset[str]:
        """Keys of those to whom it is done."""
        return frozenset(map(party_key, self.event.recipients))

    @cached_property
    def party_keys(self) -> frozenset[str]:
        """Keys of all who take part."""
        return self.actors | self.recipients

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """Those who act, then those to whom it is done."""
        return tuple(map(party_of, (*self.event.actors, *self.event.recipients)))

    @cached_property
    def people(self) -> tuple[Actor, ...]:
        """The persons among the parties."""
        return tuple(party.person for party in self.parties if party.person)

    @cached_property
    def described_actors(self) -> list[Description | None]:
        """Whom those who act are described as; None for each who is named."""
        return described_in(self.event, "actor")

    @cached_property
    def described_recipients(self) -> list[Description | None]:
        """Whom those to whom it is done are described as; likewise."""
        return described_in(self.event, "recipient")

    @cached_property
    def offices(self) -> frozenset[tuple[str, str]]:
        """The offices that parties hold, named or not: the state and the office, "president"."""
        holders = (role.actor for role in (*self.event.actors, *self.event.recipients) if role.actor)
        return frozenset((actor.state, actor.office.lower()) for actor in holders if actor.state and actor.office)

    @cached_property
    def day_told(self) -> bool:
        """Whether the sentence tells when it was; what other sentences or the day of publication say is a guess."""
        return self.event.date is not None and self.event.date.basis in TOLD


def party_of(role: Role) -> Party:
    """Return who fills a role, as comparing needs it."""
    actor, called = role.actor, f"{role.text} {role.actor.name if role.actor else ''}"
    words = keys_of_name(called)
    return Party(
        key=party_key(role),
        name=actor.name if actor else role.text,
        person=actor if actor and actor.is_person else None,
        is_of_state=actor is not None and actor.state is not None,
        beginnings=beginnings(called),
        words=words,
        names=frozenset(key for key in words if key.startswith(NAME)),
    )
