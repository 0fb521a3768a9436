"""Denials that the words leave no doubt about: "has not threatened", "denied reports that it had attacked"."""

from regesta.coding.arguments import carrier_of
from regesta.coding.candidates import Candidate
from regesta.model.parse import Parse
from regesta.ontology.status import load_status

FACTUAL_AUXILIARIES = frozenset({"have", "do"})  # "did not" is told as a fact, "would not" puts an act off
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
DENYING_WORDS = frozenset({"not", "n't", "never"})
LIMITING_WORDS = frozenset({"only", "just", "merely", "simply", "always"})  # "has not only threatened": it has
CLAIM_STEPS = 4  # from an act up to the claim it is in: "the charge that she said he had offered arms" takes two
NEGATIVE_TYPES = frozenset({"REJECT", "ACCUSE"})  # what somebody does not do may be just that, or blamed for it


def is_negative_act(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether not doing what a verb says is the act: "has **not accepted** the offer", "did **not allow** it".

    No entry is for what is not done; the network alone reads such acts.
    """
    if candidate.entry is not None or not has_not(parse, candidate.token):
        return False
    return candidate.event_type in NEGATIVE_TYPES or parse.lemmas[candidate.token] in load_status().permitting


def is_denied_outright(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether the words deny an act by themselves, whatever the rest of the article says."""
    act = candidate.token
    return is_disbelieved(parse, act) or (has_not(parse, act) and not is_negative_act(parse, candidate))


def has_not(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is negated as a fact: "has **not** threatened", "did **never** visit"."""
    auxiliaries = parse.governed(verb, "aux") if parse.pos[verb] == "VERB" else ()
    if not any(parse.lemmas[a] in FACTUAL_AUXILIARIES and parse.tags[a] in FINITE_TAGS for a in auxiliaries):
        return False
    negations = (word for word in parse.governed(verb, "neg", "advmod") if parse.lemmas[word] in DENYING_WORDS)
    return any(word < verb and not is_limited(parse, word) for word in negations)


def is_limited(parse: Parse, negation: int) -> bool:
    """Tell whether a negation is of the word behind it alone: "not **only** threatened but struck"."""
    return negation + 1 < len(parse) and parse.lemmas[negation + 1] in LIMITING_WORDS


def is_disbelieved(parse: Parse, act: int) -> bool:
    """Tell whether an act is the content of a claim that somebody calls untrue: "denied that it had **attacked**".

    The content is a clause, maybe of what is reported there in turn ("the charge that she said he had **offered** it"),
    or hangs on a preposition ("accusations of **torture**").
    """
    words, at = load_status(), act
    for _ in range(CLAIM_STEPS):
        above = parse.heads[at]
        if parse.deps[at] == "ccomp" and parse.lemmas[above] in words.denied.finite_governors:
            return not any(parse.governed(above, "neg"))
        if above == at or not is_contained(parse, at, act):
            return False
        at = above
        if parse.lemmas[at] in words.claims and parse.pos[at] == "NOUN":
            carrier = carrier_of(parse, at)
            is_untrue = carrier is not None and parse.lemmas[carrier] in words.disbelieving
            return is_untrue and not any(parse.governed(carrier or at, "neg"))
    return False


def is_contained(parse: Parse, at: int, act: int) -> bool:
    """Tell whether a word stands in what the word above it says: as its clause, or after "of".

    Args:
        parse: Parse of the article.
        at: The word, an act's or one above it.
        act: The act; a relative clause that it heads itself is about the claim ("which Spain condemned"), not in it.
    """
    dep, above = parse.deps[at], parse.heads[at]
    if dep in {"acl", "relcl"}:
        return at != act or any(parse.governed(at, "mark"))
    return dep in {"ccomp", "conj", "prep"} or (dep in {"pobj", "pcomp"} and parse.lemmas[above] in {"of", "about"})
