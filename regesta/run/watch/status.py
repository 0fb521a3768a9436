"""How a watch is doing: lag, rate, and faults by cause and source."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from regesta.run.watch.state import WatchState, stamp

RECENT = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """How one source is doing.

    Attributes:
        name: What the user calls it.
        url: Its address.
        is_watched: Whether the last watch followed it.
        answered: When it last answered, UTC; None for never.
        due: When it is asked next, UTC.
        failures: Failures in a row.
        trouble: Why it failed last; None when it answered.
        waiting: Pages still to be read.
        oldest_waiting: When the longest waiting of them was listed, UTC; None for none.
        read: Pages read in the last day.
        per_hour: The same per hour.
        lag_s: Median time between publication and reading in the last day, in seconds; None where no times are known.
        faults: Pages that gave no article in the last day, by cause.
    """

    name: str
    url: str
    is_watched: bool
    answered: datetime | None
    due: datetime
    failures: int
    trouble: str | None
    waiting: int
    oldest_waiting: datetime | None
    read: int
    per_hour: float
    lag_s: float | None
    faults: dict[str, int]


def read_status(state: WatchState, now: datetime) -> list[SourceStatus]:
    """Return how every source is doing, by name."""
    since = stamp(now - RECENT)
    waiting = {
        row["source"]: row
        for row in state.rows(
            "SELECT source, count(*) AS number, min(found) AS oldest FROM pages WHERE done IS NULL GROUP BY source"
        )
    }
    faults: dict[str, dict[str, int]] = {}
    for row in state.rows(
        "SELECT source, cause, count(*) AS number FROM pages WHERE done >= ? AND cause IS NOT NULL "
        "GROUP BY source, cause ORDER BY source, cause",
        since,
    ):
        faults.setdefault(row["source"], {})[row["cause"]] = row["number"]
    found = []
    for row in list(state.rows("SELECT * FROM sources ORDER BY name")):
        name, mine = row["name"], waiting.get(row["name"])
        read, lags = recent(state, name, since)
        found.append(
            SourceStatus(
                name=name,
                url=row["url"],
                is_watched=bool(row["is_watched"]),
                answered=datetime.fromisoformat(row["answered"]) if row["answered"] else None,
                due=datetime.fromisoformat(row["due"]),
                failures=row["failures"],
                trouble=f"{row['cause']}: {row['reason']}" if row["cause"] else None,
                waiting=mine["number"] if mine else 0,
                oldest_waiting=datetime.fromisoformat(mine["oldest"]) if mine else None,
                read=read,
                per_hour=round(read / (RECENT / timedelta(hours=1)), 2),
                lag_s=median(lags) if lags else None,
                faults=faults.get(name, {}),
            )
        )
    return found


def recent(state: WatchState, source: str, since: str) -> tuple[int, list[float]]:
    """Return how many pages of a source were read since a time, and the seconds from publication to reading.

    A publication known only by its day gives no lag.
    """
    rows = list(
        state.rows("SELECT published, done FROM pages WHERE source = ? AND done >= ? AND cause IS NULL", source, since)
    )
    timed = [(row["published"], row["done"]) for row in rows if row["published"] and "T" in row["published"]]
    spans = [(datetime.fromisoformat(done) - datetime.fromisoformat(start)).total_seconds() for start, done in timed]
    return len(rows), [span for span in spans if span >= 0]
