"""Decisions of persons, and what the register needs to be read as it was at any moment."""

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Key, Text

revision = "r0003"
down_revision = "r0002"


def upgrade() -> None:
    """Add the decisions, the judgements that gave way, and when articles and judgements were stored."""
    op.add_column("articles", sa.Column("stored", Text))
    articles, runs = (
        sa.table("articles", sa.column("run"), sa.column("stored")),
        sa.table("runs", sa.column("id"), sa.column("started"), sa.column("finished")),
    )
    when = sa.select(sa.func.coalesce(runs.c.finished, runs.c.started)).where(runs.c.id == articles.c.run)
    op.execute(sa.update(articles).values(stored=when.scalar_subquery()))
    op.add_column("judgements", sa.Column("made", Text))
    create_past_judgements()
    create_decisions()


def create_past_judgements() -> None:
    """Make the judgements that gave way."""
    op.create_table(
        "past_judgements",
        sa.Column("key", Key, primary_key=True),
        sa.Column("kind", Text, nullable=False),
        sa.Column("left", Text, nullable=False),
        sa.Column("right", Text, nullable=False),
        sa.Column("author", Text, nullable=False),
        sa.Column("verdict", Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", Text, nullable=False),
        sa.Column("made", Text),
        sa.Column("replaced", Text, nullable=False),
    )


def create_decisions() -> None:
    """Make the log of decisions."""
    op.create_table(
        "decisions",
        sa.Column("key", Key, primary_key=True),
        sa.Column("id", Text, nullable=False, unique=True),
        sa.Column("act", Text, nullable=False),
        sa.Column("event", Text, nullable=False),
        sa.Column("other", Text),
        sa.Column("field", Text),
        sa.Column("old", Text),
        sa.Column("new", Text),
        sa.Column("value", Text),
        sa.Column("undoes", Text),
        sa.Column("author", Text, nullable=False),
        sa.Column("reason", Text, nullable=False),
        sa.Column("made", Text, nullable=False),
    )
