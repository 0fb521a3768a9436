"""Finds what somebody says of an act that a noun names: "**apologised** to Chad for the raid", "**condemned** it"."""

from collections.abc import Iterable
from dataclasses import dataclass

from regesta.coding.triggers.arguments import expand, objects, subjects
from regesta.model.parse import RELATIVE_TAGS, UNDERGOING, VERBAL, Parse
from regesta.ontology.answers import AnswerWords, load_answers

NOMINAL_DEPS = frozenset({"compound", "nmod"})
BESIDE_VERB = ("dobj", "acomp", "attr", "nsubjpass", "ccomp", "advmod")
DEEPEST = 4  # nouns between an act and what is said of it


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of an act.

    Attributes:
        speakers: Head words of who says so.
        addressees: Head words of those to whom it is said.
        owns: Whether who says so did it; False when he did not.
        may_suffer: Whether it may have been done to who says so, though nothing else tells.
    """

    speakers: tuple[int, ...]
    addressees: tuple[int, ...]
    owns: bool
    may_suffer: bool = False


def answer_to(parse: Parse, act: int) -> Answer | None:
    """Return what somebody says of an act; None where nobody answers for or judges it.

    The act is a noun, or a verb that a preposition ties to the answer: "apologised for **bombing** a village".
    """
    words, at = load_answers(), act
    if (told := by_relative_clause(parse, act)) is not None:
        return told
    for _ in range(DEEPEST):
        while parse.deps[at] == "conj" or parse.deps[at] in NOMINAL_DEPS:
            at = parse.heads[at]
        above = parse.heads[at]
        if parse.deps[at] in UNDERGOING and parse.pos[above] == "VERB":
            return by_verb(parse, above, act)
        if parse.deps[at] not in {"pobj", "pcomp"} or parse.lemmas[above] not in words.about:
            return None
        bearer = parse.heads[above]
        if parse.pos[bearer] in VERBAL:
            return by_clause(parse, bearer, act)
        if kind_of(parse, bearer):
            return by_noun(parse, bearer, verb_of(parse, bearer))
        if parse.lemmas[bearer] not in words.between:
            return None
        at = bearer
    return None


def by_clause(parse: Parse, verb: int, act: int) -> Answer | None:
    """Return the answer that a verb gives by itself, or by a noun or adjective beside it."""
    beside = [w for w in parse.governed(verb, *BESIDE_VERB) if kind_of(parse, w)]
    return by_noun(parse, beside[0], verb) if beside else by_verb(parse, verb, act)


def by_relative_clause(parse: Parse, act: int) -> Answer | None:
    """Return what a clause behind an act says of it: "the raid, for which Kenya **holds** Uganda responsible"."""
    about = load_answers().about
    struck = nouns_under(parse, (prep for prep in parse.governed(act, "prep") if parse.lemmas[prep] == "of"))
    for noun in (act, *struck):  # parsers hang the clause on either: "the killing of an envoy, for which"
        for clause in parse.governed(noun, "relcl"):
            preps = [prep for prep in parse.governed(clause, "prep") if parse.lemmas[prep] in about]
            under = (*(parse.governed(clause, *UNDERGOING) if noun == act else ()), *nouns_under(parse, preps))
            if any(parse.tags[word] in RELATIVE_TAGS for word in under):
                return by_clause(parse, clause, act)
    return None


def kind_of(parse: Parse, word: int) -> AnswerWords | None:
    """Return the kind of answer that a noun or adjective stands for; None for other words."""
    if parse.pos[word] not in {"NOUN", "ADJ", "ADV", "INTJ"}:
        return None
    return next((kind for kind in load_answers().kinds if parse.lemmas[word] in kind.nouns), None)


def verb_of(parse: Parse, word: int) -> int | None:
    """Return the verb that a noun or adjective of an answer hangs on: "**voiced** regret", "**was** sorry"."""
    above = parse.heads[word]
    return above if parse.deps[word] in BESIDE_VERB and parse.pos[above] in VERBAL else None


def by_verb(parse: Parse, verb: int, act: int) -> Answer | None:
    """Return the answer that a verb gives; None for verbs that give none."""
    words, lemma = load_answers(), parse.lemmas[verb]
    speakers = tuple(subjects(parse, verb))
    if lemma in words.judging.verbs:
        return Answer(speakers, (), owns=False)
    if lemma in words.protesting.verbs | words.charging.verbs:
        return Answer(speakers, (), owns=False, may_suffer=True)
    if lemma in words.consoling.verbs:
        return Answer(speakers, behind(parse, verb, "with"), owns=False)
    told = behind(parse, verb, "to")
    if lemma in words.owning.verbs:
        path = {act, *parse.ancestors(act)}
        return Answer(speakers, told or tuple(o for o in objects(parse, verb) if o not in path), owns=True)
    return Answer(speakers, told, owns=True) if lemma in words.regretting.verbs and told else None


def by_noun(parse: Parse, noun: int, verb: int | None) -> Answer | None:
    """Return the answer that a noun or adjective gives with its verb; None where it does not tell who answers."""
    words, kind = load_answers(), kind_of(parse, noun)
    if kind is None:
        return None
    lemma = None if verb is None else parse.lemmas[verb]
    doers = tuple(subjects(parse, verb)) if verb is not None else ()
    owners = (*expand(parse, parse.governed(noun, "poss")), *behind(parse, noun, "from", "by"))
    if lemma in words.disowning:
        return Answer(doers, (), owns=False)
    if kind is words.owning and lemma in words.awaiting and verb is not None:
        return Answer(owners or behind(parse, verb, "from"), doers, owns=True)
    speakers = doers if lemma in kind.giving else owners
    told = tuple(t for bearer in (noun, verb) if bearer is not None for t in told_by(parse, bearer))
    if not speakers or (kind is words.regretting and not told):
        return None
    if kind in (words.judging, words.charging, words.protesting):
        return Answer(speakers, (), owns=False, may_suffer=kind is not words.judging)
    return Answer(speakers, told, owns=kind is not words.consoling)


def told_by(parse: Parse, word: int) -> tuple[int, ...]:
    """Return to whom a word says or gives something: "paid **Chad** compensation", "an apology to **Chad**"."""
    given = (t for t in parse.governed(word, "dative") if parse.pos[t] in {"NOUN", "PROPN", "PRON"})
    return (*behind(parse, word, "to", "with"), *expand(parse, given))


def behind(parse: Parse, word: int, *prepositions: str) -> tuple[int, ...]:
    """Return the nouns behind some of a word's prepositions."""
    tied = (p for p in parse.governed(word, "prep", "dative", "agent") if parse.lemmas[p] in prepositions)
    return tuple(expand(parse, nouns_under(parse, tied)))


def nouns_under(parse: Parse, prepositions: Iterable[int]) -> Iterable[int]:
    """Yield the nouns that prepositions govern."""
    return (noun for preposition in prepositions for noun in parse.governed(preposition, "pobj"))
