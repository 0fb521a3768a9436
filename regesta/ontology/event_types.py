"""The sixteen event types with their modes, contexts and CAMEO codes."""

import csv
import io
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.load import DATA, read_yaml
from regesta.shipped import read_shipped

STRICT = ConfigDict(extra="forbid")
QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")  # classes 1 to 4


@dataclass(frozen=True, config=STRICT)
class EventType:
    """One event type as `event_types.yaml` declares it.

    Attributes:
        name: What readers see in place of the code, a verb: "meet or talk".
        description: The act, in words.
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        intensity: -10 (conflict) to +10 (cooperation).
        recipient_required: Whether an event without a recipient is no event, unless the network reads it.
        modes: Its modes.
        roles: Arguments beside actor and recipient.
        cameo: CAMEO code of the type as a whole.
        mutual: Whether such an act takes two, whoever of them is named first.
        mode_names: What readers see in place of a mode; modes without one are called as they are.
    """

    name: str
    description: str
    quad: Literal[1, 2, 3, 4]
    intensity: Annotated[float, Field(ge=-10, le=10)]
    recipient_required: bool
    modes: tuple[str, ...]
    roles: tuple[str, ...]
    cameo: str
    mutual: bool = False
    mode_names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, config=STRICT)
class Ontology:
    """The event types by name, and the contexts."""

    event_types: dict[str, EventType]
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class CameoCode:
    """One CAMEO code and its PLOVER equivalent.

    Attributes:
        code: Two to four digits, with the leading zero.
        description: Its name in the CAMEO codebook.
        goldstein: Goldstein score, -10 to +10.
        event_type: PLOVER event type; None for codes PLOVER dropped.
        mode: PLOVER mode; None when the type alone renders it.
        contexts: PLOVER contexts it implies.
    """

    code: str
    description: str
    goldstein: float
    event_type: str | None
    mode: str | None
    contexts: tuple[str, ...]


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """Read and check `event_types.yaml`.

    Raises:
        OntologyError: The file does not validate, or a type names an unknown CAMEO code.
    """
    ontology = read_yaml(DATA / "event_types.yaml", Ontology)
    for name, event_type in ontology.event_types.items():
        if event_type.cameo not in load_cameo():
            raise OntologyError(f"event_types.yaml: {name}: CAMEO code {event_type.cameo!r} is not in the crosswalk")
        if strange := event_type.mode_names.keys() - set(event_type.modes):
            raise OntologyError(f"event_types.yaml: {name}: mode_names has {min(strange)!r}, which is no mode of it")
    return ontology


def act_name(event_type: str, mode: str | None = None) -> str:
    """Return what readers see in place of a type and mode: "visit" for CONSULT visit, "meet or talk" for CONSULT.

    A type that is no longer declared, of events coded with another ontology, is called by its code in small letters.
    """
    known = load_ontology().event_types.get(event_type)
    if mode:
        return known.mode_names.get(mode, mode_text(mode)) if known else f"{event_type.lower()}, {mode_text(mode)}"
    return known.name if known else event_type.lower()


def is_mutual(event_type: str) -> bool:
    """Tell whether acts of a type take two, whoever of them is named first; not of one that is no longer declared."""
    known = load_ontology().event_types.get(event_type)
    return known is not None and known.mutual


def types_with_mode(mode: str) -> list[str]:
    """Return the codes of the types that have a mode."""
    return [code for code, known in load_ontology().event_types.items() if mode in known.modes]


def mode_text(mode: str) -> str:
    """Return a mode or context as words: "human rights"."""
    return mode.replace("_", " ").replace("-", " ")


@lru_cache(maxsize=1)
def load_cameo() -> Mapping[str, CameoCode]:
    """Read the CAMEO crosswalk, by code."""
    table = read_shipped(DATA / "crosswalks" / "cameo.csv").decode("utf-8")
    codes = {
        row["cameo"]: CameoCode(
            code=row["cameo"],
            description=row["description"],
            goldstein=float(row["goldstein"]),
            event_type=row["event_type"] or None,
            mode=row["mode"] or None,
            contexts=tuple(filter(None, row["contexts"].split(";"))),
        )
        for row in csv.DictReader(io.StringIO(table, newline=""))
    }
    return MappingProxyType(codes)
