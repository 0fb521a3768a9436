"""The newest of what pages list, as items of feeds."""

from collections.abc import Iterable
from dataclasses import replace

from regesta.export.atom import FeedItem
from regesta.export.feeds import article_item, entry_item, statement_item
from regesta.model.entry import StatementReport
from regesta.query.register import Register
from regesta.serve.api import article_path, entry_path, statement_path
from regesta.serve.feed import FEED_ITEMS
from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter
from regesta.store.view import View


def entry_news(register: Register, wanted: EventFilter, host: str) -> list[FeedItem]:
    """Return the entries that were reported last."""
    newest = register.entries(replace(wanted, limit=FEED_ITEMS, offset=0), "reported")
    return [entry_item(entry, host + entry_path(entry.id)) for entry in newest]


def statement_news(view: View, wanted: StatementFilter, host: str) -> list[FeedItem]:
    """Return the statements published last."""
    newest: Iterable[StatementReport] = view.statements(replace(wanted, order="newest", limit=FEED_ITEMS, offset=0))
    return [statement_item(report, host + statement_path(report.statement)) for report in newest]


def article_news(view: View, wanted: ArticleFilter, host: str) -> list[FeedItem]:
    """Return the articles published last."""
    newest = view.article_outlines(replace(wanted, order="newest", limit=FEED_ITEMS, offset=0))
    return [article_item(outline, host + article_path(outline.id)) for outline in newest]
