"""Denials that the words leave no doubt about: "has not threatened", "denied reports that it had attacked"."""

from collections.abc import Iterator
from functools import lru_cache

from regesta.coding.status.conditions import is_inverted_condition
from regesta.coding.status.negation import (
    is_limited,
    is_negated,
    is_negated_itself,
    is_never,
    is_undone,
    is_without,
    none_taking_part,
)
from regesta.coding.status.open_questions import is_left_open
from regesta.coding.status.unfinished import abstained_status, has_definite, is_thought_over
from regesta.coding.status.untrue import is_called_untrue, is_that_clause, is_untrue_claim
from regesta.coding.triggers.arguments import carrier_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.ontology.status import load_status

FACTUAL_AUXILIARIES = frozenset({"have", "do"})  # "did not" is told as a fact, "would not" puts an act off
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
DENYING_WORDS = frozenset({"not", "n't", "never"})
CLAIM_STEPS = 4  # from an act up to the claim it is in: "the charge that she said he had offered arms" takes two
STATUSES_KEPT = 256  # several rules ask for that of one word; no article has more that tell an act
NEGATIVE_TYPES = frozenset({"REJECT", "ACCUSE"})  # what somebody does not do may be just that, or blamed for it


def is_negative_act(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether not doing what a verb says is the act: "has **not accepted** the offer", "did **not allow** it".

    No entry is for what is not done; the network alone reads such acts.
    """
    if candidate.entry is not None or not (has_not(parse, candidate.token) or is_done_to_none(parse, candidate.token)):
        return False
    return candidate.event_type in NEGATIVE_TYPES or parse.lemmas[candidate.token] in load_status().permitting


def is_done_to_none(parse: Parse, verb: int) -> bool:
    """Tell whether it is the object of a verb that is none: "accepted **no** offer"."""
    none = none_taking_part(parse, verb)
    return none is not None and parse.deps[none] == "dobj"


@lru_cache(maxsize=STATUSES_KEPT)
def outright_status(parse: Parse, act: int, *, is_negative: bool = False) -> Status | None:
    """Return the status that the words alone give an act, whatever the rest of the article says; None without any.

    Args:
        parse: Parse of the article.
        act: Head word of the trigger.
        is_negative: Whether not doing what the word says is the act.
    """
    for told in told_of(parse, act):
        if is_disbelieved(parse, told) or (not is_negative and is_plainly_negated(parse, told)):
            return "denied"
        if left := abstained_status(parse, told):
            return left
    if is_inverted_condition(parse, act) or is_thought_over(parse, act) or is_left_open(parse, act):
        return "hypothetical"
    return None


def told_of(parse: Parse, act: int) -> Iterator[int]:
    """Yield the words that tell of an act: itself, and for a noun the verb that carries it, where that does it."""
    yield act
    carrier = carrier_of(parse, act) if parse.pos[act] == "NOUN" else None
    if carrier is not None and parse.deps[act] in {"dobj", "nsubjpass", "conj"} and is_told_by(parse, act, carrier):
        yield carrier


def is_told_by(parse: Parse, noun: int, carrier: int) -> bool:
    """Tell whether an act is done with the verb that carries it: "imposed sanctions", not "attended the talks"."""
    words = load_status()
    return parse.lemmas[carrier] not in words.presupposing | words.performing and not has_definite(parse, noun)


def is_plainly_negated(parse: Parse, word: int) -> bool:
    """Tell whether a word is negated as a fact: "has not threatened", "no country has", "without meeting"."""
    if parse.pos[word] != "VERB":
        return is_negated_itself(parse, word) or is_never(parse, word)
    if any(parse.tags[aux] == "MD" for aux in parse.governed(word, "aux")):
        return False
    return has_not(parse, word) or is_undone(parse, word) or is_without(parse, word)


def has_not(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is negated as a fact: "has **not** threatened", "did **never** visit"."""
    auxiliaries = parse.governed(verb, "aux") if parse.pos[verb] == "VERB" else ()
    if not any(parse.lemmas[a] in FACTUAL_AUXILIARIES and parse.tags[a] in FINITE_TAGS for a in auxiliaries):
        return False
    negations = (word for word in parse.governed(verb, "neg", "advmod") if parse.lemmas[word] in DENYING_WORDS)
    return any(word < verb and not is_limited(parse, word) for word in negations)


def is_disbelieved(parse: Parse, act: int) -> bool:
    """Tell whether an act is the content of a claim that somebody calls untrue: "denied that it had **attacked**".

    The content is a clause, maybe of what is reported there in turn ("the charge that she said he had **offered** it"),
    or hangs on a preposition ("accusations of **torture**").
    """
    words, at = load_status(), act
    for _ in range(CLAIM_STEPS):
        above = parse.heads[at]
        if is_of_speaker(parse, at):
            return False
        if parse.deps[at] == "ccomp" and parse.lemmas[above] in words.denied.finite_governors:
            return not is_negated(parse, above)
        if is_called_untrue(parse, at):
            return True
        if above == at or not is_contained(parse, at, act):
            return False
        at = above
        if parse.lemmas[at] in words.claims and parse.pos[at] == "NOUN":
            carrier = carrier_of(parse, at)
            if carrier is not None and parse.lemmas[carrier] in words.disbelieving:
                return not is_negated(parse, carrier)
            return is_untrue_claim(parse, at)
    return False


def is_of_speaker(parse: Parse, verb: int) -> bool:
    """Tell whether a past verb is joined to a participle, hence the speaker's: "denied he was lying and **left**"."""
    if parse.deps[verb] != "conj" or parse.tags[verb] != "VBD" or parse.governs(verb, "nsubj", "aux"):
        return False
    return parse.tags[parse.heads[verb]] == "VBG" and parse.governs(parse.heads[verb], "aux")


def is_contained(parse: Parse, at: int, act: int) -> bool:
    """Tell whether a word stands in what the word above it says: as its clause, or after "of".

    Args:
        parse: Parse of the article.
        at: The word, an act's or one above it.
        act: The act; a relative clause that it heads itself is about the claim ("which Spain condemned"), not in it.
    """
    dep, above = parse.deps[at], parse.heads[at]
    if dep in {"acl", "relcl"}:
        return at != act or is_that_clause(parse, at)
    return dep in {"ccomp", "conj", "prep"} or (dep in {"pobj", "pcomp"} and parse.lemmas[above] in {"of", "about"})
