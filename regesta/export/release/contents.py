"""What a release holds: its tables, filled in one pass over entries and one over articles."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from regesta.export.columns.fields import SOURCE_FIELDS, field, inside
from regesta.export.columns.register_tables import (
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
        field("id", "text", lambda a: a.id, "Id of the article."),
        field("title", "text", lambda a: a.title, "Headline; null when unknown."),
        *inside(source_of, SOURCE_FIELDS),
        field(
            "published_basis",
            "text",
            lambda a: a.source.published_basis,
            "given, page or inferred; null without a day.",
        ),
        field("language", "text", lambda a: a.language, "ISO 639-1; null when unknown."),
        field("characters", "integer", lambda a: len(a.text), "Length of the text in Unicode code points."),
        field("text_sha256", "text", lambda a: a.text_sha256, "SHA-256 of the text in UTF-8, hex."),
        field("events", "integer", lambda a: len(a.events), "Events found."),
        field("statements", "integer", lambda a: len(a.statements), "Statements found."),
        field("faults", "integer", lambda a: len(a.faults), "Faults met; an article with some may lack events."),
    ),
    key=("id",),
)
TEXTS = Sheet[Article](
    name="texts",
    meaning="The text of an article, to which all offsets refer.",
    fields=(
        field("article", "text", lambda a: a.id, "Id of the article."),
        field("text", "text", lambda a: a.text, "Its text."),
    ),
    key=("article",),
    refers=(("article", "articles", "id"),),
)
JUDGEMENTS = Sheet[Judgement](
    name="judgements",
    meaning="Whether two events are one happening.",
    fields=(
        field("left", "text", lambda j: j.left, "Id of an event, the smaller."),
        field("right", "text", lambda j: j.right, "Id of the other."),
        field("verdict", "text", lambda j: j.verdict, "same, different or unsure."),
        field("score", "number", lambda j: j.score, "0 (surely different) to 1 (surely same)."),
        field("reasons", "text", lambda j: "; ".join(j.reasons) or None, 'In words, joined by "; ".'),
        field("author", "text", lambda j: j.author, "Version of the method, or a person."),
    ),
    key=("left", "right", "author"),
    refers=(("left", "events", "id"), ("right", "events", "id")),
)
DECISIONS = Sheet[Recorded](
    name="decisions",
    meaning="What persons decided of events and pairs, in order of writing; entries and events are as corrected.",
    fields=(
        field("id", "text", lambda d: d.decision.id, "Id of the decision."),
        field("act", "text", lambda d: d.decision.act, "confirm, reject, same, different, correct or undo."),
        field("event", "text", lambda d: d.decision.event or None, "The event, or the smaller id of a pair."),
        field("other", "text", lambda d: d.decision.other, "The larger id of a pair; null for others."),
        field("field", "text", lambda d: d.decision.correction and d.decision.correction.field, "What is corrected."),
        field("old", "text", lambda d: d.decision.correction and d.decision.correction.old, "The value it had."),
        field("new", "text", lambda d: d.decision.correction and d.decision.correction.new, "The value it gets."),
        field("undoes", "text", lambda d: d.decision.undoes, "Id of the decision that is undone."),
        field("author", "text", lambda d: d.decision.author, "Name of the person."),
        field("reason", "text", lambda d: d.decision.reason, "Why."),
        field("made", "text", lambda d: d.decision.made.isoformat(), "When; ISO 8601, UTC."),
        field("state", "text", lambda d: d.state, "counts, overruled or undone."),
    ),
    key=("id",),
)  # fmt: skip
RUNS = Sheet[Run](
    name="runs",
    meaning="One run of the coder: under which settings articles were coded.",
    fields=(
        field("id", "integer", lambda r: r.id, "Number of the run."),
        field("started", "text", lambda r: r.started.isoformat(), "ISO 8601, UTC."),
        field("regesta_version", "text", lambda r: r.settings.regesta_version, "Version of the program."),
        field("ontology_version", "text", lambda r: r.settings.ontology_version, "Version of the ontology's data."),
        field(
            "config_hash", "text", lambda r: r.settings.config_hash, "Hash of the settings that decide what is coded."
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
