"""Words that mean the same in news, and the contrary: what one outlet calls a frontier, another calls a border."""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from types import MappingProxyType

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class SynonymFile:
    """The contents of `synonyms.yaml`: lower-case words of one meaning, and pairs of them that are contraries."""

    groups: tuple[tuple[str, ...], ...]
    opposites: tuple[tuple[str, str], ...]


@plain_dataclass(frozen=True)
class Synonyms:
    """Lookups over `synonyms.yaml`.

    Attributes:
        meant: The word that stands for each word of a group: the first of it.
        opposites: Pairs of such words that say the contrary of each other.
    """

    meant: Mapping[str, str]
    opposites: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def load_synonyms() -> Synonyms:
    """Read and check `synonyms.yaml`.

    Raises:
        OntologyError: The file does not validate, a word stands in two groups, or a contrary is not first in its own.
    """
    content = read_yaml(DATA / "synonyms.yaml", SynonymFile)
    found: dict[str, str] = {}
    for group in content.groups:
        for word in group:
            if found.setdefault(word, group[0]) != group[0]:
                raise OntologyError(f"synonyms.yaml: {word!r} is with {found[word]!r} and with {group[0]!r}: keep one")
    for word in (word for pair in content.opposites for word in pair):
        if found.get(word, word) != word:
            raise OntologyError(f"synonyms.yaml: opposites: {word!r} stands with {found[word]!r}: write that instead")
    return Synonyms(MappingProxyType(found), content.opposites)
