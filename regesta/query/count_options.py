"""What to count, from what users write: on the command line, in an address, in a notebook."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, get_args

from regesta.errors import ConfigError
from regesta.query.counts.count_groups import Group
from regesta.query.counts.count_table import CountQuery, Counts, Unit
from regesta.query.counts.timeline import Step
from regesta.query.filters import FilterReader
from regesta.query.known import choice, filled

STEPS: tuple[Step, ...] = get_args(Step)
EVERY: tuple[Step | Literal["all"], ...] = (*STEPS, "all")
GROUPS: tuple[Group, ...] = get_args(Group)
UNITS: tuple[Unit, ...] = get_args(Unit)
COUNTED: Mapping[Unit, str] = {
    "entries": "entries (happenings)",
    "events": "events (reports)",
    "killed": "people killed, by the highest number told of each entry,",
    "wounded": "people wounded, by the highest number told of each entry,",
}
OPTIONS = ("by", "every", "of", "zeros")


def read_count_query(filters: FilterReader, options: Mapping[str, str]) -> CountQuery:
    """Return what options ask to be counted.

    Args:
        filters: Reads the options that are filters of events.
        options: Filters, and `by` (groups with commas, "dyad,type"), `every` (a step, or "all"; "month" when not
            given), `of` ("entries", when not given, "events", "killed" or "wounded"), `zeros` ("yes", when not given,
            or "no").

    Raises:
        ConfigError: An unknown option or value; the message names the nearest.
    """
    given = filled(options)
    wanted = filters.event_filter({name: value for name, value in given.items() if name not in OPTIONS})
    return CountQuery(
        unit=choice("unit", given.get("of", "entries"), UNITS),
        by=read_groups(given.get("by", "")),
        step=read_step(given.get("every", "month")),
        wanted=wanted,
        zeros=choice("answer", given.get("zeros", "yes"), ("yes", "no")) == "yes",
    )


def query_of(by: str | Iterable[str], unit: Unit) -> CountQuery:
    """Return a query of all events, from groups and at most one length of a period, in any order.

    Raises:
        ConfigError: An unknown group or unit, or two lengths of a period.
    """
    names = by.split(",") if isinstance(by, str) else list(by)
    steps = [name.strip() for name in names if name.strip() in STEPS]
    if len(steps) > 1:
        raise ConfigError(f"by: {' and '.join(steps)} are two lengths of a period; give one")
    return CountQuery(
        unit=choice("unit", unit, UNITS),
        by=read_groups(",".join(name for name in names if name.strip() not in STEPS)),
        step=choice("step", steps[0], STEPS) if steps else None,
    )


def read_groups(value: str) -> tuple[Group, ...]:
    """Return the groups of a list with commas, in its order; () for "".

    Raises:
        ConfigError: An unknown group, or one named twice.
    """
    names = [name.strip() for name in value.split(",") if name.strip()]
    groups = tuple(choice("group", name, GROUPS) for name in names)
    if len(set(groups)) < len(groups):
        raise ConfigError(f"by: {value!r} names a group twice")
    return groups


def read_step(value: str) -> Step | None:
    """Return the length of a period; None for "all"."""
    name = choice("step", value, EVERY)
    return None if name == "all" else name


def about(counts: Counts) -> dict[str, Any]:
    """Return what a table of counts must be read with, as JSON."""
    left_out = counts.left_out
    return {
        "unit": counts.query.unit,
        "by": list(counts.query.by),
        "every": counts.query.step or "all",
        "first": counts.first.isoformat() if counts.first else None,
        "last": counts.last.isoformat() if counts.last else None,
        "left_out": {
            "undated": left_out.undated,
            "vague": left_out.vague,
            "outside": left_out.outside,
            "ungrouped": left_out.ungrouped,
            "several": left_out.several,
        },
    }


def remark(counts: Counts) -> str:
    """Return in one line what a table counts and what it leaves out."""
    left_out = counts.left_out
    parts = [
        (left_out.undated, "undated"),
        (left_out.vague, f"dated too vaguely for a {counts.query.step}"),
        (left_out.outside, f"outside {counts.first} to {counts.last}"),
        (left_out.ungrouped, "without a state to group by"),
        (left_out.several, "that tell of several acts at once"),
    ]
    told = ", ".join(f"{number} {words}" for number, words in parts if number)
    return f"{COUNTED[counts.query.unit]} counted" + (f"; left out: {told}" if told else "")
