"""The tables of a store. A change here needs a migration; `docs/reference/tables.md` explains them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    UniqueConstraint,
    column,
    table,
    text,
)

from regesta.store.sql.column_types import Key, Text

REVISION = "r0010"  # the newest migration; a test compares
metadata = MetaData()

store_state = Table(
    "store_state",
    metadata,
    Column("revision", Integer, nullable=False, comment="Number of transactions so far."),
    Column("moment", Text, comment="Of the last transaction, ISO 8601, UTC; later than all before it."),
    Column("judged", Text, comment="Events and statements stored until this moment have been judged."),
)
runs = Table(
    "runs",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("started", Text, nullable=False, comment="ISO 8601, UTC."),
    Column("finished", Text, comment="ISO 8601, UTC; null while it runs, and for ever when it was killed."),
    Column("config_hash", Text, nullable=False),
    Column("ontology_version", Text, nullable=False),
    Column("regesta_version", Text, nullable=False),
    Column("config", Text, nullable=False, comment="JSON."),
    Column("summary", Text, nullable=False, comment="JSON: counts by name."),
)
texts = Table(
    "texts",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False, comment="The text all offsets refer to, in code points."),
)
articles = Table(
    "articles",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False, comment="One for each version of an article."),
    Column("version", Text, nullable=False, unique=True, comment="Hash of what was read and how it was coded."),
    Column("id", Text, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("text", ForeignKey("texts.key"), nullable=False),
    Column("title", Text),
    Column("language", Text),
    Column("publisher", Text),
    Column("published", Date, comment="Day, UTC."),
    Column("source", Text, nullable=False, comment="JSON of the whole source."),
    Column("stored", Text, comment="When this version was stored, ISO 8601, UTC; of the run for older versions."),
    Column(
        "layers",
        LargeBinary,
        nullable=False,
        comment="Deflated JSON: sentences, mentions, times, amounts, quotes, claims.",
    ),
    Index("articles_id", "id"),
    Index("articles_published", "published"),
    Index("articles_publisher", "publisher", "published"),
    Index("articles_run", "run"),
    Index("articles_stored", "stored"),
    Index("articles_replaced", "key", sqlite_where=text("is_current = 0"), postgresql_where=text("NOT is_current")),
)
faults = Table(
    "faults",
    metadata,
    Column("article", ForeignKey("articles.key"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
actors = Table(
    "actors",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False, comment="Hash of name, state, sector and entity."),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False, comment="Folded words with a space on either side."),
    Column("iso3", Text),
    Column("sector", Text),
    Column("entity", Text),
    Index("actors_entity", "entity", "iso3"),
)
places = Table(
    "places",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False, comment="Hash of the body."),
    Column("name_key", Text, nullable=False, comment="Folded words with a space on either side."),
    Column("iso3", Text),
    Column("body", Text, nullable=False, comment="JSON of the place."),
)
events = Table(
    "events",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("article", ForeignKey("articles.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("cameo", Text, nullable=False),
    Column("quad", Integer, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("status", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("start_day", Date, comment="First day."),
    Column("end_day", Date, comment="Day after the last."),
    Column("place", ForeignKey("places.key")),
    Column("actors", Text, nullable=False, comment="Party codes joined by plus signs."),
    Column("recipients", Text, nullable=False, comment="Party codes joined by plus signs."),
    Column("body", Text, nullable=False, comment="JSON of the whole event."),
    UniqueConstraint("article", "id"),
    Index("events_id", "id"),
    Index("events_start", "start_day", "id"),
    Index("events_type", "type", "start_day"),
    Index("events_cameo", "cameo"),
    Index("events_place", "place"),
)
parties = Table(
    "parties",
    metadata,
    Column("actor", ForeignKey("actors.key"), primary_key=True),
    Column("role", Text, primary_key=True, comment="actor or recipient."),
    Column("event", ForeignKey("events.key"), primary_key=True),
    sqlite_with_rowid=False,
)
tolls = Table(
    "tolls",
    metadata,
    Column("event", ForeignKey("events.key"), primary_key=True),
    Column("role", Text, primary_key=True, comment="killed, wounded, abducted, detained, deported or size."),
    Column("low", BigInteger, primary_key=True, comment="The number of people, or the lower end of a range."),
    Column("high", BigInteger, primary_key=True, comment="The number of people, or the upper end of a range."),
    Index("tolls_role", "role", "high"),
    sqlite_with_rowid=False,
)
contexts = Table(
    "contexts",
    metadata,
    Column("context", Text, primary_key=True),
    Column("event", ForeignKey("events.key"), primary_key=True),
    sqlite_with_rowid=False,
)
blocks = Table(
    "blocks",
    metadata,
    Column("event", ForeignKey("events.key"), primary_key=True),
    Column("block", Text, primary_key=True),
    Index("blocks_block", "block"),
    sqlite_with_rowid=False,
)
statements = Table(
    "statements",
    metadata,
    Column("key", Key, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("article", ForeignKey("articles.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("speaker", ForeignKey("actors.key"), comment="The first; `speakers` has all."),
    Column("body", Text, nullable=False, comment="JSON of the whole statement."),
    Column("speech_class", Text, comment="says, denies ...; null without a cue."),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("article", "id"),
    Index("statements_id", "id"),
    Index("statements_speaker", "speaker"),
)
speakers = Table(
    "speakers",
    metadata,
    Column("actor", ForeignKey("actors.key"), primary_key=True),
    Column("statement", ForeignKey("statements.key"), primary_key=True),
    Column(
        "described",
        Text,
        nullable=False,
        server_default="",
        comment="Offices and descriptions, folded, each ended by a bar.",
    ),
    sqlite_with_rowid=False,
)
statement_blocks = Table(
    "statement_blocks",
    metadata,
    Column("statement", ForeignKey("statements.key"), primary_key=True),
    Column("block", Text, primary_key=True),
    Index("statement_blocks_block", "block"),
    sqlite_with_rowid=False,
)
mentions = Table(
    "mentions",
    metadata,
    Column("article", ForeignKey("articles.key"), nullable=False),
    Column("statement", ForeignKey("statements.key"), comment="Mentioned in its words; null: anywhere in the article."),
    Column("actor", ForeignKey("actors.key")),
    Column("place", ForeignKey("places.key")),
    Index("mentions_actor", "actor"),
    Index("mentions_place", "place"),
)
office_sightings = Table(
    "office_sightings",
    metadata,
    Column("article", ForeignKey("articles.key"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("person", Text, nullable=False, comment="Full name, as written."),
    Column("office", Text, nullable=False, comment="The office, as written."),
    Column("iso3", Text, nullable=False, comment="State, IGO or NGO."),
    Column("sector", Text),
    Column("start", Integer, nullable=False, comment="First character of person and title in the article's text."),
    Column("end", Integer, nullable=False, comment="The character after the last."),
)
judgements = Table(
    "judgements",
    metadata,
    Column("kind", Text, primary_key=True, comment="event or statement."),
    Column("left", Text, primary_key=True, comment="The smaller id of the pair."),
    Column("right", Text, primary_key=True),
    Column("author", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False, comment="JSON."),
    Column("made", Text, comment="When it was stored, ISO 8601, UTC; null before revision r0003."),
    Index("judgements_right", "kind", "right"),
    Index("judgements_made", "made"),
)
past_judgements = Table(
    "past_judgements",
    metadata,
    Column("key", Key, primary_key=True),
    Column("kind", Text, nullable=False, comment="As in `judgements`."),
    Column("left", Text, nullable=False),
    Column("right", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False, comment="JSON."),
    Column("made", Text, comment="When it was stored, ISO 8601, UTC."),
    Column("replaced", Text, nullable=False, comment="When another took its place, or it was removed; ISO 8601, UTC."),
    Index("past_judgements_replaced", "replaced"),
)
decisions = Table(
    "decisions",
    metadata,
    Column("key", Key, primary_key=True, comment="In order of writing."),
    Column("id", Text, nullable=False, unique=True, comment="Hash of all that it says."),
    Column("act", Text, nullable=False, comment="confirm, reject, same, different, correct or undo."),
    Column(
        "event",
        Text,
        nullable=False,
        comment="The event, or the smaller id of a pair of events or statements; empty for undo.",
    ),
    Column("other", Text, comment="The larger id of the pair."),
    Column("field", Text, comment="What is corrected."),
    Column("old", Text, comment="The value it had, as readers know it."),
    Column("new", Text, comment="The value it gets, as readers know it."),
    Column("value", Text, comment="The same as JSON, as the event holds it."),
    Column("undoes", Text, comment="Id of the decision that is undone."),
    Column("author", Text, nullable=False, comment="Name of the person."),
    Column("reason", Text, nullable=False),
    Column("made", Text, nullable=False, comment="ISO 8601, UTC."),
)
foreign_reports = Table(
    "foreign_reports",
    metadata,
    Column("id", Text, primary_key=True, comment="Hash of the data set's name and the row: 16 hex digits."),
    Column("dataset", Text, nullable=False, comment="gdelt, polecat, icews, or another importer."),
    Column("day", Date, comment="The day the data set gives."),
    Column("type", Text, comment="PLOVER event type; null for codes that PLOVER dropped."),
    Column("states", Text, nullable=False, comment="ISO codes of the states that take part, joined by plus signs."),
    Column("body", Text, nullable=False, comment="JSON of the whole foreign report."),
    Index("foreign_reports_day", "dataset", "day"),
)

# Full-text indexes; they hold no text of their own. Row ids are keys of articles, events and statements.
article_words = table("article_words", column("rowid", Integer), column("title", Text), column("text", Text))
event_words = table("event_words", column("rowid", Integer), column("evidence", Text))
statement_words = table("statement_words", column("rowid", Integer), column("content", Text))
