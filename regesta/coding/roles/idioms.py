"""Fixed phrases that mean an act where the network reads none: "**slammed** the door on Bonn's plea".

The network has met few of them, and its silence says little of them. But players, prices and storms slam doors, too:
so who does it must be somebody political, and no word of sport, markets or weather may stand beside it.
"""

from regesta.coding.roles.roles import OWNER_BASIS, Scene, find_roles, party
from regesta.coding.triggers.arguments import is_passive
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role
from regesta.ontology.domains import load_domains
from regesta.ontology.event_types import load_ontology

READ = 0.5  # what the silence of the network counts as: it speaks neither for the act nor against it
PRIVATE = frozenset({"BUS", "MED", "EDU", "CVL", "AGR", "LAB"})  # who has a state and seldom acts for it
UNNAMED = frozenset({None, "UNK"})
OPEN_TO_ALL = frozenset({"PROTEST"})
BY_WHAT_IS_THEIRS = frozenset({"ASSAULT", "MOBILIZE", "COERCE"})  # "Serbian **guns**" act for Serbia, no pianist does
# Words of sport, markets and weather that say as much of politics.
OF_POLITICS_TOO = frozenset({
    "close", "exchange", "final", "fan", "point", "race", "rival", "set", "win", "goal", "over", "run",
    "flood", "drought",
})  # fmt: skip


def probability_as_idiom(scene: Scene, candidate: Candidate, read: float) -> float:
    """Return the probability of a reading for the network, raised where a fixed phrase speaks for it.

    Args:
        scene: The article with lookups.
        candidate: The reading.
        read: What the network itself gives it, 0 to 1.
    """
    if candidate.entry is None or not candidate.entry.typed.trigger.idiom or read >= READ:
        return read
    actors, recipients = find_roles(scene, candidate.entry)
    doers = actors or (recipients if is_passive(scene.parse, candidate.token) else [])
    is_act = is_of_politics(candidate.event_type, doers, [*actors, *recipients])
    return READ if is_act and not is_of_other_domain(scene, candidate.token) else read


def is_of_politics(event_type: str, actors: list[Role], recipients: list[Role]) -> bool:
    """Tell whether somebody political does it, with another where it takes two."""
    if not any(is_political(role, event_type) for role in actors):
        return False
    parties = {party(role) for role in (*actors, *recipients)}
    return len(parties) > 1 or not load_ontology().event_types[event_type].mutual


def is_political(role: Role, event_type: str) -> bool:
    """Tell whether somebody acts for a state or a political body; whoever protests does."""
    actor = role.actor
    if actor is None or actor.iso3 is None:
        return False
    if event_type in OPEN_TO_ALL:
        return True
    is_described = actor.entity is None and actor.sector in UNNAMED
    is_owned = actor.basis.startswith(OWNER_BASIS) and event_type not in BY_WHAT_IS_THEIRS
    return actor.sector not in PRIVATE and not is_described and not is_owned


def is_of_other_domain(scene: Scene, token: int) -> bool:
    """Tell whether a sentence has a word of sport, markets or weather that is no word of politics, too."""
    lemmas = {scene.parse.lemmas[at] for at in scene.sentence_tokens(token)} - OF_POLITICS_TOO
    return any(lemmas & domain.words for domain in load_domains().values())
