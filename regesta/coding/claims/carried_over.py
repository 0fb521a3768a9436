"""Finds parties that a counting sentence only points at: "It was **their** fourth meeting this year"."""

from collections.abc import Iterable

from regesta.coding.claims.readings import Reading
from regesta.coding.roles.roles import Scene, party, roles_at
from regesta.model.event import Event, Role
from regesta.model.nearby import placed_events, placed_statements
from regesta.model.span import Span
from regesta.ontology.event_types import is_mutual

REACH_SENTENCES = 1  # how far back the act is told that a sentence numbers
PLURAL = frozenset({"they", "their", "we", "our", "them", "two", "both"})
GROUPS = frozenset(
    {"pair", "side", "leader", "minister", "president", "government", "country", "neighbour", "neighbor"}
)


def with_carried_parties(scene: Scene, reading: Reading) -> Reading:
    """Return a reading whose act takes two, of which it names fewer, with the parties of the act it continues.

    They are those of the nearest act of the same type told before in the same sentence or the one before; else the
    several speakers of the statement ("their fourth meeting, Poland and Latvia said").
    """
    measure = reading.measure
    named = {party(role) for role in measure.parties if role.actor}
    if not is_mutual(measure.type) or len(named) > 1 or (named and not points_back(scene, reading.token)):
        return reading
    if (told := told_before(scene, reading)) is not None:
        return reading.with_parties(told.actors, told.recipients)
    speakers = speakers_of(scene, reading)
    return reading.with_parties(speakers, ()) if len(speakers) > 1 else reading


def points_back(scene: Scene, token: int) -> bool:
    """Tell whether an act's words stand for several told of before: "their", "the two leaders"."""
    parse = scene.parse
    near = [*parse.subtree(token)[:12], *parse.governed(token, "nsubj", "poss")]
    words = {parse.words[at].lower() for at in near} | {parse.lemmas[at] for at in near}
    return bool(words & PLURAL) or bool(words & GROUPS and any(parse.tags[at] == "NNS" for at in near))


def told_before(scene: Scene, reading: Reading) -> Event | None:
    """Return the nearest earlier event of the same type with two known parties; None within `REACH_SENTENCES`."""
    here = scene.sentence_of(reading.token)
    start = scene.article.sentences[max(0, here - REACH_SENTENCES)].span.start
    before = Span(start, reading.measure.trigger.start)
    near = placed_events(scene.article).touching(before)
    found = [e for e in near if before.contains(e.trigger) and e.type == reading.measure.type]
    return next((e for e in reversed(found) if len(known(e.parties)) > 1), None)


def known(roles: Iterable[Role]) -> set[str]:
    """Return the resolved parties of roles."""
    return {party(role) for role in roles if role.actor}


def speakers_of(scene: Scene, reading: Reading) -> tuple[Role, ...]:
    """Return who says the words in which an act stands, each of several speakers as an actor."""
    for statement in placed_statements(scene.article).around(reading.measure.trigger):
        if statement.speaker:
            heads = [t for t in scene.parse.tokens_in(statement.speaker.span) if t in scene.by_head]
            return tuple(role for role in roles_at(scene, heads, "actor") if role.actor)
    return ()
