"""The sources: what each publisher contributes."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.serve.respond import data, page
from regesta.serve.shelf import Shelf
from regesta.store.outlines import ArticleOutline

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one publisher contributes.

    Attributes:
        publisher: Its name; None for the articles whose publisher is unknown.
        articles: Articles stored.
        events: Events they report.
        statements: Statements they report.
        faults: Faults met in them.
        faulty: Articles with faults.
        first: Day of the first article; None when no day is known.
        last: Day of the last.
    """

    publisher: str | None
    articles: int
    events: int
    statements: int
    faults: int
    faulty: int
    first: date | None
    last: date | None


def coverage(outlines: Iterable[ArticleOutline]) -> list[Contribution]:
    """Return what each publisher contributes: most articles first, the unknown publisher last."""
    by_publisher: dict[str | None, list[ArticleOutline]] = {}
    for outline in outlines:
        by_publisher.setdefault(outline.source.publisher, []).append(outline)
    rows = [make_coverage(publisher, found) for publisher, found in by_publisher.items()]
    return sorted(rows, key=lambda row: (row.publisher is None, -row.articles, row.publisher or ""))


def make_coverage(publisher: str | None, outlines: list[ArticleOutline]) -> Contribution:
    """Return what one publisher contributes."""
    days = [outline.source.day for outline in outlines if outline.source.day]
    return Contribution(
        publisher=publisher,
        articles=len(outlines),
        events=sum(outline.events for outline in outlines),
        statements=sum(outline.statements for outline in outlines),
        faults=sum(outline.faults for outline in outlines),
        faulty=sum(outline.faults > 0 for outline in outlines),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def coverage_json(row: Contribution) -> dict[str, Any]:
    """Return what a publisher contributes as JSON."""
    days = {"first": row.first and row.first.isoformat(), "last": row.last and row.last.isoformat()}
    return {**asdict(row), **days}


@router.get("/sources", response_class=HTMLResponse)
def show(request: Request) -> Response:
    """The sources as a page."""
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        return page(request, "sources", {"rows": coverage(view.article_outlines())})


@router.get("/sources.json")
def show_json(request: Request) -> Response:
    """The sources as JSON."""
    shelf: Shelf = request.app.state.shelf
    with shelf.store.view() as view:
        return data(request, {"sources": [coverage_json(row) for row in coverage(view.article_outlines())]})
