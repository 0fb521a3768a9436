"""Moments, as users write them."""

from datetime import UTC, datetime, timedelta

from regesta.errors import ConfigError

DAY_CHARS = len("2026-11-26")


def parse_moment(value: str) -> datetime:
    """Return a moment in UTC: "2026-11-26T14:30", with an offset ("+02:00") if it is not UTC, or the end of a day.

    Raises:
        ConfigError: It is none.
    """
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ConfigError(f"{value!r} is no moment; write 2026-11-26 (its end), or 2026-11-26T14:30 (UTC)") from None
    if len(value.strip()) <= DAY_CHARS:
        moment += timedelta(days=1, microseconds=-1)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
