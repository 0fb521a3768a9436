"""Words that mean the same in news: what one outlet calls a frontier, another calls a border."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class SynonymFile:
    """The contents of `synonyms.yaml`: groups of lower-case words of one meaning."""

    groups: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def load_synonyms() -> Mapping[str, str]:
    """Return the word that stands for each word of a group: the first of it.

    Raises:
        OntologyError: The file does not validate, or a word stands in two groups.
    """
    found: dict[str, str] = {}
    for group in read_yaml(DATA / "synonyms.yaml", SynonymFile).groups:
        for word in group:
            if found.setdefault(word, group[0]) != group[0]:
                raise OntologyError(f"synonyms.yaml: {word!r} is with {found[word]!r} and with {group[0]!r}: keep one")
    return MappingProxyType(found)
