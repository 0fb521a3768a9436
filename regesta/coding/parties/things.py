"""Tells nouns that may mean somebody and mean a thing or a place: "energy **sources**", "a **Mali** ambush"."""

from regesta.coding.triggers.arguments import MODIFIER_DEPS
from regesta.model.parse import SUBJECTS, Parse

SOURCES = frozenset({"source"})  # people only where they act or speak, or are somebody's: else of energy, of income
PEOPLE_OF = frozenset({
    "official", "diplomatic", "security", "government", "governmental", "military", "police", "army", "intelligence",
    "political", "palestinian", "rebel", "opposition", "medical", "hospital", "palace", "ministry", "judicial",
})  # fmt: skip
# What a state before it names a kind of, and does not own: "Sudan dyes", "Brazil nuts".
KINDS = frozenset({"dye", "dyestuff", "ink", "nut", "hat", "fowl", "pig", "worm", "almond", "syndrome", "clay"})
# Deeds of those who are no state: one before them is where they were done.
SCENES = frozenset({
    "ambush", "bombing", "blast", "explosion", "shooting", "massacre", "violence", "unrest", "riot", "fighting",
    "stabbing", "bloodshed", "siege",
})  # fmt: skip


def is_thing(parse: Parse, noun: int) -> bool:
    """Tell whether a word that may mean somebody is of a thing: "**sources** of oil", "**Sudan** dyes"."""
    above = parse.heads[noun]
    if parse.deps[noun] in MODIFIER_DEPS and parse.pos[noun] == "PROPN" and parse.lemmas[above] in KINDS:
        return above != noun
    if parse.lemmas[noun] not in SOURCES or is_doer(parse, noun):
        return False
    return not any(parse.lemmas[word].lower() in PEOPLE_OF for word in parse.governed(noun, *MODIFIER_DEPS, "poss"))


def is_doer(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is the subject of a clause or stands behind the "by" of a passive."""
    return parse.deps[noun] in SUBJECTS or parse.deps[parse.heads[noun]] == "agent"


def tells_scene(parse: Parse, noun: int) -> bool:
    """Tell whether a state before a deed's noun tells where it was done: "killed in a **Mali** ambush".

    States written in capitals have no adjective: in "a US attack" the state may well be who attacked.
    """
    above = parse.heads[noun]
    is_before = parse.deps[noun] in MODIFIER_DEPS and parse.entities[noun] == "B-GPE" and noun < above
    return is_before and parse.lemmas[above] in SCENES and not parse.words[noun].replace(".", "").isupper()
