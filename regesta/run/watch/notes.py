"""The file in which a watch notes what it did: its tables, and how it is opened, whoever made it and when."""

import sqlite3
from pathlib import Path

from regesta.errors import InputError
from regesta.store.sql.write_ahead import write_ahead

APPLICATION_ID = 0x52574154  # "RWAT": marks the file as ours (PRAGMA application_id)
WAIT_S = 30.0  # for another watch of the same state
TABLES = """
CREATE TABLE IF NOT EXISTS sources (
    name TEXT PRIMARY KEY, url TEXT NOT NULL, publisher TEXT NOT NULL, every_minutes REAL NOT NULL,
    pages INTEGER NOT NULL, is_watched INTEGER NOT NULL DEFAULT 1, etag TEXT, modified TEXT, asked TEXT, answered TEXT,
    due TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, cause TEXT, reason TEXT
);
CREATE TABLE IF NOT EXISTS pages (
    url TEXT PRIMARY KEY, source TEXT NOT NULL, title TEXT, published TEXT, publisher TEXT, byline TEXT, words TEXT,
    found TEXT NOT NULL, due TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, done TEXT, cause TEXT, reason TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS pages_waiting ON pages (due) WHERE done IS NULL;
CREATE INDEX IF NOT EXISTS pages_source ON pages (source, done);
"""


def open_notes(path: Path) -> sqlite3.Connection:
    """Open the file of a watch, with its tables made where there are none; a file that is refused is closed again.

    Raises:
        InputError: It is another program's.
        sqlite3.Error: It cannot be read or written.
    """
    db = sqlite3.connect(path, timeout=WAIT_S)
    try:
        db.row_factory = sqlite3.Row
        # In this order: another watch may be making them, and the mark comes with the tables.
        tables = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        mark = db.execute("PRAGMA application_id").fetchone()[0]
        if tables and mark != APPLICATION_ID:
            raise InputError(f"{path}: is another program's file, or a store; name another with --state")
        if not tables:
            write_ahead(db, WAIT_S)
            # Together: a file with tables and without the mark would be taken for another program's.
            db.executescript(f"BEGIN IMMEDIATE; {TABLES} PRAGMA application_id = {APPLICATION_ID}; COMMIT")
        add_bylines(db)
    except BaseException:
        db.close()
        raise
    return db


def add_bylines(db: sqlite3.Connection) -> None:
    """Add the column of bylines to the notes of a version before 0.14, which lack it."""
    columns = "SELECT name FROM pragma_table_info('pages')"
    if ("byline",) in (tuple(row) for row in db.execute(columns)):
        return
    with db:
        db.execute("BEGIN IMMEDIATE")  # another watch may be adding it
        if ("byline",) not in (tuple(row) for row in db.execute(columns)):
            db.execute("ALTER TABLE pages ADD COLUMN byline TEXT")
