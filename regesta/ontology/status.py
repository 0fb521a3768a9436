"""Words that tell whether an act happened, is planned, hypothetical or denied."""

from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class StatusWords:
    """Words for one status.

    Attributes:
        governors: Lemmas whose infinitive or object names the act.
        finite_governors: Lemmas whose that-clause names it too.
        modals: Lemmas of auxiliaries of the act's verb.
        modifiers: Lemmas of modifiers of a noun that names the act.
    """

    governors: frozenset[str]
    finite_governors: frozenset[str]
    modals: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, config=STRICT)
class StatusLexicon:
    """The words of each status other than happened.

    Attributes:
        planned: Words that make an act planned.
        hypothetical: Words that make it hypothetical.
        denied: Words that deny it.
        conditions: Conjunctions that open a condition.
        presupposing: Verbs whose object is taken to have happened.
        performing: Verbs by which a counted act is done ("agreed a sixth package"), though what they govern is planned.
        motion: Verbs of going; what one goes for is planned.
        disbelieving: Verbs by which a claim is called untrue.
        claims: Nouns of such claims.
        permitting: Verbs whose negation is an act of its own.
        untrue: Adjectives and nouns that call a claim or its content untrue.
        mistaken: Those that do so of a claim alone.
        truthful: Adjectives and nouns whose negation does so.
        untruly: Adverbs that call a report untrue.
        substance: Nouns of what an untrue claim lacks.
        proof: Nouns of what tells that an act happened; where there is none, it may not have.
        nobody: Words for nobody and nothing.
        abstaining: Verbs of leaving an act undone, each with the words up to the act.
        excluding: Those whose negation leaves the act open.
        stopping: Verbs by which somebody ends what he was doing.
        lifting: Verbs and nouns of taking back what was imposed.
        moving: Verbs by which what is planned gets another day.
        contemplating: Verbs of thinking an act over.
        deliberating: Verbs of talking it over.
        prospective: Adjectives of an act that is still to come.
        lasting: Verbs that tell of a state in the present: what is thought, wanted, kept up.
    """

    planned: StatusWords
    hypothetical: StatusWords
    denied: StatusWords
    conditions: frozenset[str]
    presupposing: frozenset[str]
    performing: frozenset[str]
    motion: frozenset[str]
    disbelieving: frozenset[str]
    claims: frozenset[str]
    permitting: frozenset[str]
    untrue: frozenset[str]
    mistaken: frozenset[str]
    truthful: frozenset[str]
    untruly: frozenset[str]
    substance: frozenset[str]
    proof: frozenset[str]
    nobody: frozenset[str]
    abstaining: frozenset[str]
    excluding: frozenset[str]
    stopping: frozenset[str]
    lifting: frozenset[str]
    moving: frozenset[str]
    contemplating: frozenset[str]
    deliberating: frozenset[str]
    prospective: frozenset[str]
    lasting: frozenset[str]


@lru_cache(maxsize=1)
def load_status() -> StatusLexicon:
    """Read `status.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "status.yaml", StatusLexicon)
