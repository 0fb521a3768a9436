"""Events are found by how many people they count, statements by the office or description of their speakers.

Both are made from the bodies of events and statements with the functions that make them for new ones: a body reads as
it always did, and what is found by it is to be the same for old articles and new ones.
"""

from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from regesta.store.sql import rows
from regesta.store.sql.column_types import Key, Text
from regesta.store.sql.encoding import EVENT, STATEMENT

revision = "r0010"
down_revision = "r0009"

BATCH = 1000


def upgrade() -> None:
    """Add the tolls and the descriptions, and fill them."""
    tolls = op.create_table(
        "tolls",
        sa.Column("event", Key, sa.ForeignKey("events.key"), primary_key=True),
        sa.Column("role", Text, primary_key=True),
        sa.Column("low", sa.BigInteger, primary_key=True),
        sa.Column("high", sa.BigInteger, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("tolls_role", "tolls", ["role", "high"])
    op.add_column("speakers", sa.Column("described", Text, nullable=False, server_default=""))
    connection = op.get_bind()
    for found in batches("events", lambda key, body: rows.toll_rows(key, EVENT.validate_json(body))):
        op.bulk_insert(tolls, found)
    speakers = sa.table("speakers", *map(sa.column, ("actor", "statement", "described")))
    mine = (speakers.c.actor == sa.bindparam("of"), speakers.c.statement == sa.bindparam("in"))
    described = sa.update(speakers).where(*mine).values(described=sa.bindparam("as"))
    for found in batches("statements", lambda key, body: rows.speaker_rows(key, STATEMENT.validate_json(body))):
        connection.execute(
            described, [{"of": row["actor"], "in": row["statement"], "as": row["described"]} for row in found]
        )


def batches(name: str, rows_of: Callable[[int, str], list[dict[str, Any]]]) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows that the bodies of a table give, many at a time."""
    stored, connection = sa.table(name, sa.column("key"), sa.column("body")), op.get_bind()
    keys = list(connection.scalars(sa.select(stored.c.key).order_by(stored.c.key)))
    for first in range(0, len(keys), BATCH):
        bodies = connection.execute(sa.select(stored).where(stored.c.key.in_(keys[first : first + BATCH])))
        if found := [row for key, body in bodies for row in rows_of(key, body)]:
            yield found
