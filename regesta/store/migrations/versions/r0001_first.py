"""The first tables: runs, articles, facts, judgements, and full-text indexes."""

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Key, Text

revision = "r0001"
down_revision = None

# Contentless indexes: the text stays in `texts` and in the bodies; rows are only ever added.
WORDS = """
CREATE VIRTUAL TABLE {table} USING fts5({columns}, content='', tokenize="unicode61 remove_diacritics 2")
"""
WORDS_IN_POSTGRESQL = """
CREATE TABLE {table} (
    rowid BIGINT PRIMARY KEY,
    words TEXT COLLATE "C" NOT NULL,
    terms TSVECTOR NOT NULL GENERATED ALWAYS AS (array_to_tsvector(string_to_array(btrim(words), ' '))) STORED
)
"""
INDEX_IN_POSTGRESQL = "CREATE INDEX {table}_terms ON {table} USING gin (terms)"


def upgrade() -> None:
    """Make all tables of an empty store."""
    create_articles()
    create_names()
    create_events()
    create_event_keys()
    create_statements()
    create_judgements()
    create_words("article_words", "title, text")
    create_words("event_words", "evidence")
    create_words("statement_words", "content")
    op.execute("INSERT INTO store_state (revision) VALUES (0)")


def create_words(table: str, columns: str) -> None:
    """Make a full-text index."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(WORDS_IN_POSTGRESQL.format(table=table))
        op.execute(INDEX_IN_POSTGRESQL.format(table=table))
    else:
        op.execute(WORDS.format(table=table, columns=columns))


def create_articles() -> None:
    """Make runs, texts, articles and faults."""
    op.create_table("store_state", sa.Column("revision", sa.Integer, nullable=False))
    op.create_table(
        "runs",
        sa.Column("id", Key, primary_key=True, autoincrement=False),
        sa.Column("started", Text, nullable=False),
        sa.Column("finished", Text),
        sa.Column("config_hash", Text, nullable=False),
        sa.Column("ontology_version", Text, nullable=False),
        sa.Column("regesta_version", Text, nullable=False),
        sa.Column("config", Text, nullable=False),
        sa.Column("summary", Text, nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("sha256", Text, nullable=False, unique=True),
        sa.Column("text", Text, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("version", Text, nullable=False, unique=True),
        sa.Column("id", Text, nullable=False),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("run", Key, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("text", Key, sa.ForeignKey("texts.key"), nullable=False),
        sa.Column("title", Text),
        sa.Column("language", Text),
        sa.Column("publisher", Text),
        sa.Column("published", sa.Date),
        sa.Column("source", Text, nullable=False),
        sa.Column("layers", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "faults",
        sa.Column("article", Key, sa.ForeignKey("articles.key"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("stage", Text, nullable=False),
        sa.Column("reason", Text, nullable=False),
    )
    op.create_index("articles_id", "articles", ["id"])
    op.create_index("articles_published", "articles", ["published"])
    op.create_index("articles_publisher", "articles", ["publisher", "published"])
    op.create_index("articles_run", "articles", ["run"])


def create_names() -> None:
    """Make actors and places."""
    op.create_table(
        "actors",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("name", Text, nullable=False),
        sa.Column("name_key", Text, nullable=False),
        sa.Column("iso3", Text),
        sa.Column("sector", Text),
        sa.Column("entity", Text),
    )
    op.create_table(
        "places",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("name_key", Text, nullable=False),
        sa.Column("iso3", Text),
        sa.Column("body", Text, nullable=False),
    )


def create_events() -> None:
    """Make events."""
    op.create_table(
        "events",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("article", Key, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", Text, nullable=False),
        sa.Column("mode", Text),
        sa.Column("cameo", Text, nullable=False),
        sa.Column("quad", sa.Integer, nullable=False),
        sa.Column("intensity", sa.Float, nullable=False),
        sa.Column("status", Text, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("start_day", sa.Date),
        sa.Column("end_day", sa.Date),
        sa.Column("place", Key, sa.ForeignKey("places.key")),
        sa.Column("actors", Text, nullable=False),
        sa.Column("recipients", Text, nullable=False),
        sa.Column("body", Text, nullable=False),
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
        sa.Column("actor", Key, sa.ForeignKey("actors.key"), primary_key=True),
        sa.Column("role", Text, primary_key=True),
        sa.Column("event", Key, sa.ForeignKey("events.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contexts",
        sa.Column("context", Text, primary_key=True),
        sa.Column("event", Key, sa.ForeignKey("events.key"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocks",
        sa.Column("event", Key, sa.ForeignKey("events.key"), primary_key=True),
        sa.Column("block", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("blocks_block", "blocks", ["block"])


def create_statements() -> None:
    """Make statements, and mentions inside and outside of them."""
    op.create_table(
        "statements",
        sa.Column("key", Key, primary_key=True, autoincrement=False),
        sa.Column("id", Text, nullable=False),
        sa.Column("article", Key, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("speaker", Key, sa.ForeignKey("actors.key")),
        sa.Column("body", Text, nullable=False),
        sa.UniqueConstraint("article", "id"),
    )
    op.create_table(
        "mentions",
        sa.Column("article", Key, sa.ForeignKey("articles.key"), nullable=False),
        sa.Column("statement", Key, sa.ForeignKey("statements.key")),
        sa.Column("actor", Key, sa.ForeignKey("actors.key")),
        sa.Column("place", Key, sa.ForeignKey("places.key")),
    )
    op.create_index("statements_id", "statements", ["id"])
    op.create_index("statements_speaker", "statements", ["speaker"])
    op.create_index("mentions_actor", "mentions", ["actor"])
    op.create_index("mentions_place", "mentions", ["place"])


def create_judgements() -> None:
    """Make judgements."""
    op.create_table(
        "judgements",
        sa.Column("kind", Text, primary_key=True),
        sa.Column("left", Text, primary_key=True),
        sa.Column("right", Text, primary_key=True),
        sa.Column("author", Text, primary_key=True),
        sa.Column("verdict", Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", Text, nullable=False),
    )
    op.create_index("judgements_right", "judgements", ["kind", "right"])
