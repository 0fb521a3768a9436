"""To whom something was said, and by what means: "told reporters", "in a letter to the king", "on Telegram"."""

from collections.abc import Iterator
from dataclasses import replace

from regesta.model.annotation import Quote
from regesta.model.parse import TIME_LABELS, Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import SpeechWords

# Verbs whose object is spoken to, whatever the class; others by class: "warned Tehran", but not "denied the report".
INFORMED_VERBS = frozenset({"tell", "inform", "assure", "remind", "notify", "brief", "reassure", "advise", "promise"})
ADDRESSED_VERBS = INFORMED_VERBS | frozenset(
    {
        "congratulate", "thank", "urge", "order", "instruct", "beg", "press", "invite", "address", "lecture", "command",
        "exhort", "implore", "beseech", "direct", "counsel", "encourage", "nudge",
    }
)  # fmt: skip
ADDRESSED_CLASSES = frozenset({"warns", "asks"})
ADDRESSING_PREPOSITIONS = frozenset({"to", "before"})
CALLING_PREPOSITIONS = frozenset({"on", "upon"})
CALLING_VERBS = frozenset({"call", "prevail", "press"})
DEMANDING_VERBS = frozenset({"demand", "request", "seek"})  # "from"
SPEAKING_VERBS = frozenset({"speak", "talk"})  # "Speaking to reporters in Doha, he said"
CHANNEL_PREPOSITIONS = frozenset({"in", "on", "at", "during", "by", "via", "through", "to", "before", "over"})
KEPT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "punct", "appos", "conj", "cc"}
)
KEPT_PREPOSITIONS = frozenset({"of"})
PARTNERED = frozenset({"interview", "conversation", "call"})  # an interview "with" somebody, a call "with" a king


def addressed(parse: Parse, quote: Quote, words: SpeechWords) -> Quote:
    """Return a quote with its addressee and channel, as far as the words around its cue give them."""
    if quote.cue is None:
        return quote
    verb = verb_of(parse, quote.cue, words)
    if verb is None:
        return quote
    channel = channel_of(parse, verb, words)
    to = addressee_of(parse, verb, words)
    to = to if to is not None else spoken_to(parse, verb)
    if to is None and channel is not None:
        to = governed_by(parse, channel, "to")
    return replace(
        quote,
        content=untold(parse, quote.content, to)
        if to is not None and parse.lemmas[verb] in INFORMED_VERBS
        else quote.content,
        addressee=phrase(parse, to, ()) if to is not None else None,
        channel=phrase(parse, channel, partners(parse, channel)) if channel is not None else None,
    )


def untold(parse: Parse, content: tuple[Span, ...], to: int) -> tuple[Span, ...]:
    """Return what was said without whom it was told, where the words begin with him: "told **the envoy** that"."""
    first, head = content[0], parse.span(to)
    last = parse.tokens_in(first)[-1]
    after = max(token for token in parse.subtree(to) if parse.pos[token] != "PUNCT") + 1
    begins = parse.starts[min(parse.subtree(to))] <= first.start and first.contains(head)
    return (Span(parse.starts[after], first.end), *content[1:]) if begins and after < last else content


def verb_of(parse: Parse, cue: Span, words: SpeechWords) -> int | None:
    """Return the verb of a cue that attributes; None for cues without one: "according to", "his pledge"."""
    tokens = parse.tokens_in(cue)
    if not tokens or parse.lemmas[tokens[0]] in words.phrases:
        return None
    verbs = [token for token in tokens if parse.pos[token] == "VERB"]
    return next((token for token in verbs if parse.lemmas[token] in words.verbs), verbs[0] if verbs else None)


