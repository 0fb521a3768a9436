"""Tells who is only spoken of in the sentence of an act: "over the talks with **Chad**", "**the agency** reported"."""

from collections.abc import Mapping

from regesta.coding.parties.moved_ties import is_other_end
from regesta.coding.roles.roles import Scene
from regesta.coding.triggers.arguments import MODIFIER_DEPS
from regesta.coding.triggers.candidates import Candidate, readings_at
from regesta.model.parse import SUBJECTS, WHOSE, Parse
from regesta.ontology.speech_verbs import load_speech

SURELY_READ = 0.9  # the network's score from which on even who stands within a topic or a cause has the part
READ_LATER = 0.25  # the least score of who is named only in a later sentence; of who was named before, all may do
TOPICS = frozenset({
    "process", "talk", "negotiation", "treaty", "agreement", "accord", "deal", "pact", "conflict", "war", "dispute",
    "peace", "relation", "tie", "relationship", "row", "crisis", "policy",
})  # fmt: skip
TOPIC_PREPOSITIONS = frozenset({"with", "on", "about", "over", "regarding", "concerning"})
UNTOUCHED = frozenset({"THREATEN", "MOBILIZE", "AGREE", "COERCE", "AID"})  # a topic's states have no part in these
SINCE = frozenset({"since", "until"})  # open a clause that dates an act
REPORTERS = frozenset({"MED", "JRN"})
# What is named after those whom it is of: "a summit of **Arab states**".
GATHERINGS = frozenset({"summit", "meeting", "conference", "session", "forum", "gathering", "assembly", "congress"})
RECIPROCAL = frozenset({"other", "another"})  # "each **other**", "one **another**"
# "**At** the **request** of Japan".
ASKING = frozenset({"request", "behest", "insistence", "urging", "instigation", "prompting", "appeal"})
ASKED = frozenset({"at", "on", "upon"})
PROMISES = frozenset({"AGREE", "CONCEDE"})  # what somebody says that he will do
SPOKEN = frozenset({"AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"})  # beside which another act is told
JUDGING = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT"})  # what is said of deeds
ONCE = frozenset({"once", "until", "till", "when"})  # what comes first stands behind these
CAUSES = frozenset({"because", "due", "owing", "amid", "amidst", "thanks"})  # open what an act is due to


def is_outside(parse: Parse, candidate: Candidate, noun: int) -> bool:
    """Tell whether the grammar of a sentence shuts somebody out of an act, whatever else speaks for a part."""
    act = candidate.token
    is_apart = is_owner_by_whose(parse, act, noun) or is_one_of_both(parse, act, noun)
    return is_apart or is_before_it(parse, candidate, noun)


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
    first = parse.first_of_row(noun)
    prep = parse.heads[first]
    topic = parse.heads[prep]
    is_below = parse.deps[first] == "pobj" and parse.lemmas[prep] in TOPIC_PREPOSITIONS
    return is_below and topic != candidate.token and parse.lemmas[topic] in TOPICS and parse.deps[topic] == "pobj"


