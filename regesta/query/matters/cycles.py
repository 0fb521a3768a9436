"""Kinds of life cycle, such as "agreements": which events are steps, what stage each is, which belong together."""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from dataclasses import field as plain_field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.model.event import Status
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml
from regesta.query.matters.phrases import REACH_WORDS, Pattern, pattern_of
from regesta.query.views import check_kind
from regesta.store.filters import EventKind

FILE = Path(str(files("regesta.query.matters") / "cycles.yaml"))


@dataclass(frozen=True, config=STRICT)
class RuleEntry:
    """A rule of `cycles.yaml`; what is given must hold together."""

    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    status: Status | None = None
    near: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    trigger: tuple[str, ...] = ()
    within: int = REACH_WORDS


@dataclass(frozen=True, config=STRICT)
class StageEntry:
    """A stage with its rules, one of which must fit."""

    stage: str
    rules: tuple[RuleEntry, ...]


@dataclass(frozen=True, config=STRICT)
class Link:
    """When two steps belong to one matter.

    Attributes:
        parties: They share at least so many parties.
        words: They share at least so many telling words of their evidence.
        days: They lie at most so many days apart; None for any distance.
    """

    parties: int
    words: int = 0
    days: int | None = None


@dataclass(frozen=True, config=STRICT)
class CycleEntry:
    """An entry of `cycles.yaml`."""

    title: str
    description: str
    kinds: tuple[EventKind, ...]
    about: tuple[str, ...]
    order: tuple[str, ...]
    open: tuple[str, ...]
    closing: tuple[str, ...]
    stages: tuple[StageEntry, ...]
    links: tuple[Link, ...]
    people: bool = False
    around_open: bool = False
    named: bool = False
    linked_sides: bool = False
    numbered: tuple[str, ...] = ()
    fulfilled_by: tuple[EventKind, ...] = ()
    moving: tuple[str, ...] = ()
    old_day: tuple[str, ...] = ()
    new_day: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    repeated: dict[str, str] = plain_field(default_factory=dict)


@plain_dataclass(frozen=True, slots=True)
class Rule:
    """A condition on an event and the words around its trigger.

    Attributes:
        kind: Type, mode and CAMEO code; None for any.
        status: Its status; None for any.
        near: Phrases, one of which must stand near the trigger; () asks none.
        without: Phrases, none of which may stand near the trigger.
        trigger: Words, one of which the trigger must have; () asks none.
        within: How many words from the trigger is near.
    """

    kind: EventKind
    status: Status | None
    near: tuple[Pattern, ...]
    without: tuple[Pattern, ...] = ()
    trigger: tuple[Pattern, ...] = ()
    within: int = REACH_WORDS


@plain_dataclass(frozen=True, slots=True)
class Cycle:
    """A kind of life cycle; see `cycles.yaml`.

    Attributes:
        name: Its name in the file.
        title: Its name for readers.
        description: What belongs to it.
        kinds: The kinds of event that may be steps.
        about: Words, one of which the evidence must have; () asks none.
        order: The stages in their usual order.
        open: Stages whose due date can pass.
        closing: Stages that settle what was open.
        rules: Stage and rule, in order of reading.
        links: When two steps belong together.
        people: Whether steps that name different persons of one state are kept apart.
        around_open: Whether only steps are linked of which one is open.
        named: Whether the states that the evidence names count as parties.
        linked_sides: Whether actors are compared with actors only, recipients with recipients.
        numbered: Nouns of which an ordinal before tells which one a step is ("sixth package").
        fulfilled_by: Kinds of event that a forecast may come true as.
        moving: Stages that give what is planned another day.
        old_day: Phrases before the day from which it is moved.
        new_day: Phrases before the day to which it is moved.
        one_of: Stages of which an entry has one only: the one that most of its reports tell, else the first here.
        repeated: Stages that are told as another where a step of either went before.
    """

    name: str
    title: str
    description: str
    kinds: tuple[EventKind, ...]
    about: tuple[Pattern, ...]
    order: tuple[str, ...]
    open: frozenset[str]
    closing: frozenset[str]
    rules: tuple[tuple[str, Rule], ...]
    links: tuple[Link, ...]
    people: bool
    around_open: bool
    named: bool
    linked_sides: bool
    numbered: frozenset[str]
    fulfilled_by: tuple[EventKind, ...]
    moving: frozenset[str] = frozenset()
    old_day: tuple[str, ...] = ()
    new_day: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    repeated: Mapping[str, str] = plain_field(default_factory=dict)


@lru_cache(maxsize=1)
def load_cycles() -> dict[str, Cycle]:
    """Read and check `cycles.yaml`; the order of the file is kept.

    Raises:
        OntologyError: The file does not validate, or names an unknown type, mode, CAMEO code or stage.
    """
    return {name: cycle_of(name, entry) for name, entry in read_yaml(FILE, dict[str, CycleEntry]).items()}


def cycle_of(name: str, entry: CycleEntry) -> Cycle:
    """Return an entry of the file, checked.

    Raises:
        OntologyError: It names an unknown type, mode, CAMEO code or stage.
    """
    rules = tuple((stage.stage, rule_of(name, rule)) for stage in entry.stages for rule in stage.rules)
    for kind in (*entry.kinds, *entry.fulfilled_by):
        check_kind(name, kind, FILE)
    if any(link.days is None and not link.words for link in entry.links):
        raise OntologyError(f"{FILE}: {name}: a link without a limit of days must ask for words")
    for stage in (
        *entry.open,
        *entry.closing,
        *entry.moving,
        *entry.one_of,
        *entry.repeated.values(),
        *(stage for stage, _ in rules),
    ):
        if stage not in entry.order:
            raise OntologyError(f"{FILE}: {name}: stage {stage!r} is missing from `order`")
    return Cycle(
        name=name,
        title=entry.title,
        description=entry.description,
        kinds=entry.kinds,
        about=tuple(map(pattern_of, entry.about)),
        order=entry.order,
        open=frozenset(entry.open),
        closing=frozenset(entry.closing),
        rules=rules,
        links=entry.links,
        people=entry.people,
        around_open=entry.around_open,
        named=entry.named,
        linked_sides=entry.linked_sides,
        numbered=frozenset(entry.numbered),
        fulfilled_by=entry.fulfilled_by,
        moving=frozenset(entry.moving),
        old_day=entry.old_day,
        new_day=entry.new_day,
        one_of=entry.one_of,
        repeated=entry.repeated,
    )


def rule_of(name: str, rule: RuleEntry) -> Rule:
    """Return a rule of the file, checked.

    Raises:
        OntologyError: It names an unknown type, mode or CAMEO code, or has no condition.
    """
    kind = EventKind(type=rule.type, mode=rule.mode, cameo=rule.cameo)
    if kind != EventKind():
        check_kind(name, kind, FILE)
    elif not rule.near and not rule.trigger:
        raise OntologyError(f"{FILE}: {name}: a rule without type, mode, code and phrase fits every event")
    near, without, trigger = (tuple(map(pattern_of, words)) for words in (rule.near, rule.without, rule.trigger))
    return Rule(kind, rule.status, near, without, trigger, rule.within)


def stages() -> list[str]:
    """Return the names of the stages of all life cycles, each once."""
    return list(dict.fromkeys(stage for cycle in load_cycles().values() for stage in cycle.order))
