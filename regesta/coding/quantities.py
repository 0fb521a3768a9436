"""Fills the roles of an event that are quantities: sums of money, the killed, the wounded, the detained, sizes."""

from collections.abc import Mapping

from regesta.coding.roles import Scene
from regesta.model.annotation import Amount, Sentence
from regesta.model.event import Role
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.event_types import load_ontology

KILLING = frozenset({"kill", "die", "slay", "murder", "execute", "assassinate", "massacre", "killing", "death", "dead"})
WOUNDING = frozenset({"wound", "injure", "hurt", "maim", "injury"})
PEOPLE_ROLES: Mapping[str, str] = {"COERCE": "detained", "PROTEST": "size", "MOBILIZE": "size", "RETREAT": "size"}
MAX_STEPS = 4  # parse steps from a quantity up to the act it measures


def find_quantities(scene: Scene, trigger: int, sentence: Sentence, event_type: str) -> list[Role]:
    """Return the quantities that stand under a trigger, as roles its event type declares; each role once.

    Args:
        scene: The article with lookups.
        trigger: The trigger's head word.
        sentence: Its sentence.
        event_type: The event's type.
    """
    declared = load_ontology().event_types[event_type].roles
    found: dict[str, Role] = {}
    for amount in scene.article.amounts:
        if not sentence.span.contains(amount.span) or not measures(scene, trigger, amount):
            continue
        name = role_name(amount, event_type, scene.parse.lemmas[trigger])
        if name in declared and name not in found:
            words = amount.span.of(scene.article.text)
            found[name] = Role(name=name, span=amount.span, text=words, amount=amount)
    return list(found.values())


def measures(scene: Scene, trigger: int, amount: Amount) -> bool:
    """Tell whether a quantity belongs to an act: it stands under the trigger, with no other trigger between."""
    at = scene.parse.tokens_in(amount.span)[-1]
    for _ in range(MAX_STEPS):
        if at == trigger:
            return True
        if (at in scene.triggers and at != trigger) or scene.parse.heads[at] == at:
            return False
        at = scene.parse.heads[at]
    return at == trigger


def role_name(amount: Amount, event_type: str, lemma: str) -> str | None:
    """Return the role a quantity fills; None for one that is neither money nor people."""
    if amount.unit.isupper():
        return "amount"
    if amount.unit != "people" and load_sectors().noun((amount.unit,)) is None:
        return None
    if event_type == "ASSAULT":
        return "killed" if lemma in KILLING else "wounded" if lemma in WOUNDING else None
    return PEOPLE_ROLES.get(event_type)
