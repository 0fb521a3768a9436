"""Domains outside politics whose words make political triggers mean something else."""

from functools import lru_cache

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class Domain:
    """One domain.

    Attributes:
        share: Share of an article's content words from which on it belongs to the domain, 0 to 1.
        words: Lemmas.
    """

    share: float
    words: frozenset[str]


@dataclass(frozen=True, config=STRICT)
class Domains:
    """The domains by name."""

    domains: dict[str, Domain]


@lru_cache(maxsize=1)
def load_domains() -> dict[str, Domain]:
    """Read `domains.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(DATA / "domains.yaml", Domains).domains
