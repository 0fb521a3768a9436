"""Reads what a question asks for. The readers bring pydantic, so that they are imported on the first question."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from regesta.query.count_table import CountQuery, Unit
from regesta.query.register import Sort
from regesta.store.filters import EventFilter, StatementFilter
from regesta.store.view import View

if TYPE_CHECKING:
    from regesta.query.filters import FilterReader


def entry_filter(view: View, options: Mapping[str, str]) -> EventFilter:
    """Return the entries that options ask for.

    Raises:
        ConfigError: An unknown option or value.
    """
    return reader(view).entry_filter(options)


def event_filter(view: View, options: Mapping[str, str]) -> EventFilter:
    """Return the events that options ask for.

    Raises:
        ConfigError: An unknown option or value.
    """
    return reader(view).event_filter(options)


def statement_filter(view: View, options: Mapping[str, str]) -> StatementFilter:
    """Return the statements that options ask for.

    Raises:
        ConfigError: An unknown option or value.
    """
    return reader(view).statement_filter(options)


def reader(view: View) -> "FilterReader":
    """Return the reader of filters over a view."""
    from regesta.query.filters import FilterReader
    from regesta.resolve.states import state_code

    return FilterReader(view, state_code)


def sort_of(sort: str) -> Sort:
    """Return an order by its name.

    Raises:
        ConfigError: There is none.
    """
    from regesta.query.count_options import one_of
    from regesta.query.register import SORTS

    found: Sort = one_of("sort", sort, SORTS)
    return found


def query_of(by: str | Iterable[str], unit: Unit) -> CountQuery:
    """Return a query from groups and at most one length of a period, for all events.

    Raises:
        ConfigError: An unknown group, or two lengths of a period.
    """
    from regesta.errors import ConfigError
    from regesta.query.count_options import STEPS, UNITS, one_of, read_groups

    names = by.split(",") if isinstance(by, str) else list(by)
    steps = [name.strip() for name in names if name.strip() in STEPS]
    if len(steps) > 1:
        raise ConfigError(f"by: {' and '.join(steps)} are two lengths of a period; give one")
    return CountQuery(
        unit=one_of("unit", unit, UNITS),
        by=read_groups(",".join(name for name in names if name.strip() not in STEPS)),
        step=one_of("step", steps[0], STEPS) if steps else None,
    )
