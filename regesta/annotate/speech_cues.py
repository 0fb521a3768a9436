"""Cues: the words of a parse that attribute speech, with who speaks and to whom."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.speech_verbs import SpeechClass, SpeechWords

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# A verb without a subject of its own takes that of the verb above it when it hangs there by one of these.
CONTROLLED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp", "parataxis"})
# Infinitives report speech only after these ("went on to say"); elsewhere nothing was said ("declined to say").
# "Said he would go and added": the second verb is the speaker's own, whatever the parser hangs it from.
ADDING_VERBS = frozenset({"add", "say", "note", "stress"})
ADDING_PARTICIPLES = frozenset({"add", "note", "stress", "explain", "conclude", "emphasise", "emphasize"})
ASPECT_VERBS = frozenset({"go", "continue", "proceed", "hasten"})
CONDITIONS = frozenset({"if", "unless", "until"})
REPORTED_AS = frozenset({"quote", "cite", "report"})
# Verbs by which somebody utters the noun: "voiced hope that", "issued a statement saying".
UTTERING_VERBS = frozenset(
    {"make", "issue", "release", "give", "publish", "express", "voice", "repeat", "reiterate", "send", "offer", "sound",
     "raise", "deliver", "post", "respond", "reply", "say", "write", "renew"}
)  # fmt: skip
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MAX_PHRASE_TOKENS = 8
ADDRESSED_VERBS = frozenset({"tell", "inform", "assure", "remind", "notify", "brief", "reassure", "advise", "promise"})


FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What shows something need not speak: "the attacks showed that". These need a speaker who, or a document that, can.
EVIDENCE_VERBS = frozenset({"show", "find", "suggest", "indicate", "reveal", "signal", "imply", "prove"})
EVIDENCE_NOUNS = frozenset(
    {"poll", "survey", "study", "figure", "statistic", "datum", "data", "record", "analysis", "research"}
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that attribute speech.

    Attributes:
        token: Its main word: verb, noun or preposition.
        first: First token of the cue's words.
        last: Last token of them.
        form: What kind of word it is.
        speech_class: Class of the word.
        speaker: Token that heads the speaker's noun phrase; None when the sentence names none.
        addressee: Likewise for whom it was said to.
    """

    token: int
    first: int
    last: int
    form: Literal["verb", "noun", "phrase"]
    speech_class: SpeechClass
    speaker: int | None = None
    addressee: int | None = None


def find_cues(parse: Parse, words: SpeechWords, quoted: Collection[int]) -> list[Cue]:
    """Return the cues of a parse in text order, leaving out words inside quotation marks.

    Args:
        parse: The parse.
        words: Which words attribute speech.
        quoted: Tokens between quotation marks; what a speaker's own words attribute to others is not the article's.
    """
    found: list[Cue] = []
    for token, lemma in enumerate(parse.lemmas):
        if token in quoted:
            continue
        if parse.pos[token] == "VERB" and lemma in words.verbs:
            found.extend(verb_cue(parse, token, words))
        elif parse.pos[token] == "NOUN" and lemma in words.nouns:
            found.extend(noun_cue(parse, token, words))
        else:
            found.extend(phrase_cue(parse, token, words))
    return found


def verb_cue(parse: Parse, verb: int, words: SpeechWords) -> Iterator[Cue]:
    """Yield the cue of a speech verb that reports speech; none when it is negated or an infinitive of something unsaid."""
    if parse.deps[verb] in {"amod", "compound"} or any(parse.governed(verb, "neg")) or reported_saying(parse, verb):
        return
    if any(parse.lemmas[mark] in CONDITIONS for mark in parse.governed(verb, "mark")):
        return
    if is_infinitive(parse, verb) and parse.lemmas[parse.heads[verb]] not in ASPECT_VERBS:
        return
    speaker = speaker_of(parse, verb, words)
    if parse.lemmas[verb] in EVIDENCE_VERBS and not can_speak(parse, speaker, words):
        return
    particle = next(parse.governed(verb, "prt"), verb)
    yield Cue(
        token=verb,
        first=verb,
        last=particle if particle == verb + 1 else verb,
        form="verb",
        speech_class=words.verbs[parse.lemmas[verb]],
        speaker=speaker,
        addressee=addressee_of(parse, verb),
    )


