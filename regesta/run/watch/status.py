"""How a watch is doing: lag, rate, and faults by cause and source."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from regesta.run.watch.state import WatchState, stamp

RECENT = timedelta(days=1)
LEAST_WATCHED_S = 60.0  # of less no rate per hour is told


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
        retrying: How many of the waiting pages failed and are to be tried again, by cause and reason.
        read: Pages read and coded in the last day.
        watched_s: For how much of the last day the source was watched, in seconds: from its first page, or the start
            of that day, to when it was last asked or read.
        per_hour: Pages read per hour of that time; None where it is too short to tell.
        lag_s: Median time between publication and reading in the last day, in seconds; None where no times are known.
        faults: Pages that gave no article, or one that was not coded ("coding"), in the last day, by cause.
        reasons: The same by cause and reason.
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
    retrying: dict[str, int]
    read: int
    watched_s: float
    per_hour: float | None
    lag_s: float | None
    faults: dict[str, int]
    reasons: dict[str, int]


def read_status(state: WatchState, now: datetime) -> list[SourceStatus]:
    """Return how every source is doing, by name."""
    since = now - RECENT
    waiting = {
        row["source"]: row
        for row in state.rows(
            "SELECT source, count(*) AS number, min(found) AS oldest FROM pages WHERE done IS NULL GROUP BY source"
        )
    }
    faults = counted_by_cause(state, "done >= ?", stamp(since))
    retrying = counted_by_cause(state, "done IS NULL")
    found = []
    for row in list(state.rows("SELECT * FROM sources ORDER BY name")):
        name, mine = row["name"], waiting.get(row["name"])
        read, lags = recent(state, name, stamp(since))
        watched_s = time_watched(state, row, since).total_seconds()
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
                retrying=by_reason(retrying.get(name, ())),
                read=read,
                watched_s=watched_s,
                per_hour=round(read / watched_s * 3600, 2) if watched_s >= LEAST_WATCHED_S else None,
                lag_s=median(lags) if lags else None,
                faults=summed((cause, number) for cause, _, number in faults.get(name, ())),
                reasons=by_reason(faults.get(name, ())),
            )
        )
    return found


def counted_by_cause(state: WatchState, condition: str, *values: str) -> dict[str, list[tuple[str, str, int]]]:
    """Return cause, reason and number of the troubles of pages under a condition, most frequent first, by source."""
    found: dict[str, list[tuple[str, str, int]]] = {}
    for row in state.rows(
        f"SELECT source, cause, reason, count(*) AS number FROM pages WHERE {condition} AND cause IS NOT NULL "
        "GROUP BY source, cause, reason ORDER BY source, number DESC, cause, reason",
        *values,
    ):
        found.setdefault(row["source"], []).append((row["cause"], row["reason"], row["number"]))
    return found


def by_reason(counts: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    """Return numbers by cause and reason."""
    return {f"{cause}: {reason}": number for cause, reason, number in counts}


def summed(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the sum of the numbers of each cause."""
    sums: Counter[str] = Counter()
    for cause, number in counts:
        sums[cause] += number
    return dict(sorted(sums.items()))


def time_watched(state: WatchState, source: sqlite3.Row, since: datetime) -> timedelta:
    """Return how long a source was watched since a time: from its first page to when it was last asked or read."""
    [row] = state.rows("SELECT min(found) AS first, max(done) AS last FROM pages WHERE source = ?", source["name"])
    if not row["first"]:
        return timedelta(0)
    begun = max(datetime.fromisoformat(row["first"]), since)
    ended = max(datetime.fromisoformat(each) for each in (source["asked"], row["last"], row["first"]) if each)
    return max(ended - begun, timedelta(0))


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
