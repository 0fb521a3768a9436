"""Tells by the grammar of a sentence whether a place in it is where an act happened, or lies elsewhere."""

from collections.abc import Collection
from itertools import takewhile

from regesta.coding.parties.homes import TOLD_AT_HOME
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Mention
from regesta.model.event import Role
from regesta.model.nearby import first_place
from regesta.model.parse import SUBJECTS, UNDERGOING, Parse

# What is spoken of and lies elsewhere: "discussed the situation in X".
MATTERS = frozenset(
    {
        "situation", "conflict", "war", "crisis", "violence", "fighting", "unrest", "question", "problem", "process",
        "development", "event", "bloodshed", "turmoil", "tension", "stability", "peace", "security", "democracy",
        "reconstruction", "election", "issue", "coup", "famine", "genocide", "rights",
    }
)  # fmt: skip
ASIDE = frozenset({"ccomp", "relcl", "acl"})
LOCATING_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "off"}
)
SIDES = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirt", "outskirts"}
)
PLACE_NOUNS = frozenset(
    {"town", "city", "village", "capital", "province", "region", "district", "country", "island", "port"}
)
PARTS_OF_TOWNS = PLACE_NOUNS | {
    "suburb", "outskirt", "outskirts", "neighbourhood", "neighborhood", "quarter", "part", "area", "center",
    "centre",
}  # fmt: skip
# What leads to a place that it does not lie in: "ambushed a convoy on the **road** to X".
WAYS = frozenset({"road", "highway", "motorway", "route", "way", "path", "railway", "line", "flight", "train", "bus"})
MOVING = frozenset({
    "travel", "fly", "go", "head", "return", "leave", "depart", "continue", "proceed", "sail", "drive", "escape",
    "flee",
})  # fmt: skip
BOUND = frozenset({"to", "for", "towards", "toward"})
STAYS = frozenset({"visit", "trip", "tour", "journey", "stop", "stopover"})
POSTS = frozenset({"ambassador", "embassy", "consulate", "consul", "envoy", "mission", "representation"})
DURING = frozenset({"during", "on"})
APART_IN_TIME = frozenset({"after", "before", "since", "until"})
TOWN_WORDS = 2  # from a town to its state: "Gao, Mali"


def is_located(scene: Scene, mention: Mention) -> bool:
    """Tell whether a mention stands where something happens: "in Minsk", "in the town of Vlore", a dateline's town."""
    if mention.head < scene.first_token:
        return mention == first_place(scene.article)  # not its "(Baltic Wire)"
    if mention.kind == "place" and mention.label != "NORP":
        return True
    if is_beside_town(scene.parse, mention.head):
        return True
    return is_governed(scene.parse, mention.head)


def is_elsewhere(parse: Parse, found: Candidate, at: int, clauses: frozenset[str]) -> bool:
    """Tell whether a place of the sentence is not the act's: that of a topic, or of a clause that others act in.

    "Discussed the war in **Syria**", "seized weapons, and officers in **Kazan** found more".
    """
    above = {found.token, *parse.ancestors(found.token)}
    below = list(takewhile(lambda step: step not in above, (at, *parse.ancestors(at))))
    if is_bound_for(parse, found.token, at, above):
        return True
    return any(is_matter(parse, found, step) or is_clause_of_others(parse, step, clauses) for step in below)


def is_clause_of_others(parse: Parse, at: int, clauses: frozenset[str]) -> bool:
    """Tell whether a word is the verb of a clause beside or under another's, with a subject of its own.

    One that happened before or after tells another place whatever the act: "freed them days after the two **met** in".
    """
    is_apart = parse.deps[at] == "advcl" and any(
        parse.lemmas[mark] in APART_IN_TIME for mark in parse.governed(at, "mark")
    )
    return (parse.deps[at] in clauses or is_apart) and parse.governs(at, *SUBJECTS)


