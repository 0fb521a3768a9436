"""Decides whether the act of a trigger happened, is planned, hypothetical or denied."""

from functools import lru_cache

from regesta.coding.status.denial import FINITE_TAGS, STATUSES_KEPT, is_told_by, outright_status
from regesta.coding.status.moved import is_moved
from regesta.coding.status.negation import is_negated, is_negated_itself, is_undone
from regesta.coding.triggers.arguments import carrier_of, counted_by
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.ontology.status import StatusLexicon, StatusWords, load_status

COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})
PERFECT = frozenset({"has", "have"})  # who "has travelled to Minsk to meet him" has met him
PARTICIPLE_TAGS = frozenset({"VBN", "VBG"})
Found = Status | None


@lru_cache(maxsize=STATUSES_KEPT)
def find_status(parse: Parse, trigger: int, *, is_negative: bool = False) -> Status:
    """Return the status of the act a trigger names, from its auxiliaries, negation, modifiers and governors.

    Precedence is denied, hypothetical, planned, happened.

    Args:
        parse: Parse of the article.
        trigger: Head word of the trigger.
        is_negative: Whether not doing what the word says is the act, so that its negation denies nothing.
    """
    words = load_status()
    if outright := outright_status(parse, trigger, is_negative=is_negative):
        return outright
    if parse.pos[trigger] in {"VERB", "AUX", "ADJ"}:
        found = verb_statuses(parse, trigger, words) - ({"denied"} if is_negative else set())
    else:
        found = noun_statuses(parse, trigger, words)
    return next((status for status in ("denied", "hypothetical", "planned") if status in found), "happened")


def verb_statuses(parse: Parse, verb: int, words: StatusLexicon) -> set[Found]:
    """Return the statuses that the words around a verb speak for."""
    denied: Found = "denied" if is_negated(parse, verb) else None
    return {denied, modal_status(parse, verb, words), governed_status(parse, verb, words)}


def noun_statuses(parse: Parse, noun: int, words: StatusLexicon) -> set[Found]:
    """Return the statuses that the words around a noun speak for, those of the verb carrying it included."""
    found: set[Found] = {"planned"} if is_moved(parse, noun) else set()
    for at in {noun, counted_by(parse, noun)}:
        found |= {modified_status(parse, at, words), infinitive_goal(parse, at, words)}
        found.add("denied" if is_negated_itself(parse, at) else None)
    counted, noun = noun, counted_by(parse, noun)
    carrier = carrier_of(parse, noun)
    if carrier is None or parse.lemmas[carrier] in words.presupposing:
        return found
    is_object = parse.deps[noun] in {"dobj", "nsubjpass", "attr", "conj"}
    is_told = is_negated_itself(parse, carrier) or not is_undone(parse, carrier) or is_told_by(parse, noun, carrier)
    found |= verb_statuses(parse, carrier, words) - (set() if is_object and is_told else {"denied"})
    if noun == counted or parse.lemmas[carrier] not in words.performing:
        found.add(lexical_status(parse.lemmas[carrier], words, finite=False))
    return found


def modal_status(parse: Parse, verb: int, words: StatusLexicon) -> Found:
    """Return the status that a verb's own auxiliaries and conjunctions give it, or those it shares by coordination."""
    for at in (verb, parse.heads[verb]) if parse.deps[verb] == "conj" else (verb,):
        lemmas = {parse.lemmas[child] for child in parse.governed(at, "aux", "auxpass", "mark")}
        if lemmas & (words.conditions | words.hypothetical.modals):
            return "planned" if is_reported_future(parse, at, lemmas & words.conditions) else "hypothetical"
        if lemmas & words.planned.modals:
            return "planned"
        if lemmas or parse.tags[at] in FINITE_TAGS:
            return None
    return None


def is_reported_future(parse: Parse, verb: int, conditions: set[str]) -> bool:
    """Tell whether "would" is the future of the past: "said he would visit", without a condition.

    A participle in between does not count, since parsers hang clauses on it: "told a crowd **gathered** that he would".
    """
    would = any(parse.words[aux].lower() == "would" for aux in parse.governed(verb, "aux"))
    report = parse.heads[verb]
    while parse.tags[report] in PARTICIPLE_TAGS and not is_past(parse, report) and parse.heads[report] != report:
        report = parse.heads[report]
        if parse.pos[report] == "NOUN":
            report = parse.heads[report]
    return would and not conditions and parse.deps[verb] == "ccomp" and is_past(parse, report)


