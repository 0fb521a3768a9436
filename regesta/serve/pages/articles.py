"""The documents: a list to search."""

from dataclasses import replace
from typing import Any

from regesta.query.filters import ARTICLE_OPTIONS, FilterReader
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import outline_json, pages_json
from regesta.serve.listing import Asked, InApi, Items, ListPage, no_items, routes
from regesta.serve.news import article_news
from regesta.serve.shown import Shown
from regesta.store.filters import EVERY_ARTICLE, ArticleFilter
from regesta.store.outlines import ArticleOutline
from regesta.store.view import View

LISTING = Listing("/articles", "/articles.json", options_of(ARTICLE_OPTIONS), ("newest", "oldest"))


def wanted_of(view: View, address: Address) -> ArticleFilter:
    """Return the documents that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return FilterReader(view).article_filter({**address.options, "order": address.sort})


def find(view: View, address: Address) -> Items[ArticleOutline]:
    """Return the documents that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(view, address)
    outlines = view.article_outlines(replace(wanted, limit=address.limit, offset=address.offset))
    return Items(Pages(address, view.count(wanted)), outlines)


def context(asked: Asked[View], found: Items[ArticleOutline]) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "publishers": [(name, name) for name in sorted(asked.source.publishers())],
        "total": asked.source.count(EVERY_ARTICLE),
        "counts": asked.source.counts(),
    }


PAGE = ListPage[View, Items[ArticleOutline]](
    title="Documents",
    listing=LISTING,
    template="articles",
    opened=Shown.view,
    find=find,
    nothing=no_items,
    context=context,
    record=lambda _, found: {**pages_json(found.pages), "articles": [outline_json(outline) for outline in found.items]},
    items=lambda asked: article_news(asked.source, wanted_of(asked.source, asked.address), asked.host),
    api=InApi("/api/articles", lambda view: view),
)
router = routes(PAGE)