def is_bound_for(parse: Parse, trigger: int, at: int, above: Collection[int]) -> bool:
    """Tell whether a place is only where a way or another verb leads: "on the **road** to", "met them and **flew** to".

    Args:
        parse: The article's parse.
        trigger: Token of the act.
        at: The place.
        above: The act and all words above it.
    """
    leading = parse.heads[at]
    if parse.deps[at] != "pobj" or parse.lemmas[leading] not in BOUND:
        return False
    way = parse.heads[leading]
    if parse.pos[way] == "NOUN":
        return parse.lemmas[way] in WAYS and way != trigger
    return parse.lemmas[way] in MOVING and way not in above


def is_post(parse: Parse, role: Role, at: int) -> bool:
    """Tell whether a place is where a party is posted: "the **embassy in** Lima", "the **ambassador to** Peru"."""
    leading = parse.heads[at]
    post = parse.heads[leading]
    is_led = parse.deps[at] == "pobj" and parse.lemmas[leading] in {"in", "to"} and parse.lemmas[post] in POSTS
    return is_led and role.span.overlaps(parse.span(post))


def is_visited(parse: Parse, found: Candidate, at: int) -> bool:
    """Tell whether a place is that of a visit that is the act, or within which it happened: "during a **visit** to"."""
    leading = parse.heads[at]
    if parse.deps[at] != "pobj" or parse.lemmas[leading] != "to":
        return False
    path = [step for step in parse.ancestors(leading) if parse.pos[step] in ("NOUN", "ADP", "PROPN")]
    stay = next((step for step in path if parse.lemmas[step] in STAYS), None)
    if stay is None or stay == found.token:
        return stay is not None and found.event_type == "CONSULT"
    above = parse.heads[stay]
    is_within = parse.deps[stay] == "pobj" and parse.lemmas[above] in DURING
    return is_within and parse.heads[above] in (found.token, *parse.ancestors(found.token))


def is_matter(parse: Parse, found: Candidate, at: int) -> bool:
    """Tell whether a word is what an act of words is about: "discussed the **war** in"."""
    return found.event_type in TOLD_AT_HOME | {"CONSULT"} and parse.pos[at] == "NOUN" and parse.lemmas[at] in MATTERS


def is_town_acted_on(parse: Parse, mention: Mention) -> bool:
    """Tell whether a deed is done to a town, which it happens in: "shelled **Kherson**", "Goma was taken"."""
    at = mention.head
    at = parse.first_of_row(at)
    if parse.deps[at] == "pobj" and parse.lemmas[parse.heads[at]] == "of":  # "shelled districts of **Homs**"
        part = parse.heads[parse.heads[at]]
        at = part if parse.lemmas[part] in PARTS_OF_TOWNS else at
    is_town = mention.place is not None and mention.place.precision == "city"
    return is_town and parse.deps[at] in UNDERGOING


def is_beside_town(parse: Parse, at: int) -> bool:
    """Tell whether a name says where a town lies that an act happens in: "in Gao, **Mali**"."""
    is_name = parse.deps[at] in {"appos", "npadvmod"} and parse.pos[at] == "PROPN"
    town = parse.heads[at]
    return is_name and parse.pos[town] == "PROPN" and at - town <= TOWN_WORDS and is_governed(parse, town)


def is_governed(parse: Parse, at: int) -> bool:
    """Tell whether a word hangs on a preposition of place, by itself or as the name of a town: "in the town of"."""
    above = parse.heads[at]
    if parse.deps[at] == "pobj" and parse.lemmas[above] == "of" and parse.lemmas[parse.heads[above]] in SIDES:
        return True
    if parse.deps[at] == "pobj" and parse.lemmas[above] == "of" and parse.lemmas[parse.heads[above]] in PLACE_NOUNS:
        at = parse.heads[above]
        above = parse.heads[at]
    return parse.deps[at] == "pobj" and parse.lemmas[above] in LOCATING_PREPOSITIONS


def is_told_aside(parse: Parse, at: int) -> bool:
    """Tell whether a word stands in what somebody says, or in a clause about somebody or something."""
    return any(parse.deps[step] in ASIDE for step in (at, *parse.ancestors(at)))
