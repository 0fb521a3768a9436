"""Demands told as reports: "Kyiv said Moscow must withdraw" is a REQUEST of Kyiv to Moscow, whatever the verb.

That diplomats must leave is no demand but their expulsion: SANCTION.
"""

from collections.abc import Iterator

from regesta.coding.roles.posts import is_envoy
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.arguments import clause_subjects, expand, subjects
from regesta.coding.triggers.candidates import Candidate
from regesta.coding.triggers.triggers import Found
from regesta.model.parse import Parse
from regesta.ontology.triggers import Trigger, TypedTrigger

REPORTING_VERBS = frozenset(
    {"say", "tell", "state", "declare", "insist", "stress", "add", "reiterate", "argue", "write"}
)
OBLIGING_MODALS = frozenset({"must", "should", "ought"})
DEMAND = TypedTrigger(
    "REQUEST",
    Trigger(
        lemmas=("must",),
        pos="verb",
        example="Kyiv said Moscow must withdraw.",
        confidence=0.55,
        cameo="100",
        actor=("subject",),
        recipient=("object",),
    ),
    "REQUEST#must",
)

EXPULSION = TypedTrigger(
    "SANCTION",
    Trigger(
        lemmas=("leave",),
        pos="verb",
        example="Kyiv said the Libyan envoy must leave.",
        confidence=0.7,
        cameo="164",
        mode="expel",
        recipient=("subject",),
        settles=True,
    ),
    "SANCTION#leave",
)
LEAVING = frozenset({"leave", "depart", "go", "quit"})


def demands_of(scene: Scene) -> Iterator[Candidate]:
    """Yield the demands told as reports, as readings: "said that Moscow **must** withdraw"."""
    read = {c.token: c for c in scene.candidates if c.event_type == "REQUEST"}
    for found, _, _ in find_demands(scene.parse):
        near = [read[t] for t in (found.token, scene.parse.heads[found.token]) if t in read]
        best = max(near, key=lambda c: c.probability, default=None)
        act, number, seen = (best.act, best.number, best.read) if best else (None, None, {})
        event_type = found.typed.event_type
        if found.typed.trigger.settles:
            seen = {event_type: min(1.0, sum(seen.values()))}
        yield Candidate(found.token, event_type, found, act, number, seen, ())


def find_demands(parse: Parse) -> Iterator[tuple[Found, list[int], list[int]]]:
    """Yield the demands of an article: the trigger, the tokens of who demands, and the tokens of who is to act."""
    for modal in range(len(parse)):
        if parse.lemmas[modal] not in OBLIGING_MODALS or parse.deps[modal] != "aux":
            continue
        verb = parse.heads[modal]
        report = parse.heads[verb]
        if parse.deps[verb] != "ccomp" or parse.lemmas[report] not in REPORTING_VERBS:
            continue
        who = expand(parse, parse.governed(verb, "nsubj")) or clause_subjects(parse, verb, 0)
        is_sent_away = parse.lemmas[verb] in LEAVING and any(is_envoy(parse, noun) for noun in who)
        found = Found(verb, EXPULSION, None) if is_sent_away else Found(modal, DEMAND, None)
        yield found, subjects(parse, report), who
