"""Versions of articles that were replaced are found without looking at all that were not."""

import sqlalchemy as sa
from alembic import op

revision = "r0009"
down_revision = "r0008"


def upgrade() -> None:
    """Add the index of replaced versions."""
    op.create_index(
        "articles_replaced",
        "articles",
        ["key"],
        sqlite_where=sa.text("is_current = 0"),
        postgresql_where=sa.text("NOT is_current"),
    )
