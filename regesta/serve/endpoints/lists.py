"""Lists of the API: entries, events, statements, articles, each page with the address of the next."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from regesta.export.jsonl import Json
from regesta.export.records.changes import change_record
from regesta.query.change_options import OPTIONS, just_before, read_changes
from regesta.query.changes import EntryChange, list_changes
from regesta.query.filters import (
    ARTICLE_OPTIONS,
    ENTRY_OPTIONS,
    EVENT_OPTIONS,
    STATEMENT_OPTIONS,
    FilterReader,
)
from regesta.query.known import check_names, choice, filled
from regesta.query.register import SORTS, Register, sort_of
from regesta.query.speech.utterances import Utterances
from regesta.serve.address import options_of, read_limit
from regesta.serve.api import entry_json, entry_path, outline_json, report_json, utterance_json
from regesta.serve.endpoints.cursor import Cursor, offset_of, question_of, read_cursor
from regesta.serve.endpoints.described import described
from regesta.serve.respond import data, host_of
from regesta.serve.shown import AS_OF, Shown, shown
from regesta.store.filters import Order, StatementFilter

router = APIRouter(prefix="/api", tags=["lists"])
ORDERS: tuple[str, ...] = get_args(Order)
ITEM = {"id": "8e913493971a8671"}
EXAMPLE = {"total": 40, "items": [{**ITEM, "...": "..."}], "next": "/api/entries?actor=RUS&cursor=WyI5..."}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRequest:
    """What a request for a list asks for.

    Attributes:
        shown: What is read.
        register: The register.
        filters: Filters as written.
        sort: Order.
        limit: Items on a page.
        offset: Items on earlier pages.
        host: Address of the server, for permalinks.
    """

    shown: Shown
    register: Register
    filters: Mapping[str, str]
    sort: str
    limit: int
    offset: int = 0
    host: str = ""

    @property
    def reader(self) -> FilterReader:
        """Reads the filters."""
        return FilterReader(self.register.view)

    @property
    def utterances(self) -> Utterances:
        """The utterances."""
        return self.shown.utterances(self.register.view)

    @property
    def said(self) -> StatementFilter:
        """The statements asked for, of all pages."""
        return self.reader.statement_filter({**self.filters, "order": self.sort})


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of the API.

    Attributes:
        path: Its path.
        options: Its filters.
        sorts: Its orders, the usual one first.
        total: Counts all items.
        items: Gives the items of a page: ids and JSON.
        ids: Gives the ids of all items, in order.
        of_clusters: Whether it lists entries, which a server may show as they were a moment ago.
    """

    path: str
    options: tuple[str, ...]
    sorts: tuple[str, ...]
    total: Callable[[ListRequest], int]
    items: Callable[[ListRequest], list[tuple[str, Json]]]
    ids: Callable[[ListRequest], Iterable[str]]
    of_clusters: bool = False

    def revision(self, register: Register) -> int:
        """Return the revision of what is listed."""
        return register.clusters.revision if self.of_clusters else register.view.revision


def answer(request: Request, wanted: ListOf) -> Response:
    """Return a page of a list, its next page as `next` and as a Link header.

    Raises:
        ConfigError: An unknown parameter or value.
        HTTPException: 410 when the register changed so that a cursor leads nowhere.
    """
    given = filled(request.query_params)
    filters, sort, limit = read_given(given, wanted)
    question = question_of(wanted.path, {**filters, "sort": sort, AS_OF: given.get(AS_OF, "")})
    source = shown(request)
    with source.register() as register:
        asked = ListRequest(
            shown=source, register=register, filters=filters, sort=sort, limit=limit, host=host_of(request)
        )
        if "cursor" in given:
            cursor, whole_list = read_cursor(given["cursor"], question), asked
            offset = offset_of(cursor, wanted.revision(register), lambda: wanted.ids(whole_list))
            asked = replace(asked, offset=offset)
        total, found = wanted.total(asked), wanted.items(asked)
    end = asked.offset + len(found)
    following = None
    if found and end < total:
        cursor = Cursor(question, wanted.revision(register), end, found[-1][0])
        following = f"{wanted.path}?{urlencode({**given, 'cursor': cursor.written()}, errors='replace')}"
    response = data(request, {"total": total, "items": [item for _, item in found], "next": following})
    if following:
        response.headers["Link"] = f'<{following}>; rel="next"'
    return response


def read_given(given: Mapping[str, str], wanted: ListOf) -> tuple[dict[str, str], str, int]:
    """Return filters, order and length of a page.

    Raises:
        ConfigError: An unknown parameter, order, or a number out of bounds.
    """
    known = (*wanted.options, "sort", "limit", "cursor", AS_OF)
    check_names("parameter", given, known)
    sort = choice("order", given.get("sort", wanted.sorts[0]), wanted.sorts)
    limit = read_limit(given.get("limit", ""))
    return {name: value for name, value in given.items() if name in wanted.options}, sort, limit


def entries_of(asked: ListRequest) -> list[tuple[str, Json]]:
    """Return a page of entries."""
    wanted = asked.reader.entry_filter(asked.filters)
    found = asked.register.entries(replace(wanted, limit=asked.limit, offset=asked.offset), sort_of(asked.sort))
    return [(entry.id, entry_json(entry, asked.host)) for entry in found]


