"""How entries, statements and marked texts look in a terminal."""

from collections.abc import Iterable

from regesta.model.decision import Recorded
from regesta.model.display import act_text, decision_text, interval_text, parties_text, party_text
from regesta.model.entry import Entry, StatementReport
from regesta.model.event import Event
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import Judgement
from regesta.model.span import Span

QUOTE_CHARS = 110


def one_line(text: str, width_chars: int = QUOTE_CHARS) -> str:
    """Return text on one line, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width_chars else flat[: width_chars - 1] + "…"


def event_sentence(event: Event) -> str:
    """Return an event as one line: "2022-12-19  CONSULT visit: Vladimir Putin (RUS) -> Belarus (BLR), Minsk"."""
    when = interval_text(event.date.interval) if event.date else "undated"
    parties = parties_text(event.actors) or "?"
    target = f" -> {parties_text(event.recipients)}" if event.recipients else ""
    place = f", {event.place.place.name}" if event.place else ""
    status = "" if event.status == "happened" else f" [{event.status}]"
    return f"{when}  {act_text(event)}: {parties}{target}{place}{status}"


def entry_line(entry: Entry) -> str:
    """Return an entry as two lines: what happened, and its first words of evidence."""
    sources = f"{entry.support} source{'s' if entry.support > 1 else ''}"
    words = one_line(entry.best_report.citations[0].quote)
    return f"{entry.id}  {event_sentence(entry.best)}  ({sources})\n    {words}"


def statement_line(report: StatementReport) -> str:
    """Return a statement as two lines: who said it where, and the words."""
    statement = report.statement
    speaker = party_text(statement.speaker) if statement.speaker else "?"
    cue = statement.cue_text or "says"
    where = ", ".join(filter(None, (report.source.publisher, str(report.source.day or ""))))
    return f"{statement.id}  {speaker}, {one_line(cue, 30)} ({where})\n    {one_line(statement.content_text)}"


def foreign_line(report: ForeignReport) -> str:
    """Return a row of another data set as one line: what it tells, and where it was read."""
    act = " ".join(filter(None, (report.type or report.cameo or "?", report.mode)))
    place = f", {report.place.name}" if report.place else ""
    parties = [
        ", ".join(f"{p.name or '?'} ({p.iso3 or '?'})" for p in side) for side in (report.actors, report.recipients)
    ]
    target = f" -> {parties[1]}" if parties[1] else ""
    return one_line(f"{report.day or 'undated'}  {act}: {parties[0] or '?'}{target}{place}  [{report.origin}]", 200)


def judgement_line(judgement: Judgement) -> str:
    """Return a judgement as one line: the pair, verdict, score, author, and the reasons in words."""
    pair = f"{judgement.left} {judgement.verdict} {judgement.right}"
    return f"{pair}  {judgement.score:.2f} by {judgement.author}: {one_line(', '.join(judgement.reasons), 200)}"


def decision_line(recorded: Recorded) -> str:
    """Return a decision as one line: its id, what was decided, by whom, when, why, and what has become of it."""
    decision = recorded.decision
    fate = f" [{recorded.state} by {recorded.by.author}, {recorded.by.id}]" if recorded.by else ""
    what, why = one_line(decision_text(decision), 200), one_line(decision.reason, 200)
    return f"{decision.id}  {what}  by {decision.author}, {decision.made:%Y-%m-%d %H:%M} UTC: {why}{fate}"


def marked(text: str, spans: Iterable[tuple[Span, str]], offset: int = 0) -> str:
    """Return a text with spans in brackets and their labels: "[Putin|actor] [visited|trigger] ...".

    Args:
        text: The words to mark.
        spans: Spans of the article with their labels; overlapping ones after the first are left out.
        offset: Where in the article the words begin.
    """
    out, at = [], 0
    for span, label in sorted(spans):
        start, end = span.start - offset, span.end - offset
        if at <= start and end <= len(text):
            out += [text[at:start], f"[{text[start:end]}|{label}]"]
            at = end
    return "".join([*out, text[at:]])


def event_spans(event: Event) -> list[tuple[Span, str]]:
    """Return the spans of an event with their labels."""
    spans = [(event.trigger, event.type), *((role.span, role.name) for role in event.roles)]
    if event.date and event.date.span:
        spans.append((event.date.span, "date"))
    if event.place:
        spans.append((event.place.span, "place"))
    return spans
