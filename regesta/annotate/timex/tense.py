"""Whether a clause tells of the past or of the future."""

from itertools import islice

from regesta.model.parse import Parse

FUTURE_MODALS = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "can", "could", "should", "must"})
# Participles and adjectives that place their time ahead: "scheduled for Monday", "payable Dec. 1".
SCHEDULING = frozenset({"schedule", "expect", "plan", "slate", "set", "expire", "open", "start", "begin"})
ANNOUNCING = frozenset({"announce", "call", "arrange", "organize"})  # with "for": "was announced for Sunday"
# What is put off lies ahead: "postponed the vote until Monday", "was delayed to Friday", "were given until Friday".
POSTPONING = frozenset({"postpone", "extend", "delay", "adjourn", "defer", "push", "move", "remand", "suspend"})
MOVING = POSTPONING | {"reschedule", "shift", "bring", "advance"}  # with both days: "moved from Monday to Friday"
ALLOWING = frozenset({"give", "have", "allow", "grant"})
# What a day has seen, whatever the clause is about: "vowed to appeal Wednesday's ruling".
HAPPENED = frozenset({
    "ruling", "verdict", "decision", "attack", "bombing", "blast", "explosion", "raid", "killing", "shooting",
    "announcement", "statement", "remark", "comment", "violence", "clash", "crash", "coup", "arrest", "resignation",
})  # fmt: skip
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "nobody", "none", "nothing"})
UNITS = frozenset({"day", "week", "month", "year", "decade"})
# Past verbs whose infinitive happened with them: "managed to leave on Monday".
IMPLICATIVE = frozenset(
    {"manage", "fail", "begin", "start", "continue", "come", "try", "refuse", "cease", "help", "have", "use", "proceed"}
)
# Present-tense verbs that report rather than schedule: "he says Monday" is no plan.
REPORTING = frozenset({"say", "tell", "report", "add", "confirm", "show", "be", "have"})
DUE = frozenset({"due", "effective"})  # "payable and due June 1", "a pact effective June 1"
VERB_TAGS = ("VB", "MD")
PREPOSITION_TAGS = ("IN", "TO")
NEAR_HEADS = 3  # between a time and a verb that it belongs to, prepositions beyond them not counted
RANGE_WORDS = 5  # "from **Monday, May 4, to** Friday"
UNTIL_HEADS = 4  # "until **midnight** on **Thursday**"


def direction_at(parse: Parse, token: int) -> int:
    """Tell where the clause around a token lies in time.

    Args:
        parse: The article's parse.
        token: Index of a word in the clause, for instance of a time expression.

    Returns:
        -1 for the past, 1 for the future, 0 when the grammar does not say.
    """
    if parse.lemmas[parse.heads[token]] == "since":
        return -1
    preposition = parse.lemmas[parse.heads[token]]
    governor = parse.heads[parse.heads[token]]
    if preposition == "for" and parse.lemmas[governor] in ANNOUNCING:
        return 1
    if is_put_off(parse, token):
        return 1
    if parse.deps[token] == "poss" and preposition in HAPPENED:  # the noun that the day owns
        return -1
    if preposition in ("on", "in") and parse.lemmas[governor] == "set":  # "a record set on May 6"
        return -1
    if preposition == "in" and parse.lemmas[token] in UNITS and is_noted(parse, governor):
        return -1
    is_close = parse.deps[token] != "poss"
    for distance, word in enumerate((token, *parse.ancestors(token))):
        if parse.tags[word].startswith(VERB_TAGS) or parse.lemmas[word] in DUE:
            return verb_direction(parse, word, is_close=is_close)
        is_close = is_close and (distance < NEAR_HEADS or parse.tags[word] in PREPOSITION_TAGS)
    return 0


