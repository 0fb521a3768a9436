"""Tells who is only spoken of in the sentence of an act: "energy **sources**", "over the talks with **Chad**"."""

from collections.abc import Mapping

from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.arguments import MODIFIER_DEPS
from regesta.coding.triggers.candidates import Candidate
from regesta.model.parse import Parse

SURELY_READ = 0.9  # the network's score from which on even who stands within a topic or a cause has the part
READ_LATER = 0.25  # the least score of who is named only in a later sentence; of who was named before, all may do
SOURCES = frozenset({"source"})  # people only where they act or speak, or are somebody's: else of energy, of income
PEOPLE_OF = frozenset({
    "official", "diplomatic", "security", "government", "governmental", "military", "police", "army", "intelligence",
    "political", "palestinian", "rebel", "opposition", "medical", "hospital", "palace", "ministry", "judicial",
})  # fmt: skip
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WHOSE = "WP$"  # the tag of "whose"
# What a state before it names a kind of, and does not own: "Sudan dyes", "Brazil nuts".
KINDS = frozenset({"dye", "dyestuff", "ink", "nut", "hat", "fowl", "pig", "worm", "almond", "syndrome", "clay"})
TOPICS = frozenset({
    "process", "talk", "negotiation", "treaty", "agreement", "accord", "deal", "pact", "conflict", "war", "dispute",
    "peace", "relation", "tie", "relationship", "row", "crisis", "policy",
})  # fmt: skip
TOPIC_PREPOSITIONS = frozenset({"with", "on", "about", "over", "regarding", "concerning"})
UNTOUCHED = frozenset({"THREATEN", "MOBILIZE", "AGREE", "COERCE", "AID"})  # a topic's states have no part in these
CAUSES = frozenset({"because", "due", "owing", "amid", "amidst", "thanks"})


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


def is_owner_by_whose(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether an act is done by what is somebody's, and so not to him: "**Togo**, whose president condemned"."""
    if parse.deps[act] != "relcl" or parse.heads[act] != noun:
        return False
    subjects = parse.governed(act, *SUBJECTS)
    return any(parse.tags[owner] == WHOSE for subject in subjects for owner in parse.governed(subject, "poss"))


def is_topic(parse: Parse, candidate: Candidate, noun: int) -> bool:
    """Tell whether somebody belongs only to what an act is about: "threatened to leave over the pact with **Peru**"."""
    if candidate.event_type not in UNTOUCHED:
        return False
    first = noun
    while parse.deps[first] == "conj":
        first = parse.heads[first]
    prep = parse.heads[first]
    topic = parse.heads[prep]
    is_below = parse.deps[first] == "pobj" and parse.lemmas[prep] in TOPIC_PREPOSITIONS
    return is_below and topic != candidate.token and parse.lemmas[topic] in TOPICS and parse.deps[topic] == "pobj"


def is_outside_cause(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether an act is the cause of another, of which somebody is a party: "**Togo** put it off due to riots"."""
    if parse.pos[act] != "NOUN":
        return False
    for above in parse.ancestors(act):
        if parse.pos[above] in {"VERB", "AUX"}:
            return False
        if parse.lemmas[above] in CAUSES:
            return above not in parse.ancestors(noun)
    return False


def has_no_part(scene: Scene, candidate: Candidate, noun: int, name: str, read: Mapping[str, float]) -> bool:
    """Tell whether somebody whom no slot of an entry holds is only spoken of, by where he stands.

    Args:
        scene: The article with lookups.
        candidate: The act.
        noun: Who it is.
        name: The role in question.
        read: The network's score of him by role.
    """
    score = read.get(name, 0.0)
    after = scene.sentence_of(noun) - scene.sentence_of(candidate.token)
    if after:
        return after > 0 and score < READ_LATER
    if score >= SURELY_READ:
        return False
    is_about = name == "recipient" and is_topic(scene.parse, candidate, noun)
    return is_about or is_outside_cause(scene.parse, candidate.token, noun)
