"""What a cue attributes by the syntax of its sentence: clauses, infinitives, and objects with quoted words."""

from collections.abc import Collection, Mapping

from regesta.annotate.speech.cues import SENTENCE_ENDS, Cue
from regesta.annotate.speech.stray_verbs import is_other_statement, is_stray, is_trailing_remark
from regesta.annotate.speech.subjects import inverted_subject, saying_of
from regesta.model.parse import FINITE_TAGS, Parse

INFINITIVE_CLASSES = frozenset({"promises", "demands", "warns", "agrees", "asks"})
INFINITIVE_NOUN_CLASSES = INFINITIVE_CLASSES | {"announces"}
INFINITIVE_VERBS = frozenset({"tell"})
QUOTE_PREPOSITIONS = frozenset({"as", "of", "for"})
MAX_ARTICLE_TOKENS = 3  # between a preposition and the quoted words it governs: "as a rather"
INTERRUPTING_TAGS = FINITE_TAGS | {"VBG"}
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
    """Return what a verb reports: its clauses, its infinitive, its gerund, or the clause it interrupts or follows."""
    reported = [child for child in parse.children[cue.token] if is_reported(parse, cue, child)]
    after = [child for child in reported if child > cue.token]
    if after:
        found = set().union(*(clause(parse, child) for child in after))
        is_aside = inverted_subject(parse, cue.token) is not None
        return found | set(parse.subtree(next(parse.governed(cue.token, "nsubj")))) if is_aside else found
    if reported:
        return {token for child in reported for token in clause(parse, child) if token < cue.first}
    above = parse.heads[parse.heads[cue.token]]
    if parse.deps[cue.token] == "pcomp" and saying_of(parse, above) == cue.token:
        return set().union(*(clause(parse, child) for child in parse.governed(above, "ccomp")))
    if cue.speech_class == "accuses":
        return accused_of(parse, cue)
    if parse.deps[cue.token] == "parataxis":
        return set(parse.subtree(parse.heads[cue.token])) - set(parse.subtree(cue.token))
    return later_that_clause(parse, cue) or earlier_clause(parse, cue)


def is_reported(parse: Parse, cue: Cue, child: int) -> bool:
    """Tell whether a dependent of a speech verb is what was said: a clause, or an infinitive where one can be."""
    dep = parse.deps[child]
    if not parse.is_infinitive(child):
        return dep == "ccomp"
    takes_infinitive = cue.speech_class in INFINITIVE_CLASSES or parse.lemmas[cue.token] in INFINITIVE_VERBS
    if not takes_infinitive or child < cue.token:
        return False
    is_called_for = any(parse.lemmas[mark] == "for" for mark in parse.governed(child, "mark"))
    return dep in {"ccomp", "xcomp"} or (dep == "advcl" and (is_called_for or cue.is_complemented))


def clause(parse: Parse, head: int) -> set[int]:
    """Return the tokens of a clause without the "that" or "for" that opens it and without what others say in it."""
    tokens = set(parse.subtree(head))
    for mark in parse.governed(head, "mark"):
        if parse.lemmas[mark] in {"that", "for"}:
            tokens = {token for token in tokens if token > mark}
    for token in sorted(tokens):
        if (
            is_stray(parse, token)
            or is_other_statement(parse, token)
            or is_trailing_remark(parse, token, last_word(parse, tokens) or token)
        ):
            tokens -= set(parse.subtree(token))
    return tokens


def last_word(parse: Parse, tokens: set[int]) -> int:
    """Return the last of some tokens that is no mark; 0 without one."""
    return max((token for token in tokens if any(map(str.isalnum, parse.words[token]))), default=0)


def accused_of(parse: Parse, cue: Cue) -> set[int]:
    """Return the gerund of "accused them of arming rebels", hung from the verb or from the accused."""
    for place in (cue.token, *parse.governed(cue.token, "dobj")):
        for prep in parse.governed(place, "prep"):
            if parse.lemmas[prep] == "of":
                for gerund in parse.governed(prep, "pcomp"):
                    return clause(parse, gerund)
    return set()


def later_that_clause(parse: Parse, cue: Cue) -> set[int]:
    """Return a that-clause the parser hung from a word between: "told the envoy in Minsk that ..."."""
    is_interrupted = False
    for token in range(cue.last + 1, len(parse)):
        if parse.lemmas[token] == "that" and parse.deps[token] == "mark":
            found = clause(parse, parse.heads[token])
            if parse.deps[token - 1] == "cc":  # "stressed his support and that ..."
                return {*range(cue.last + 1, token), *found}
            return set() if is_interrupted else found
        if parse.words[token] in SENTENCE_ENDS or parse.tags[token] in INTERRUPTING_TAGS:
            return set()
        is_interrupted |= parse.tags[token] == "VB"
    return set()