def addressee_of(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return whom a verb addresses: "told reporters", "appealed to both sides"; None when it addresses nobody."""
    lemma = parse.lemmas[verb]
    takes_object = lemma in ADDRESSED_VERBS or words.verbs.get(lemma) in ADDRESSED_CLASSES
    for thing in parse.governed(verb, "dative", "dobj"):
        if parse.deps[thing] == "dative" or takes_object:
            person = next(parse.governed(thing, "pobj"), thing)
            return None if is_time(parse, person) else person
    if takes_object and (subject := subject_of_clause(parse, verb)) is not None:
        return subject
    if takes_object and parse.governs(verb, "auxpass"):  # "the envoy was told that"
        return next(parse.governed(verb, "nsubjpass"), None)
    for prep in parse.governed(verb, "prep", "agent"):
        governed = next(parse.governed(prep, "pobj"), None)
        if governed is not None and prep > verb and is_addressing(parse, verb, prep) and not is_time(parse, governed):
            return governed
    return None


def is_addressing(parse: Parse, verb: int, prep: int) -> bool:
    """Tell whether what a preposition after a verb governs is spoken to."""
    word, lemma = parse.lemmas[prep], parse.lemmas[verb]
    if word in CALLING_PREPOSITIONS:
        return lemma in CALLING_VERBS
    return word in ADDRESSING_PREPOSITIONS or (word == "from" and lemma in DEMANDING_VERBS)


def subject_of_clause(parse: Parse, verb: int) -> int | None:
    """Return "both sides" of "urged both sides to return", which the parser takes for the subject of the infinitive."""
    for child in parse.governed(verb, "ccomp", "xcomp"):
        if parse.is_infinitive(child):
            return next((token for token in parse.governed(child, "nsubj") if token > verb), None)
    return None


def spoken_to(parse: Parse, verb: int) -> int | None:
    """Return "reporters" of "Speaking to reporters, he said"; None without such a clause."""
    for clause in parse.governed(verb, "advcl"):
        if parse.lemmas[clause] in SPEAKING_VERBS:
            for prep in parse.governed(clause, "prep"):
                person = next(parse.governed(prep, "pobj"), None)
                if parse.lemmas[prep] in {"to", "with", "before"} and person is not None:
                    return person
    return None


def channel_of(parse: Parse, verb: int, words: SpeechWords) -> int | None:
    """Return the noun for what carried the words of a verb; None when none is told."""
    for prep in prepositions_of(parse, verb):
        noun = next(parse.governed(prep, "pobj"), None)
        if noun is not None and words.channel_kind(parse, noun) is not None and is_means(parse, prep, noun, words):
            return noun
    return None


def prepositions_of(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the prepositions of a verb, of its object, and of "Speaking at ..." beside it."""
    yield from parse.governed(verb, "prep")
    for thing in parse.governed(verb, "dobj", "dative", "advcl", "prep"):
        for inner in (thing, *parse.governed(thing, "pobj")):
            yield from parse.governed(inner, "prep")


def is_means(parse: Parse, prep: int, noun: int, words: SpeechWords) -> bool:
    """Tell whether a preposition makes a noun a channel: "on X", "in a letter", but not "to the council"."""
    word, kind = parse.lemmas[prep], words.channel_kind(parse, noun)
    if word == "on":
        return kind in {"post", "media", "call"}
    if word in {"to", "before"}:
        return kind == "conference"
    return word in CHANNEL_PREPOSITIONS


def is_time(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a day or an hour: "said on Friday" addresses nobody."""
    return parse.entities[noun][2:] in TIME_LABELS


def governed_by(parse: Parse, noun: int, word: str) -> int | None:
    """Return what stands after a preposition of a noun: "the king" of "a letter to the king"."""
    for prep in parse.governed(noun, "prep", "dative"):
        if parse.lemmas[prep] == word:
            return next(parse.governed(prep, "pobj"), None)
    return None


def partners(parse: Parse, noun: int) -> tuple[str, ...]:
    """Return the prepositions whose phrases tell which channel it is: an interview "with" the paper."""
    return ("with",) if parse.lemmas[noun] in PARTNERED else ()


def phrase(parse: Parse, head: int, more: tuple[str, ...]) -> Span:
    """Return the noun phrase of a head without where and when: "business leaders" of "business leaders in Osaka".

    Args:
        parse: The parse.
        head: The noun.
        more: Prepositions beside "of" whose phrases belong to it.
    """
    found, waiting = {head}, [head]
    while waiting:
        token = waiting.pop()
        for child in parse.children[token]:
            is_phrase = parse.deps[child] == "prep" and parse.lemmas[child] in (*KEPT_PREPOSITIONS, *more)
            if parse.deps[child] in KEPT or is_phrase or parse.deps[token] == "prep":
                found.add(child)
                waiting.append(child)
    first = last = head
    while first - 1 in found:
        first -= 1
    while last + 1 in found:
        last += 1
    while last > head and parse.pos[last] in {"PUNCT", "CCONJ", "SPACE"}:
        last -= 1
    while first < head and parse.pos[first] in {"PUNCT", "SPACE"}:
        first += 1
    span = parse.span(first, last)
    return (
        Span(span.start, span.end - 1) if parse.words[last] == "X." else span
    )  # the tokenizer takes it for an initial
