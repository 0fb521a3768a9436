"""What a release holds: its tables, filled in one pass over entries and one over articles."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from regesta.export.fields import SOURCE_FIELDS, field, inside
from regesta.export.register_tables import (
    CITATION_FIELDS,
    ENTRY_FIELDS,
    REPORT_FIELDS,
    ROLE_FIELDS,
    STATEMENT_FIELDS,
    Cited,
    Filled,
    Reported,
    cited_by,
)
from regesta.export.release.sheets import Sheet, Written, written_sheet
from regesta.model.article import Article, Source
from regesta.model.decision import Recorded
from regesta.model.entry import Entry, StatementReport
from regesta.model.judgement import Judgement
from regesta.query.register import Register
from regesta.store.citing import statement_report_of
from regesta.store.filters import EventFilter
from regesta.store.runs import Run

CHUNK = 500  # entries read at a time


def source_of(article: Article) -> Source:
    """Return where an article comes from."""
    return article.source


ENTRIES = Sheet[Entry](name="entries", meaning="One happening, with its best values.", fields=ENTRY_FIELDS, key=("id",))
EVENTS = Sheet[Reported](
    name="events",
    meaning="One article's report of a happening.",
    fields=REPORT_FIELDS,
    key=("id",),
    refers=(("entry", "entries", "id"), ("article", "articles", "id")),
)
ROLES = Sheet[Filled](
    name="roles",
    meaning="Who or what fills a role of an event.",
    fields=ROLE_FIELDS,
    key=(),
    refers=(("event", "events", "id"),),
)
STATEMENTS = Sheet[StatementReport](
    name="statements",
    meaning="Who said what, according to one article.",
    fields=STATEMENT_FIELDS,
    key=("id",),
    refers=(("article", "articles", "id"),),
)
CITATIONS = Sheet[Cited](
    name="citations",
    meaning="Words of an article that an event or statement rests on.",
    fields=CITATION_FIELDS,
    key=("fact", "position"),
    refers=(("article", "articles", "id"),),
)
ARTICLES = Sheet[Article](
    name="articles",
    meaning="One article that was read, whether or not anything was found in it: the coverage.",
    fields=(
        field("id", "text", "Id of the article.", lambda a: a.id),
        field("title", "text", "Headline; null when unknown.", lambda a: a.title),
        *inside(source_of, SOURCE_FIELDS),
        field(
            "published_basis",
            "text",
            "given, page or inferred; null without a day.",
            lambda a: a.source.published_basis,
        ),
        field("language", "text", "ISO 639-1; null when unknown.", lambda a: a.language),
        field("characters", "integer", "Length of the text in Unicode code points.", lambda a: len(a.text)),
        field("text_sha256", "text", "SHA-256 of the text in UTF-8, hex.", lambda a: a.text_sha256),
        field("events", "integer", "Events found.", lambda a: len(a.events)),
        field("statements", "integer", "Statements found.", lambda a: len(a.statements)),
        field("faults", "integer", "Faults met; an article with some may lack events.", lambda a: len(a.faults)),
    ),
    key=("id",),
)
TEXTS = Sheet[Article](
    name="texts",
    meaning="The text of an article, to which all offsets refer.",
    fields=(
        field("article", "text", "Id of the article.", lambda a: a.id),
        field("text", "text", "Its text.", lambda a: a.text),
    ),
    key=("article",),
    refers=(("article", "articles", "id"),),
)
JUDGEMENTS = Sheet[Judgement](
    name="judgements",
    meaning="Whether two events are one happening.",
    fields=(
        field("left", "text", "Id of an event, the smaller.", lambda j: j.left),
        field("right", "text", "Id of the other.", lambda j: j.right),
        field("verdict", "text", "same, different or unsure.", lambda j: j.verdict),
        field("score", "number", "0 (surely different) to 1 (surely same).", lambda j: j.score),
        field("reasons", "text", 'In words, joined by "; ".', lambda j: "; ".join(j.reasons) or None),
        field("author", "text", "Version of the method, or a person.", lambda j: j.author),
    ),
    key=("left", "right", "author"),
    refers=(("left", "events", "id"), ("right", "events", "id")),
)
DECISIONS = Sheet[Recorded](
    name="decisions",
    meaning="What persons decided of events and pairs, in order of writing; entries and events are as corrected.",
    fields=(
        field("id", "text", "Id of the decision.", lambda d: d.decision.id),
        field("act", "text", "confirm, reject, same, different, correct or undo.", lambda d: d.decision.act),
        field("event", "text", "The event, or the smaller id of a pair.", lambda d: d.decision.event or None),
        field("other", "text", "The larger id of a pair; null for others.", lambda d: d.decision.other),
        field("field", "text", "What is corrected.", lambda d: d.decision.correction and d.decision.correction.field),
        field("old", "text", "The value it had.", lambda d: d.decision.correction and d.decision.correction.old),
        field("new", "text", "The value it gets.", lambda d: d.decision.correction and d.decision.correction.new),
        field("undoes", "text", "Id of the decision that is undone.", lambda d: d.decision.undoes),
        field("author", "text", "Name of the person.", lambda d: d.decision.author),
        field("reason", "text", "Why.", lambda d: d.decision.reason),
        field("made", "text", "When; ISO 8601, UTC.", lambda d: d.decision.made.isoformat()),
        field("state", "text", "counts, overruled or undone.", lambda d: d.state),
    ),
    key=("id",),
)  # fmt: skip
RUNS = Sheet[Run](
    name="runs",
    meaning="One run of the coder: under which settings articles were coded.",
    fields=(
        field("id", "integer", "Number of the run.", lambda r: r.id),
        field("started", "text", "ISO 8601, UTC.", lambda r: r.started.isoformat()),
        field("regesta_version", "text", "Version of the program.", lambda r: r.settings.regesta_version),
        field("ontology_version", "text", "Version of the ontology's data.", lambda r: r.settings.ontology_version),
        field(
            "config_hash", "text", "Hash of the settings that decide what is coded.", lambda r: r.settings.config_hash
        ),
    ),
    key=("id",),
)


def sheets_of(*, texts: bool) -> tuple[Sheet[Any], ...]:
    """Return the tables of a release, those that others refer to first."""
    more = (TEXTS,) if texts else ()
    return (ARTICLES, *more, ENTRIES, EVENTS, ROLES, STATEMENTS, CITATIONS, JUDGEMENTS, DECISIONS, RUNS)


def write_tables(register: Register, folder: Path, *, texts: bool, parquet: bool) -> dict[str, int]:
    """Write all tables of a release into a folder; return the number of rows by table.

    Raises:
        ConfigError: Parquet is to be written, and pyarrow is not installed.
    """
    with ExitStack() as files:
        open_sheets = {
            sheet.name: files.enter_context(written_sheet(sheet, folder, parquet=parquet))
            for sheet in sheets_of(texts=texts)
        }
        add_articles(register, open_sheets)
        known = add_entries(register, open_sheets)
        for judgement in register.view.judgements("event"):
            if judgement.left in known and judgement.right in known:  # not those on events of replaced versions
                open_sheets["judgements"].add(judgement)
        for recorded in register.decided.log:
            open_sheets["decisions"].add(recorded)
        for run in register.view.runs():
            open_sheets["runs"].add(run)
    return {name: written.count for name, written in open_sheets.items()}


def add_articles(register: Register, sheets: dict[str, Written[Any]]) -> None:
    """Add articles, by day and id, with what was said in them."""
    for article in register.view.articles():
        sheets["articles"].add(article)
        if "texts" in sheets:
            sheets["texts"].add(article)
        for statement in article.statements:
            report = statement_report_of(statement, article)
            sheets["statements"].add(report)
            for cited in cited_by(statement.id, "statement", report.citations):
                sheets["citations"].add(cited)


def add_entries(register: Register, sheets: dict[str, Written[Any]]) -> set[str]:
    """Add entries by id, with their events; return the ids of the events."""
    known = set()
    for entry in entries_by_id(register):
        sheets["entries"].add(entry)
        for report in entry.reports:
            known.add(report.event.id)
            sheets["events"].add(Reported(report, entry.id))
            for role in report.event.roles:
                sheets["roles"].add(Filled(report.event, role))
            for cited in cited_by(report.event.id, "event", report.citations):
                sheets["citations"].add(cited)
    return known


def entries_by_id(register: Register) -> Iterator[Entry]:
    """Yield all entries in order of their ids, some hundred read at a time."""
    ids = sorted(cluster.id for cluster in register.matching())
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        found = {entry.id: entry for entry in register.entries(EventFilter(ids=tuple(chunk)))}
        yield from (found[entry_id] for entry_id in chunk)
