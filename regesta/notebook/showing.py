"""How answers look in a terminal and in a notebook. Text from articles is hostile: it is escaped, and made visible."""

from collections.abc import Iterable, Sequence
from html import escape

from regesta.model.display import event_row, table_text
from regesta.model.entry import Entry, Report, StatementReport
from regesta.model.event import Event

SHOWN = 10  # rows of an answer
QUOTE_CHARS = 90
EVENT_HEAD = ("id", "type", "actors", "recipients", "date", "place", "status", "sources", "evidence")
STATEMENT_HEAD = ("id", "speaker", "cue", "words", "publisher", "published")


def plain(text: str) -> str:
    """Return text on one line, without the control characters that a terminal would obey."""
    flat = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in flat)


def short(text: str) -> str:
    """Return text on one line, cut with an ellipsis."""
    flat = plain(text)
    return flat if len(flat) <= QUOTE_CHARS else flat[: QUOTE_CHARS - 1] + "…"


def entry_cells(entry: Entry) -> tuple[str, ...]:
    """Return an entry as a row of `EVENT_HEAD`; its evidence is the sentence of the report it shows."""
    return (entry.id, *act_cells(entry.best), str(entry.support), entry.best_report.words)


def report_cells(report: Report) -> tuple[str, ...]:
    """Return a report as a row of `EVENT_HEAD`."""
    return (report.event.id, *act_cells(report.event), report.source.publisher or "", report.words)


def act_cells(event: Event) -> tuple[str, ...]:
    """Return type, actors, recipients, date, place and status."""
    return event_row(event)[:6]


def statement_cells(report: StatementReport) -> tuple[str, ...]:
    """Return a statement as a row of `STATEMENT_HEAD`."""
    statement, day = report.statement, report.source.day
    speaker = statement.speaker.called if statement.speaker else ""
    words = (statement.id, speaker, statement.cue_text or "", statement.content_text)
    return (*words, report.source.publisher or "", day.isoformat() if day else "")


def as_text(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a title and rows for a terminal."""
    cut = [tuple(short(cell) for cell in row) for row in rows]
    return f"{title}\n{table_text(tuple(head), cut, QUOTE_CHARS)}" if cut else title


def as_html(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a title and rows for a notebook; every cell escaped, and its direction of writing kept to itself."""
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = ("".join(f"<td><bdi>{escape(plain(cell))}</bdi></td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<p>{escape(title)}</p><table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
