"""Claims that are called untrue: "it is not true that", "the rumour proved false", "falsely claimed that"."""

from regesta.coding.status.negation import is_negated, is_negated_itself
from regesta.model.parse import SUBJECTS, Parse
from regesta.ontology.status import load_status

LINKING = frozenset({"be", "prove", "turn", "remain"})
NAMING = frozenset({"call", "brand", "label"})
PREDICATE_DEPS = ("acomp", "attr", "oprd")


def is_called_untrue(parse: Parse, clause: int) -> bool:
    """Tell whether what a clause says is called untrue: "it is false **that**", "a lie **that**", "falsely claimed"."""
    words, above = load_status(), parse.heads[clause]
    if parse.deps[clause] == "ccomp" and any(
        parse.lemmas[adverb] in words.untruly for adverb in parse.governed(above, "advmod")
    ):
        return True
    if parse.deps[clause] not in {"ccomp", "acl", "relcl", "advcl"} or not is_that_clause(parse, clause):
        return False
    verb = parse.heads[above] if parse.deps[above] in PREDICATE_DEPS else above
    is_of_it = any(parse.lemmas[subject] == "it" for subject in parse.governed(verb, "nsubj", "dobj"))
    return is_of_it and is_predicated(parse, verb, words.untrue)


def is_untrue_claim(parse: Parse, claim: int) -> bool:
    """Tell whether a claim is called untrue: "the **rumour** proved false", "there is no truth in the **rumour**"."""
    words, above = load_status(), parse.heads[claim]
    if parse.deps[claim] == "nsubj":
        return is_predicated(parse, above, words.untrue | words.mistaken)
    lacking = parse.heads[above]
    is_of = parse.deps[claim] == "pobj" and parse.lemmas[lacking] in words.substance
    return is_of and is_negated_itself(parse, lacking)


def is_predicated(parse: Parse, verb: int, untrue: frozenset[str]) -> bool:
    """Tell whether a verb says of something that it is untrue, or denies that it is true.

    Args:
        parse: Parse of the article.
        verb: The verb.
        untrue: Adjectives and nouns that call something untrue.
    """
    if parse.lemmas[verb] not in LINKING | NAMING or any(
        parse.tags[aux] == "MD" for aux in parse.governed(verb, "aux")
    ):
        return False
    links = (verb, *(link for link in parse.governed(verb, "xcomp") if parse.lemmas[link] in LINKING))
    said = [word for link in links for word in parse.governed(link, *PREDICATE_DEPS)]
    said += [word for noun in said for word in parse.governed(noun, "amod")]
    is_not = any(is_negated(parse, word) for word in (*links, *said))
    lemmas = {parse.lemmas[word] for word in said}
    return bool(lemmas & (load_status().truthful if is_not else untrue))


def is_that_clause(parse: Parse, verb: int) -> bool:
    """Tell whether a clause that seems to be relative has a "that" which stands for nothing in it.

    Parsers take the "that" of "the rumour that Spain had expelled him" for a second object.
    """
    if parse.governs(verb, "mark"):
        return True
    that = [word for word in parse.governed(verb, "dobj", "advmod") if parse.words[word].lower() == "that"]
    has_subject = parse.governs(verb, *SUBJECTS)
    objects = [word for word in parse.governed(verb, "dobj") if word not in that]
    return has_subject and bool(that) and (parse.deps[that[0]] == "advmod" or bool(objects))
