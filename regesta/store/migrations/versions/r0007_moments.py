"""Moments that a clock set back does not disorder, and until when events have been judged."""

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Text

revision = "r0007"
down_revision = "r0006"

LAST = """
UPDATE store_state SET moment = (
    SELECT max(moments.moment) FROM (
        SELECT max(stored) AS moment FROM articles
        UNION ALL SELECT max(started) FROM runs
        UNION ALL SELECT max(finished) FROM runs
        UNION ALL SELECT max(made) FROM judgements
        UNION ALL SELECT max(replaced) FROM past_judgements
        UNION ALL SELECT max(made) FROM decisions
    ) AS moments
)
"""
# What runs that were killed had stored is judged once more: earlier versions did so with every run.
JUDGED = """
UPDATE store_state SET judged = (
    SELECT max(stored) FROM articles WHERE stored < coalesce(
        (SELECT min(stored) FROM articles JOIN runs ON runs.id = articles.run WHERE runs.finished IS NULL), 'Z'
    )
)
"""


def upgrade() -> None:
    """Add the moment of the last transaction, and the one until which events have been judged."""
    op.add_column("store_state", sa.Column("moment", Text))
    op.add_column("store_state", sa.Column("judged", Text))
    op.create_index("articles_stored", "articles", ["stored"])
    op.execute(LAST)
    op.execute(JUDGED)
