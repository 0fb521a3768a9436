"""The text of what `regesta show` prints."""

from collections.abc import Iterable, Iterator

from regesta.cli.output.printing import (
    decision_line,
    event_sentence,
    event_spans,
    judgement_line,
    marked,
    one_line,
    statement_line,
)
from regesta.model.article import Article, Source
from regesta.model.decision import Recorded
from regesta.model.display import counted
from regesta.model.entry import Entry, Report, StatementReport
from regesta.model.event import PEOPLE_COUNTED, Event
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.query.register import Register
from regesta.query.reports.amendments import amendments
from regesta.query.reports.differing import contradictions
from regesta.query.reports.hearsay import known_through
from regesta.query.reports.variants import Variant, best_values, variants
from regesta.store.view import View

IN_HEADING = ("type", "status")
KNOWN_ELSEWHERE = {"office": "earlier news", "register": "earlier articles of the store", "pack": "a knowledge pack"}


def shown_entry(view: View, entry: Entry, asked: str = "") -> Iterator[str]:
    """Yield an entry: best values, what its sources differ in, each report with its marked evidence, who judged what.

    Args:
        view: The store.
        entry: The entry.
        asked: The id it was asked for by; where it is another one, that is said.
    """
    if asked not in ("", entry.id):
        yield f"{asked} is part of the entry {entry.id}:"
    yield f"{entry.id}  {event_sentence(entry.best)}"
    yield f"{counted(entry.support, 'article')} by {', '.join(entry.publishers) or 'unknown publishers'}"
    if through := known_through(entry):
        yield f"  known only through what was said by {one_line('; '.join(through))}"
    if entry.support > 1:
        told = [(p, v, count) for p, v, count in best_values(entry) if p not in IN_HEADING]
        best = (f"{point} {value}, {count} of {entry.support} sources" for point, value, count in told)
        yield "  best values: " + "; ".join(best)
    for name, values in variants(entry).items():
        yield f"  sources differ in {name}: " + "; ".join(shown_variants(entry, name, values))
    for found in amendments(view, entry.reports).values():
        yield f"  one source says of itself: {one_line(found.words)}"
    for report in entry.reports:
        yield from shown_report(report)
    for judgement in entry.judgements:
        yield f"\n{judgement_line(judgement)}"
    if entry.judgements:
        yield "  to part two of them: regesta review different ID ID --by NAME --reason WHY"
    for recorded in entry.decisions:
        yield from shown_decision(recorded)


def contradiction_lines(entry: Entry, points: Iterable[str]) -> Iterator[str]:
    """Yield what the articles of an entry give on the points on which they contradict each other.

    Args:
        entry: The entry.
        points: The points that are wanted.
    """
    told, contradicting = variants(entry), contradictions(entry)
    for point in points:
        if point in contradicting and point in told:
            yield f"    {point}: " + "; ".join(shown_variants(entry, point, told[point]))


def shown_variants(entry: Entry, name: str, values: Iterable[Variant]) -> list[str]:
    """Return the values on a point, each with how many articles give it; counts of people by source and time."""
    if name not in PEOPLE_COUNTED:
        return [f"{value.value} ({len(value.articles)})" for value in values]
    told = {event_id: value.value for value in values for event_id in value.events}
    reports = [report for report in entry.reports if report.event.id in told]
    return [f"{told[r.event.id]} ({source_line(r.source) or r.event.article_id})" for r in reports]


def shown_report(report: Report) -> Iterator[str]:
    """Yield a report with its marked evidence."""
    event = report.event
    yield f"\n{source_line(report.source)}  {report.title or event.article_id}"
    yield f"  {event.id}  {event_sentence(event)}  confidence {event.confidence:.2f}, {event.rule}"
    yield from known_elsewhere(event)
    for citation in report.citations:
        yield f"  {marked(citation.quote, event_spans(event), citation.span.start)}"
        yield f"    {citation.article_id} [{citation.span.start}:{citation.span.end}]"


def shown_left_out(register: Register, report: Report) -> Iterator[str]:
    """Yield a report that the register leaves out, and why it does."""
    event_id = report.event.id
    if event_id in register.decided.rejected:
        yield f"{event_id} is not in the register: a person rejected it."
    else:
        yield f"{event_id} is not in the register: the current version of its article does not report it."
    yield from shown_report(report)
    for recorded in register.decided.of([event_id]):
        yield from shown_decision(recorded)


def shown_decision(recorded: Recorded) -> Iterator[str]:
    """Yield a decision of a person, and how to undo one that counts."""
    yield f"\n{decision_line(recorded)}"
    if recorded.state == "counts":
        yield f"  to undo it: regesta review undo {recorded.decision.id} --by NAME --reason WHY"


def known_elsewhere(event: Event) -> Iterator[str]:
    """Yield the parties of which state or office are known from elsewhere than the article, with the source."""
    for role in event.roles:
        actor = role.actor
        basis = actor.basis.rpartition(": ")[2] if actor else ""
        source = KNOWN_ELSEWHERE.get(basis.partition(":")[0])
        if actor and source:
            yield f"    {actor.name}: {actor.iso3}, {actor.office or actor.sector}, by {source} ({basis})"


def shown_statement(view: View, report: StatementReport) -> Iterator[str]:
    """Yield a statement with its words marked in their paragraph."""
    statement = report.statement
    yield statement_line(report)
    yield f"{source_line(report.source)}  {report.title or statement.article_id}"
    yield from marked_statement(view, statement)


def marked_statement(view: View, statement: Statement) -> Iterator[str]:
    """Yield the paragraph of a statement with its words marked; nothing when its article is gone."""
    article = view.article(statement.article_id)
    if article is None:
        return
    spans = [(span, "content") for span in statement.content]
    spans += [(statement.speaker.span, "speaker")] if statement.speaker else []
    spans += [(statement.cue, "cue")] if statement.cue else []
    spans += [(statement.addressee.span, "addressee")] if statement.addressee else []
    spans += [(statement.channel.span, "channel")] if statement.channel else []
    around = paragraph(article.text, min(s.start for s, _ in spans), max(s.end for s, _ in spans))
    yield f"  {marked(around.of(article.text), spans, around.start)}"


def shown_article(article: Article) -> Iterator[str]:
    """Yield an article with its events marked, and what was found in it."""
    yield f"{source_line(article.source)}  {article.title or article.id}"
    spans = [pair for event in article.events for pair in event_spans(event)]
    yield marked(article.text, spans)
    yield str(article)


def source_line(source: Source) -> str:
    """Return publisher and day of a source."""
    return ", ".join(filter(None, (source.publisher, str(source.day or ""))))


def paragraph(text: str, start: int, end: int) -> Span:
    """Return the paragraph or paragraphs around a range of text."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return Span(first, len(text) if last < 0 else last)
