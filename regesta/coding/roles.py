"""Turns the argument slots of a trigger into roles: the words that fill them and the actor they denote."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from regesta.coding.arguments import carrier_of, clause_subjects, fill_slot, is_infinitive
from regesta.coding.triggers import Found, find_triggers
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.status import load_status

GROUP_NOUNS = frozenset(
    {
        *("group", "member", "hundred", "thousand", "ten", "dozen", "number", "part", "one", "some", "many", "most"),
        *("all", "several", "head", "series", "crowd", "majority", "any", "none", "rest", "leader", "couple", "lot"),
    }
)
OWNING_PREPOSITIONS = frozenset({"of", "by", "from", "to", "with", "between", "on", "against", "for", "among"})
RESPONDING_VERBS = frozenset({"accept", "reject", "refuse", "answer", "dismiss", "decline", "deny", "respond", "heed"})
OWNER_BASIS = "owner"
WEAK_CONFIDENCE = 0.6  # an actor known only through a modifier ("Israeli settlements") stands for it less surely


@dataclass(frozen=True, slots=True)
class Reader:
    """An article with the lookups that coding needs, built once per article.

    Attributes:
        article: The article.
        parse: Its parse.
        by_head: Mentions by the token that heads them.
        found: The trigger entries that fit, in text order.
        triggers: The tokens they fit at.
    """

    article: Article
    parse: Parse
    by_head: dict[int, Mention]
    found: tuple[Found, ...]
    triggers: frozenset[int]


def reader_of(article: Article, parse: Parse) -> Reader:
    """Build the lookups for one article."""
    found = tuple(find_triggers(parse))
    by_head = {mention.head: mention for mention in article.mentions}
    return Reader(article, parse, by_head, found, frozenset(f.token for f in found))


def find_roles(reader: Reader, found: Found) -> tuple[list[Role], list[Role]]:
    """Return the actors and the recipients of a trigger.

    The first slot that holds a political actor wins; a reciprocal entry takes the parties of all its slots as actors.
    """
    trigger = found.typed.trigger
    if trigger.reciprocal:
        parties = merged(roles_in(reader, found, slot, "actor") for slot in trigger.actor)
        return parties if len(parties) > 1 else merged([parties, attending(reader, found)]), []
    actors = first_filled(reader, found, trigger.actor, "actor", frozenset())
    taken = frozenset(role.span for role in actors)
    recipients = first_filled(reader, found, trigger.recipient, "recipient", taken)
    if trigger.pos == "noun" and not recipients:
        recipients = responding(reader, found)
    if trigger.clause and not recipients:
        recipients = complement_role(reader, found, taken)
    return actors, [role for role in recipients if not is_own(role, actors)]


def attending(reader: Reader, found: Found) -> list[Role]:
    """Return who attends a meeting that names one party only: the subject of its clause ("arrived for talks with")."""
    parse = reader.parse
    if parse.pos[found.token] != "NOUN":
        return []
    verb = next((above for above in parse.ancestors(found.token) if parse.pos[above] in {"VERB", "AUX"}), None)
    if verb is None or parse.lemmas[verb] not in load_status().motion:
        return []
    return roles_at(reader, clause_subjects(parse, verb, 0), "actor")


def responding(reader: Reader, found: Found) -> list[Role]:
    """Return to whom an act was addressed that somebody answers: "**Kyiv** rejected Moscow's demand"."""
    carrier = carrier_of(reader.parse, found.token)
    if carrier is None or reader.parse.lemmas[carrier] not in RESPONDING_VERBS:
        return []
    return roles_at(reader, clause_subjects(reader.parse, carrier, 0), "recipient")


def is_own(role: Role, actors: Iterable[Role]) -> bool:
    """Tell whether a recipient is known only through what belongs to an actor itself: "withdrew **its** troops"."""
    if role.actor is None or not role.actor.basis.startswith(OWNER_BASIS):
        return False
    return any(a.actor and (a.actor.entity, a.actor.name) == (role.actor.entity, role.actor.name) for a in actors)


def roles_at(reader: Reader, tokens: Iterable[int], name: str) -> list[Role]:
    """Return the roles that given noun heads yield."""
    return [role for token in tokens for role in roles_of(reader, token, name)]


def first_filled(reader: Reader, found: Found, slots: Iterable[str], name: str, taken: frozenset[Span]) -> list[Role]:
    """Return the political actors of the first slot that has one."""
    for slot in slots:
        roles = [role for role in roles_in(reader, found, slot, name) if role.span not in taken]
        if roles:
            return roles
    return []


def merged(groups: Iterable[list[Role]]) -> list[Role]:
    """Return the roles of several slots in text order, each span once."""
    found = {role.span: role for roles in groups for role in roles}
    return [found[span] for span in sorted(found)]


def roles_in(reader: Reader, found: Found, slot: str, name: str) -> list[Role]:
    """Return the roles that one slot of a trigger yields."""
    tokens = fill_slot(reader.parse, found.token, slot, found.carried)
    if slot == "subject" and not tokens and found.carried is None and reader.parse.pos[found.token] == "NOUN":
        carrier = carrier_of(reader.parse, found.token)
        tokens = fill_slot(reader.parse, carrier, slot) if carrier is not None else []
    return [role for token in tokens if token != found.token for role in roles_of(reader, token, name)]


def roles_of(reader: Reader, token: int, name: str) -> list[Role]:
    """Return the actors a noun contributes: itself, those it counts ("dozens of protesters"), or whose it is."""
    mention = reader.by_head.get(token)
    if mention is not None and mention.actor is not None:
        return [role_of_mention(reader, mention, name)]
    if reader.parse.lemmas[token] in GROUP_NOUNS:
        for prep in reader.parse.governed(token, "prep"):
            inner = [r for noun in reader.parse.governed(prep, "pobj") for r in roles_of(reader, noun, name)]
            if inner and reader.parse.lemmas[prep] in {"of", "from"}:
                return inner
    owner = owner_of(reader, token)
    return [owned_role(reader, owner, name)] if owner is not None else []


def role_of_mention(reader: Reader, mention: Mention, name: str) -> Role:
    """Return the role a resolved mention fills; a pronoun is shown by the mention it stands for."""
    shown = mention
    if mention.form == "pronoun" and mention.antecedent is not None:
        shown = reader.article.mentions[mention.antecedent]
    return Role(name=name, span=shown.span, text=shown.span.of(reader.article.text), actor=mention.actor)


def owned_role(reader: Reader, owner: Mention, name: str) -> Role:
    """Return the role of whoever a thing belongs to: "rejected the **ministry's** request"; less sure than a party."""
    role = role_of_mention(reader, owner, name)
    return replace(role, actor=lowered(role.actor)) if role.actor else role


def owner_of(reader: Reader, token: int, steps: int = 2) -> Mention | None:
    """Return the actor a noun belongs to or is about: its possessor, its modifier, or the noun under its preposition.

    Args:
        reader: The article with lookups.
        token: The noun.
        steps: How many prepositional phrases deep to look ("imports of beef from Britain").
    """
    parse = reader.parse
    nouns = list(parse.governed(token, "poss", "amod", "compound", "nmod"))
    for holder in (token, *parse.governed(token, "acl")):
        preps = [p for p in parse.governed(holder, "prep", "agent") if parse.lemmas[p] in OWNING_PREPOSITIONS]
        nouns += [noun for prep in preps for noun in parse.governed(prep, "pobj")]
    for noun in nouns:
        mention = reader.by_head.get(noun)
        if mention is not None and mention.actor is not None:
            return mention
    deeper = (owner_of(reader, noun, steps - 1) for noun in nouns if steps > 1)
    return next((mention for mention in deeper if mention is not None), None)


def complement_role(reader: Reader, found: Found, taken: frozenset[Span]) -> list[Role]:
    """Return the first actor that the infinitive of a verbal act names: "willing to send troops to Mali"."""
    clauses = [c for c in reader.parse.governed(found.token, "xcomp", "ccomp", "acl") if is_infinitive(reader.parse, c)]
    for clause in clauses:
        for token in reader.parse.subtree(clause):
            mention = reader.by_head.get(token)
            if mention is not None and mention.actor and mention.kind != "other" and mention.form != "pronoun":
                role = role_of_mention(reader, mention, "recipient")
                if role.span not in taken:
                    return [role]
    return []


def lowered(actor: Actor) -> Actor:
    """Return the actor as known through what belongs to it only."""
    return replace(
        actor, confidence=round(actor.confidence * WEAK_CONFIDENCE, 4), basis=f"{OWNER_BASIS}: {actor.basis}"
    )
