"""Which changes of the register, from what users write: on the command line, in an address."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from regesta.errors import ConfigError
from regesta.query.changes import KINDS, ChangeFilter, ChangeKind
from regesta.query.filters import FilterReader
from regesta.query.known import choice, filled, whole
from regesta.query.moment import parse_days, parse_moment
from regesta.store.moments import TICK
from regesta.store.view import View

OF_ENTRIES = ("actor", "contains", "dyad", "min_killed", "min_support", "party", "place", "publisher", "recipient",
              "status", "type", "view")  # fmt: skip
OPTIONS = tuple(sorted((*OF_ENTRIES, "since", "what", "limit", "offset")))


def read_changes(reader: FilterReader, options: Mapping[str, str]) -> ChangeFilter:
    """Return which changes options ask for.

    Args:
        reader: Reads the filters of entries among them.
        options: Those of `OF_ENTRIES`; `since`, a day, month or year (its beginning) or a moment, the day of the last
            change when not given; `what`, kinds of change with commas; `limit`; `offset`.

    Raises:
        ConfigError: An unknown option or value; the message names the nearest.
    """
    given = filled(options)
    entries = {name: value for name, value in given.items() if name not in {"since", "what", "limit", "offset"}}
    limit = given.get("limit")
    return ChangeFilter(
        since=read_since(given["since"]) if "since" in given else day_of_last_change(reader.view),
        kinds=read_kinds(given.get("what", "")),
        entries=reader.entry_filter(entries),
        limit=whole("limit", limit, 0, 10**9) if limit else None,
        offset=whole("offset", given.get("offset", "0"), 0, 10**9),
    )


def read_kinds(value: str) -> tuple[ChangeKind, ...]:
    """Return the kinds of change that a user names with commas; all for "".

    Raises:
        ConfigError: An unknown kind; the message names the nearest.
    """
    return tuple(choice("kind of change", name.strip(), KINDS) for name in value.split(",") if name.strip()) or KINDS


def read_since(value: str) -> datetime:
    """Return the beginning of a day, month or year, or a moment, in UTC.

    Raises:
        ConfigError: It is neither.
    """
    try:
        return datetime.combine(parse_days(value)[0], time(), UTC)
    except ConfigError:
        pass
    try:
        return parse_moment(value)
    except ConfigError:
        raise ConfigError(
            f"since: {value!r} is no moment; write 2026-11-26 (its beginning), 2026-11, or 2026-11-26T14:30 (UTC)"
        ) from None


def day_of_last_change(view: View) -> datetime:
    """Return the beginning of the day on which a store last changed; that of the first of all days when it is empty."""
    changed = view.last_change()
    return datetime.combine(changed.date() if changed else datetime.min.date(), time(), UTC)


def just_before(moment: datetime) -> datetime:
    """Return the last instant before a moment."""
    return moment if moment <= datetime.min.replace(tzinfo=UTC) else moment - TICK
