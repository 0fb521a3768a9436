"""Lets readers of an SQLite file go on beside a writer."""

import sqlite3
from time import monotonic, sleep
from typing import Any

STEP_S = 0.02


def write_ahead(connection: Any, wait_s: float) -> None:
    """Turn a file to journal mode WAL, which stays with it.

    SQLite does not wait for another process that is changing the mode too, whatever the timeout
    (https://www.sqlite.org/wal.html#sometimes_queries_return_sqlite_busy_in_wal_mode), so this waits.

    Args:
        connection: A connection by Python's `sqlite3`, or what SQLAlchemy wraps it in, outside of a transaction.
        wait_s: How many seconds to wait for others.

    Raises:
        sqlite3.OperationalError: The file stayed locked for so long.
    """
    until = monotonic() + wait_s
    while True:
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(STEP_S)
        else:
            return
