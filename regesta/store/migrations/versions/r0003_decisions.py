"""Decisions of persons, and what the register needs to be read as it was at any moment."""

import sqlalchemy as sa
from alembic import op

revision = "r0003"
down_revision = "r0001"


def upgrade() -> None:
    """Add the decisions, the judgements that gave way, and when articles and judgements were stored."""
    op.add_column("articles", sa.Column("stored", sa.Text))
    articles, runs = (
        sa.table("articles", sa.column("run"), sa.column("stored")),
        sa.table("runs", sa.column("id"), sa.column("started"), sa.column("finished")),
    )
    when = sa.select(sa.func.coalesce(runs.c.finished, runs.c.started)).where(runs.c.id == articles.c.run)
    op.execute(sa.update(articles).values(stored=when.scalar_subquery()))
    op.add_column("judgements", sa.Column("made", sa.Text))
    create_past_judgements()
    create_decisions()


def create_past_judgements() -> None:
    """Make the judgements that gave way."""
    op.create_table(
        "past_judgements",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
        sa.Column("made", sa.Text),
        sa.Column("replaced", sa.Text, nullable=False),
    )


def create_decisions() -> None:
    """Make the log of decisions."""
    op.create_table(
        "decisions",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("other", sa.Text),
        sa.Column("field", sa.Text),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("value", sa.Text),
        sa.Column("undoes", sa.Text),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("made", sa.Text, nullable=False),
    )
