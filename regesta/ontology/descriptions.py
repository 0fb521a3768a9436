"""How far the words that describe an actor, or what is agreed on, tell one happening from another."""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from types import MappingProxyType

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.actor_sectors import load_sectors
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml


@dataclass(frozen=True, config=STRICT)
class DescriptionFile:
    """The contents of `descriptions.yaml`: lemmas, and codes of sectors in `kin`."""

    anyone: frozenset[str]
    kin: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[str, ...], ...]
    quantities: frozenset[str]
    modifiers: frozenset[str]
    deals: frozenset[str]
    kinds_of_deal: frozenset[str]
    fields: dict[str, frozenset[str]]


@plain_dataclass(frozen=True)
class Descriptions:
    """Lookups over `descriptions.yaml`.

    Attributes:
        anyone: Nouns that are put for any actor.
        kin: The sectors whose people are taken for those of a sector, by its code, with that sector itself.
        groups: The lines that a noun stands in, by noun.
        quantities: What stands before "of" and the people themselves.
        modifiers: Words beside the noun that say nothing of what people they are.
        deals: Nouns for what is agreed in writing.
        kinds_of_deal: Words beside them that say nothing of what it is about.
        fields: The words that may stand behind one that says it of many agreements: "tariffs" behind "trade".
    """

    anyone: frozenset[str]
    kin: Mapping[str, frozenset[str]]
    groups: Mapping[str, frozenset[int]]
    quantities: frozenset[str]
    modifiers: frozenset[str]
    deals: frozenset[str]
    kinds_of_deal: frozenset[str]
    fields: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_descriptions() -> Descriptions:
    """Read and check `descriptions.yaml`.

    Raises:
        OntologyError: The file does not validate, or names a sector that `sectors.yaml` does not declare.
    """
    content = read_yaml(DATA / "descriptions.yaml", DescriptionFile)
    sectors = load_sectors().descriptions
    if strange := {code for line in content.kin for code in line} - set(sectors):
        raise OntologyError(f"descriptions.yaml: kin: {min(strange)!r} is no sector of sectors.yaml")
    groups: dict[str, set[int]] = {}
    for place, line in enumerate(content.groups):
        for noun in line:
            groups.setdefault(noun, set()).add(place)
    return Descriptions(
        anyone=content.anyone,
        kin=MappingProxyType(
            {code: frozenset({code}.union(*(line for line in content.kin if code in line))) for code in sectors}
        ),
        groups=MappingProxyType({noun: frozenset(places) for noun, places in groups.items()}),
        quantities=content.quantities,
        modifiers=content.modifiers,
        deals=content.deals,
        kinds_of_deal=content.kinds_of_deal,
        fields=MappingProxyType(content.fields),
    )