def reported_saying(parse: Parse, verb: int) -> int | None:
    """Return "saying" in "quoted him as saying", where it and not the quoting is the cue."""
    if parse.lemmas[verb] in REPORTED_AS:
        for prep in parse.governed(verb, "prep"):
            if parse.lemmas[prep] == "as":
                return next(parse.governed(prep, "pcomp"), None)
    return None


def can_speak(parse: Parse, speaker: int | None, words: SpeechWords) -> bool:
    """Tell whether a noun is a person, a body, or a document that can say something."""
    if speaker is None:
        return False
    lemma = parse.lemmas[speaker]
    return (
        bool(parse.entities[speaker])
        or parse.tags[speaker] in {"PRP", "WP", "NNP", "NNPS"}
        or lemma in words.channels | EVIDENCE_NOUNS
        or load_sectors().noun((lemma,)) is not None
    )


def is_infinitive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is a to-infinitive."""
    return any(parse.tags[child] == "TO" for child in parse.governed(verb, "aux"))


def is_stray_conjunct(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is coordinated with one whose form it does not share: it belongs to the verb of speech above.

    "The minister said the party would stay and added ..." and "vowed to stay and left" are such.
    """
    if parse.deps[verb] != "conj" or parse.tags[verb] not in {"VBD", "VBZ"} or any(parse.governed(verb, "nsubj", "aux")):
        return False
    head = parse.heads[verb]
    if parse.lemmas[verb] in ADDING_VERBS and parse.deps[head] == "ccomp":
        return True
    return parse.tags[head] == "VB" or (parse.tags[verb] == "VBD" and parse.tags[head] in {"VBZ", "VBP"})


def is_stray_participle(parse: Parse, verb: int) -> bool:
    """Tell whether a participle after a reported clause is the speaker's: "said the aim was peace, adding that ..."."""
    if parse.lemmas[verb] not in ADDING_PARTICIPLES or parse.tags[verb] != "VBG" or parse.deps[verb] != "advcl":
        return False
    head = parse.heads[verb]
    above = parse.heads[head]
    return parse.deps[head] == "ccomp" and above < head < verb and parse.words[verb - 1] == ","


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is passive, with or without its auxiliary."""
    if any(parse.governed(verb, "nsubjpass", "auxpass", "agent")):
        return True
    return parse.tags[verb] == "VBN" and not any(parse.lemmas[aux] == "have" for aux in parse.governed(verb, "aux"))


def speaker_of(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return the token that heads the speaker of a verb: its subject or agent, or those of the verb it hangs from."""
    if parse.tags[verb] == "VBN":
        for agent in parse.governed(verb, "agent"):
            return next(parse.governed(agent, "pobj"), None)
    if is_passive(parse, verb):
        return None
    subject = subject_of(parse, verb)
    if subject is not None:
        return None if parse.deps[subject] == "csubj" else subject
    above, dep = parse.heads[verb], parse.deps[verb]
    if is_stray_conjunct(parse, verb):
        return next(
            (subject_above(parse, v, words) for v in parse.ancestors(above) if parse.lemmas[v] in words.verbs), None
        )
    beside = noun_beside(parse, verb)
    if beside is not None:
        return beside
    if parse.pos[above] == "ADP":  # "quoted as saying", "after saying"
        return reported_speaker(parse, parse.heads[above], words)
    if dep == "acl":
        return utterer_of(parse, above, words) if parse.lemmas[above] in words.nouns else above
    if dep in CONTROLLED and parse.pos[above] in {"VERB", "AUX"}:
        return subject_above(parse, above, words)
    return None


def noun_beside(parse: Parse, verb: int) -> int | None:
    """Return the noun right before a finite verb that has no subject, or right after it where the two are inverted."""
    if parse.tags[verb] not in FINITE_TAGS or parse.deps[verb] == "conj" or verb == 0:
        return None
    if parse.pos[verb - 1] == "PUNCT":
        return noun_after(parse, verb)
    noun = verb - 1
    while noun > 0 and parse.pos[noun] == "ADV":
        noun -= 1
    if parse.pos[noun] not in NOMINAL:
        return None
    while noun - MAX_PHRASE_TOKENS < parse.heads[noun] < noun and parse.pos[parse.heads[noun]] in {*NOMINAL, "ADP"}:
        noun = parse.heads[noun]
    return noun if parse.pos[noun] in NOMINAL else None


