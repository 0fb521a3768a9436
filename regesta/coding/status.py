"""Decides whether the act of a trigger happened, is planned, hypothetical or denied."""

from regesta.coding.arguments import carrier_of, is_infinitive
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.ontology.status import StatusLexicon, load_status

COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "without"})


def find_status(parse: Parse, trigger: int) -> Status:
    """Return the status of the act a trigger names, from its auxiliaries, negation, modifiers and governors.

    Precedence is denied, hypothetical, planned, happened: what is conditional is not planned, what is negated not either.
    """
    words = load_status()
    verb = trigger if parse.pos[trigger] in {"VERB", "AUX", "ADJ"} else carrier_of(parse, trigger)
    if is_negated(parse, trigger) or (verb is not None and is_negated(parse, verb)):
        return "denied"
    found = {modified_status(parse, trigger, words)}
    if verb is not None:
        found |= {modal_status(parse, verb, words), governed_status(parse, verb, words)}
        if verb != trigger:
            found.add(lexical_status(parse.lemmas[verb], words))
    else:
        found.add(governed_status(parse, trigger, words))
    return next((status for status in ("denied", "hypothetical", "planned") if status in found), "happened")


def is_negated(parse: Parse, token: int) -> bool:
    """Tell whether a word is negated directly ("did not", "no talks")."""
    return any(
        parse.deps[child] == "neg" or parse.lemmas[child] in NEGATIONS
        for child in parse.governed(token, "neg", "det", "advmod", "preconj", "prep")
        if parse.deps[child] != "prep" or parse.lemmas[child] == "without"
    )


def modal_status(parse: Parse, verb: int, words: StatusLexicon) -> Status | None:
    """Return the status a verb's own auxiliaries and conjunctions give it."""
    chain = [verb, *(a for a in parse.ancestors(verb) if parse.deps[verb] == "conj")][:2]
    for at in chain:
        lemmas = {parse.lemmas[child] for child in parse.governed(at, "aux", "auxpass", "mark")}
        if lemmas & words.conditions:
            return "hypothetical"
        if lemmas & words.hypothetical.modals:
            return "hypothetical"
        if lemmas & words.planned.modals:
            return "planned"
        if any(parse.governed(at, "nsubj", "nsubjpass")):
            break
    progressive_go = parse.lemmas[verb] == "be" and is_infinitive(parse, verb)
    return "planned" if progressive_go else None


def modified_status(parse: Parse, noun: int, words: StatusLexicon) -> Status | None:
    """Return the status an adjective gives a noun: "a planned visit"."""
    lemmas = {
        word
        for child in parse.governed(noun, "amod", "compound")
        for word in (parse.lemmas[child], parse.words[child].lower())
    }
    if lemmas & words.denied.modifiers:
        return "denied"
    if lemmas & words.hypothetical.modifiers:
        return "hypothetical"
    return "planned" if lemmas & words.planned.modifiers else None


def governed_status(parse: Parse, verb: int, words: StatusLexicon) -> Status | None:
    """Return the status given by the word whose complement the act is: "plans to visit", "denied attacking"."""
    at = verb
    while parse.deps[at] == "conj":
        at = parse.heads[at]
    if parse.deps[at] not in COMPLEMENT_DEPS or parse.heads[at] == at:
        return None
    above = parse.heads[at]
    if parse.deps[at] == "pcomp":
        above = parse.heads[above]
    finite = parse.deps[at] == "ccomp" and not is_infinitive(parse, at)
    status = lexical_status(parse.lemmas[above], words)
    if finite and status != "denied":
        return governed_status(parse, above, words) if status is None else finite_status(parse, at, status)
    if parse.deps[at] == "advcl":
        return "planned" if is_infinitive(parse, at) and parse.lemmas[above] not in words.denied.governors else None
    if status is None and (parse.deps[at] == "acl" and is_infinitive(parse, at)):
        return "hypothetical"
    return status or (governed_status(parse, above, words) if parse.deps[at] == "xcomp" else None)


def finite_status(parse: Parse, verb: int, status: Status) -> Status | None:
    """Weigh a governor of a finite clause: "hopes that X visits" is open, "announced that X visited" is not."""
    past = parse.tags[verb] == "VBD" or any(parse.tags[a] == "VBD" for a in parse.governed(verb, "aux", "auxpass"))
    return None if past else (status if status == "hypothetical" else None)


def lexical_status(lemma: str, words: StatusLexicon) -> Status | None:
    """Return the status a governing word itself gives what it governs."""
    if lemma in words.denied.governors:
        return "denied"
    if lemma in words.hypothetical.governors:
        return "hypothetical"
    return "planned" if lemma in words.planned.governors else None
