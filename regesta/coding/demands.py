"""Demands told as reports: "Kyiv said Moscow must withdraw" is a REQUEST of Kyiv to Moscow, whatever the verb."""

from collections.abc import Iterator

from regesta.coding.arguments import clause_subjects, expand, subjects
from regesta.coding.triggers import Found
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
        yield Found(modal, DEMAND, None), subjects(parse, report), who
