"""Acts of which a text leaves open whether they happened: "not clear **whether**", "**no evidence** that it had"."""

from regesta.coding.status.negation import is_negated, is_negated_itself
from regesta.coding.status.untrue import is_that_clause
from regesta.coding.triggers.arguments import carrier_of
from regesta.model.parse import Parse
from regesta.ontology.status import load_status

ASKING_DEPS = frozenset({"ccomp", "pcomp", "csubj", "csubjpass", "acl"})
WHETHER, IF = "whether", "if"
COMPARING = "as"  # "as if it had attacked"


def is_left_open(parse: Parse, act: int) -> bool:
    """Tell whether an act is what is asked, or what there is no proof of."""
    verb = act if parse.pos[act] in {"VERB", "AUX"} else carrier_of(parse, act)
    if verb is None:
        return False
    verb = parse.first_of_row(verb)
    return is_asked(parse, verb) or is_without_proof(parse, verb)


def is_asked(parse: Parse, verb: int) -> bool:
    """Tell whether a verb heads a question told in a sentence: "asked **whether** it had **attacked**"."""
    marks = [word for word in parse.governed(verb, "mark") if word < verb]
    if parse.deps[verb] not in ASKING_DEPS or not marks:
        return False
    is_comparison = any(parse.lemmas[word - 1] == COMPARING for word in marks if word)
    return not is_comparison and not {WHETHER, IF}.isdisjoint(parse.lemmas[word] for word in marks)


def is_without_proof(parse: Parse, verb: int) -> bool:
    """Tell whether a that-clause says what there is no proof of: "there was no evidence that it had **attacked**"."""
    noun = parse.heads[verb]
    if parse.deps[verb] not in {"acl", "ccomp", "relcl"} or not is_that_clause(parse, verb):
        return False
    if parse.lemmas[noun] not in load_status().proof:
        of_noun = (
            word for word in parse.governed(noun, "dobj", "attr", "nsubj") if parse.lemmas[word] in load_status().proof
        )
        noun = next(of_noun, verb)
    carrier = parse.heads[noun]
    return noun != verb and (is_negated_itself(parse, noun) or is_negated(parse, carrier))
