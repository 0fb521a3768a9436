"""Finds force that is told of with its place alone, not by whom and against whom: "a bomb **exploded** in Quetta"."""

from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.nearby import placed_mentions

FORCE = frozenset({"ASSAULT", "PROTEST", "COERCE"})
# How sure the network must be. What it reads into "a gas tank exploded" has half of that.
SURELY = 0.8


def is_force_at_a_place(scene: Scene, candidate: Candidate) -> bool:
    """Tell whether the network surely reads force in a word, and of which state the place is."""
    if candidate.act is None or candidate.event_type not in FORCE or candidate.probability < SURELY:
        return False
    told = [argument.span for argument in candidate.act.arguments if argument.role == "place"]
    placed = placed_mentions(scene.article)
    near = ((span, mention) for span in told for mention in placed.touching(span))
    return any(m.place and m.place.iso3 and m.span.overlaps(span) for span, m in near)