def earlier_clause(parse: Parse, cue: Cue) -> set[int]:
    """Return the sentence before ", the ministry announced" where the parser took the announcing for an aside."""
    if cue.speaker is None or parse.deps[cue.token] == "relcl" or not parse.governs(cue.token, "nsubj"):
        return set()
    sentence = parse.subtree([cue.token, *parse.ancestors(cue.token)][-1])
    start = min(cue.first, *parse.subtree(cue.speaker))
    before = [token for token in sentence if token < start - 1]
    if not before or parse.words[start - 1] != "," or parse.deps[before[0]] in {"mark", "advmod", "cc"}:
        return set()
    has_object = parse.governs(cue.token, "dobj") and not cue.is_complemented
    if has_object or any(parse.tags[token] in FINITE_TAGS for token in sentence if token > cue.last):
        return set()
    return set(before) if any(parse.tags[token] in FINITE_TAGS for token in before) else set()


def clause_of_noun(parse: Parse, cue: Cue) -> set[int]:
    """Return the that-clause or infinitive that hangs from a noun."""
    for child in parse.governed(cue.token, *CLAUSE_DEPS):
        first = min(parse.subtree(child))
        if first > cue.token and parse.lemmas[first] == "that" and parse.deps[first] == "mark":
            return clause(parse, child)
        if first == cue.token + 1 and parse.is_infinitive(child) and cue.speech_class in INFINITIVE_NOUN_CLASSES:
            return clause(parse, child)
    predicate = predicate_of(parse, cue.token)
    return set() if predicate is None else clause(parse, predicate)


def is_predicated(parse: Parse, noun: int) -> bool:
    """Tell whether what a noun for an utterance says is predicated of it: "his **reply** was that he knew of none"."""
    return predicate_of(parse, noun) is not None


def predicate_of(parse: Parse, noun: int) -> int | None:
    """Return the verb of the that-clause that a noun for an utterance is said to be; None without one."""
    above = parse.heads[noun]
    if parse.deps[noun] != "nsubj" or parse.lemmas[above] != "be" or parse.governs(above, "neg", "attr", "acomp"):
        return None
    for child in parse.governed(above, "ccomp"):
        first = min(parse.subtree(child))
        if first > above and parse.lemmas[first] == "that" and parse.deps[first] == "mark":
            return child
    return None


def clause_of_phrase(parse: Parse, cue: Cue) -> set[int]:
    """Return the clause that "according to somebody" belongs to.

    That is the rest of the sentence when the phrase begins or ends it, else the clause it hangs from.
    """
    own = set(parse.subtree(cue.token))
    above = list(parse.ancestors(cue.token))
    sentence = parse.subtree(above[-1] if above else cue.token)
    words = [token for token in sentence if any(map(str.isalnum, parse.words[token]))]
    if words[0] in own:
        return set(words) - own
    if words[-1] in own and "," in parse.words[min(own) - 2 : min(own)]:
        return {token for token in sentence if token < min(own)}
    head = next((token for token in above if parse.pos[token] in {"VERB", "AUX"}), None)
    return set() if head is None else set(parse.subtree(head)) - own


def quoted_object(
    parse: Parse, quotation: Collection[int], cues: Mapping[int, Cue]
) -> tuple[Cue, set[int], bool] | None:
    """Return the verb cue above quoted words, with the object they stand in: "called the raid" + `a "crime"`.

    Args:
        parse: The parse.
        quotation: Tokens of the quotation, marks included.
        cues: Verb cues by token.

    Returns:
        The cue, the tokens of the object, and whether the quoted words head it; None when no such cue governs them.
    """
    child = next((t for t in quotation if parse.heads[t] not in quotation and parse.pos[t] != "PUNCT"), None)
    while child is not None and parse.heads[child] != child:
        above = parse.heads[child]
        if above in cues:
            if parse.deps[child] not in OBJECT_DEPS:
                return None
            words = set(parse.subtree(child))
            if parse.deps[child] != "prep":
                return cues[above], words, child in quotation
            if parse.lemmas[child] not in QUOTE_PREPOSITIONS:
                return None
            is_near = any(child + gap in quotation for gap in range(1, MAX_ARTICLE_TOKENS + 1))
            return cues[above], words - {child}, is_near
        child = above
    return None
