"""One entry with the words of its sources in their paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from regesta.model.article import Article
from regesta.model.display import event_row
from regesta.model.entry import Entry, Report
from regesta.model.event import Event
from regesta.model.span import Citation
from regesta.notebook.showing import plain
from regesta.store.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that a report cites, in their paragraph.

    Attributes:
        report: The report.
        citation: The words, verbatim, and where they stand.
        before: What stands before them in the paragraph.
        after: What stands after them.
    """

    report: Report
    citation: Citation
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CitedEntry:
    """One happening with every passage that tells it; shown with its words in a terminal and in a notebook.

    Attributes:
        entry: The entry: best values, reports, judgements.
        passages: The words of its reports in context, by publication.
    """

    entry: Entry
    passages: tuple[Passage, ...]

    @property
    def id(self) -> str:
        """Id of the entry."""
        return self.entry.id

    @property
    def best(self) -> Event:
        """The event shown for it."""
        return self.entry.best

    @property
    def support(self) -> int:
        """Number of articles that report it."""
        return self.entry.support

    def __repr__(self) -> str:
        """Return the entry with its passages for a terminal, the words cited in brackets."""
        lines = [f"{self.id}  {plain(title(self.entry))}"]
        for passage in self.passages:
            lines.append(f"  {plain(source_line(passage.report))}")
            words = f"{passage.before}[{passage.citation.quote}]{passage.after}"
            lines.append(f"    {plain(words)}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        """Return the same for a notebook, the words cited marked."""
        parts = [f"<p><b><bdi>{escape(plain(title(self.entry)))}</bdi></b> {escape(self.id)}</p>"]
        for passage in self.passages:
            before, quote, after = (
                escape(plain_inside(words)) for words in (passage.before, passage.citation.quote, passage.after)
            )
            parts.append(f"<p><bdi>{escape(plain(source_line(passage.report)))}</bdi></p>")
            parts.append(f"<blockquote><bdi>{before}<mark>{quote}</mark>{after}</bdi></blockquote>")
        return "".join(parts)


def cited(view: View, entry: Entry) -> CitedEntry:
    """Return an entry with its citations in context."""
    return CitedEntry(entry=entry, passages=tuple(passages(view, entry)))


def passages(view: View, entry: Entry) -> Iterator[Passage]:
    """Yield what the reports of an entry cite, each in its paragraph."""
    articles: dict[str, Article | None] = {}
    for report in entry.reports:
        for citation in report.citations:
            if citation.article_id not in articles:
                articles[citation.article_id] = view.article(citation.article_id)
            article = articles[citation.article_id]
            text = article.text if article else citation.quote
            start, end = (citation.span.start, citation.span.end) if article else (0, len(text))
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end)
            after = text[end:] if last < 0 else text[end:last]
            yield Passage(report=report, citation=citation, before=text[first:start], after=after)


def title(entry: Entry) -> str:
    """Return what happened in one line."""
    act, actors, recipients, when, place, status, *_ = event_row(entry.best)
    to = f" -> {recipients}" if recipients else ""
    told = "" if status == "happened" else f" [{status}]"
    sources = f"{entry.support} source{'' if entry.support == 1 else 's'}"
    return f"{when or 'undated'}  {act}: {actors or '?'}{to}{f', {place}' if place else ''}{told}  ({sources})"


def source_line(report: Report) -> str:
    """Return where a report comes from: publisher, day, headline, address."""
    source = report.source
    day = source.day.isoformat() if source.day else None
    return ", ".join(filter(None, (source.publisher, day, report.title, source.url))) or report.event.article_id


def plain_inside(words: str) -> str:
    """Return words of a passage as `plain` does, keeping one space where they begin or end with white space."""
    lead = " " if words[:1].isspace() else ""
    tail = " " if words.strip() and words[-1:].isspace() else ""
    return f"{lead}{plain(words)}{tail}"
