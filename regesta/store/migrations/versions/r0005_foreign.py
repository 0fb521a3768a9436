"""Foreign reports: rows of other event data sets, apart from what this program reads."""

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0001"


def upgrade() -> None:
    """Make the table of foreign reports."""
    op.create_table(
        "foreign_reports",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("dataset", sa.Text, nullable=False),
        sa.Column("day", sa.Date),
        sa.Column("type", sa.Text),
        sa.Column("states", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("foreign_reports_day", "foreign_reports", ["dataset", "day"])
