"""Acts told further on in the words of the news that are none of its day: states, habits, what others are about."""

import re
from collections.abc import Iterator

from regesta.coding.dates.reach import times_in
from regesta.coding.roles.roles import Scene
from regesta.coding.tellings.merge import SPOKEN_ACTS
from regesta.coding.triggers.arguments import carrier_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import Sentence, TimeExpression
from regesta.model.parse import SUBJECTS, Parse
from regesta.ontology.speech_verbs import load_speech
from regesta.ontology.status import load_status

LEAD_SENTENCES = 2
PRESENT_PERFECT = frozenset({"has", "have", "'ve", "’ve"})
PRESENT = frozenset({"is", "are", "'s", "'re", "’s", "’re"})
# Parsers often take the second verb of a row for a participle, and that of "has imposed and halted" for a past form.
PAST_TAGS = frozenset({"VBN", "VBD"})
FRESH = frozenset({"now", "just"})  # "has now agreed", "has just arrived"
SPEAKERS = frozenset({"i", "we"})
SAID_DEPS = frozenset({"ccomp", "parataxis"})
OF_CONTENT = frozenset({"of", "for", "to", "about", "over", "in"})
LONG = re.compile(r"P(?:\d+|X+)(?:[WMY]|DE|CE)")


def is_standing(scene: Scene, found: Candidate, sentence: Sentence) -> bool:
    """Tell whether an act beyond the lead is told as what stands or once was done, and not as news of the day.

    "Turkey **suspects** them", "has **signed** pacts", "accused of **hiding** arms", "condemned the **war**". The lead
    tells the news itself in the same words.
    """
    if is_charge(scene.parse, found.token):
        return True
    if scene.sentence_of(sentence.first_token) < LEAD_SENTENCES:
        return False
    parse, trigger = scene.parse, found.token
    verb = trigger if parse.pos[trigger] in {"VERB", "AUX"} else carrier_of(parse, trigger)
    if verb is None:
        return False
    if verb != trigger and is_taken_for_granted(parse, verb):
        return True
    return (
        is_done_before(parse, verb) or is_state(parse, verb) or is_aside(parse, found) or lasts(scene, verb, sentence)
    )


def is_done_before(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands in the present perfect, and not in what somebody says: "has **signed** pacts"."""
    words = {parse.words[at].lower() for at in (*parse.governed(verb, "advmod"), *auxiliaries_of(parse, verb))}
    return bool(words & PRESENT_PERFECT) and not words & FRESH and not is_said(parse, verb)


def auxiliaries_of(parse: Parse, verb: int) -> list[int]:
    """Return the auxiliaries of a verb, those of the verb that it is joined to: "**has** imposed one and halted it"."""
    while is_joined_past(parse, verb) and parse.tags[parse.heads[verb]] in PAST_TAGS:
        verb = parse.heads[verb]
    return list(parse.governed(verb, "aux", "auxpass"))


def is_joined_past(parse: Parse, verb: int) -> bool:
    """Tell whether a past verb is joined to another and has neither subject nor auxiliary of its own."""
    is_joined = parse.deps[verb] == "conj" and parse.tags[verb] in PAST_TAGS
    return is_joined and not parse.governs(verb, *SUBJECTS, "csubj", "aux", "auxpass")


def is_state(parse: Parse, verb: int) -> bool:
    """Tell whether a verb tells of a state: "**wants** to leave", "is **accused** of", "those who **kidnap** people".

    What "we" want or say is said today.
    """
    if is_said(parse, verb) or any(parse.words[who].lower() in SPEAKERS for who in parse.governed(verb, "nsubj")):
        return False
    auxiliaries = {parse.words[aux].lower() for aux in parse.governed(verb, "aux", "auxpass")}
    if parse.tags[verb] == "VBN":
        return bool(auxiliaries) and auxiliaries <= PRESENT
    is_present = parse.tags[verb] in ("VBZ", "VBP") and not auxiliaries
    return is_present and (parse.lemmas[verb] in load_status().lasting or parse.deps[verb] == "relcl")


def is_taken_for_granted(parse: Parse, carrier: int) -> bool:
    """Tell whether a verb only speaks of what its noun names: "condemned the **war**", "to end the **fighting**"."""
    if parse.lemmas[carrier] in load_status().presupposing or is_content(parse, carrier):
        return True
    return parse.tags[carrier] in ("VB", "VBP", "VBZ")


def is_aside(parse: Parse, found: Candidate) -> bool:
    """Tell whether an act only says who or what is meant: "a group **branded** terrorist"."""
    token = found.token
    if is_content(parse, token) or (parse.deps[token] == "amod" and parse.tags[token] == "VBN"):
        return True
    is_bare = parse.tags[token] == "VBN" and not parse.governs(token, "aux", "auxpass")
    return is_bare and parse.deps[token] == "acl" and found.event_type in SPOKEN_ACTS


def is_content(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is what another word is about: "accused of **hiding** him"."""
    return parse.deps[verb] == "pcomp" and parse.lemmas[parse.heads[verb]] in OF_CONTENT


def is_charge(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is what somebody is charged with or praised for: "accused them of **hiding** arms"."""
    return is_content(parse, verb) and parse.lemmas[parse.heads[parse.heads[verb]]] in load_speech().verbs


def is_said(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands in what somebody says: "said that it **rejects**"."""
    while parse.deps[verb] in ("conj", "xcomp"):
        verb = parse.heads[verb]
    return parse.deps[verb] in SAID_DEPS


def lasts(scene: Scene, verb: int, sentence: Sentence) -> bool:
    """Tell whether an act is told of a time without days: "**refused** for weeks", "recently **attacked**"."""
    parse = scene.parse
    return any(is_of(parse, verb, parse.head_in(time.span)) for time in vague_times(scene, sentence))


def vague_times(scene: Scene, sentence: Sentence) -> Iterator[TimeExpression]:
    """Yield the times of a sentence that have no days: "recently", "in the past", "for weeks"."""
    for time in times_in(scene, sentence):
        if time.interval is None:
            before = scene.article.text[sentence.span.start : time.span.start].rstrip().rpartition(" ")[2].lower()
            if time.value == "PAST_REF" or (before == "for" and LONG.fullmatch(time.value)):
                yield time


def is_of(parse: Parse, verb: int, head: int) -> bool:
    """Tell whether a time hangs by a verb, directly or by a preposition."""
    above = parse.heads[head]
    return verb in (above, parse.heads[above] if parse.deps[head] == "pobj" else above)
