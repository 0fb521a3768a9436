"""Statements are found by class and confidence, and have blocks: what several articles tell is one utterance.

Statements stored before have no blocks: they are compared once their articles are coded again by this version.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Key, Text

revision = "r0006"
down_revision = "r0005"

BATCH = 1000


def upgrade() -> None:
    """Add both columns, fill them from the bodies, and make the speakers and the blocks."""
    op.add_column("statements", sa.Column("speech_class", Text))
    op.add_column("statements", sa.Column("confidence", sa.Float, nullable=False, server_default=sa.text("1")))
    op.create_table(
        "speakers",
        sa.Column("actor", Key, sa.ForeignKey("actors.key"), primary_key=True),
        sa.Column("statement", Key, sa.ForeignKey("statements.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO speakers (actor, statement) SELECT speaker, key FROM statements WHERE speaker IS NOT NULL")
    op.create_table(
        "statement_blocks",
        sa.Column("statement", Key, sa.ForeignKey("statements.key"), primary_key=True),
        sa.Column("block", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_blocks_block", "statement_blocks", ["block"])
    fill()


def fill() -> None:
    """Copy class and confidence out of the bodies of stored statements."""
    names = ("key", "body", "speech_class", "confidence")
    statements, connection = sa.table("statements", *map(sa.column, names)), op.get_bind()
    keys = list(connection.scalars(sa.select(statements.c.key).order_by(statements.c.key)))
    said = sa.update(statements).where(statements.c.key == sa.bindparam("of"))
    said = said.values(speech_class=sa.bindparam("class"), confidence=sa.bindparam("sure"))
    for first in range(0, len(keys), BATCH):
        stored = sa.select(statements.c.key, statements.c.body).where(statements.c.key.in_(keys[first : first + BATCH]))
        connection.execute(said, [values_of(key, body) for key, body in connection.execute(stored)])


def values_of(key: int, body: str) -> dict[str, Any]:
    """Return what goes into the columns of one statement."""
    statement = json.loads(body)
    return {"of": key, "class": statement.get("speech_class"), "sure": statement["confidence"]}
