"""What SQLite's errors mean and what to do about them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from regesta.errors import StoreError

FULL = "the disk is full; free some space and run the same command again, what was stored is kept"
# By the beginning of SQLite's name of the error (https://www.sqlite.org/rescode.html), the longest first.
MEANINGS = {
    "SQLITE_BUSY": "another process is writing to it; wait until it has finished, or stop it",
    "SQLITE_LOCKED": "another process is writing to it; wait until it has finished, or stop it",
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only; change that, or use a copy elsewhere",
    "SQLITE_FULL": FULL,
    "SQLITE_NOTADB": "is not an SQLite database; give another path",
    "SQLITE_CORRUPT": "is damaged; restore a copy, or run the articles into a new store",
    "SQLITE_CANTOPEN": "cannot be opened; check that folder and file exist and may be read and written",
    "SQLITE_PERM": "cannot be opened; check that the file may be read and written",
    "SQLITE_IOERR_SHMSIZE": FULL,  # to read takes some room too, for the file that readers share
    "SQLITE_IOERR": "the disk failed while reading or writing; check the disk and its free space",
    "SQLITE_CONSTRAINT": "what was to be written contradicts what is stored",
}


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn errors of the database into errors for the user.

    Args:
        url: Where the store is.

    Raises:
        StoreError: The database raised; the message says where, what, and what to do.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{url}: {meaning(error.orig)}") from error
    except sqlite3.Error as error:
        raise StoreError(f"{url}: {meaning(error)}") from error


def meaning(error: BaseException | None) -> str:
    """Return what an error of SQLite means, with what to do."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for beginning, words in MEANINGS.items():
        if name.startswith(beginning):
            return f"{words} (SQLite: {error})"
    if "no such module: fts5" in str(error):
        return "this Python's SQLite has no full-text search (FTS5); use a Python that has"
    return f"the database refused: {error}"
