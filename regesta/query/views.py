"""Named views, such as "sanctions": kinds of event that users ask for by name."""

from dataclasses import dataclass as plain_dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT, load_cameo, load_ontology
from regesta.ontology.load import read_yaml
from regesta.store.filters import EventKind

FILE = Path(str(files("regesta.query") / "views.yaml"))


@dataclass(frozen=True, config=STRICT)
class ViewEntry:
    """An entry of `views.yaml`."""

    title: str
    description: str
    kinds: tuple[dict[Literal["type", "mode", "cameo"], str], ...]


@plain_dataclass(frozen=True, slots=True)
class NamedView:
    """A named view.

    Attributes:
        title: Its name for readers.
        description: What belongs to it.
        kinds: The kinds of event, one of which must fit.
    """

    title: str
    description: str
    kinds: tuple[EventKind, ...]


@lru_cache(maxsize=1)
def load_views() -> dict[str, NamedView]:
    """Read and check `views.yaml`; the order of the file is kept.

    Raises:
        OntologyError: The file does not validate, or names an unknown type, mode or CAMEO code.
    """
    entries = read_yaml(FILE, dict[str, ViewEntry])
    views = {
        name: NamedView(entry.title, entry.description, tuple(EventKind(**kind) for kind in entry.kinds))
        for name, entry in entries.items()
    }
    for name, view in views.items():
        for kind in view.kinds:
            check_kind(name, kind)
    return views


def check_kind(view: str, kind: EventKind, file: Path = FILE) -> None:
    """Refuse a kind that no event can have.

    Args:
        view: Name of the view or cycle that has it.
        kind: The kind.
        file: The file that declares it, for the message.

    Raises:
        OntologyError: An unknown type, mode or CAMEO code, or nothing at all.
    """
    event_types = load_ontology().event_types
    where = f"{file}: {view}"
    if kind.type is not None and kind.type not in event_types:
        raise OntologyError(f"{where}: no event type {kind.type!r}")
    if kind.mode is not None and kind.mode not in (event_types[kind.type].modes if kind.type else ()):
        raise OntologyError(f"{where}: {kind.type} has no mode {kind.mode!r}")
    if kind.cameo is not None and not any(code.startswith(kind.cameo) for code in load_cameo()):
        raise OntologyError(f"{where}: no CAMEO code begins with {kind.cameo!r}")
    if kind == EventKind():
        raise OntologyError(f"{where}: a kind without type, mode and code fits every event")
