"""Finds the words that count or date acts: "seven times", "third round", "not since", "last visited"."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.coding.claims.numbers import TIME, counts_in
from regesta.coding.roles.roles import Scene
from regesta.model.claim import Bound, ClaimKind
from regesta.model.nearby import placed_times
from regesta.model.parse import SUBJECTS
from regesta.ontology.counting import load_counting

PERFECT = frozenset({"have"})
DETERMINERS = frozenset({"no"})
CLAUSES = ("relcl", "acl", "ccomp", "advcl")
BEARING_PREPOSITIONS = frozenset({"in", "for", "to", "under"})
NUMBERING_VERBS = frozenset({"be", "mark", "become", "make"})  # "it is", "the visit marks the first ..."


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that count or date an act.

    Attributes:
        kind: What they do.
        value: The number; 0 for "last".
        bound: How the number is meant.
        tokens: The words.
        acts: Where the act is named, the likeliest first.
        needs_period: Whether it claims something only together with a period ("three visits").
        is_since: Whether the period or date must be one since when there was none ("the first visit **since 2017**").
    """

    kind: ClaimKind
    value: int
    bound: Bound
    tokens: tuple[int, ...]
    acts: tuple[int, ...]
    needs_period: bool = False
    is_since: bool = False


def find_cues(scene: Scene) -> Iterator[Cue]:
    """Yield the counting and dating words of an article, kind by kind in text order."""
    yield from times_counted(scene)
    yield from nouns_counted(scene)
    for token in range(len(scene.parse)):
        yield from ordinal_at(scene, token)
        yield from negation_at(scene, token)
        yield from last_at(scene, token)


def times_counted(scene: Scene) -> Iterator[Cue]:
    """Yield what is done "seven times" or "twice"."""
    parse, words = scene.parse, load_counting()
    for number in counts_in(scene):
        last = number.tokens[-1]
        verb = parse.heads[last]
        if parse.pos[verb] in {"ADP", "SCONJ"}:
            verb = parse.heads[verb]  # "once since 2021": the parser hangs the number on the preposition
        if number.noun != TIME or parse.pos[verb] not in {"VERB", "AUX"}:
            continue
        following = parse.words[last + 1].lower() if last + 1 < len(parse) else ""
        if following in words.comparing or parse.tags[last + 1 : last + 2] in (("JJR",), ("RBR",)):
            continue
        yield Cue("count", number.value, number.bound, number.tokens, acts_of_verb(scene, verb))


def nouns_counted(scene: Scene) -> Iterator[Cue]:
    """Yield the acts that a number counts: "five meetings", "sixteen rounds of talks"."""
    parse = scene.parse
    for number in counts_in(scene):
        noun = number.tokens[-1]
        if number.noun == TIME or parse.tags[noun] != "NNS":
            continue
        verb = next((above for above in parse.ancestors(noun) if parse.pos[above] in {"VERB", "AUX"}), None)
        if verb is not None and any(parse.lemmas[at] in load_counting().rates for at in parse.children[verb]):
            continue
        perfect = verb is not None and is_perfect(scene, verb)
        yield Cue("count", number.value, number.bound, number.tokens, acts_of_noun(scene, noun), not perfect)


def ordinal_at(scene: Scene, token: int) -> Iterator[Cue]:
    """Yield what an ordinal numbers: "their fourth meeting", "for the third time", "the first visit since 2017"."""
    parse, words = scene.parse, load_counting()
    value = words.ordinal(parse.words[token])
    noun = numbered_noun(scene, token) if value else None
    if not value or noun is None or is_part_of_time(scene, token):
        return
    around = {parse.words[at].lower() for at in parse.children[noun]} | {parse.words[max(0, token - 1)].lower()}
    if around & words.distributing or "not" in {parse.words[at].lower() for at in range(max(0, token - 2), token)}:
        return
    acts = acts_of_time(scene, noun) if parse.lemmas[noun] == TIME else acts_of_noun(scene, noun)
    tokens = tuple(sorted({token, noun}))
    if value > 1:
        yield Cue("ordinal", value, "at least", tokens, acts)
        return
    yield Cue("last", 0, "exactly", tokens, acts, needs_period=True, is_since=True)
    if is_emphatic(scene, token, noun):
        yield Cue("ordinal", 1, "at least", tokens, acts)


def numbered_noun(scene: Scene, token: int) -> int | None:
    """Return the noun that an ordinal numbers; None when it is part of a name or numbers nothing."""
    parse = scene.parse
    noun = parse.heads[token]
    if parse.deps[token] != "amod" or parse.governs(token, "conj"):
        return None
    if parse.deps[noun] in {"compound", "nmod"}:
        noun = parse.heads[noun]  # "sixth sanctions package": the parser gives the ordinal to the sanctions
        if parse.lemmas[noun] not in load_counting().containers:
            return None  # "third-country commitments"
    named = parse.pos[noun] == "PROPN" or parse.tags[token].startswith("NNP")
    return None if named or noun < token or parse.pos[noun] != "NOUN" else noun


