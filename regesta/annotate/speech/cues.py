"""Cues: the words of a parse that attribute speech, with who speaks and to whom."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from regesta.annotate.speech.addressing import INFORMED_VERBS
from regesta.annotate.speech.subjects import UTTERING_VERBS, saying_of, speaker_of, utterer_of
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.speech_verbs import SpeechClass, SpeechWords

SENTENCE_ENDS = frozenset({".", "!", "?"})
# Infinitives report speech only after these ("went on to say"); elsewhere nothing was said ("declined to say").
ASPECT_VERBS = frozenset({"go", "continue", "proceed", "hasten"})
# What is told at second hand: "is reported to have said", "is understood to have told".
RELAYING_VERBS = frozenset({"report", "say", "understand", "believe", "know", "allege", "think", "claim", "rumor"})
AVOIDING = frozenset({"stop", "refrain", "abstain"})
CONDITIONS = frozenset({"if", "unless", "until"})
# What shows something need not speak: "the attacks showed that". These need somebody or some document that can.
EVIDENCE_VERBS = frozenset({"show", "find", "suggest", "indicate", "reveal", "signal", "imply", "prove"})
COMPLEMENTS = frozenset({"to", "on", "upon"})
EVIDENCE_NOUNS = frozenset({"poll", "survey", "study", "figure", "statistic", "datum", "data", "record", "analysis"})


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
        is_complemented: Something stands with a verb that may part it from what is said: to whom, or on which day.
    """

    token: int
    first: int
    last: int
    form: Literal["verb", "noun", "phrase"]
    speech_class: SpeechClass
    speaker: int | None = None
    is_complemented: bool = False


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
        elif lemma in words.phrases:
            found.extend(phrase_cue(parse, token, words))
    return found


def verb_cue(parse: Parse, verb: int, words: SpeechWords) -> Iterator[Cue]:
    """Yield the cue that a speech verb is; none when nothing was said or another word is the cue."""
    if is_unsaid(parse, verb) or saying_of(parse, verb) is not None:
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
        is_complemented=is_complemented(parse, verb),
    )


def is_unsaid(parse: Parse, verb: int) -> bool:
    """Tell whether a speech verb is an adjective, negated, a condition, or an infinitive of something not yet said."""
    return (
        parse.deps[verb] in {"amod", "compound"}
        or parse.governs(verb, "neg")
        or any(parse.lemmas[mark] in CONDITIONS for mark in parse.governed(verb, "mark"))
        or (
            parse.is_infinitive(verb)
            and parse.lemmas[parse.heads[verb]] not in ASPECT_VERBS
            and not is_relayed_saying(parse, verb)
        )
        or is_avoided(parse, verb)
    )


def is_avoided(parse: Parse, verb: int) -> bool:
    """Tell whether somebody keeps from saying something: "stopped short of **saying**", "refrained from saying"."""
    prep = parse.heads[verb]
    if parse.deps[verb] != "pcomp" or parse.lemmas[prep] not in {"of", "from"}:
        return False
    return any(parse.lemmas[above] in AVOIDING for above in parse.ancestors(prep))


def is_relayed_saying(parse: Parse, verb: int) -> bool:
    """Tell whether somebody is reported to have said something: "is understood **to have told** the court that"."""
    above = parse.heads[verb]
    return (
        parse.is_infinitive(verb)
        and any(parse.lemmas[aux] == "have" for aux in parse.governed(verb, "aux"))
        and parse.lemmas[above] in RELAYING_VERBS
        and parse.governs(above, "auxpass", "nsubjpass")
    )


def can_speak(parse: Parse, speaker: int | None, words: SpeechWords) -> bool:
    """Tell whether a noun is a person, a body, or a document that can say something."""
    if speaker is None:
        return False
    lemma = parse.lemmas[speaker]
    return (
        bool(parse.entities[speaker])
        or parse.tags[speaker] in {"PRP", "WP", "NNP", "NNPS"}
        or lemma in words.channels
        or lemma in words.relays
        or lemma in EVIDENCE_NOUNS
        or load_sectors().noun((lemma,)) is not None
    )


def is_complemented(parse: Parse, verb: int) -> bool:
    """Tell whether somebody spoken to, or a day, stands with a verb: "promised voters on Friday to lower taxes"."""
    objects = parse.governed(verb, "dative", "dobj")
    if any(parse.deps[thing] == "dative" or parse.lemmas[verb] in INFORMED_VERBS for thing in objects):
        return True
    after = (prep for prep in parse.governed(verb, "prep") if prep > verb)
    return any(parse.lemmas[prep] in COMPLEMENTS and parse.governs(prep, "pobj") for prep in after)


def noun_cue(parse: Parse, noun: int, words: SpeechWords) -> Iterator[Cue]:
    """Yield the cue that a speech noun is, when somebody utters it: "voiced hope", "his pledge"."""
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
    for phrase in words.phrases[parse.lemmas[token]]:
        last = token + len(phrase) - 1
        if parse.lemmas[token : last + 1] == phrase and "VBG" not in parse.tags[token + 1 : last]:
            speaker = next(parse.governed(last, "pobj"), None)
            if speaker is not None:
                yield Cue(token, token, last, "phrase", "says", speaker)
                return
