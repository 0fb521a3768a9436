"""Entries, statements and articles as items of Atom feeds, each with the words of its sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from regesta.export.atom import MEDIA_TYPE, FeedHead, FeedItem, FeedLink, feed
from regesta.export.exporter import Exporter
from regesta.export.records.changes import KIND_WORDS
from regesta.export.values.entry_values import (
    EPOCH,
    cited,
    headline,
    published_times,
    quote_of,
    updated_of,
    utc,
)
from regesta.export.values.plain_text import plain_line, web_address
from regesta.model.article import Source, sha256_of
from regesta.model.display import decision_text, party_text
from regesta.model.entry import Entry, StatementReport
from regesta.query.changes import EntryChange
from regesta.query.claims.claims import CheckedClaim
from regesta.query.claims.findings import finding
from regesta.query.matters.histories import History
from regesta.query.table import Column
from regesta.store.outlines import ArticleOutline

STATEMENTS_HEAD = FeedHead(key="regesta:statements", title="Regesta: statements")


def entry_item(entry: Entry, page: str = "") -> FeedItem:
    """Return an entry as an item.

    Args:
        entry: The entry.
        page: Address of its web page, which the item then leads to; "" for the articles alone.
    """
    times, best = published_times(entry), entry.best_report
    articles = [article_link(best.source, best.title, "related" if page else "alternate")]
    articles += [article_link(r.source, r.title, "related") for r in entry.reports if r is not best]
    return FeedItem(
        key=f"regesta:entry:{entry.id}",
        title=headline(entry.best),
        updated=updated_of(entry),
        published=times[0] if times else None,
        links=(*page_link(page), *(link for found in articles for link in found)),
        categories=(entry.best.type, *entry.best.contexts),
        summary=quote_of(entry),
        content="\n\n".join(f"“{plain_line(r.citations[0].quote)}”\n{plain_line(cited(r))}" for r in entry.reports),
    )


def change_item(
    change: EntryChange, entry: Entry, *, moment: datetime | None, texts: Sequence[str], page: str
) -> FeedItem:
    """Return what changed in an entry as an item; what changes in it later is another one.

    Args:
        change: The change.
        entry: The entry as it is now, or as it was where it is gone.
        moment: When it changed, UTC; None where that is not known: the item is then known by what it says, and dated as
            the entry is.
        texts: What changed, line by line.
        page: Address of the page of the entry.
    """
    item, at = entry_item(entry, page), moment.replace(tzinfo=None) if moment else None
    kinds = [KIND_WORDS[kind] for kind in change.kinds]
    decided = (f"{decision_text(r.decision)}, by {r.decision.author}: {r.decision.reason}" for r in change.decisions)
    told = [*texts, *decided]
    return replace(
        item,
        key=f"regesta:change:{change.id}:{at.isoformat() if at else sha256_of('; '.join(told))[:16]}",
        title=f"{', '.join(kinds)}: {item.title}",
        updated=at or item.updated,
        published=None,
        categories=(*change.kinds, *item.categories),
        summary="; ".join(told),
        content="\n".join(map(plain_line, told)) + f"\n\n{item.content}",
    )


def statement_item(report: StatementReport, page: str = "") -> FeedItem:
    """Return a statement as an item; `page` as for `entry_item`."""
    statement, at = report.statement, utc(report.source.published)
    name = party_text(statement.speaker) if statement.speaker else "Unnamed speaker"
    words = plain_line(statement.content_text)
    return FeedItem(
        key=f"regesta:statement:{statement.id}",
        title=f"{name}: “{words}”",
        updated=at or EPOCH,
        published=at,
        links=(
            *page_link(page),
            *article_link(report.source, report.title, "related" if page else "alternate"),
        ),
        categories=tuple(filter(None, (statement.kind, statement.speech_class))),
        summary=words,
        content=f"“{words}”\n{plain_line(source_text(report.source, report.title, statement.article_id))}",
    )


def article_item(outline: ArticleOutline, page: str) -> FeedItem:
    """Return an article as an item."""
    at = utc(outline.source.published)
    found = f"{outline.events} events, {outline.statements} statements"
    return FeedItem(
        key=f"regesta:article:{outline.version}",
        title=outline.title or outline.id,
        updated=at or EPOCH,
        published=at,
        links=(
            *page_link(page),
            *article_link(outline.source, outline.title, "related"),
        ),
        summary=found,
        content=f"{plain_line(source_text(outline.source, outline.title, outline.id))}\n{found}",
    )


def history_item(history: History, page: str) -> FeedItem:
    """Return a history as an item that changes with its last step; each step with its words."""
    days = [step.reported for step in history.steps if step.reported]
    last = history.steps[-1]
    lines = (
        f"{step.stage}, {step.day or 'undated'}: “{plain_line(step.citation.quote)}” {plain_line(step.publisher or '')}"
        for step in history.steps
    )
    return FeedItem(
        key=f"regesta:history:{history.cycle}:{history.id}",
        title=f"{', '.join(history.parties[:4]) or '?'}: {history.state}",
        updated=utc(max(days)) or EPOCH if days else EPOCH,
        published=utc(min(days)) if days else None,
        links=page_link(page),
        categories=(history.cycle, history.state),
        summary=last.citation.quote,
        content="\n\n".join(lines),
    )


def claim_item(checked: CheckedClaim, page: str) -> FeedItem:
    """Return a claim as an item, with what the register says to it."""
    at, words = utc(checked.source.published), plain_line(checked.sentence.quote)
    where = source_text(checked.source, checked.title, checked.claim.article_id)
    return FeedItem(
        key=f"regesta:claim:{checked.claim.id}",
        title=f"{finding(checked)}: “{plain_line(checked.claim.text)}”",
        updated=at or EPOCH,
        published=at,
        links=(*page_link(page), *article_link(checked.source, checked.title, "related")),
        categories=(checked.claim.kind,),
        summary=words,
        content=f"“{words}”\n{plain_line(where)}\n{finding(checked)}",
    )


def page_link(page: str) -> tuple[FeedLink, ...]:
    """Return the link to a web page of ours; none without one."""
    return (FeedLink(rel="alternate", href=page, type="text/html"),) if page else ()


def article_link(source: Source, title: str | None, rel: str) -> tuple[FeedLink, ...]:
    """Return the link to an article; none when it has no address that may be one."""
    url = web_address(source.url)
    return (FeedLink(rel=rel, href=url, title=title),) if url else ()


def source_text(source: Source, title: str | None, article_id: str) -> str:
    """Return where an article stands: publisher, headline, day, address; else its id."""
    known = (source.publisher, title, source.day.isoformat() if source.day else None, source.url)
    return ", ".join(part for part in known if part) or article_id


def entry_feed(entries: Iterable[Entry]) -> Iterator[bytes]:
    """Yield entries as a feed that leads to their articles."""
    yield from feed(FeedHead(), map(entry_item, entries))


def statement_feed(reports: Iterable[StatementReport]) -> Iterator[bytes]:
    """Yield statements as a feed that leads to their articles."""
    yield from feed(STATEMENTS_HEAD, map(statement_item, reports))


ITEM_FIELDS = (
    Column("id", "text", "A UUID made from the item's id: the same for ever.", "entry"),
    Column("title", "text", "It on one line.", "best report"),
    Column("updated", "text", "When its last report appeared, RFC 3339, UTC.", "all reports"),
    Column("published", "text", "When its first report appeared; left out when unknown.", "all reports"),
)
ATOM = Exporter(
    title="Atom feed",
    unit="one entry, linked to its articles",
    suffix=".atom",
    media_type=MEDIA_TYPE,
    fields=(
        *ITEM_FIELDS,
        Column("link", "list", "Addresses: alternate for the best report, related for others.", "all reports"),
        Column("category", "list", "PLOVER event type, then contexts.", "best report"),
        Column("summary", "text", "First sentence of evidence, as plain text.", "best report"),
        Column("content", "text", "The words of every report and where they stand, as plain text.", "all reports"),
    ),
    encode=entry_feed,
)
STATEMENTS_ATOM = Exporter(
    title="Atom feed of statements",
    unit="one statement, linked to its article",
    suffix=".statements.atom",
    media_type=MEDIA_TYPE,
    fields=(
        *ITEM_FIELDS,
        Column("link", "list", "Address of the article.", "article"),
        Column("category", "list", "direct, indirect or mixed; class of the cue's verb.", "statement"),
        Column("summary", "text", "The words said.", "statement"),
        Column("content", "text", "The words said, and where they stand, as plain text.", "article"),
    ),
    encode=statement_feed,
    of="statements",
)
