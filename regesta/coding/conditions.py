"""Conditions that no conjunction opens: "**Had** Iraq expelled them", "**Should** Mali leave", "**Were** Spain to"."""

from regesta.coding.arguments import carrier_of
from regesta.model.parse import Parse

INVERTED = frozenset({"had", "were", "should"})
OUTCOME_MODALS = frozenset({"would", "could", "might", "should", "will", "may", "must", "can"})
BEFORE = frozenset({"PUNCT", "CCONJ"})


def is_inverted_condition(parse: Parse, act: int) -> bool:
    """Tell whether an act stands in a condition opened by its own auxiliary."""
    verb = act if parse.pos[act] in {"VERB", "AUX"} else carrier_of(parse, act)
    if verb is None:
        return False
    while parse.deps[verb] == "conj" and not any(parse.governed(verb, "nsubj", "nsubjpass")):
        verb = parse.heads[verb]
    opener = opener_of(parse, verb)
    return opener is not None and opens_clause(parse, opener) and has_outcome(parse, opener)


def opener_of(parse: Parse, verb: int) -> int | None:
    """Return the auxiliary right before the subject of a verb, or of the "were" above it; None when there is none."""
    above = parse.heads[verb]
    bearers = (verb, above) if parse.words[above].lower() == "were" and parse.is_infinitive(verb) else (verb,)
    for bearer in bearers:
        for subject in parse.governed(bearer, "nsubj", "nsubjpass"):
            first = parse.subtree(subject)[0]
            if first > 0 and parse.words[first - 1].lower() in INVERTED and first <= verb:
                return first - 1
    return None


def opens_clause(parse: Parse, opener: int) -> bool:
    """Tell whether a word opens its sentence, or a clause behind the verb of the outcome: "would have spread **had** it"."""
    if opener == 0 or parse.words[opener].istitle():
        return True
    before = opener - 1
    return parse.pos[before] in BEFORE or parse.pos[before] in {"VERB", "NOUN", "PROPN", "ADJ", "PRON"}


def has_outcome(parse: Parse, opener: int) -> bool:
    """Tell whether the sentence of a condition says what it would lead to, and is no question."""
    root = opener
    while parse.heads[root] != root:
        root = parse.heads[root]
    words = [word for word in parse.subtree(root) if word != opener]
    if any(parse.words[word] == "?" for word in words):
        return False
    return any(parse.tags[word] == "MD" and parse.lemmas[word] in OUTCOME_MODALS for word in words)
