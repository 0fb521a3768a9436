"""Brings a store to the newest revision of the tables; imported only when there is something to do."""

from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.schema import SetColumnComment

from regesta.errors import StoreError
from regesta.store.sql.tables import REVISION, metadata

MIGRATIONS = Path(str(files("regesta.store") / "migrations"))


def alembic_config(connection: Connection | None = None) -> Config:
    """Return the configuration under which Alembic works on a connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))  # % would interpolate
    config.attributes["connection"] = connection
    return config


def is_known(revision: str) -> bool:
    """Tell whether this Regesta has the migration that led to a revision."""
    try:
        return ScriptDirectory.from_config(alembic_config()).get_revision(revision) is not None
    except CommandError:
        return False


def upgrade(connection: Connection, revision: str | None, url: str) -> None:
    """Run the missing migrations inside the connection's transaction; on an empty database, all of them.

    Args:
        connection: Holds the write lock.
        revision: That of the tables that there are; None where there are none.
        url: Where the store is, without a password.

    Raises:
        StoreError: The tables were made by a newer Regesta.
    """
    if revision is not None and not is_known(revision):
        raise StoreError(
            f"{url}: was written by a newer Regesta (tables {revision}, this one knows {REVISION}); upgrade Regesta"
        )
    command.upgrade(alembic_config(connection), "head")
    if connection.dialect.supports_comments:
        describe(connection)


def describe(connection: Connection) -> None:
    """Write beside each column what it holds, for who reads the tables with other programs."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if column.comment:
                connection.execute(SetColumnComment(column))
