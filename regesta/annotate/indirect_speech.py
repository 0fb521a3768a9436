"""What a cue attributes by the syntax of its sentence: clauses, infinitives, and phrases with quoted words."""

from collections.abc import Collection, Iterable

from regesta.annotate.speech_cues import Cue, is_infinitive
from regesta.model.parse import Parse

INFINITIVE_CLASSES = frozenset({"promises", "demands", "warns", "agrees", "asks"})
INFINITIVE_VERBS = frozenset({"tell"})
GERUND_PREPOSITIONS = frozenset({"of", "for"})
QUOTE_PREPOSITIONS = frozenset({"as", "of", "for"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})
REMARK_WORDS = frozenset({"which", "who", "whose", "where", "when"})
CLAUSE_DEPS = ("ccomp", "acl", "relcl", "advcl", "xcomp")
OBJECT_DEPS = ("dobj", "oprd", "attr", "acomp", "prep", "xcomp")


def reported_tokens(parse: Parse, cue: Cue) -> set[int]:
    """Return the tokens of the clauses or infinitives that a cue attributes; empty when there are none."""
    if cue.form == "noun":
        return clause_of_noun(parse, cue)
    if cue.form == "phrase":
        return clause_of_phrase(parse, cue)
    return clause_of_verb(parse, cue)


def clause_of_verb(parse: Parse, cue: Cue) -> set[int]:
    """Return what a verb reports: its clauses, its infinitive, its gerund, or the clause it interrupts."""
    found: set[int] = set()
    for child in parse.children[cue.token]:
        dep = parse.deps[child]
        if dep == "ccomp":
            found |= clause(parse, child)
        elif dep in {"xcomp", "advcl"} and is_infinitive(parse, child) and takes_infinitive(parse, cue):
            if child > cue.token and (dep == "xcomp" or cue.addressee is not None):
                found |= clause(parse, child)
        elif dep == "prep" and cue.speech_class == "accuses" and parse.lemmas[child] in GERUND_PREPOSITIONS:
            for gerund in parse.governed(child, "pcomp"):
                found |= clause(parse, gerund)
    if not found and parse.deps[cue.token] == "parataxis":
        above = parse.heads[cue.token]
        found = set(parse.subtree(above)) - set(parse.subtree(cue.token))
    return found


def takes_infinitive(parse: Parse, cue: Cue) -> bool:
    """Tell whether a cue's infinitive is what was said ("vowed to stay") and not what for."""
    return cue.speech_class in INFINITIVE_CLASSES or parse.lemmas[cue.token] in INFINITIVE_VERBS


def clause(parse: Parse, head: int) -> set[int]:
    """Return the tokens of a clause without the conjunction "that" that opens it and without what is not part of it."""
    tokens = set(parse.subtree(head))
    for mark in parse.governed(head, "mark"):
        if parse.lemmas[mark] == "that":
            tokens = {token for token in tokens if token > mark}
    for token in sorted(tokens):
        if is_stray_conjunct(parse, token) or is_trailing_remark(parse, token, max(tokens)):
            tokens -= set(parse.subtree(token))
    return tokens


def is_stray_conjunct(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is coordinated with one whose form it does not share: it belongs to the verb of speech.

    "The minister said the party would stay and added ..." and "vowed to stay and left" are such.
    """
    if parse.deps[verb] != "conj" or parse.tags[verb] not in FINITE_TAGS or any(parse.governed(verb, "nsubj", "aux")):
        return False
    return parse.tags[parse.heads[verb]] == "VB"


def is_trailing_remark(parse: Parse, verb: int, last: int) -> bool:
    """Tell whether a verb heads a non-restrictive relative clause at the end: ", which ..." is the reporter's."""
    if parse.deps[verb] != "relcl":
        return False
    tokens = parse.subtree(verb)
    return (
        tokens[-1] == last
        and parse.words[tokens[0] - 1] == ","
        and parse.lemmas[tokens[0]] in REMARK_WORDS
    )


def clause_of_noun(parse: Parse, cue: Cue) -> set[int]:
    """Return the that-clause or infinitive that hangs from a noun."""
    for child in parse.governed(cue.token, *CLAUSE_DEPS):
        first = min(parse.subtree(child))
        if child > cue.token and (parse.lemmas[first] == "that" and parse.deps[first] == "mark"):
            return clause(parse, child)
        if child > cue.token and is_infinitive(parse, child) and cue.speech_class in INFINITIVE_CLASSES | {"announces"}:
            return clause(parse, child)
    return set()


def clause_of_phrase(parse: Parse, cue: Cue) -> set[int]:
    """Return the clause that "according to somebody" belongs to: the sentence, or the part of it the phrase hangs from."""
    own = set(parse.subtree(cue.token))
    head = parse.heads[cue.token]
    while parse.pos[head] not in {"VERB", "AUX"} and parse.heads[head] != head:
        head = parse.heads[head]
    tokens = set(parse.subtree(head))
    return tokens - own if parse.pos[head] in {"VERB", "AUX"} else set()


def quoted_phrase(parse: Parse, quotation: Collection[int], cues: dict[int, Cue]) -> tuple[Cue, set[int]] | None:
    """Return the verb cue above quoted words, with the object they stand in: "called the raid" + `a "crime"`.

    Args:
        parse: The parse.
        quotation: Tokens of the quotation, marks included.
        cues: Verb cues by token.
    """
    child = next((t for t in quotation if parse.heads[t] not in quotation and parse.pos[t] != "PUNCT"), None)
    while child is not None and parse.heads[child] != child:
        above = parse.heads[child]
        if above in cues:
            if parse.deps[child] not in OBJECT_DEPS:
                return None
            if parse.deps[child] != "prep":
                return cues[above], set(parse.subtree(child))
            if parse.lemmas[child] in QUOTE_PREPOSITIONS:
                return cues[above], set(parse.subtree(child)) - {child}
            return None
        child = above
    return None
