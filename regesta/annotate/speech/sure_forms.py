"""Forms of attribution that are speech though the network does not see them: "is reported to have said that"."""

from regesta.annotate.speech.cues import RELAYING_VERBS, is_relayed_saying
from regesta.annotate.speech.indirect_speech import is_predicated
from regesta.annotate.speech.subjects import inverted_subject
from regesta.model.annotation import Quote
from regesta.model.parse import FINITE_TAGS, Parse
from regesta.model.span import Span
from regesta.ontology.speech_verbs import SpeechWords

TELLING_VERBS = frozenset({"tell", "inform", "assure", "notify"})
NEVER_SPEAK = frozenset({"IN", "TO", "WDT", "EX"})


def is_sure_form(parse: Parse, quote: Quote, words: SpeechWords) -> bool:
    """Tell whether the syntax of a cue alone makes it speech.

    Such are what somebody "is said to have told" others, what is told to somebody named beside the verb ("had told him
    that"), a noun whose content is predicated of it ("his reply was that"), and "it was announced that".
    """
    if quote.cue is None:
        return False
    cue = parse.token_at(quote.cue.start)
    if quote.speaker is None:
        return is_impersonal(parse, cue)
    return is_indirectly_told(parse, quote, words) or is_telling(parse, cue)


def is_indirectly_told(parse: Parse, quote: Quote, words: SpeechWords) -> bool:
    """Tell whether somebody is said to have said something, says it in an aside, or a noun is what it says."""
    if quote.cue is None or quote.speaker is None:
        return False
    cue = parse.token_at(quote.cue.start)
    if parse.pos[cue] == "VERB":
        return is_relayed_saying(parse, cue) or inverted_subject(parse, cue) is not None
    return parse.lemmas[cue] in words.nouns and is_predicated(parse, cue)


def is_hearsay_about(parse: Parse, cue: Span, speaker: Span) -> bool:
    """Tell whether a speaker is only he of whom others say something: "China **is said** to have held the editor"."""
    verb = next((token for token in parse.tokens_in(cue) if parse.lemmas[token] in RELAYING_VERBS), None)
    if verb is None or not parse.governs(verb, "auxpass"):
        return False
    subject = next(parse.governed(verb, "nsubjpass"), None)
    is_of_deed = any(parse.is_infinitive(child) for child in parse.governed(verb, "xcomp"))
    return is_of_deed and subject is not None and speaker.contains(parse.span(subject))


def is_impersonal(parse: Parse, verb: int) -> bool:
    """Tell whether nobody is named who announces: "**it was announced** on Friday that the envoys would leave"."""
    subjects = [parse.lemmas[token] for token in parse.governed(verb, "nsubjpass")]
    is_passive = parse.governs(verb, "auxpass") and not parse.governs(verb, "neg", "agent")
    clauses = (child for child in parse.governed(verb, "ccomp") if child > verb)
    has_that = any(parse.lemmas[mark] == "that" for child in clauses for mark in parse.governed(child, "mark"))
    return is_passive and has_that and subjects == ["it"]


def is_telling(parse: Parse, verb: int) -> bool:
    """Tell whether a finite verb tells somebody a clause: "the minister had told him that no vote would be held"."""
    if parse.lemmas[verb] not in TELLING_VERBS or parse.governs(verb, "neg", "auxpass"):
        return False
    past = parse.tags[verb] == "VBN" and any(parse.lemmas[aux] == "have" for aux in parse.governed(verb, "aux"))
    subject = next(parse.governed(verb, "nsubj"), None)
    if not (past or parse.tags[verb] == "VBD") or subject is None or parse.tags[subject] in NEVER_SPEAK:
        return False
    told = [child for child in parse.governed(verb, "dobj", "dative") if child > verb]
    clauses = [child for child in parse.governed(verb, "ccomp") if child > verb]
    return bool(told) and any(is_finite(parse, child) for child in clauses)


def is_finite(parse: Parse, verb: int) -> bool:
    """Tell whether a verb or one of its auxiliaries is finite."""
    return any(parse.tags[token] in FINITE_TAGS for token in (verb, *parse.governed(verb, "aux", "auxpass")))
