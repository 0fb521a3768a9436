"""Acts that the verb above them leaves undone, ends, or only thinks over: "refrained from", "stopped", "weighed"."""

from regesta.coding.status.negation import is_negated
from regesta.coding.status.no_acts import DEFINITE
from regesta.coding.triggers.arguments import counted_by
from regesta.coding.triggers.candidates import Candidate
from regesta.model.event import Status
from regesta.model.parse import UNDERGOING, Parse
from regesta.ontology.status import load_status

PATH_POS = frozenset({"ADP", "ADV", "ADJ", "PART", "SCONJ"})
CLAUSE_DEPS = frozenset({"xcomp", "ccomp", "advcl"})
INFINITIVE_VERBS = frozenset({"cease", "neglect", "omit", "forbear"})  # "stopped to eat" has not stopped eating
UNWILLING = frozenset({"refuse", "decline", "fail"})  # who "refused to stop bombing" goes on
PROGRESSIVE = "VBG"
PAST = "VBD"
IMPOSED_TYPES = frozenset({"SANCTION", "COERCE"})
STANDING = frozenset({"sanction", "sanctions", "embargo"})  # a lifted ban or halt may be told for the first time
LASTING_TYPES = frozenset({"ASSAULT", "SANCTION", "COERCE", "AID"})  # what "ends its visit" is not undone


def governing_verb(parse: Parse, act: int) -> tuple[int, str] | None:
    """Return the verb an act is complement of, with the words up to the act: "stopped short of **condemning**".

    Returns:
        The verb and its lemma followed by those words ("stop short of"); None where the act hangs on no verb so.
    """
    at = counted_by(parse, act) if parse.pos[act] == "NOUN" else act
    while parse.deps[at] == "conj" and parse.tags[parse.heads[at]] == parse.tags[at]:
        at = parse.heads[at]
    path: list[str] = []
    verb, dep = parse.heads[at], parse.deps[at]
    if dep in {"pcomp", "pobj"}:
        while parse.pos[verb] in PATH_POS and parse.heads[verb] != verb:
            path.insert(0, parse.lemmas[verb])
            verb = parse.heads[verb]
    elif dep in CLAUSE_DEPS:
        if not is_complement(parse, at, verb):
            return None
    elif dep not in UNDERGOING:
        return None
    if parse.pos[verb] != "VERB" or verb == at:
        return None
    particles = (parse.lemmas[word] for word in parse.governed(verb, "prt"))
    return verb, " ".join((parse.lemmas[verb], *particles, *path))


def is_complement(parse: Parse, act: int, verb: int) -> bool:
    """Tell whether a clause is what a verb is about: "stopped **bombing**", not "stopped it, **bombing** it"."""
    if parse.governs(act, "nsubj", "mark") or parse.governs(verb, "dobj") or "," in parse.words[verb:act]:
        return False
    if parse.is_infinitive(act):
        return parse.lemmas[verb] in INFINITIVE_VERBS
    return parse.tags[act] == "VBG" and act > verb


def abstained_status(parse: Parse, act: int) -> Status | None:
    """Return the status of an act that its verb leaves undone: "**refrained from** attacking", "did not rule out"."""
    words, found = load_status(), governing_verb(parse, act)
    if found is None or found[1] not in words.abstaining:
        return None
    verb, phrase = found
    if is_negated(parse, verb) or (parse.lemmas[parse.heads[verb]] in UNWILLING and parse.is_infinitive(verb)):
        return "hypothetical" if phrase in words.excluding else None
    modals = {parse.lemmas[aux] for aux in parse.governed(verb, "aux", "mark")}
    return "hypothetical" if modals & (words.hypothetical.modals | words.conditions) else "denied"


def is_thought_over(parse: Parse, act: int) -> bool:
    """Tell whether an act is only thought or talked over: "**weighs** an embargo", "is **discussing** new sanctions".

    "Discussed the attack" and "discussed attacks" are of what was done.
    """
    words, found = load_status(), governing_verb(parse, act)
    if found is None:
        return False
    verb, phrase = found
    noun = counted_by(parse, act)
    if parse.pos[act] == "NOUN" and has_definite(parse, noun) and not is_named_by_kind(parse, noun):
        return False
    if phrase in words.contemplating:
        return True
    modifiers = {parse.lemmas[word] for word in parse.governed(noun, "amod")}
    is_open = parse.tags[verb] == PROGRESSIVE or parse.pos[act] == "VERB" or bool(modifiers & words.prospective)
    return phrase in words.deliberating and is_open


def has_definite(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is of an act known already: "**the** attack", "**its** attacks"."""
    return any(parse.lemmas[w] in DEFINITE or parse.deps[w] == "poss" for w in parse.governed(noun, "det", "poss"))


def is_named_by_kind(parse: Parse, noun: int) -> bool:
    """Tell whether "the" only goes with what the act is done to: "debates **the** expulsion of the envoy"."""
    is_deed = parse.lemmas[noun].endswith(("sion", "tion", "ment", "ing", "al"))
    return is_deed and any(parse.lemmas[prep] == "of" for prep in parse.governed(noun, "prep"))


def lifting_of(parse: Parse, candidate: Candidate) -> int | None:
    """Return the word by which a measure that a noun names is taken back: "**lifted** its sanctions"; None without."""
    words, act = load_status(), candidate.token
    if candidate.event_type != "SANCTION" or parse.lemmas[act] not in STANDING:
        return None
    noun = counted_by(parse, act)
    above = parse.heads[parse.heads[noun]]
    if parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "of" and parse.lemmas[above] in words.lifting:
        return above
    found = governing_verb(parse, act)
    is_done = found is not None and parse.deps[found[0]] != "pcomp"  # "the issue of lifting sanctions" is open
    return found[0] if found and is_done and found[1] in words.lifting else None


def ending_of(parse: Parse, candidate: Candidate) -> int | None:
    """Return the verb by which somebody ends an act of his own, or is asked to; None when none does.

    "**Stopped** bombing", "halted its strikes", "promised to end attacks"; who is "to end the fighting" need not fight.
    """
    act, found = candidate.token, governing_verb(parse, candidate.token)
    if found is None or found[1] not in load_status().stopping:
        return None
    verb, _ = found
    is_unwilling = parse.is_infinitive(verb) and parse.lemmas[parse.heads[verb]] in UNWILLING
    if is_negated(parse, verb) or is_unwilling:
        return None
    if parse.pos[act] == "VERB":
        return verb
    noun = counted_by(parse, act)
    is_bare = parse.tags[verb] == "VB" and not parse.governs(noun, "det", "poss")
    is_own = is_bare or any(parse.tags[owner] == "PRP$" for owner in parse.governed(noun, "poss"))
    return verb if candidate.event_type in LASTING_TYPES and is_own else None


def is_eased(parse: Parse, candidate: Candidate) -> bool:
    """Tell whether a noun is what somebody has taken back: "**lifted** its ban", not "was asked to lift it".

    It was imposed on an earlier day, of which the text need not tell.
    """
    if candidate.event_type not in IMPOSED_TYPES or parse.pos[candidate.token] != "NOUN":
        return False
    found = governing_verb(parse, candidate.token)
    return found is not None and parse.tags[found[0]] == PAST and found[1] in load_status().lifting
