"""What a watch remembers, in an SQLite file of its own: when each source was asked, and what became of every page."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self

from regesta.errors import InputError
from regesta.read.published import parse_published
from regesta.read.web.answer import Fetched, Refused
from regesta.read.web.feeds import Listed
from regesta.read.web.settings import FeedSource
from regesta.run.watch.notes import open_notes
from regesta.store.sql.sqlite_errors import explained, meaning

LONGEST_RETRY = timedelta(hours=12)  # that a page rests after a failure
KEPT = timedelta(days=60)  # pages done are forgotten then; one still listed is fetched again, and the store has it


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A source that is due.

    Attributes:
        name: What the user calls it.
        source: Its settings.
        etag: The server's mark of the version seen last.
        modified: The server's time of that version.
        failures: How often in a row it failed.
    """

    name: str
    source: FeedSource
    etag: str | None
    modified: str | None
    failures: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """A page that a source listed and that is still to be read.

    Attributes:
        listed: What the source said of it.
        publisher: Name of the publisher by the user's settings, which counts more; "" when they name none.
        pages: Whether the page itself is fetched.
        tries: How often it was tried.
    """

    listed: Listed
    publisher: str
    pages: bool
    tries: int


def stamp(moment: datetime) -> str:
    """Return a time as it is stored: UTC, so that text order is time order."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


class WatchState:
    """The file. Every method that writes is one transaction.

    Args:
        path: Where it is; made when there is none.
        create: Whether to make it.

    Raises:
        InputError: It cannot be opened, is something else, or is not there.
        StoreError: By every method: it cannot be read or written.
    """

    def __init__(self, path: Path, *, create: bool = True) -> None:
        if not create and not (path.is_file() and path.stat().st_size):
            raise InputError(f"{path}: no watch has run here; start one with `regesta watch`")
        self.path = path
        try:
            self.db = open_notes(path)
        except sqlite3.Error as error:
            raise InputError(f"{path}: cannot be opened as the state of a watch: {meaning(error)}") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Open a transaction; what is wrong with the file is told as of a store."""
        with explained(str(self.path)), self.db:
            yield

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.db.close()

    def set_sources(self, sources: Mapping[str, FeedSource], now: datetime) -> None:
        """Watch these sources and no others; what is known of the others is kept."""
        with self._writing():
            self.db.execute("UPDATE sources SET is_watched = 0")
            for name, source in sources.items():
                self.db.execute(
                    "INSERT INTO sources (name, url, publisher, every_minutes, pages, due) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (name) DO UPDATE SET url = excluded.url, publisher = excluded.publisher, "
                    "every_minutes = excluded.every_minutes, pages = excluded.pages, is_watched = 1, "
                    "etag = CASE WHEN url = excluded.url THEN etag END, "
                    "modified = CASE WHEN url = excluded.url THEN modified END",
                    (name, source.url, source.publisher, source.every_minutes, source.pages, stamp(now)),
                )

    def due(self, now: datetime, limit: int) -> list[Poll]:
        """Return sources that are due, the longest due first; also those last asked by a clock since set back."""
        rows = self.rows(
            "SELECT * FROM sources WHERE is_watched AND (due <= ? OR asked > ? OR asked IS NULL) "
            "ORDER BY due, name LIMIT ?",
            stamp(now), stamp(now), limit,
        )  # fmt: skip
        return [
            Poll(
                name=row["name"],
                source=FeedSource(
                    url=row["url"],
                    publisher=row["publisher"],
                    every_minutes=row["every_minutes"],
                    pages=bool(row["pages"]),
                ),
                etag=row["etag"],
                modified=row["modified"],
                failures=row["failures"],
            )
            for row in rows
        ]

    def note_listing(self, poll: Poll, found: Fetched, entries: Iterable[Listed], now: datetime) -> int:
        """Note what a source lists, together with the mark under which it will be unchanged. Return how many are new.

        Both in one transaction: a mark without the pages would lose them for ever.
        """
        due = now + timedelta(minutes=poll.source.every_minutes)
        with self._writing():
            before = self.db.total_changes
            self.db.executemany(
                "INSERT INTO pages (url, source, title, published, publisher, byline, words, found, due) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    (
                        listed.url,
                        poll.name,
                        listed.title,
                        listed.published.isoformat() if listed.published else None,
                        listed.publisher,
                        listed.byline,
                        None if poll.source.pages else listed.words,
                        stamp(now),
                        stamp(now),
                    )
                    for listed in entries
                ),
            )
            new = self.db.total_changes - before
            self.db.execute(
                "UPDATE sources SET etag = coalesce(?, CASE WHEN ? THEN NULL ELSE etag END), "
                "modified = coalesce(?, CASE WHEN ? THEN NULL ELSE modified END), asked = ?, answered = ?, due = ?, "
                "failures = 0, cause = NULL, reason = NULL WHERE name = ?",
                (
                    found.etag,
                    found.changed,
                    found.modified,
                    found.changed,
                    stamp(now),
                    stamp(now),
                    stamp(due),
                    poll.name,
                ),
            )
        return new

    def note_failure(self, poll: Poll, refused: Refused, now: datetime, due: datetime) -> None:
        """Note that a source did not answer, and when to ask again."""
        with self._writing():
            self.db.execute(
                "UPDATE sources SET asked = ?, due = ?, failures = failures + 1, cause = ?, reason = ? WHERE name = ?",
                (stamp(now), stamp(due), refused.cause, refused.reason, poll.name),
            )

    def waiting(self, now: datetime, limit: int) -> list[WaitingPage]:
        """Return pages that are to be read, the longest due first; also those put off by a clock since set back."""
        rows = self.rows(
            "SELECT pages.*, sources.pages AS fetch, sources.publisher AS set_publisher "
            "FROM pages JOIN sources ON sources.name = pages.source "
            "WHERE done IS NULL AND (pages.due <= ? OR found > ? OR pages.due > ?) "
            "ORDER BY pages.due, pages.url LIMIT ?",
            stamp(now), stamp(now), stamp(now + LONGEST_RETRY), limit,
        )  # fmt: skip
        return [
            WaitingPage(
                listed=Listed(
                    url=row["url"],
                    title=row["title"],
                    published=parse_published(row["published"]),
                    publisher=row["publisher"],
                    byline=row["byline"],
                    words=row["words"],
                ),
                publisher=row["set_publisher"],
                pages=bool(row["fetch"]) or row["words"] is None,
                tries=row["tries"],
            )
            for row in rows
        ]

    def note_done(self, outcomes: Mapping[str, tuple[str, str] | None], now: datetime) -> None:
        """Note pages that are stored, after they are: by address, with cause and reason of what went wrong, if any."""
        with self._writing():
            self.db.executemany(
                "UPDATE pages SET done = ?, words = NULL, tries = tries + 1, cause = ?, reason = ? WHERE url = ?",
                ((stamp(now), *(fault or (None, None)), url) for url, fault in outcomes.items()),
            )
            self.db.execute("DELETE FROM pages WHERE done < ?", (stamp(now - KEPT),))

    def note_retry(self, url: str, refused: Refused, due: datetime, *, tried: bool = True) -> None:
        """Note that a page did not come, and when to try again.

        Args:
            url: Address of the page.
            refused: Why.
            due: When to try again.
            tried: False when it was not even asked for.
        """
        with self._writing():
            self.db.execute(
                "UPDATE pages SET tries = tries + ?, due = ?, cause = ?, reason = ? WHERE url = ?",
                (tried, stamp(due), refused.cause, refused.reason, url),
            )

    def next_due(self) -> datetime | None:
        """Return when something is due next; None when nothing is watched."""
        [row] = self.rows(
            "SELECT min(due) FROM (SELECT due FROM sources WHERE is_watched UNION ALL "
            "SELECT due FROM pages WHERE done IS NULL)"
        )
        return datetime.fromisoformat(row[0]) if row[0] else None

    def rows(self, query: str, *values: object) -> Iterator[sqlite3.Row]:
        """Yield the rows of a question."""
        with explained(str(self.path)), closing(self.db.execute(query, values)) as cursor:
            yield from cursor
