"""Words that tell whether an act happened, is planned, hypothetical or denied."""

from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class StatusWords:
    """Words for one status.

    Attributes:
        governors: Lemmas whose complement names the act.
        modals: Lemmas of auxiliaries of the act's verb.
        modifiers: Lemmas of modifiers of a noun that names the act.
    """

    governors: frozenset[str]
    modals: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, config=STRICT)
class StatusLexicon:
    """The words of each status other than happened, and the conjunctions of a condition."""

    planned: StatusWords
    hypothetical: StatusWords
    denied: StatusWords
    conditions: frozenset[str]


@lru_cache(maxsize=1)
def load_status() -> StatusLexicon:
    """Read `status.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "status.yaml", StatusLexicon)
