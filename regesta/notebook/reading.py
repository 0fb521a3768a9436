"""Reads what a question asks for. The readers bring pydantic, so that they are imported on the first question."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from regesta.errors import ConfigError
from regesta.query.count_table import CountQuery, Unit
from regesta.query.known import choice
from regesta.store.view import View

if TYPE_CHECKING:
    from regesta.query.filters import FilterReader


def reader(view: View) -> "FilterReader":
    """Return the reader of filters over a view."""
    from regesta.query.filters import FilterReader

    return FilterReader(view)


def query_of(by: str | Iterable[str], unit: Unit) -> CountQuery:
    """Return a query from groups and at most one length of a period, for all events.

    Raises:
        ConfigError: An unknown group, or two lengths of a period.
    """
    from regesta.query.count_options import STEPS, UNITS, read_groups

    names = by.split(",") if isinstance(by, str) else list(by)
    steps = [name.strip() for name in names if name.strip() in STEPS]
    if len(steps) > 1:
        raise ConfigError(f"by: {' and '.join(steps)} are two lengths of a period; give one")
    return CountQuery(
        unit=choice("unit", unit, UNITS),
        by=read_groups(",".join(name for name in names if name.strip() not in STEPS)),
        step=choice("step", steps[0], STEPS) if steps else None,
    )