def modified_status(parse: Parse, noun: int, words: StatusLexicon) -> Found:
    """Return the status an adjective gives a noun: "a planned visit"."""
    modifiers = list(parse.governed(noun, "amod", "compound"))
    lemmas = {parse.lemmas[m] for m in modifiers} | {parse.words[m].lower() for m in modifiers}
    by_status: tuple[tuple[Status, StatusWords], ...] = (
        ("denied", words.denied), ("hypothetical", words.hypothetical), ("planned", words.planned),
    )  # fmt: skip
    return next((status for status, group in by_status if lemmas & group.modifiers), None)


def infinitive_goal(parse: Parse, noun: int, words: StatusLexicon) -> Found:
    """Return "planned" for what somebody goes for: "arrived for talks"."""
    prep = parse.heads[noun]
    is_goal = parse.deps[noun] == "pobj" and parse.lemmas[prep] == "for"
    return "planned" if is_goal and parse.lemmas[parse.heads[prep]] in words.motion else None


def governed_status(parse: Parse, verb: int, words: StatusLexicon) -> Found:
    """Return the status given by the word whose complement the act is: "plans to visit", "denied attacking"."""
    at = verb
    while parse.deps[at] == "conj":
        if parse.tags[verb] in FINITE_TAGS and parse.tags[parse.heads[at]] == "VB":
            return None  # "vowed to fight and staged attacks": the second verb is no part of the vow
        at = parse.heads[at]
    above = parse.heads[at]
    if parse.deps[at] not in COMPLEMENT_DEPS or above == at:
        return None
    if parse.deps[at] == "pcomp":
        above = parse.heads[above]
    if parse.is_infinitive(at):
        return infinitive_status(parse, at, above, words)
    if parse.deps[at] == "ccomp" and not is_past(parse, at):
        return lexical_status(parse.lemmas[above], words, finite=True)
    if parse.deps[at] in {"xcomp", "pcomp"}:
        return unless_given_up(parse, above, lexical_status(parse.lemmas[above], words, finite=False))
    return None


def infinitive_status(parse: Parse, verb: int, above: int, words: StatusLexicon) -> Found:
    """Return the status of an infinitive: its governor's, or its governor's governor's ("agreed to try to meet")."""
    if parse.deps[verb] == "advcl":
        is_over = any(parse.words[aux].lower() in PERFECT for aux in parse.governed(above, "aux"))
        return "planned" if parse.lemmas[above] in words.motion and not is_over else None
    status = unless_given_up(parse, above, lexical_status(parse.lemmas[above], words, finite=False))
    if status is None and parse.deps[verb] == "acl":
        return "hypothetical"
    return status or governed_status(parse, above, words)


def unless_given_up(parse: Parse, governor: int, status: Found) -> Found:
    """Return the status that a governor gives, "denied" for a plan that is none: "does not intend to"."""
    told_of = parse.heads[governor] if parse.deps[governor] in {"acomp", "attr"} else governor  # "is **not** ready to"
    is_none = is_negated(parse, governor) or is_negated(parse, told_of)
    return "denied" if status == "planned" and is_none else status


def is_past(parse: Parse, verb: int) -> bool:
    """Tell whether a finite verb is in the past or perfect."""
    if parse.tags[verb] == "VBD":
        return True
    auxiliaries = list(parse.governed(verb, "aux", "auxpass"))
    return any(parse.tags[a] == "VBD" or parse.lemmas[a] == "have" for a in auxiliaries)


def lexical_status(lemma: str, words: StatusLexicon, *, finite: bool) -> Found:
    """Return the status a governing word gives what it governs; None when it only reports it."""
    by_status: tuple[tuple[Status, StatusWords], ...] = (
        ("denied", words.denied), ("hypothetical", words.hypothetical), ("planned", words.planned),
    )  # fmt: skip
    for status, group in by_status:
        if lemma in (group.finite_governors if finite else group.governors):
            return status
    return None
