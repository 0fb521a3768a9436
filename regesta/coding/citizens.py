"""Tells a people that an act is done to, or who protest, from their state: "deported **Venezuelans**".

A bare "the Russians" mostly means the Russian side (see `resolve/peoples.py`), but not where only people can be meant.
"""

from collections.abc import Iterable
from dataclasses import replace

from regesta.coding.candidates import Candidate
from regesta.model.event import Role
from regesta.model.parse import Parse

PLURALS = frozenset({"NNS", "NNPS"})
# Verbs and nouns of what is done to persons, one by one; a state is attacked, bombed or invaded.
DONE_TO_PERSONS = frozenset({
    "kill", "killing", "wound", "injure", "hurt", "maim", "murder", "massacre", "slay", "slaughter", "execute",
    "execution", "behead", "shoot", "stab", "beat", "torture", "rape", "abduct", "abduction", "kidnap", "kidnapping",
    "lynch", "poison",
})  # fmt: skip


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
        citizens(role) if is_people(parse, role) and is_meant(parse, candidate, role, own) else role for role in roles
    ]


def is_people(parse: Parse, role: Role) -> bool:
    """Tell whether a role is a people by its name in the plural, taken for its state."""
    is_state = role.actor is not None and role.actor.is_state and role.actor.basis == "demonym"
    tokens = parse.tokens_in(role.span)
    is_plural = bool(tokens) and parse.tags[tokens[-1]] in PLURALS
    return is_state and (is_plural or (role.text.endswith("s") and not role.text.endswith("ss")))  # but "the Swiss"


def is_meant(parse: Parse, candidate: Candidate, role: Role, own: set[str | None]) -> bool:
    """Tell whether an act is of the people themselves and not of their state."""
    if role.name == "actor":
        return candidate.event_type == "PROTEST"
    is_of_persons = candidate.event_type == "ASSAULT" and parse.lemmas[candidate.token] in DONE_TO_PERSONS
    is_own = role.actor is not None and role.actor.state in own
    return is_own or is_of_persons or candidate.event_type == "COERCE"


def citizens(role: Role) -> Role:
    """Return a role of a people as that of its citizens, as resolution reads "11 Israelis"."""
    name = role.text.removeprefix("the ").removeprefix("The ")
    return replace(role, actor=replace(role.actor, name=name, sector="CVL", entity=None)) if role.actor else role
