"""Conditions that no conjunction opens: "**Had** Iraq expelled them", "**Should** Mali leave", "**Were** Spain to"."""

from regesta.coding.triggers.arguments import carrier_of
from regesta.model.parse import SUBJECTS, Parse

INVERTED = frozenset({"had", "were", "should"})
OUTCOME_MODALS = frozenset({"would", "could", "might", "should", "will", "may", "must", "can"})
OPENING = frozenset({"PUNCT", "CCONJ"})
FRONTING = frozenset({"ADV", "ADP", "SCONJ", "DET"})  # "only **then** had it", "than had it"


def is_inverted_condition(parse: Parse, act: int) -> bool:
    """Tell whether an act stands in a condition opened by its own auxiliary."""
    verb = act if parse.pos[act] in {"VERB", "AUX"} else carrier_of(parse, act)
    if verb is None:
        return False
    while parse.deps[verb] == "conj" and not parse.governs(verb, *SUBJECTS):
        verb = parse.heads[verb]
    opener = opener_of(parse, verb)
    return opener is not None and opens_clause(parse, opener) and has_outcome(parse, opener)


def opener_of(parse: Parse, verb: int) -> int | None:
    """Return the auxiliary right before the subject of a verb, or of the "were" above it; None when there is none."""
    above = parse.heads[verb]
    around = (above, parse.heads[above]) if parse.is_infinitive(verb) else ()  # parsers hang "to visit" on its subject
    bearers = (verb, *(word for word in around if parse.words[word].lower() == "were"))
    for bearer in bearers:
        for subject in parse.governed(bearer, *SUBJECTS, "attr"):
            first = parse.subtree(subject)[0]
            if first > 0 and parse.words[first - 1].lower() in INVERTED and first <= verb:
                return first - 1
    return None


def opens_clause(parse: Parse, opener: int) -> bool:
    """Tell whether a word opens its sentence or clause, or follows its outcome: "would have spread **had** it"."""
    if opener == 0 or parse.words[opener].istitle() or parse.pos[opener - 1] in OPENING:
        return True
    root = next((above for above in (opener, *parse.ancestors(opener)) if parse.heads[above] == above), opener)
    before = (word for word in parse.subtree(root) if word < opener)
    return parse.pos[opener - 1] not in FRONTING and any(parse.tags[word] == "MD" for word in before)


def has_outcome(parse: Parse, opener: int) -> bool:
    """Tell whether the sentence of a condition says what it would lead to, and is no question."""
    root = opener
    while parse.heads[root] != root:
        root = parse.heads[root]
    words = [word for word in parse.subtree(root) if word != opener]
    if any(parse.words[word] == "?" for word in words):
        return False
    return any(parse.tags[word] == "MD" and parse.lemmas[word] in OUTCOME_MODALS for word in words)
