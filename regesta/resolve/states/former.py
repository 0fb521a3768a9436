"""States that are no more, names that meant another state, and past capitals, each with its days."""

from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from pydantic.dataclasses import dataclass

from regesta.ontology.event_types import STRICT
from regesta.ontology.load import read_yaml

PATH = Path(str(files("regesta.resolve") / "data" / "former.yaml"))


@dataclass(frozen=True, config=STRICT)
class FormerState:
    """A state that is no more.

    Attributes:
        name: Its English short name.
        iso3: The code under which today's data go on.
        until: The day after its last.
        since: Its first day; None where no seat stood for it.
        people: Its adjectives.
        names: Its other names.
        seats: Cities and palaces that stood for it in its days.
    """

    name: str
    iso3: str
    until: date
    since: date | None = None
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, config=STRICT)
class Meant:
    """A name that meant another state in its days than it does now."""

    name: str
    iso3: str
    until: date
    since: date | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, config=STRICT)
class Former:
    """The contents of `former.yaml`; capitals with the day from which they are none."""

    states: tuple[FormerState, ...]
    meant: tuple[Meant, ...]
    capitals: dict[str, date]


@lru_cache(maxsize=1)
def load_former() -> Former:
    """Read `former.yaml`.

    Raises:
        OntologyError: The file does not validate.
    """
    return read_yaml(PATH, Former)
