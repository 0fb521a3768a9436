"""Forms of attribution that are speech though the network does not see them: "is reported to have said that"."""

from regesta.annotate.speech.cues import is_relayed_saying
from regesta.annotate.speech.indirect_speech import is_predicated
from regesta.annotate.speech.stray_verbs import FINITE_TAGS
from regesta.model.annotation import Quote
from regesta.model.parse import Parse
from regesta.ontology.speech_verbs import SpeechWords

TELLING_VERBS = frozenset({"tell", "inform", "assure", "notify"})
NEVER_SPEAK = frozenset({"IN", "TO", "WDT", "EX"})


def is_sure_form(parse: Parse, quote: Quote, words: SpeechWords) -> bool:
    """Tell whether the syntax of a cue alone makes it speech.

    Such are what somebody "is said to have told" others, what is told to somebody named beside the verb ("had told him
    that"), and a noun whose content is predicated of it ("his reply was that").
    """
    if quote.cue is None or quote.speaker is None:
        return False
    cue = parse.token_at(quote.cue.start)
    return is_indirectly_told(parse, quote, words) or is_telling(parse, cue)


def is_indirectly_told(parse: Parse, quote: Quote, words: SpeechWords) -> bool:
    """Tell whether somebody is said to have said something, or a noun for an utterance is what it says."""
    if quote.cue is None or quote.speaker is None:
        return False
    cue = parse.token_at(quote.cue.start)
    if parse.pos[cue] == "VERB":
        return is_relayed_saying(parse, cue)
    return parse.lemmas[cue] in words.nouns and is_predicated(parse, cue)


def is_telling(parse: Parse, verb: int) -> bool:
    """Tell whether a finite verb tells somebody a clause: "the minister had told him that no vote would be held"."""
    if parse.lemmas[verb] not in TELLING_VERBS or any(parse.governed(verb, "neg", "auxpass")):
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
