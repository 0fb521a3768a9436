"""Finds triggers: words whose trigger entry fits the way they are used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from regesta.coding.triggers.arguments import (
    agents,
    carrier_of,
    counted,
    fill_slot,
    given_objects,
    objects,
    prepositions,
    subjects,
)
from regesta.model.parse import TIME_LABELS, Parse
from regesta.ontology.triggers import PartOfSpeech, Trigger, TypedTrigger, load_triggers

# relcl and oprd: how parsers label "the vow to avenge him" and the passive of "declared him unwelcome"
CLAUSE_DEPS = ("xcomp", "ccomp", "acl", "advcl", "pcomp", "relcl", "oprd")
MODIFIER_DEPS = ("amod", "compound", "nmod", "poss")
# Verbs that say little more than that somebody does what their object names.
HOLDING = frozenset({
    "hold", "stage", "stag", "conduct", "begin", "launch", "start", "carry", "run", "open", "complete", "perform",
    "wrap", "continue", "end", "finish", "kick", "undertake", "extend", "resume", "plan",
})  # fmt: skip
COMPANY = frozenset({"with", "alongside", "between", "among"})
SEVERAL = frozenset({"they", "we", "both", "two", "three", "four", "several"})
SIDES = frozenset({"country", "nation", "side", "army", "navy", "state", "ally", "neighbour", "neighbor", "government"})
KEPT = 64  # parses, told apart by which object they are: two batches of articles
POS_OF_TAG: dict[str, PartOfSpeech] = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger entry that fits at a token.

    Attributes:
        token: Index of the head word.
        typed: The entry with its event type.
        carried: Index of the object the entry requires; None when it requires none.
    """

    token: int
    typed: TypedTrigger
    carried: int | None


@lru_cache(maxsize=KEPT)
def triggers_in(parse: Parse) -> tuple[Found, ...]:
    """Return the trigger entries that fit in a parse, in text order; events and claims both ask."""
    return tuple(find_triggers(parse))


def find_triggers(parse: Parse) -> Iterator[Found]:
    """Yield the trigger entries that fit, in text order; of one token the most specific entry first."""
    entries = load_triggers()
    for token, (lemma, tag) in enumerate(zip(parse.lemmas, parse.pos, strict=True)):
        pos = POS_OF_TAG.get(tag)
        for typed in entries.get((lemma, pos), ()) if pos else ():
            fit = fits(parse, token, typed.trigger)
            if fit is not False:
                yield Found(token, typed, fit)


def fits(parse: Parse, token: int, trigger: Trigger) -> int | bool | None:
    """Tell whether an entry's conditions hold at a token.

    Returns:
        False when they do not; else the index of the object the entry requires, None when it requires none.
    """
    carried: int | None = None
    if trigger.idiom and parse.is_infinitive(token):
        return False  # "is not ready to give ground": what carries it says whether it is done
    if trigger.pos == "noun" and parse.deps[token] in {"compound", "nmod"}:
        return False  # "peace talks deadlock" is about the deadlock
    if trigger.particle and not has_particle(parse, token, trigger.particle):
        return False
    if trigger.object:
        given = (*parse.governed(token, "dative"), *given_objects(parse, token))
        found = (*objects(parse, token), *(given if "indirect_object" in trigger.recipient else ()))
        carried = next((o for o in found if is_among(parse, counted(parse, o), trigger.object)), None)
        if carried is None:
            return False
    if trigger.not_object and any(parse.lemmas[o] in trigger.not_object for o in objects(parse, token)):
        return False
    if not subjects_fit(parse, token, trigger) or (trigger.one_sided and not is_one_sided(parse, token)):
        return False
    if trigger.prep and not has_prepositional(parse, token, trigger, carried):
        return False
    if trigger.clause and not has_clause(parse, token, trigger):
        return False
    noun = token if carried is None else counted(parse, carried)
    return carried if modifiers_fit(parse, noun, trigger) else False


def is_among(parse: Parse, token: int, words: tuple[str, ...]) -> bool:
    """Tell whether a list of an entry holds a word: its lemma, or in capitals the kind of name it is ("PERSON")."""
    return parse.lemmas[token] in words or parse.entities[token][2:] in words


def subjects_fit(parse: Parse, token: int, trigger: Trigger) -> bool:
    """Tell whether who does it is one of the required lemmas and none of the excluded ones."""
    if not trigger.subject and not trigger.not_subject:
        return True
    carrier = carrier_of(parse, token) if trigger.pos == "noun" else token
    found = [] if carrier is None else subjects(parse, carrier)
    if any(parse.lemmas[s] in trigger.not_subject for s in found):
        return False
    return not trigger.subject or any(is_among(parse, counted(parse, s), trigger.subject) for s in found)


