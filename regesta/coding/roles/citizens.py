"""Tells a people that an act is done to, or who protest, from their state: "deported **Venezuelans**".

A bare "the Russians" mostly means the Russian side (see `resolve/phrases/peoples.py`), but not where only people can be
meant; "Russians" who attack or are attacked are some of them, unless with planes and guns.
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Role
from regesta.model.parse import PLURALS, Parse
from regesta.ontology.actor_sectors import load_sectors

# Verbs and nouns of what is done to persons, one by one; a state is attacked, bombed or invaded.
DONE_TO_PERSONS = frozenset({
    "kill", "killing", "wound", "injure", "hurt", "maim", "murder", "massacre", "slay", "slaughter", "execute",
    "execution", "behead", "shoot", "stab", "beat", "torture", "rape", "abduct", "abduction", "kidnap", "kidnapping",
    "lynch", "poison",
})  # fmt: skip

# Modes of attacks with what only armies have; those who attack so are the state's side.
OF_ARMIES = frozenset({"heavy-weapons", "aerial", "drone"})
OF_ARMY_VERBS = frozenset({
    "bomb", "bombard", "shell", "strafe", "invade", "invasion", "occupy", "overrun", "conquer",
})  # fmt: skip
OF_PEOPLES = frozenset({"demonym", "region", "people"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
# What a people's name before it says whose it is, though not their government's, with the sector of those behind it.
NOT_OF_STATES = {
    "riot": "CVL", "rioting": "CVL", "uprising": "CVL", "revolt": "CVL", "unrest": "CVL", "intifada": "CVL",
    "mob": "CVL", "rocket": "UNK",
}  # fmt: skip


def as_citizens(parse: Parse, candidate: Candidate, roles: Iterable[Role], facing: Iterable[Role]) -> list[Role]:
    """Return the roles of one side, a whole people read as its citizens where the act tells that they are meant.

    They are where they protest, where they are arrested, deported, killed or abducted, and where their own state acts
    on them: "the president urged **Kenyans** to stay calm".

    Args:
        parse: Parse of the article.
        candidate: The act.
        roles: Its actors, or its recipients.
        facing: Those on the other side.
    """
    own = {role.actor.state for role in facing if role.actor and not is_people(parse, role)}
    return [
        citizens(role) if is_people(parse, role) and is_meant(parse, candidate, role, own) else as_owner(parse, role)
        for role in roles
    ]


def as_owner(parse: Parse, role: Role) -> Role:
    """Return a role of a people that has something which is not its state's, as such: "**Albanian** riots"."""
    tokens = parse.tokens_in(role.span)
    if (
        role.actor is None
        or role.actor.sector != "GOV"
        or role.actor.basis.rpartition(": ")[2] not in OF_PEOPLES
        or not tokens
    ):
        return role
    last = tokens[-1]
    noun = parse.heads[last] if parse.deps[last] in MODIFIERS else last
    sector = NOT_OF_STATES.get(parse.lemmas[noun])
    return (
        role if sector is None else replace(role, actor=replace(role.actor, name=role.text, sector=sector, entity=None))
    )


def is_people(parse: Parse, role: Role) -> bool:
    """Tell whether a role is a people by its name in the plural, taken for its state."""
    is_state = role.actor is not None and role.actor.is_state and role.actor.basis == "demonym"
    tokens = parse.tokens_in(role.span)
    if tokens and parse.lemmas[tokens[-1]] in load_sectors().nouns:
        return False  # "Syrian officials"
    is_plural = bool(tokens) and parse.tags[tokens[-1]] in PLURALS
    return is_state and (is_plural or (role.text.endswith("s") and not role.text.endswith("ss")))  # but "the Swiss"


def is_meant(parse: Parse, candidate: Candidate, role: Role, own: set[str | None]) -> bool:
    """Tell whether an act is of the people themselves and not of their state."""
    is_some = candidate.event_type == "ASSAULT" and is_bare(parse, role)
    if role.name == "actor":
        return candidate.event_type == "PROTEST" or (is_some and not is_of_armies(parse, candidate))
    is_of_persons = candidate.event_type == "ASSAULT" and parse.lemmas[candidate.token] in DONE_TO_PERSONS
    is_own = role.actor is not None and role.actor.state in own
    return is_own or is_of_persons or is_some or candidate.event_type == "COERCE"


def is_of_armies(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether an attack is such as only an army makes: from the air, with guns, into a land."""
    mode = candidate.trigger.mode if candidate.trigger else None
    return mode in OF_ARMIES or parse.lemmas[candidate.token] in OF_ARMY_VERBS


def is_bare(parse: Parse, role: Role) -> bool:
    """Tell whether a people is named without "the", or in a list with one that is: "the Turks and **Kurds**"."""
    last = parse.tokens_in(role.span)[-1]
    listed = [last, *parse.governed(last, "conj")]
    listed += [parse.heads[last]] if parse.deps[last] == "conj" else []
    peoples = [t for t in listed if parse.tags[t] in PLURALS]
    return any(not parse.governs(token, "det", "poss") for token in peoples)


def citizens(role: Role) -> Role:
    """Return a role of a people as that of its citizens, as resolution reads "11 Israelis"."""
    name = role.text.removeprefix("the ").removeprefix("The ")
    return replace(role, actor=replace(role.actor, name=name, sector="CVL", entity=None)) if role.actor else role