def is_emphatic(scene: Scene, token: int, noun: int) -> bool:
    """Tell whether "first" claims that there was none before: "his first trip", "the first ever", "it is the first"."""
    parse = scene.parse
    if parse.lemmas[noun] == TIME or parse.governs(noun, "poss"):
        return True
    if "ever" in {parse.words[at].lower() for at in range(token + 1, min(token + 3, len(parse)))}:
        return True
    verb = parse.heads[noun]
    is_said_of = parse.governs(verb, "nsubj") and parse.lemmas[verb] in NUMBERING_VERBS  # not "there was a first"
    return parse.deps[noun] in {"attr", "dobj"} and is_said_of


def negation_at(scene: Scene, token: int) -> Iterator[Cue]:
    """Yield what has not been done: "had not visited since 2019", "has never met", "no talks since May"."""
    parse, head = scene.parse, scene.parse.heads[token]
    word = parse.words[token].lower()
    if parse.deps[token] == "neg" and parse.pos[head] in {"VERB", "AUX"}:
        if not is_perfect(scene, head):
            return
        acts = acts_of_verb(scene, head)
        yield Cue("last", 0, "exactly", (token, head), acts, needs_period=True, is_since=True)
        if word == "never":
            yield Cue("count", 0, "exactly", (token, head), acts)
    elif word in DETERMINERS and parse.deps[token] == "det" and parse.pos[head] == "NOUN":
        acts = acts_denied(scene, head)
        yield Cue("last", 0, "exactly", (token, head), acts, needs_period=True, is_since=True)


def acts_denied(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the act of "no talks since", or of the verb whose subject nobody is: "no president has visited since"."""
    parse, verb = scene.parse, scene.parse.heads[noun]
    is_subject = parse.deps[noun] in SUBJECTS and parse.pos[verb] == "VERB" and is_perfect(scene, verb)
    return (*acts_of_noun(scene, noun), *(acts_of_verb(scene, verb) if is_subject else ()))


def last_at(scene: Scene, token: int) -> Iterator[Cue]:
    """Yield what was done last at a time: "last visited Minsk in June", "their last meeting was in 2019"."""
    parse, head = scene.parse, scene.parse.heads[token]
    if parse.words[token].lower() != "last" or is_part_of_time(scene, token):
        return
    if parse.deps[token] == "advmod" and parse.pos[head] == "VERB" and abs(head - token) == 1:
        yield Cue("last", 0, "exactly", (token, head), acts_of_verb(scene, head), needs_period=True)
    elif (
        parse.deps[token] == "amod"
        and parse.deps[head] == "nsubj"
        and parse.lemmas[parse.heads[head]] in {"be", "take"}
    ):
        yield Cue("last", 0, "exactly", (token, head), acts_of_noun(scene, head), needs_period=True)


def acts_of_verb(scene: Scene, verb: int) -> tuple[int, ...]:
    """Return the words that may name the act of a verb: itself, and the noun it bears ("held talks")."""
    parse = scene.parse
    if parse.lemmas[verb] not in load_counting().bearing:
        return (verb,)
    borne = list(parse.governed(verb, "dobj", "nsubjpass", "attr"))
    preps = (prep for prep in parse.governed(verb, "prep") if parse.lemmas[prep] in BEARING_PREPOSITIONS)
    borne += [noun for prep in preps for noun in parse.governed(prep, "pobj")]
    return (verb, *(act for noun in borne for act in acts_of_noun(scene, noun)))


def acts_of_noun(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the words that may name the act of a noun: for a container ("round") what it counts, then itself."""
    parse = scene.parse
    if parse.lemmas[noun] not in load_counting().containers:
        return (noun,)
    of = (prep for prep in parse.governed(noun, "prep") if parse.lemmas[prep] == "of")
    inner = [pobj for prep in of for pobj in parse.governed(prep, "pobj")]
    return (*inner, *parse.governed(noun, "compound", "nmod"), noun)


def acts_of_time(scene: Scene, noun: int) -> tuple[int, ...]:
    """Return the act of "for the third time" or of "the third time that they met"."""
    parse = scene.parse
    inner = [verb for verb in parse.governed(noun, *CLAUSES) if parse.pos[verb] in {"VERB", "AUX"}]
    if inner:
        return acts_of_verb(scene, inner[0])
    prep = parse.heads[noun]
    if parse.deps[noun] == "pobj" and parse.lemmas[prep] == "for" and parse.pos[parse.heads[prep]] in {"VERB", "AUX"}:
        return acts_of_verb(scene, parse.heads[prep])
    return ()


def is_perfect(scene: Scene, verb: int) -> bool:
    """Tell whether a verb is in a perfect tense."""
    return any(scene.parse.lemmas[aux] in PERFECT for aux in scene.parse.governed(verb, "aux"))


def is_part_of_time(scene: Scene, token: int) -> bool:
    """Tell whether a word belongs to a time expression: "the **third** quarter", "**last** week"."""
    span = scene.parse.span(token)
    return any(time.span.overlaps(span) for time in placed_times(scene.article).touching(span))
