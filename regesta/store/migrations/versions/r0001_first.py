"""The first tables: runs, articles, facts, judgements, and full-text indexes."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None

# Contentless indexes: the text stays in `texts` and in the bodies; rows are only ever added.
WORDS = """
CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='', tokenize="unicode61 remove_diacritics 2")
"""


def upgrade() -> None:
    """Make all tables of an empty store."""
    create_articles()
    create_names()
    create_events()
    create_event_keys()
    create_statements()
    create_judgements()
    op.execute(WORDS.format(table="article_words", columns="title, text"))
    op.execute(WORDS.format(table="event_words", columns="evidence"))
    op.execute(WORDS.format(table="statement_words", columns="content"))
    op.execute("INSERT INTO store_state (revision) VALUES (0)")


def create_articles() -> None:
    """Make runs, texts, articles and faults."""
    op.create_table("store_state", sa.Column("revision", sa.Integer, nullable=False))
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("started", sa.Text, nullable=False),
        sa.Column("finished", sa.Text),
        sa.Column("config_hash", sa.Text, nullable=False),
        sa.Column("ontology_version", sa.Text, nullable=False),
        sa.Column("regesta_version", sa.Text, nullable=False),
        sa.Column("config", sa.Text, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("version", sa.Text, nullable=False, unique=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("text", sa.Integer, sa.ForeignKey("texts.key"), nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("layers", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "faults",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.key"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("articles_id", "articles", ["id"])
    op.create_index("articles_published", "articles", ["published"])
    op.create_index("articles_publisher", "articles", ["publisher", "published"])
    op.create_index("articles_run", "articles", ["run"])


def create_names() -> None:
    """Make actors and places."""
    op.create_table(
        "actors",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("iso3", sa.Text),
        sa.Column("sector", sa.Text),
        sa.Column("entity", sa.Text),
    )
    op.create_table(
        "places",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("iso3", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )


def create_events() -> None:
    """Make events."""
    op.create_table(
        "events",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("cameo", sa.Text, nullable=False),
        sa.Column("quad", sa.Integer, nullable=False),
        sa.Column("intensity", sa.Float, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("start_day", sa.Date),
        sa.Column("end_day", sa.Date),
        sa.Column("place", sa.Integer, sa.ForeignKey("places.key")),
        sa.Column("actors", sa.Text, nullable=False),
        sa.Column("recipients", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "id"),
    )
    op.create_index("events_id", "events", ["id"])
    op.create_index("events_start", "events", ["start_day", "id"])
    op.create_index("events_type", "events", ["type", "start_day"])
    op.create_index("events_cameo", "events", ["cameo"])
    op.create_index("events_place", "events", ["place"])


def create_event_keys() -> None:
    """Make what finds events: parties, contexts and blocks."""
    op.create_table(
        "parties",
        sa.Column("actor", sa.Integer, sa.ForeignKey("actors.key"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contexts",
        sa.Column("context", sa.Text, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("events.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        sa.Column("event", sa.Integer, sa.ForeignKey("events.key"), primary_key=True),
        sa.Column("block", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("blocks_block", "blocks", ["block"])


def create_statements() -> None:
    """Make statements, and mentions inside and outside of them."""
    op.create_table(
        "statements",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("speaker", sa.Integer, sa.ForeignKey("actors.key")),
        sa.Column("body", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "id"),
    )
    op.create_table(
        "mentions",
        sa.Column("article", sa.Integer, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("statement", sa.Integer, sa.ForeignKey("statements.key")),
        sa.Column("actor", sa.Integer, sa.ForeignKey("actors.key")),
        sa.Column("place", sa.Integer, sa.ForeignKey("places.key")),
    )
    op.create_index("statements_id", "statements", ["id"])
    op.create_index("statements_speaker", "statements", ["speaker"])
    op.create_index("mentions_actor", "mentions", ["actor"])
    op.create_index("mentions_place", "mentions", ["place"])


def create_judgements() -> None:
    """Make judgements."""
    op.create_table(
        "judgements",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("left", sa.Text, primary_key=True),
        sa.Column("right", sa.Text, primary_key=True),
        sa.Column("author", sa.Text, primary_key=True),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.Text, nullable=False),
    )
    op.create_index("judgements_right", "judgements", ["kind", "right"])
