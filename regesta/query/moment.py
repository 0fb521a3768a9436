"""Days and moments, as users write them."""

import re
from datetime import UTC, date, datetime, timedelta

from regesta.errors import ConfigError

DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
DAY_CHARS = len("2026-11-26")


def parse_moment(value: str) -> datetime:
    """Return a moment in UTC: "2026-11-26T14:30", with an offset ("+02:00") if it is not UTC, or the end of a day.

    Raises:
        ConfigError: It is none.
    """
    try:
        moment = datetime.fromisoformat(value.strip())
        if len(value.strip()) <= DAY_CHARS:
            moment += timedelta(days=1, microseconds=-1)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the latter: an offset that leads out of the calendar
        raise ConfigError(f"{value!r} is no moment; write 2026-11-26 (its end), or 2026-11-26T14:30 (UTC)") from None


def parse_days(value: str) -> tuple[date, date]:
    """Return the first day of a day, month or year ("2022-12-19", "2022-12", "2022"), and the day after its last.

    Raises:
        ConfigError: It is none.
    """
    found = DAY.fullmatch(value)
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (None, None, None)
    try:
        start = date(year or 0, month or 1, day or 1)
        longest = timedelta(days=1 if day else 31 if month else 366)
        end = start + longest
    except (ValueError, OverflowError):
        raise ConfigError(f"{value!r} is no date; write 2022, 2022-12 or 2022-12-19") from None
    return start, end if day else end.replace(day=1) if month else end.replace(month=1, day=1)
