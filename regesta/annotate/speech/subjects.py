"""Who speaks, by syntax: the subject of a speech verb or the utterer of a speech noun, and the span of the phrase."""

from regesta.annotate.speech.stray_verbs import is_stray
from regesta.model.parse import FINITE_TAGS, Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import SpeechWords

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# A verb without a subject of its own takes that of the verb above it when it hangs there by one of these.
CONTROLLED = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp", "parataxis"})
REPORTED_AS = frozenset({"quote", "cite", "report"})
# Verbs by which somebody utters the noun: "voiced hope that", "issued a statement saying".
UTTERING_VERBS = frozenset(
    {
        "make", "issue", "release", "give", "publish", "express", "voice", "repeat", "reiterate", "send", "offer",
        "sound", "raise", "deliver", "post", "respond", "reply", "say", "write", "renew",
    }
)  # fmt: skip
UTTERER_PREPOSITIONS = frozenset({"by", "from", "of"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
NAMING = frozenset({"DET", "ADJ", "NUM"}) | NOMINAL
MAX_PHRASE_TOKENS = 8
OTHER_CLAUSES = frozenset({"advcl", "ccomp", "parataxis"})
ADDED_CLAUSES = frozenset({"relcl", "acl"})
# Penn tags of words that need others behind them: "Berg in **Oslo**", "people who **asked**", "a group led by **her**".
OPEN_TAGS = frozenset({"IN", "TO", "DT", "CC", "WP", "WDT", "PRP$"})
PARTICIPLES = frozenset({"VBG", "VBN"})
ASIDE_TAGS = PARTICIPLES | {"VBD"}


def speaker_of(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return the token that heads the speaker of a verb: its subject or agent, or those of the verb it hangs from.

    None when the sentence names no speaker.
    """
    if parse.tags[verb] == "VBN":
        for agent in parse.governed(verb, "agent"):
            return next(parse.governed(agent, "pobj"), None)
    if is_passive(parse, verb):
        return None
    subject = subject_of(parse, verb)
    if subject is not None:
        return None if parse.deps[subject] == "csubj" else subject
    above = parse.heads[verb]
    if is_stray(parse, verb):
        speaking = (token for token in parse.ancestors(above) if parse.lemmas[token] in words.verbs)
        return next((subject_above(parse, token, words) for token in speaking), None)
    beside = noun_beside(parse, verb)
    if beside is None:
        beside = with_noun(parse, verb)
    if beside is not None or above == verb:
        return beside
    if parse.pos[above] == "ADP":  # "quoted as saying", "after saying"
        return reported_speaker(parse, parse.heads[above], words)
    if parse.deps[verb] == "acl":
        return utterer_of(parse, above, words) if parse.lemmas[above] in words.nouns else above
    if parse.deps[verb] in CONTROLLED and parse.pos[above] in {"VERB", "AUX"}:
        return subject_above(parse, above, words)
    return None


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is passive, with or without its auxiliary."""
    if parse.governs(verb, "nsubjpass", "auxpass", "agent"):
        return True
    return parse.tags[verb] == "VBN" and not any(parse.lemmas[aux] == "have" for aux in parse.governed(verb, "aux"))


def subject_of(parse: Parse, verb: int) -> int | None:
    """Return a verb's own subject; of several, the nearest before it, since the others belong elsewhere."""
    if (inverted := inverted_subject(parse, verb)) is not None:
        return inverted
    subjects = list(parse.governed(verb, *SUBJECTS))
    before = [subject for subject in subjects if subject < verb]
    return before[-1] if before else next(iter(subjects), None)


def inverted_subject(parse: Parse, verb: int) -> int | None:
    """Return who speaks between commas after his verb, as an aside: "Berlin, said **the chancellor**, would wait"."""
    subjects = list(parse.governed(verb, "nsubj"))
    if len(subjects) < 2 or not subjects[0] < verb < subjects[-1] or parse.words[verb - 1] != ",":
        return None
    phrase = parse.subtree(subjects[-1])
    after = phrase[-1] + (parse.words[phrase[-1]] != ",")
    is_aside = phrase[0] == verb + 1 and after < len(parse) and parse.words[after] == ","
    return subjects[-1] if is_aside else None


def subject_above(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return the subject, active or passive, of a verb or of what governs it."""
    subject = subject_of(parse, verb)
    return speaker_of(parse, verb, words) if subject is None else subject


def saying_of(parse: Parse, verb: int) -> int | None:
    """Return "saying" of "quoted him as saying": it and not the quoting is the cue; None for other verbs."""
    if parse.lemmas[verb] in REPORTED_AS:
        for prep in parse.governed(verb, "prep"):
            if parse.lemmas[prep] == "as":
                return next(parse.governed(prep, "pcomp"), None)
    return None


def reported_speaker(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return who is "quoted as saying": the object of an active verb, the subject of a passive one."""
    if parse.lemmas[verb] in REPORTED_AS:
        for thing in parse.governed(verb, "nsubjpass", "dobj"):
            return thing
    return subject_above(parse, verb, words)


def utterer_of(parse: Parse, noun: int, words: SpeechWords) -> int | None:
    """Return who utters a noun: its possessor, "by" or "from" whom it is, or the subject of "issued a statement"."""
    for owner in parse.governed(noun, "poss"):
        return owner
    for prep in parse.governed(noun, "prep", "agent"):
        if parse.lemmas[prep] in UTTERER_PREPOSITIONS:
            return next(parse.governed(prep, "pobj"), None)
    above = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        above = parse.heads[above]
        if parse.pos[above] == "NOUN":  # "a word of warning that"
            above = parse.heads[above]
    if above != noun and parse.lemmas[above] in UTTERING_VERBS and not is_passive(parse, above):
        return subject_above(parse, above, words)
    return None


def noun_beside(parse: Parse, verb: int) -> int | None:
    """Return the noun right before a finite verb that the parser gave no subject, or right after an inverted one."""
    if parse.tags[verb] not in FINITE_TAGS or parse.deps[verb] == "conj" or verb == 0:
        return None
    if parse.pos[verb - 1] == "PUNCT":
        return noun_after(parse, verb)
    noun = verb - 1
    while noun > 0 and parse.pos[noun] == "ADV":
        noun -= 1
    while noun - MAX_PHRASE_TOKENS < parse.heads[noun] < noun and parse.pos[parse.heads[noun]] in {*NOMINAL, "ADP"}:
        noun = parse.heads[noun]
    return noun if parse.pos[noun] in NOMINAL else None


def noun_after(parse: Parse, verb: int) -> int | None:
    """Return the noun whose phrase begins right after a verb: `," said the king`, whatever the parser makes of him."""
    noun = verb + 1
    if noun >= len(parse) or parse.pos[noun] not in NAMING:
        return None
    while noun < parse.heads[noun] < verb + MAX_PHRASE_TOKENS and parse.pos[parse.heads[noun]] in NOMINAL:
        noun = parse.heads[noun]
    return noun if parse.pos[noun] in NOMINAL else None


def with_noun(parse: Parse, verb: int) -> int | None:
    """Return the noun of "with the government saying that", where the parser hung the participle higher up."""
    noun = verb - 1 - (verb > 0 and parse.words[verb - 1] == ",")
    is_participle = parse.tags[verb] == "VBG" and noun > 0 and parse.deps[noun] == "pobj"
    return noun if is_participle and parse.lemmas[parse.heads[noun]] == "with" else None


def speaker_span(parse: Parse, head: int) -> Span:
    """Return the noun phrase under `head`: titles, appositions, "of" phrases and the clauses that tell which one.

    A clause after a comma only adds something, so it is left out: "the envoy, who was tired".
    """
    tokens = phrase_tokens(parse, head)
    first = last = head
    while first - 1 in tokens:
        first -= 1
    while last + 1 in tokens:
        last += 1
    while first < head and parse.pos[first] in {"PUNCT", "SPACE"}:
        first += 1
    while last > head and parse.pos[last] in {"PUNCT", "SPACE"} and parse.words[last] != ")":
        last -= 1
    if "(" in parse.words[first : last + 1] and parse.words[last + 1 : last + 2] == (")",):
        last += 1
    return parse.span(first, last)


def ended(parse: Parse, span: Span) -> Span:
    """Return a speaker's words without those at their end that lead to others: "Ana Berg **on** Tuesday said".

    What is nothing else ("who", "that") stays.
    """
    tokens = parse.tokens_in(span)
    last = tokens.stop - 1
    if last - 1 > tokens.start and parse.tags[last] in ASIDE_TAGS and parse.words[last - 1] == ",":
        return Span(span.start, parse.ends[last - 2])  # "the envoy, **asked** about it, said"
    while last > tokens.start and parse.tags[last] in OPEN_TAGS:
        last -= 1
        while last > tokens.start and parse.tags[last] in PARTICIPLES:
            last -= 1
        while last > tokens.start and not parse.words[last][-1].isalnum() and parse.words[last] != ")":
            last -= 1
    return span if last == tokens.stop - 1 else Span(span.start, parse.ends[last])


def phrase_tokens(parse: Parse, head: int) -> set[int]:
    """Return the tokens under `head` that belong to its noun phrase."""
    found: set[int] = set()
    waiting = [head]
    while waiting:
        token = waiting.pop()
        found.add(token)
        for child in parse.children[token]:
            is_added = parse.deps[child] in ADDED_CLAUSES and parse.words[min(parse.subtree(child)) - 1] == ","
            if not is_added and parse.deps[child] not in OTHER_CLAUSES:
                waiting.append(child)
    return found
