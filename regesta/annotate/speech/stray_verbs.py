"""Verbs that a parser hangs inside a reported clause although they are the speaker's or the reporter's."""

from regesta.model.parse import Parse

# "Said he would go and added": the second verb is the speaker's own, whatever the parser hangs it from.
ADDING_VERBS = frozenset({"add", "say", "note", "stress"})
ADDING_PARTICIPLES = ADDING_VERBS | {"explain", "conclude", "emphasise", "emphasize"}
OTHER_SAYING = frozenset({"say", "tell", "add", "write"})
REMARK_WORDS = frozenset({"which", "who", "whose", "where", "when"})


def is_stray(parse: Parse, verb: int) -> bool:
    """Tell whether a verb inside a reported clause is the speaker's own next verb."""
    return is_stray_conjunct(parse, verb) or is_stray_participle(parse, verb)


def is_stray_conjunct(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is coordinated with one whose form it does not share.

    "The minister said the party would stay and added ..." and "vowed to stay and left" are such.
    """
    if parse.deps[verb] != "conj" or parse.tags[verb] not in {"VBD", "VBZ"}:
        return False
    if parse.governs(verb, "nsubj", "aux"):
        return False
    head = parse.heads[verb]
    if parse.lemmas[verb] in ADDING_VERBS and parse.deps[head] == "ccomp":
        return True
    return parse.tags[head] == "VB" or (parse.tags[verb] == "VBD" and parse.tags[head] in {"VBZ", "VBP"})


def is_stray_participle(parse: Parse, verb: int) -> bool:
    """Tell whether a participle after a reported clause is the speaker's: "said the aim was peace, adding that"."""
    if parse.lemmas[verb] not in ADDING_PARTICIPLES or parse.tags[verb] != "VBG" or parse.deps[verb] != "advcl":
        return False
    head = parse.heads[verb]
    return parse.deps[head] == "ccomp" and parse.heads[head] < min(head, verb) and parse.words[verb - 1] == ","


def is_other_statement(parse: Parse, verb: int) -> bool:
    """Tell whether a verb begins another statement beside the reported clause: ", and the ministry said"."""
    if parse.deps[verb] != "conj" or parse.lemmas[verb] not in OTHER_SAYING or not parse.governs(verb, "nsubj"):
        return False
    before = min(parse.subtree(verb)) - 1
    return before > 0 and parse.deps[before] == "cc" and parse.words[before - 1] == ","


def is_trailing_remark(parse: Parse, verb: int, last: int) -> bool:
    """Tell whether a verb heads a relative clause after a comma that ends a clause: ", which ..." is the reporter's.

    Args:
        parse: The parse.
        verb: The verb.
        last: Last token of the reported clause.
    """
    if parse.deps[verb] != "relcl":
        return False
    tokens = parse.subtree(verb)
    return (
        tokens[-1] == last
        and tokens[0] > 0
        and parse.words[tokens[0] - 1] == ","
        and parse.lemmas[tokens[0]] in REMARK_WORDS
    )
