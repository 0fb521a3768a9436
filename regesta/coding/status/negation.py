"""Tells whether a word is negated, wherever in its clause the negation stands: "did not", "no country", "has yet"."""

from regesta.coding.triggers.arguments import is_passive
from regesta.model.parse import ARGUMENT_DEPS, SUBJECTS, Parse
from regesta.ontology.status import load_status

NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor"})
LIMITING_WORDS = frozenset({"only", "just", "merely", "simply", "always"})  # "has not only threatened": it has
QUOTE_MARKS = frozenset({'"', "'", "''", "’", "”"})
ASKING = frozenset({"urge", "want", "advise", "recommend"})  # who "urged no delay" has urged
EXCEPTING = frozenset({"but", "except", "save", "besides", "than"})  # "no country but Turkey": Turkey did
PUT_OFF = frozenset({"yet", "still"})  # "has yet to visit"
PRESENT = frozenset({"has", "have", "'s", "'ve", "is", "are"})
PARTLY = frozenset({"all", "every", "everybody", "everyone", "many", "much"})  # "not all states": some did
NEGATED_PHRASES = frozenset({"way", "time", "point", "stage", "circumstance", "account", "case"})  # "at no time"
COORDINATED_VERBS = frozenset({"VB", "VBN", "VBD", "VBG"})


def is_negated(parse: Parse, token: int) -> bool:
    """Tell whether a word is negated, directly or by what its clause says of who did it to whom."""
    return is_negated_itself(parse, token) or (parse.pos[token] in {"VERB", "AUX"} and is_undone(parse, token))


def is_negated_itself(parse: Parse, token: int) -> bool:
    """Tell whether a word is negated directly: "did not", "no talks", "without talks", "without meeting"."""
    if is_without(parse, token):
        return True
    negations = (c for c in parse.governed(token, "neg", "det", "advmod", "preconj") if is_negation(parse, c))
    return any(parse.deps[word] == "neg" or word < token for word in negations)


def is_without(parse: Parse, token: int) -> bool:
    """Tell whether a word hangs on "without"."""
    return parse.deps[token] in {"pobj", "pcomp"} and parse.lemmas[parse.heads[token]] == "without"


def is_negation(parse: Parse, word: int) -> bool:
    """Tell whether a word is a negation, and not of the word behind it alone."""
    return (parse.deps[word] == "neg" or parse.lemmas[word] in NEGATIONS) and not is_limited(parse, word)


def is_limited(parse: Parse, negation: int) -> bool:
    """Tell whether a negation is of the word behind it alone: "not **only** threatened but struck", "the 'no' vote"."""
    return negation + 1 < len(parse) and parse.lemmas[negation + 1] in LIMITING_WORDS | QUOTE_MARKS


def is_undone(parse: Parse, verb: int) -> bool:
    """Tell whether a clause denies its verb without a "not" beside it: "**no** diplomats were expelled"."""
    if none_taking_part(parse, verb) is not None or is_put_off(parse, verb) or is_never(parse, verb):
        return True
    return shares_negation(parse, verb)


def none_taking_part(parse: Parse, verb: int) -> int | None:
    """Return the party that is none: "**none** of them was released", "sent **no aid**"; None without any."""
    deps = SUBJECTS if parse.lemmas[verb] in ASKING else ARGUMENT_DEPS
    parties = [*parse.governed(verb, *deps), *relative_of_none(parse, verb)]
    agents = (noun for prep in parse.governed(verb, "agent") for noun in parse.governed(prep, "pobj"))
    none = next((party for party in (*parties, *agents) if is_none(parse, party)), None)
    return None if none is None or has_exception(parse, verb, none) else none


def relative_of_none(parse: Parse, verb: int) -> list[int]:
    """Return what a relative clause is about where it is said not to exist: "there is no **state** that has"."""
    noun = parse.heads[verb]
    is_missed = parse.deps[verb] == "relcl" and parse.governs(parse.heads[noun], "expl")
    return [noun] if is_missed else []


def is_none(parse: Parse, noun: int) -> bool:
    """Tell whether a noun stands for nobody and nothing: "nobody", "no country", "not a single rocket", "not one"."""
    if parse.lemmas[noun] in load_status().nobody:
        return True
    words = (word for word in parse.governed(noun, "neg", "det", "preconj") if is_negation(parse, word))
    if any(word < noun and parse.lemmas[word + 1] not in PARTLY for word in words):
        return True
    counts = (parse.governed(number, "neg") for number in parse.governed(noun, "nummod"))
    return any(parse.lemmas[word + 1] == "one" for words in counts for word in words)


def has_exception(parse: Parse, verb: int, none: int) -> bool:
    """Tell whether some did, or did less: "no country **but** Turkey", "no country has sent more **than** Poland"."""
    parts = (none, *parse.governed(verb, "dobj", "prep"))
    words = (word for part in parts for word in parse.subtree(part) if word != verb)
    return any(parse.lemmas[word] in EXCEPTING for word in words)


def is_put_off(parse: Parse, verb: int) -> bool:
    """Tell whether an act is one that somebody "has **yet** to" do."""
    above = parse.heads[verb]
    is_under = parse.is_infinitive(verb) and parse.deps[verb] in {"xcomp", "advcl", "ccomp"}
    if not is_under or parse.words[above].lower() not in PRESENT:
        return False
    return any(parse.lemmas[word] in PUT_OFF and above < word < verb for word in parse.governed(above, "advmod"))


def is_never(parse: Parse, verb: int) -> bool:
    """Tell whether an adverb or a phrase in front denies a verb: "**no longer** bombs", "**at no time** did it"."""
    adverbs = (word for word in parse.governed(verb, "advmod") if parse.lemmas[word] in {"long", "longer"})
    if any(parse.lemmas[no] == "no" for word in adverbs for no in parse.children[word]):
        return True
    helpers = (verb, *parse.governed(verb, "aux"))
    phrases = (noun for at in helpers for prep in parse.governed(at, "prep") for noun in parse.governed(prep, "pobj"))
    return any(parse.lemmas[noun] in NEGATED_PHRASES and is_none(parse, noun) for noun in phrases)


def shares_negation(parse: Parse, verb: int) -> bool:
    """Tell whether a verb shares the negation of one before it, or opens with "nor": "did not meet **or** speak"."""
    if any(parse.lemmas[word] == "nor" and word < verb for word in parse.governed(verb, "cc")):
        return True
    first = parse.heads[verb]
    if parse.deps[verb] != "conj" or parse.tags[verb] not in COORDINATED_VERBS:
        return False
    joined_by = coordinator(parse, verb)
    if joined_by == "nor":
        return True
    if parse.governs(verb, *SUBJECTS, "expl", "aux"):
        return False
    if joined_by == "or":
        return is_negated(parse, first)
    none = none_taking_part(parse, first) if parse.tags[first] == parse.tags[verb] else None
    return joined_by == "and" and none is not None and none in subjects_of(parse, first)  # "nobody came **and** saw"


def subjects_of(parse: Parse, verb: int) -> tuple[int, ...]:
    """Return the grammatical subjects of a verb."""
    return tuple(parse.governed(verb, "nsubjpass" if is_passive(parse, verb) else "nsubj"))


def coordinator(parse: Parse, verb: int) -> str:
    """Return the word that joins a verb to the one before it, maybe behind it: "attacked, **shelled** or bombed"."""
    first = parse.heads[verb]
    between = [word for word in parse.governed(first, "cc") if first < word < verb]
    after = [word for word in parse.governed(verb, "cc") if word > verb and parse.governs(verb, "conj")]
    return next((parse.lemmas[word] for word in (*reversed(between), *after)), "")