def entry_ids(asked: ListRequest) -> Iterable[str]:
    """Return the ids of all entries of a list, in order."""
    return asked.register.ids(asked.reader.entry_filter(asked.filters), sort_of(asked.sort))


def events_of(asked: ListRequest) -> list[tuple[str, Json]]:
    """Return a page of events, each with the id of its entry."""
    wanted = asked.reader.event_filter({**asked.filters, "order": asked.sort})
    found = list(asked.register.reports(replace(wanted, limit=asked.limit, offset=asked.offset)))
    entry_of = asked.register.clusters.cluster_of
    ids = [report.event.id for report in found]
    return [(i, {"entry": entry_of.get(i, i), **report_json(r)}) for i, r in zip(ids, found, strict=True)]


def statements_of(asked: ListRequest) -> list[tuple[str, Json]]:
    """Return a page of statements, each utterance once."""
    found = asked.utterances.find(replace(asked.said, limit=asked.limit, offset=asked.offset))
    return [(utterance.id, utterance_json(utterance, asked.host)) for utterance in found]


def articles_of(asked: ListRequest) -> list[tuple[str, Json]]:
    """Return a page of articles in outline."""
    wanted = asked.reader.article_filter({**asked.filters, "order": asked.sort})
    found = asked.register.view.article_outlines(replace(wanted, limit=asked.limit, offset=asked.offset))
    return [(outline.id, outline_json(outline)) for outline in found]


def article_ids(asked: ListRequest) -> Iterable[str]:
    """Return the ids of all articles of a list, in order."""
    wanted = asked.reader.article_filter({**asked.filters, "order": asked.sort})
    return (outline.id for outline in asked.register.view.article_outlines(wanted))


ENTRIES = ListOf(
    "/api/entries",
    options_of(ENTRY_OPTIONS),
    SORTS,
    lambda asked: asked.register.count(asked.reader.entry_filter(asked.filters)),
    entries_of,
    entry_ids,
    of_clusters=True,
)
EVENTS = ListOf(
    "/api/events",
    options_of(EVENT_OPTIONS),
    ORDERS,
    lambda asked: asked.register.count_events(asked.reader.event_filter(asked.filters)),
    events_of,
    lambda a: a.register.event_ids(a.reader.event_filter({**a.filters, "order": a.sort})),
)
STATEMENTS = ListOf(
    "/api/statements",
    options_of(STATEMENT_OPTIONS),
    ORDERS,
    lambda asked: asked.utterances.count(asked.said),
    statements_of,
    lambda asked: asked.utterances.ids(asked.said),
)
ARTICLES = ListOf(
    "/api/articles",
    options_of(ARTICLE_OPTIONS),
    ORDERS,
    lambda asked: asked.register.view.count(asked.reader.article_filter(asked.filters)),
    articles_of,
    article_ids,
)


def changes_of(asked: ListRequest) -> tuple[EntryChange, ...]:
    """Return all changes that are asked for."""
    wanted = read_changes(asked.reader, asked.filters)
    before = asked.shown.before(asked.register.view, just_before(wanted.since))
    return tuple(list_changes(before, asked.register, wanted))


def page_of_changes(asked: ListRequest) -> list[tuple[str, Json]]:
    """Return a page of changes."""
    found = changes_of(asked)[asked.offset : asked.offset + asked.limit]
    return [(change.id, {**change_record(change), "page": asked.host + entry_path(change.id)}) for change in found]


CHANGES = ListOf(
    "/api/changes",
    options_of(OPTIONS),
    ("important",),
    lambda asked: len(changes_of(asked)),
    page_of_changes,
    lambda asked: (change.id for change in changes_of(asked)),
    of_clusters=True,
)


def says(wanted: ListOf) -> dict[str, Any]:
    """Return what OpenAPI says of a list."""
    return described((*wanted.options, "limit", "cursor", AS_OF), EXAMPLE, wanted.sorts)


@router.get("/entries", openapi_extra=says(ENTRIES))
def list_entries(request: Request) -> Response:
    """Happenings, each with every article that reports it and its words."""
    return answer(request, ENTRIES)


@router.get("/events", openapi_extra=says(EVENTS))
def list_events(request: Request) -> Response:
    """Reports: what single articles tell, as persons corrected it, with their words and the id of the entry."""
    return answer(request, EVENTS)


@router.get("/statements", openapi_extra=says(STATEMENTS))
def list_statements(request: Request) -> Response:
    """Who said what: each utterance with the articles that report it, surely said ones unless min_confidence asks."""
    return answer(request, STATEMENTS)


@router.get("/articles", openapi_extra=says(ARTICLES))
def list_articles(request: Request) -> Response:
    """Articles in outline, those too in which nothing was found."""
    return answer(request, ARTICLES)


@router.get("/changes", openapi_extra=says(CHANGES))
def list_changed(request: Request) -> Response:
    """Entries that are not as they were: new, with other sources or values, merged, split, corrected, retracted."""
    return answer(request, CHANGES)
