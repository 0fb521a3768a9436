"""Kinds of act, as users name them: event types and their modes."""

from collections.abc import Mapping
from typing import Any

from regesta.errors import ConfigError
from regesta.ontology.event_types import load_ontology, types_with_mode
from regesta.query.known import choice


def event_type(value: str) -> str:
    """Return the event type that a user means; a mode is refused with the types that have it.

    Raises:
        ConfigError: There is no such type.
    """
    if of := types_with_mode(value.lower()):
        raise ConfigError(f"no event type {value!r}; {value.lower()!r} is a mode, of {', '.join(of)}")
    return choice("event type", value, load_ontology().event_types)


def check_mode(fields: Mapping[str, Any]) -> None:
    """Refuse a mode that the event type, or else every type, lacks.

    Raises:
        ConfigError: There is no such mode.
    """
    event_types = load_ontology().event_types
    if "mode" in fields:
        types = [event_types[fields["type"]]] if "type" in fields else event_types.values()
        choice("mode", fields["mode"], [mode for event_type in types for mode in event_type.modes])