def noun_after(parse: Parse, verb: int) -> int | None:
    """Return the noun whose phrase begins right after a verb: `," said the king`, whatever the parser takes the king for."""
    noun = verb + 1
    while noun + 1 < len(parse) and parse.pos[noun] not in NOMINAL and noun < parse.heads[noun]:
        noun = parse.heads[noun]
    while noun < len(parse) and parse.heads[noun] > verb and parse.pos[noun] in NOMINAL and parse.heads[noun] != noun and parse.pos[parse.heads[noun]] in NOMINAL:
        noun = parse.heads[noun]
    return noun if noun < len(parse) and parse.pos[noun] in NOMINAL else None


def reported_speaker(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return who is "quoted as saying": the object of an active verb, the subject of a passive one."""
    if parse.lemmas[verb] in REPORTED_AS:
        for thing in parse.governed(verb, "nsubjpass", "dobj"):
            return thing
    return subject_above(parse, verb, words)


def subject_above(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return the subject, active or passive, of a verb or of what governs it."""
    subject = subject_of(parse, verb)
    return speaker_of(parse, verb, words) if subject is None else subject


def subject_of(parse: Parse, verb: int) -> int | None:
    """Return a verb's own subject; of several, the nearest before it, since the others belong elsewhere."""
    subjects = list(parse.governed(verb, *SUBJECTS))
    before = [subject for subject in subjects if subject < verb]
    return before[-1] if before else next(iter(subjects), None)


def utterer_of(parse: Parse, noun: int, words: SpeechWords) -> int | None:
    """Return who utters a noun: its possessor, "by" or "from" whom it is, or the subject of "issued a statement"."""
    for owner in parse.governed(noun, "poss"):
        return owner
    for prep in parse.governed(noun, "prep", "agent"):
        if parse.lemmas[prep] in {"by", "from", "of"}:
            return next(parse.governed(prep, "pobj"), None)
    above = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        above = parse.heads[above]
        if parse.pos[above] == "NOUN":  # "a piece of news that"
            above = parse.heads[above]
    if above != noun and parse.lemmas[above] in UTTERING_VERBS and not is_passive(parse, above):
        return subject_above(parse, above, words)
    return None


def addressee_of(parse: Parse, verb: int) -> int | None:
    """Return whom a verb addresses: "told reporters", "appealed to both sides"."""
    for thing in parse.governed(verb, "dative", "dobj"):
        if parse.deps[thing] == "dative" or parse.lemmas[verb] in ADDRESSED_VERBS:
            return next(parse.governed(thing, "pobj"), thing)
    for prep in parse.governed(verb, "prep"):
        if parse.lemmas[prep] in {"to", "on", "upon"} and prep > verb:
            return next(parse.governed(prep, "pobj"), None)
    return None


def noun_cue(parse: Parse, noun: int, words: SpeechWords) -> Iterator[Cue]:
    """Yield the cue of a speech noun that somebody utters."""
    speaker = utterer_of(parse, noun, words)
    if speaker is not None:
        above = parse.heads[noun]
        is_joined = above == noun - 1 and parse.lemmas[above] in UTTERING_VERBS
        yield Cue(
            token=noun,
            first=above if is_joined else noun,
            last=noun,
            form="noun",
            speech_class=words.nouns[parse.lemmas[noun]],
            speaker=speaker,
        )


def phrase_cue(parse: Parse, token: int, words: SpeechWords) -> Iterator[Cue]:
    """Yield the cue of a phrase like "according to" that begins at the token and has a noun after it."""
    for phrase in words.phrases.get(parse.lemmas[token], ()):
        last = token + len(phrase) - 1
        if (
            parse.lemmas[token : last + 1] == phrase
            and "VBG" not in parse.tags[token : last + 1 - len(phrase[-1:])][1:]
        ):
            speaker = next(parse.governed(last, "pobj"), None)
            if speaker is not None:
                yield Cue(token, token, last, "phrase", "says", speaker)
                return
