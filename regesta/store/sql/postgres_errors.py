"""What PostgreSQL's errors mean and what to do about them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from regesta.errors import StoreError

LOST = "the connection to the server was lost; what was stored is kept, run the same command again"
UNREACHABLE = "cannot be opened; check that the server runs, and the host, database, user and password"
RESTARTING = "the database system is "  # "starting up", "shutting down": refused connections have no SQLSTATE

# By the beginning of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), the longest first.
MEANINGS = {
    "55P03": "another process is writing to it; wait until it has finished, or stop it",
    "25006": "cannot be written: the server is a copy for reading, or the database is set to read-only",
    "3F000": "its schema does not exist; make it with `CREATE SCHEMA`",
    "40001": "the server took the rows away while they were read; run the same command again",
    "42501": "this user may not do that; ask for the rights, or give another user",
    "53100": "the server's disk is full; free some space and run the same command again, what was stored is kept",
    "53300": "the server takes no more connections; wait, or raise its max_connections",
    "57014": "the server cancelled a query that took too long; raise its statement_timeout",
    "22": "it cannot hold a value",
    "23": "what was to be written contradicts what is stored",
    "57P": LOST,
    "08": LOST,
    "53": "the server is out of resources; run the same command again, what was stored is kept",
    "58": "the server's disk failed while reading or writing; check the disk",
    "XX": "is damaged; restore a copy, or run the articles into a new store",
}


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Turn errors of the database into errors for the user.

    Args:
        url: Where the store is, without a password.

    Raises:
        StoreError: The database raised; the message says where, what, and what to do.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{url}: {meaning(error)}") from error


def meaning(error: DBAPIError) -> str:
    """Return what an error of PostgreSQL means, with what to do."""
    state = getattr(error.orig, "sqlstate", None) or ""
    said = f"(PostgreSQL: {first_line(error.orig)})"
    for beginning, words in MEANINGS.items():
        if state.startswith(beginning):
            return f"{words} {said}"
    if error.connection_invalidated or (not state and RESTARTING in str(error.orig)):
        return f"{LOST} {said}"
    if not state:  # the server, or the library before it, refused the connection
        return f"{UNREACHABLE} {said}"
    return f"the database refused {said}"


def first_line(error: BaseException | None) -> str:
    """Return what an error says, on one line."""
    return " ".join(str(error).partition("\n")[0].split())
