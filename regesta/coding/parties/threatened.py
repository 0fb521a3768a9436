"""Tells whom a threat is made to by its condition: "threatened to block the treaty unless **Chad** freed them"."""

from regesta.coding.roles.roles import Scene, roles_at
from regesta.coding.triggers.arguments import subjects
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role, states_of

THREAT = "THREATEN"
CONDITIONS = frozenset({"unless", "until"})


def as_threatened(scene: Scene, candidate: Candidate, actors: list[Role], recipients: list[Role]) -> list[Role]:
    """Return the recipients of a threat: where none is found, who has to do something for it not to be carried out.

    Args:
        scene: The article with lookups.
        candidate: The act.
        actors: Who threatens.
        recipients: Who is found to be threatened.
    """
    parse = scene.parse
    if candidate.event_type != THREAT or recipients or not states_of(actors):
        return recipients
    for verb in parse.subtree(candidate.token):
        if any(parse.lemmas[mark] in CONDITIONS for mark in parse.governed(verb, "mark")):
            asked = [role for role in roles_at(scene, subjects(parse, verb), "recipient") if states_of([role])]
            if asked and not states_of(asked) & states_of(actors):
                return asked
    return recipients
