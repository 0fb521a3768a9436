"""What `seats.yaml` tells: seats of power, organs, breakaway entities, regions, peoples and titles of states."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml

PATH = Path(str(files("regesta.resolve") / "data" / "seats.yaml"))


@dataclass(frozen=True, config=STRICT)
class Organ:
    """A seat that stands for one organ of a state."""

    name: str
    iso3: str
    sector: str


@dataclass(frozen=True, config=STRICT)
class Entity:
    """A breakaway entity or self-governing region, with its other names, capital and people."""

    name: str
    iso3: str
    names: tuple[str, ...]


@dataclass(frozen=True, config=STRICT)
class Seats:
    """The contents of `seats.yaml`."""

    seats: dict[str, tuple[str, ...]]
    organs: tuple[Organ, ...]
    bodies: dict[str, str]
    capitals: dict[str, tuple[str, ...]]
    breakaway: tuple[Entity, ...]
    regions: tuple[Entity, ...]
    peoples: dict[str, tuple[str, ...]]
    titles: dict[str, str]
    words: tuple[str, ...]
    foreign_words: tuple[str, ...]


@lru_cache(maxsize=1)
def load_seats() -> Seats:
    """Read `seats.yaml`."""
    return read_yaml(PATH, Seats)


def load_titles() -> dict[str, str]:
    """Return the code of the one state that has an office, by the office in lower case."""
    return load_seats().titles
