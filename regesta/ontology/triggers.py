"""Trigger entries: which words express an event type, and where its actors stand."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT, load_cameo, load_ontology
from regesta.ontology.load import DATA, read_yaml

PartOfSpeech = Literal["verb", "noun", "adjective"]
SLOT = re.compile(r"subject|object|indirect_object|possessive|modifier|carrier|prep:[a-z_]+")


@dataclass(frozen=True, config=STRICT, kw_only=True)
class Trigger:
    """One entry of a trigger file; the format is documented in `docs/guides/add-a-trigger.md`.

    Attributes:
        lemmas: Lemmas of the head word that behave alike.
        pos: Its part of speech.
        example: A sentence in which it fires; the tests run it.
        confidence: 0 to 1, how often the word, so used in political news, is this act.
        cameo: CAMEO code; None takes the event type's.
        mode: Mode of the event type; None when the word does not say.
        actor: Argument slots tried in order for the actor.
        recipient: Likewise for the recipient.
        particle: Particle a phrasal verb needs.
        object: Lemmas one of which must head the object.
        not_object: Lemmas that rule the reading out as object.
        subject: Lemmas one of which must head the subject.
        not_subject: Lemmas that rule the reading out as subject.
        prep: Prepositions one of which must follow.
        prep_object: Lemmas one of which must head that preposition's noun.
        clause: Kind of clausal complement that must follow.
        clause_verbs: Lemmas one of which must head that clause.
        clause_object: Lemmas one of which must head the object of that clause, or be the verb it governs in turn.
        modifiers: Lemmas one of which must modify a noun trigger.
        not_modifiers: Lemmas that rule the reading out as modifier.
        reciprocal: All parties are equal actors.
        settles: Whether a rule of the manual settles the type of the word so used, whichever the network reads into it.
        idiom: Whether it is a fixed phrase that means the act even where the network reads none; it settles the type.
        one_sided: Whether only one may be told to do it: no list, no plural of states, nobody "with" whom.
        status: Status the word itself implies.
        contexts: Contexts the word itself implies.
        note: Why, if not obvious.
    """

    lemmas: tuple[str, ...]
    pos: PartOfSpeech
    example: str
    confidence: Annotated[float, Field(gt=0, le=1)]
    cameo: str | None = None
    mode: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    particle: str | None = None
    object: tuple[str, ...] = ()
    not_object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    not_subject: tuple[str, ...] = ()
    prep: tuple[str, ...] = ()
    prep_object: tuple[str, ...] = ()
    clause: Literal["to", "that", "ing", "any"] | None = None
    clause_verbs: tuple[str, ...] = ()
    clause_object: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    not_modifiers: tuple[str, ...] = ()
    reciprocal: bool = False
    settles: bool = False
    idiom: bool = False
    one_sided: bool = False
    status: Literal["happened", "planned", "denied", "hypothetical"] | None = None
    contexts: tuple[str, ...] = ()
    note: str | None = None

    @property
    def conditions(self) -> int:
        """How many conditions it makes; the more specific of two entries wins."""
        demands = (
            self.particle, self.object, self.subject, self.prep, self.prep_object, self.clause, self.clause_verbs,
            self.clause_object,
            self.modifiers,
        )  # fmt: skip
        return sum(map(bool, demands))


@dataclass(frozen=True, config=STRICT)
class TriggerFile:
    """One file of trigger entries."""

    event_type: str
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True)
class TypedTrigger:
    """A trigger entry with the event type and file position it belongs to.

    Attributes:
        event_type: The event type it expresses.
        trigger: The entry.
        source: `TYPE#number`, for explanations.
    """

    event_type: str
    trigger: Trigger
    source: str


@lru_cache(maxsize=1)
def load_triggers() -> Mapping[tuple[str, PartOfSpeech], tuple[TypedTrigger, ...]]:
    """Read all trigger files, by head lemma and part of speech, the most specific entry first.

    Raises:
        OntologyError: A file does not validate or names an unknown type, mode, CAMEO code, context or slot.
    """
    found: dict[tuple[str, PartOfSpeech], list[TypedTrigger]] = {}
    for path in sorted((DATA / "triggers").glob("*.yaml")):
        content = read_yaml(path, TriggerFile)
        for number, trigger in enumerate(content.triggers, start=1):
            check_trigger(path, content.event_type, number, trigger)
            typed = TypedTrigger(content.event_type, trigger, f"{content.event_type}#{number}")
            for lemma in trigger.lemmas:
                found.setdefault((lemma, trigger.pos), []).append(typed)
    return MappingProxyType({key: tuple(sorted(entries, key=precedence)) for key, entries in found.items()})


def precedence(typed: TypedTrigger) -> tuple[int, float, str]:
    """Order entries of one lemma: more conditions first, then the more reliable, then by name."""
    return (-typed.trigger.conditions, -typed.trigger.confidence, typed.source)


def check_trigger(path: Path, event_type: str, number: int, trigger: Trigger) -> None:
    """Check an entry against the rest of the ontology.

    Raises:
        OntologyError: It names something the ontology does not have; the message names file, entry and value.
    """
    where = f"{path.name}: entry {number} ({', '.join(trigger.lemmas[:3])})"
    ontology = load_ontology()
    if event_type != path.stem or event_type not in ontology.event_types:
        raise OntologyError(f"{where}: event type {event_type!r} must be the file's name and one of event_types.yaml")
    if trigger.mode and trigger.mode not in ontology.event_types[event_type].modes:
        raise OntologyError(f"{where}: {trigger.mode!r} is no mode of {event_type}")
    if trigger.cameo and trigger.cameo not in load_cameo():
        raise OntologyError(f"{where}: {trigger.cameo!r} is no CAMEO code")
    if trigger.idiom and not trigger.settles:
        raise OntologyError(f"{where}: an idiom settles the type, too: set both")
    if unknown := set(trigger.contexts) - set(ontology.contexts):
        raise OntologyError(f"{where}: unknown contexts {sorted(unknown)}")
    for slot in (*trigger.actor, *trigger.recipient):
        if not SLOT.fullmatch(slot):
            raise OntologyError(f"{where}: {slot!r} is no argument slot")