def verb_direction(parse: Parse, verb: int, *, is_close: bool) -> int:
    """Return the direction of the clause headed by a verb.

    Args:
        parse: The article's parse.
        verb: Index of the verb.
        is_close: The time modifies the verb itself, so that a present tense points ahead: "the offer expires Monday".
    """
    auxiliaries = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
    lemmas = {parse.lemmas[child] for child in auxiliaries} | {parse.words[child].lower() for child in auxiliaries}
    tags = {parse.tags[child] for child in auxiliaries} | {parse.tags[verb]}
    tag, lemma = parse.tags[verb], parse.lemmas[verb]
    if lemmas & FUTURE_MODALS:
        return -1 if "have" in lemmas or ("could" in lemmas and is_denied(parse, verb)) else 1
    if "TO" in tags:
        return -1 if "have" in lemmas else infinitive_direction(parse, verb)
    if lemma in SCHEDULING | DUE and tag in ("VBN", "JJ", "IN"):
        return -1 if "had" in lemmas else 1
    is_due = any(parse.lemmas[word] in DUE for word in parse.governed(verb, "acomp"))
    if is_supposed(parse, verb) or (is_due and "had" not in lemmas):
        return 1
    is_present_passive = tag == "VBN" and lemmas & {"be"} and not tags & {"VBD", "VB"} and not lemmas & {"have", "'ve"}
    if tags & {"VBD", "VBN"} and not (is_close and is_present_passive):
        return -1
    if tag == "VBG" and not auxiliaries:
        above = (word for word in parse.ancestors(verb) if parse.tags[word].startswith(VERB_TAGS))
        return next((verb_direction(parse, word, is_close=False) for word in above), 0)
    return 1 if is_close and tags & {"VBZ", "VBP"} and lemma not in REPORTING else 0


def is_supposed(parse: Parse, verb: int) -> bool:
    """Tell whether a past form supposes what lies ahead: "if they were freed by June, he would sign"."""
    is_condition = any(parse.words[child].lower() == "if" for child in parse.governed(verb, "mark"))
    above = {parse.lemmas[child] for child in parse.governed(parse.heads[verb], "aux")}
    had = any(parse.words[child].lower() in ("had", "'d") for child in parse.children[verb])
    return is_condition and not had and bool(above & FUTURE_MODALS) and "have" not in above


def is_put_off(parse: Parse, token: int) -> bool:
    """Tell whether something is put off to a time, or allowed until then."""
    for at in islice(parse.ancestors(token), UNTIL_HEADS):
        preposition, verb = parse.lemmas[at], parse.lemmas[parse.heads[at]]
        if preposition in ("until", "till"):
            return verb in POSTPONING | ALLOWING
        if preposition == "to" and verb in POSTPONING:
            return True
        if preposition == "from" and is_moved_from(parse, at):
            return True
    return False


def is_moved_from(parse: Parse, preposition: int) -> bool:
    """Tell whether something is moved from a time to another: "brought the talks forward **from** Friday to Monday"."""
    verb = next((word for word in parse.ancestors(preposition) if parse.tags[word].startswith("VB")), None)
    has_end = not {"to", "until", "till"}.isdisjoint(parse.lemmas[preposition + 1 : preposition + 1 + RANGE_WORDS])
    return has_end and verb is not None and parse.lemmas[verb] in MOVING


def is_denied(parse: Parse, verb: int) -> bool:
    """Tell whether a clause denies: "could not be reached Friday" is of the past, "could meet Friday" of the future."""
    children = parse.children[verb]
    words = (*children, *(word for child in children for word in parse.children[child]))
    return any(parse.words[word].lower() in NEGATIONS for word in words)


def is_noted(parse: Parse, noun: int) -> bool:
    """Tell whether something is the first or the most of its kind, as what has been is: "the first summit in years"."""
    if parse.pos[noun] not in ("NOUN", "PROPN"):
        return False
    children = parse.children[noun]
    words = (noun, *children, *(word for child in children for word in parse.children[child]))
    return any(parse.tags[word] in ("JJS", "RBS") or parse.lemmas[word] == "first" for word in words)


def infinitive_direction(parse: Parse, verb: int) -> int:
    """Return the direction of an infinitive: the future, unless it happened with the past verb above it.

    Who is "the first to come in 25 years" has come.
    """
    governor = parse.heads[verb]
    if parse.deps[verb] in ("relcl", "acl") and is_noted(parse, governor):
        return -1
    above = (governor, parse.heads[governor])  # "it had been due to expire Friday"
    is_over = any(parse.words[child].lower() == "had" for word in above for child in parse.governed(word, "aux"))
    happened = parse.lemmas[governor] in IMPLICATIVE and parse.tags[governor] in ("VBD", "VBN")
    return -1 if happened or is_over else 1
