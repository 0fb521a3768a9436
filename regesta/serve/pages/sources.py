"""The sources: what each publisher contributes, on how many days, and how much was read when."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.query.counts.coverage import read_days
from regesta.query.register import Register
from regesta.serve.reading import reading_chart
from regesta.serve.respond import data, drawing, page
from regesta.serve.shown import shown
from regesta.store.filters import EVERY_EVENT
from regesta.store.outlines import ArticleOutline

router = APIRouter()
KEPT_AS = "sources"


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
        days: Days with an article.
    """

    publisher: str | None
    articles: int
    events: int
    statements: int
    faults: int
    faulty: int
    first: date | None
    last: date | None
    days: int

    @property
    def span_days(self) -> int:
        """Days from the first article to the last, both included; 0 when no day is known."""
        return (self.last - self.first).days + 1 if self.first and self.last else 0


def contributed(outlines: Iterable[ArticleOutline]) -> list[Contribution]:
    """Return what each publisher contributes: most articles first, the unknown publisher last."""
    by_publisher: dict[str | None, list[ArticleOutline]] = {}
    for outline in outlines:
        by_publisher.setdefault(outline.source.publisher, []).append(outline)
    rows = [contribution_of(publisher, found) for publisher, found in by_publisher.items()]
    return sorted(rows, key=lambda row: (row.publisher is None, -row.articles, row.publisher or ""))


def contribution_of(publisher: str | None, outlines: list[ArticleOutline]) -> Contribution:
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
        days=len(set(days)),
    )


def contribution_json(row: Contribution) -> dict[str, Any]:
    """Return what a publisher contributes as JSON."""
    days = {"first": row.first and row.first.isoformat(), "last": row.last and row.last.isoformat()}
    return {**asdict(row), **days}


def contributions(register: Register) -> list[Contribution]:
    """Return what each publisher contributes, worked out once for each revision of the store."""
    return register.kept(EVERY_EVENT, KEPT_AS, lambda: contributed(register.view.article_outlines()))


@router.get("/sources", response_class=HTMLResponse)
def show(request: Request) -> Response:
    """The sources as a page."""
    with shown(request).register() as register:
        rows, read = contributions(register), read_days(register.view)
        return page(
            request, "sources", {"rows": rows, "chart": reading_chart(read), "twin": "/sources.json", "feed": ""}
        )


@router.get("/sources.json")
def show_json(request: Request) -> Response:
    """The sources as JSON, and how many articles appeared on each day."""
    with shown(request).register() as register:
        days = {day.isoformat(): count for day, count in sorted(read_days(register.view).by_day.items())}
        sources = [contribution_json(row) for row in contributions(register)]
    return data(request, {"sources": sources, "articles_by_day": days})


@router.get("/sources.svg")
def show_svg(request: Request) -> Response:
    """The articles read over time as a drawing."""
    with shown(request).view() as view:
        return drawing(request, reading_chart(read_days(view)))
