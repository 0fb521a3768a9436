"""Fills the roles of an event that are quantities: sums, sizes, the killed, wounded, abducted, detained, deported."""

from collections.abc import Mapping

from regesta.coding.roles.headcounts import added_up, is_of_people, is_toll_of, one_person, victims_told
from regesta.coding.roles.roles import Scene
from regesta.model.annotation import Amount, Sentence
from regesta.model.event import PEOPLE_COUNTED, Role
from regesta.model.nearby import placed_amounts
from regesta.model.parse import UNDERGOING, Parse
from regesta.ontology.event_types import load_ontology

KILLING = frozenset({
    "kill", "die", "slay", "murder", "execute", "assassinate", "massacre", "killing", "death", "dead", "behead",
    "beheading", "decapitate", "hang", "lynch", "lynching", "slaughter", "execution", "electrocute", "drown",
})  # fmt: skip
WOUNDING = frozenset({"wound", "injure", "hurt", "maim", "injury"})
OF_MODE: Mapping[str, str] = {"abduct": "abducted", "deport": "deported"}
PEOPLE_ROLES: Mapping[str, str] = {"COERCE": "detained", "PROTEST": "size", "MOBILIZE": "size", "RETREAT": "size"}
SUFFERED = frozenset({"killed", "wounded", "abducted", "detained", "deported"})  # which one person alone can be
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
MAX_STEPS = 4  # parse steps from a quantity up to the act it measures


def find_quantities(scene: Scene, trigger: int, sentence: Sentence, event_type: str, mode: str | None) -> list[Role]:
    """Return the quantities that stand under a trigger, as roles its event type declares; each role once.

    Args:
        scene: The article with lookups.
        trigger: The trigger's head word.
        sentence: Its sentence.
        event_type: The event's type.
        mode: Its mode; None when it has none.
    """
    declared = load_ontology().event_types[event_type].roles
    found: dict[str, Role] = {}
    for amount in placed_amounts(scene.article).touching(sentence.span):
        if not sentence.span.contains(amount.span) or not measures(scene, trigger, amount):
            continue
        name = role_name(scene, trigger, amount, event_type, mode)
        if name in declared and name not in found:
            found[name] = role_of(scene, name, amount)
    for noun in scene.parse.governed(trigger, *UNDERGOING):
        one = one_person(scene.parse, noun)
        name = role_name(scene, trigger, one, event_type, mode) if one else None
        if one and name in declared and name in SUFFERED and name not in found:
            found[name] = role_of(scene, name, one)
    return list(found.values())


def role_of(scene: Scene, name: str, amount: Amount) -> Role:
    """Return a quantity as a role; people with those who are listed beside them."""
    whole = added_up(scene, amount) if name in PEOPLE_COUNTED else amount
    return Role(name=name, span=whole.span, text=whole.span.of(scene.article.text), amount=whole)


def measures(scene: Scene, trigger: int, amount: Amount) -> bool:
    """Tell whether a quantity belongs to an act: it stands under the trigger, with no other trigger between.

    Or it is the toll of the act: "the toll of the **raid** rose to 12", "the **raid** left 12 dead".
    """
    if is_toll_of(scene.parse, trigger, amount):
        return True
    at = scene.parse.tokens_in(amount.span)[-1]
    for _ in range(MAX_STEPS):
        if at == trigger:
            return True
        if (at in scene.triggers and at != trigger) or scene.parse.heads[at] == at:
            return False
        at = scene.parse.heads[at]
    return at == trigger


def role_name(scene: Scene, trigger: int, amount: Amount, event_type: str, mode: str | None) -> str | None:
    """Return the role a quantity fills; None for one that is neither money nor people.

    Args:
        scene: The article with lookups.
        trigger: The trigger's head word.
        amount: The quantity.
        event_type: The event's type.
        mode: Its mode; None when it has none.
    """
    if amount.unit.isupper():
        return "amount"
    if not is_of_people(scene, amount):
        return None
    if mode is not None and mode in OF_MODE:
        return OF_MODE[mode]
    if event_type == "ASSAULT":
        if victims := victims_told(scene.parse, trigger, amount):
            return victims
        lemma = scene.parse.lemmas[trigger]
        if lemma in KILLING or is_deadly(scene.parse, trigger):
            return "killed"
        return "wounded" if lemma in WOUNDING else None
    return PEOPLE_ROLES.get(event_type)


def is_deadly(parse: Parse, trigger: int) -> bool:
    """Tell whether the words about an act say that it killed: "**shot dead** four men", "beat two men **to death**"."""
    behind = range(trigger + 1, min(trigger + 2, len(parse)))
    told = [*parse.children[trigger], *behind]
    nouns = [at for at in parse.children[trigger] if parse.pos[at] in NOMINAL]
    told += [at for noun in nouns for at in parse.children[noun] if at > noun]
    if parse.lemmas[trigger] == "gun":
        return any(parse.words[at].lower() == "down" for at in told)
    deaths = [
        at for at in told if parse.lemmas[at] == "to" and "death" in map(parse.lemmas.__getitem__, parse.children[at])
    ]
    return bool(deaths) or any(parse.words[at].lower() == "dead" for at in told)