def is_one_of_both(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether each of several says of the other that he did something: "**A** and **B** blamed each other for it".

    Which of them did it the words leave open.
    """
    first = parse.first_of_row(noun)
    return any(
        first in parse.governed(above, *SUBJECTS)
        and any(parse.lemmas[other] in RECIPROCAL for other in parse.governed(above, "dobj"))
        for above in parse.ancestors(act)
    )


def is_at_request(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether others act because somebody asks them to: "will meet at the request of **Japan**"."""
    noun = parse.first_of_row(noun)
    asking = parse.heads[parse.heads[noun]]
    is_behind = parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "of"
    is_asked = is_behind and parse.lemmas[asking] in ASKING and parse.lemmas[parse.heads[asking]] in ASKED
    return is_asked and parse.deps[asking] == "pobj" and asking != act


def is_before_it(parse: Parse, candidate: Candidate, noun: int) -> bool:
    """Tell whether somebody only has to act before what is promised: "agreed to go once a **council** is formed"."""
    if candidate.event_type not in PROMISES:
        return False
    for at in (noun, *parse.ancestors(noun)):
        if at == candidate.token:
            return False
        if parse.deps[at] == "advcl" and any(
            parse.lemmas[mark] in ONCE for mark in parse.governed(at, "mark", "advmod")
        ):
            return candidate.token in parse.ancestors(at)
    return False


def only_speaks(scene: Scene, act: int, noun: int) -> bool:
    """Tell whether somebody does an act of words, in a clause beside or above that of a deed with its own subject.

    "Six were killed when the jail was hit, and **Kyiv** blamed"; "**Chad** called its envoy after gunfire hurt two".
    """
    parse = scene.parse
    if parse.pos[act] != "VERB" or not parse.governs(act, *SUBJECTS):
        return False
    first = parse.first_of_row(noun)
    verb = parse.heads[first]
    if parse.deps[first] not in SUBJECTS or verb == act or verb not in scene.triggers:
        return False
    is_above = parse.deps[act] == "advcl" and parse.heads[act] == verb
    is_beside = parse.deps[verb] == "conj" and verb > act and parse.heads[verb] in (act, *parse.ancestors(act))
    read = max(readings_at(scene.candidates, verb), key=lambda c: c.probability)
    return (is_above or is_beside) and read.event_type in JUDGING


def is_done_otherwise(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether something else is done to somebody, behind an act on others: "promised aid and asked **Mali**"."""
    first = parse.first_of_row(noun)
    verb = parse.heads[first]
    is_behind = parse.deps[first] == "dobj" and parse.deps[verb] == "conj" and parse.heads[verb] == act
    return is_behind and verb > act and parse.governs(act, "dobj", "xcomp", "ccomp")


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


def is_outside_period(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether somebody belongs to what an act is dated by: "were killed since **the rebels** rose"."""
    path = [noun, *parse.ancestors(noun)]
    if act not in path or parse.deps[noun] not in SUBJECTS:
        return False
    clauses = (token for token in path[: path.index(act)] if parse.deps[token] == "advcl")
    return any(parse.lemmas[mark] in SINCE for clause in clauses for mark in parse.governed(clause, "mark"))


def is_reporter(scene: Scene, act: int, noun: int) -> bool:
    """Tell whether somebody is a paper or agency that reports an act: "seized the town, **the agency** reported"."""
    parse, verb = scene.parse, scene.parse.heads[noun]
    mention = scene.by_head.get(noun)
    reports = mention is not None and mention.actor is not None and mention.actor.sector in REPORTERS
    is_said = parse.deps[noun] == "nsubj" and parse.lemmas[verb] in load_speech().verbs and verb != act
    return reports and is_said


def is_of_gathering(parse: Parse, act: int, noun: int) -> bool:
    """Tell whether somebody only names a gathering at which others met: "met at a summit of **Arab states**"."""
    first = noun
    while parse.deps[first] in {"conj", *MODIFIER_DEPS}:
        first = parse.heads[first]
    of = parse.heads[first]
    gathering = parse.heads[of]
    at = parse.heads[gathering]
    is_named = parse.deps[first] == "pobj" and parse.lemmas[of] == "of" and parse.lemmas[gathering] in GATHERINGS
    return is_named and parse.pos[act] == "VERB" and parse.lemmas[at] in {"at", "during"} and act in parse.ancestors(at)


def has_no_part(scene: Scene, candidate: Candidate, noun: int, name: str, read: Mapping[str, float]) -> bool:
    """Tell whether somebody whom no slot of an entry holds is only spoken of, by where he stands.

    The order counts: the first rules are surer than the network, the last ones yield to it where it is sure.

    Args:
        scene: The article with lookups.
        candidate: The act.
        noun: Who it is.
        name: The role in question.
        read: The network's score of him by role.
    """
    parse, act, score = scene.parse, candidate.token, read.get(name, 0.0)
    if candidate.event_type == "CONSULT" and is_of_gathering(parse, act, noun):
        return True
    if is_other_end(scene, candidate, noun):
        return True
    after = scene.sentence_of(noun) - scene.sentence_of(act)
    if after:
        return after > 0 and score < READ_LATER
    if is_outside_period(parse, act, noun) or is_at_request(parse, act, noun):
        return True
    if name == "actor" and candidate.event_type not in JUDGING and only_speaks(scene, act, noun):
        return True
    if score >= SURELY_READ:
        return False
    return is_outside_cause(parse, act, noun) or (name == "recipient" and is_no_recipient(scene, candidate, noun))


def is_no_recipient(scene: Scene, candidate: Candidate, noun: int) -> bool:
    """Tell whether somebody reports an act, is what it is about, or has something else done to him."""
    if is_reporter(scene, candidate.token, noun) or is_topic(scene.parse, candidate, noun):
        return True
    if candidate.event_type in SPOKEN | JUDGING and is_beside_actor(scene, candidate.token, noun):
        return True
    return candidate.event_type in SPOKEN and is_done_otherwise(scene.parse, candidate.token, noun)


def is_beside_actor(scene: Scene, act: int, noun: int) -> bool:
    """Tell whether somebody is told of in a clause about who speaks: "Chile, who met **Peru's** envoy, voiced dismay".

    Where what is said names somebody by a pronoun, that may be whom the clause names.
    """
    parse = scene.parse
    verb = next((token for token in (act, *parse.ancestors(act)) if parse.pos[token] == "VERB"), act)
    above = {*parse.ancestors(noun)}
    clauses = [
        clause
        for subject in parse.governed(verb, *SUBJECTS)
        for clause in parse.governed(subject, "relcl")
        if clause in above
    ]
    told = (token for clause in clauses for token in parse.subtree(clause))
    has_pronoun = any(parse.pos[token] == "PRON" for token in parse.subtree(verb) if token > verb)
    return bool(clauses) and not has_pronoun and any(token in scene.triggers for token in told)
