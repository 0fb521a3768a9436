"""Everybody who may take part in an act: whom the network or the entry names, and the others of its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.coding.parties.located import is_beside_town
from regesta.coding.parties.only_mentioned import is_outside
from regesta.coding.parties.partners import is_closed_to
from regesta.coding.parties.things import is_thing, tells_scene
from regesta.coding.roles.act_roles import Read, head_of, roles_read
from regesta.coding.roles.roles import Scene, find_roles, noun_of, role_of_mention
from regesta.coding.status.no_acts import is_answer_to, preventers
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import PARTY_ROLES, Role
from regesta.model.parse import Parse
from regesta.ontology.event_types import is_mutual

CONDITIONS = frozenset(
    {"emergency", "siege", "war", "alert", "disaster", "calamity", "mourning", "affair", "readiness", "exception"}
)


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody who may take part in an event.

    Attributes:
        token: Head word.
        role: The words, and who they are; its name is not decided yet.
        read: The network's score by role.
        slots: The roles that the entry's slots give it.
    """

    token: int
    role: Role
    read: dict[str, float]
    slots: frozenset[str]

    @property
    def is_only_named(self) -> bool:
        """Whether neither the network nor the entry knows of a part: the sentence names them, no more."""
        return not self.read and not self.slots


def whole(options: Iterable[Option]) -> list[Option]:
    """Return options without the fragments of others: "the German" of "the German and Polish ministers"."""
    every = list(options)
    known = [option.role.span for option in every if option.role.actor]
    return [o for o in every if o.role.actor or not any(span.overlaps(o.role.span) for span in known)]


def options_of(scene: Scene, candidate: Candidate) -> Iterator[Option]:
    """Yield everybody who may take part: whom the network or the entry names, and the others of the sentence."""
    told = find_roles(scene, candidate.entry) if candidate.entry else ([], [])
    slots: dict[int, set[str]] = {}
    roles: dict[int, Role] = {}
    for name, group in zip(PARTY_ROLES, told, strict=True):
        for role in group:
            head = head_of(scene, role)
            slots.setdefault(head, set()).add(name)
            roles.setdefault(head, role)
    read: dict[int, Read] = {}
    for name in PARTY_ROLES:
        for found in roles_read(scene, candidate.act, name) if candidate.act else ():
            read.setdefault(found.token, found)
            roles.setdefault(found.token, found.role)
    here = scene.sentence_tokens(candidate.token)
    for head, mention in ((head, scene.by_head[head]) for head in here if head in scene.by_head):
        if mention.actor is not None and mention.kind != "other":
            roles.setdefault(head, role_of_mention(scene, mention, "actor"))
    nouns = {head: noun_of(scene, head) for head in roles}
    outside = {candidate.token, *preventers(scene.parse, candidate.token)}
    for head, role in sorted(roles.items()):
        is_named_before = min(head, scene.parse.token_at(role.span.start)) < scene.first_token  # in the dateline
        if head not in outside and not is_named_before and is_possible(scene, candidate, head):
            parts = [other for other, noun in nouns.items() if noun == nouns[head]]  # what one does, all of them do
            scores: dict[str, float] = {}
            for name, score in (pair for part in parts if part in read for pair in read[part].scores.items()):
                scores[name] = max(score, scores.get(name, 0.0))
            held = {name for part in parts for name in slots.get(part, ())}
            yield Option(head, role, scores, frozenset(held))


def is_possible(scene: Scene, candidate: Candidate, noun: int) -> bool:
    """Tell whether a noun may be a party of an act, by where it stands and what it means."""
    parse = scene.parse
    is_shared = is_mutual(candidate.event_type) and parse.pos[candidate.token] == "NOUN"
    if is_condition(parse, noun) or is_beside_town(parse, noun) or is_thing(parse, noun) or tells_scene(parse, noun):
        return False
    act = candidate.token
    if is_answer_to(parse, act, noun) or is_outside(parse, candidate, noun):
        return False
    return not (is_shared and (is_of_another(parse, act, noun) or is_closed_to(parse, act, noun)))


def is_of_another(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether somebody did another thing that stands below a noun act: "talks on a text **drafted by Chile**"."""
    by = parse.heads[parse.first_of_row(noun)]
    done = parse.heads[by]
    is_below = parse.deps[by] == "agent" and parse.deps[done] == "acl" and parse.heads[done] != act
    return is_below and act in parse.ancestors(done)


def is_condition(parse: Parse, noun: int) -> bool:
    """Tell whether a state is how things are, and nobody: "declared a **state** of emergency"."""
    preps = parse.governed(noun, "prep") if parse.lemmas[noun] == "state" else ()
    behind = (noun for prep in preps if parse.lemmas[prep] == "of" for noun in parse.governed(prep, "pobj"))
    return any(parse.lemmas[noun] in CONDITIONS for noun in behind)
