"""Foreign reports: rows of other event data sets, apart from what this program reads."""

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Text

revision = "r0005"
down_revision = "r0004"


def upgrade() -> None:
    """Make the table of foreign reports."""
    op.create_table(
        "foreign_reports",
        sa.Column("id", Text, primary_key=True),
        sa.Column("dataset", Text, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("type", Text),
        sa.Column("states", Text, nullable=False),
        sa.Column("body", Text, nullable=False),
    )
    op.create_index("foreign_reports_day", "foreign_reports", ["dataset", "day"])
