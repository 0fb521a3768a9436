"""Turns the argument slots of a trigger into roles: the words that fill them and the actor they denote."""

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.coding.arguments import carrier_of, fill_slot
from regesta.coding.triggers import Found
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span

GROUP_NOUNS = frozenset(
    {
        "group", "member", "hundred", "thousand", "ten", "dozen", "number", "part", "one", "some", "many", "most", "all",
        "several", "head", "series", "crowd", "majority", "any", "none", "rest", "leader", "couple", "million", "lot",
    }
)  # fmt: skip
WEAK_CONFIDENCE = 0.6  # an actor known only through a modifier ("Israeli settlements") stands for it less surely


@dataclass(frozen=True, slots=True)
class Reader:
    """An article with the lookups that role finding needs, built once per article.

    Attributes:
        article: The article.
        parse: Its parse.
        by_head: Mentions by the token that heads them.
    """

    article: Article
    parse: Parse
    by_head: dict[int, Mention]


def reader_of(article: Article, parse: Parse) -> Reader:
    """Build the lookups for one article."""
    return Reader(article, parse, {mention.head: mention for mention in article.mentions})


def find_roles(reader: Reader, found: Found) -> tuple[list[Role], list[Role]]:
    """Return the actors and the recipients of a trigger.

    The first slot that holds a political actor wins; a reciprocal entry takes the parties of all its slots as actors.
    """
    trigger = found.typed.trigger
    if trigger.reciprocal:
        return merged(roles_in(reader, found, slot, "actor") for slot in trigger.actor), []
    actors = first_filled(reader, found, trigger.actor, "actor", frozenset())
    taken = frozenset(role.span for role in actors)
    return actors, first_filled(reader, found, trigger.recipient, "recipient", taken)


def first_filled(reader: Reader, found: Found, slots: Iterable[str], name: str, taken: frozenset[Span]) -> list[Role]:
    """Return the roles of the first slot with a political actor, else of the first slot with anything."""
    fallback: list[Role] = []
    for slot in slots:
        roles = [role for role in roles_in(reader, found, slot, name) if role.span not in taken]
        if any(role.actor for role in roles):
            return [role for role in roles if role.actor]
        fallback = fallback or roles
    return fallback


def merged(groups: Iterable[list[Role]]) -> list[Role]:
    """Return the roles of several slots in text order, each span once, described things left out where actors are."""
    found = {role.span: role for roles in groups for role in roles}
    roles = [found[span] for span in sorted(found)]
    political = [role for role in roles if role.actor]
    return political or roles


def roles_in(reader: Reader, found: Found, slot: str, name: str) -> list[Role]:
    """Return the roles that one slot of a trigger yields."""
    tokens = fill_slot(reader.parse, found.token, slot, found.carried)
    if slot == "subject" and not tokens and found.carried is None and reader.parse.pos[found.token] == "NOUN":
        carrier = carrier_of(reader.parse, found.token)
        tokens = fill_slot(reader.parse, carrier, slot) if carrier is not None else []
    return [role for token in tokens if token != found.token for role in roles_of(reader, token, name)]


def roles_of(reader: Reader, token: int, name: str) -> list[Role]:
    """Return what a noun contributes: itself, or those it counts ("dozens of protesters"), or whose it is."""
    mention = reader.by_head.get(token)
    if mention is not None and mention.actor is not None:
        return [role_of_mention(reader, mention, name)]
    if reader.parse.lemmas[token] in GROUP_NOUNS:
        for prep in reader.parse.governed(token, "prep"):
            inner = [r for noun in reader.parse.governed(prep, "pobj") for r in roles_of(reader, noun, name)]
            if inner and reader.parse.lemmas[prep] in {"of", "from"}:
                return inner
    return [described_role(reader, token, name)]


def role_of_mention(reader: Reader, mention: Mention, name: str) -> Role:
    """Return the role a resolved mention fills."""
    return Role(name=name, span=mention.span, text=mention.span.of(reader.article.text), actor=mention.actor)


def described_role(reader: Reader, token: int, name: str) -> Role:
    """Return the role of a noun that is no mention: its actor is whoever modifies or possesses it, if anybody."""
    parse = reader.parse
    first = min((t for t in parse.subtree(token) if t <= token and contiguous(parse, t, token)), default=token)
    span = parse.span(first, token)
    return Role(name=name, span=span, text=span.of(reader.article.text), actor=owner_of(reader, token))


def owner_of(reader: Reader, token: int) -> Actor | None:
    """Return the actor that modifies or possesses a noun, with lowered confidence; None when there is none."""
    for child in reader.parse.governed(token, "poss", "amod", "compound", "nmod"):
        mention = reader.by_head.get(child)
        if mention is not None and mention.actor is not None:
            return lowered(mention.actor)
    for prep in reader.parse.governed(token, "prep"):
        if reader.parse.lemmas[prep] in {"of", "by", "from"}:
            for noun in reader.parse.governed(prep, "pobj"):
                mention = reader.by_head.get(noun)
                if mention is not None and mention.actor is not None:
                    return lowered(mention.actor)
    return None


def lowered(actor: Actor) -> Actor:
    """Return the actor as known through a modifier only."""
    return Actor(
        name=actor.name, iso3=actor.iso3, sector=actor.sector, office=actor.office, entity=actor.entity,
        confidence=round(actor.confidence * WEAK_CONFIDENCE, 4), basis=f"modifier: {actor.basis}",
    )  # fmt: skip


def contiguous(parse: Parse, first: int, last: int) -> bool:
    """Tell whether no verb, preposition or mark stands between two tokens of a noun phrase."""
    return all(parse.pos[t] not in {"VERB", "AUX", "ADP", "PUNCT", "SCONJ", "SPACE"} for t in range(first, last))


def arguments_text(roles: Iterable[Role]) -> str:
    """Return the words of some roles, for explanations."""
    return ", ".join(role.text for role in roles)