def is_one_sided(parse: Parse, token: int) -> bool:
    """Tell whether one is told to do what a noun names, with nobody: "Chile held a drill", not "two armies held"."""
    carrier = carrier_of(parse, token)
    is_held = carrier is not None and parse.lemmas[carrier] in HOLDING
    doers = subjects(parse, carrier) if carrier is not None and is_held else whose(parse, token)
    if len(doers) != 1:
        return False
    doer = doers[0]
    words = {parse.words[at].lower() for at in (doer, *parse.governed(doer, "nummod", "det"))}
    is_list = any(parse.governs(at, "conj") for at in (doer, *parse.governed(doer, *MODIFIER_DEPS)))
    is_of_several = bool(words & SEVERAL) or (parse.tags[doer] == "NNS" and parse.lemmas[doer] in SIDES)
    around = (token,) if carrier is None or not is_held else (token, carrier)
    is_joined = any(parse.lemmas[prep] in COMPANY for at in around for prep in prepositions(parse, at))
    return not (is_list or is_of_several or is_joined)


def whose(parse: Parse, noun: int) -> list[int]:
    """Return whose act a noun names: "**Chile's** drill", "a drill by **Chile**"."""
    return [*parse.governed(noun, "poss"), *agents(parse, noun)]


def has_particle(parse: Parse, token: int, particle: str) -> bool:
    """Tell whether a phrasal verb's particle is there, beside the verb or after its object, whatever its label."""
    beside = token + 1 < len(parse) and parse.lemmas[token + 1] == particle
    return beside or any(parse.lemmas[child] == particle for child in parse.governed(token, "prt", "advmod", "prep"))


def has_prepositional(parse: Parse, token: int, trigger: Trigger, carried: int | None) -> bool:
    """Tell whether a required preposition follows, with a noun of the required lemma where the entry names some."""
    for preposition in trigger.prep:
        nouns = fill_slot(parse, token, f"prep:{preposition}", carried)
        if nouns and (not trigger.prep_object or any(is_among(parse, n, trigger.prep_object) for n in nouns)):
            return True
        if not nouns and not trigger.prep_object and has_bare_preposition(parse, token, preposition):
            return True
    return False


def has_bare_preposition(parse: Parse, token: int, preposition: str) -> bool:
    """Tell whether the preposition governs a clause instead of a noun: "called for lifting the ban"."""
    return any(
        parse.lemmas[prep] == preposition and parse.governs(prep, "pcomp")
        for prep in parse.governed(token, "prep", "dative")
    )


def has_clause(parse: Parse, token: int, trigger: Trigger) -> bool:
    """Tell whether a clausal complement of the required kind, headed by a required verb, follows.

    Parsers hang it on a term where one is set: "gave the envoy two **days to leave**".
    """
    terms = [at for at in parse.governed(token, "dobj", "npadvmod") if parse.entities[at][2:] in TIME_LABELS]
    clauses = [clause for at in (token, *terms) for clause in parse.governed(at, *CLAUSE_DEPS)]
    for clause in clauses:
        infinitive = parse.is_infinitive(clause)
        finite = parse.deps[clause] in {"ccomp", "acl"} and not infinitive
        if trigger.clause == "to" and not infinitive:
            continue
        if trigger.clause == "that" and not finite:
            continue
        if trigger.clause == "ing" and (infinitive or parse.tags[clause] != "VBG"):
            continue
        if trigger.clause_verbs and parse.lemmas[clause] not in trigger.clause_verbs:
            continue
        if not trigger.clause_object or has_clause_object(parse, clause, trigger):
            return True
    return False


def has_clause_object(parse: Parse, clause: int, trigger: Trigger) -> bool:
    """Tell whether a clause is about a required act: "vowed to end its **attacks**", "to stop **attacking**"."""
    behind = (prep for prep in parse.governed(clause, "prep") if parse.lemmas[prep] == "from")
    under = (word for prep in behind for word in parse.governed(prep, "pobj", "pcomp"))
    acts = (*objects(parse, clause), *parse.governed(clause, "xcomp", "advcl"), *under)
    return any(parse.lemmas[act] in trigger.clause_object for act in acts)


def modifiers_fit(parse: Parse, noun: int, trigger: Trigger) -> bool:
    """Tell whether a noun has a required modifier and none of the excluded ones."""
    if not trigger.modifiers and not trigger.not_modifiers:
        return True
    lemmas = set(lemmas_of(parse, parse.governed(noun, "amod", "compound", "nmod", "poss", "advmod")))
    if lemmas & set(trigger.not_modifiers):
        return False
    return not trigger.modifiers or bool(lemmas & set(trigger.modifiers))


def lemmas_of(parse: Parse, tokens: Iterable[int]) -> Iterator[str]:
    """Yield the lemmas of tokens, and of what modifies them."""
    for token in tokens:
        yield parse.lemmas[token]
        yield parse.words[token].lower()
