"""A list as a page, and the same as JSON, as a drawing, as a feed: one declaration, from which its routes are made."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.export.atom import FeedItem
from regesta.export.exporter import Noun
from regesta.export.jsonl import Json
from regesta.serve.address import Address, Listing, Pages, read_address
from regesta.serve.carried import with_as_of
from regesta.serve.chart import Chart
from regesta.serve.feed import feed_response
from regesta.serve.files import file_links
from regesta.serve.respond import data, drawing, host_of, page, tidied
from regesta.serve.shown import Shown, moment_now, shown
from regesta.serve.wording import sentence
from regesta.store.view import View

S = TypeVar("S")
F = TypeVar("F")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Items(Generic[T]):
    """What most addresses lead to: the items of one page.

    Attributes:
        pages: Total and neighbouring pages.
        items: The items.
    """

    pages: Pages
    items: Sequence[T] = ()


def no_items(_: object, address: Address) -> Items[Any]:
    """Return what stands in the place of items for an address that cannot be read."""
    return Items(Pages(address, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Generic[S]):
    """A request for a list.

    Attributes:
        source: What is read: the register, or a view of the store.
        address: What the address says.
        host: Address of the server, without a slash at its end, for permalinks.
    """

    source: S
    address: Address
    host: str


@dataclass(frozen=True, slots=True)
class InApi(Generic[S]):
    """The same list in the API.

    Attributes:
        path: Its path.
        view_of: Returns the view of what the page reads.
    """

    path: str
    view_of: Callable[[S], View]


@dataclass(frozen=True, kw_only=True)
class ListPage(Generic[S, F]):
    """A page that lists things.

    Attributes:
        title: What it lists, in a word, for its feed and for OpenAPI.
        listing: Where it is, and what its address may say.
        template: Name of its template; gets `address`, `found`, `problem`, `twin`, `feed`, `files`, `lasting`, and
            `context`.
        opened: Opens what it reads.
        find: Returns what an address leads to; raises `ConfigError` for a filter that cannot be read.
        nothing: Returns what stands in its place then.
        context: Returns what else the template gets.
        record: Returns what was found as JSON.
        chart: Draws what an address leads to; None for a page without a drawing.
        items: Returns the newest of what an address leads to, for its feed; None for a page without one.
        of: What the exports of the page hold; None for a page without exports.
        exported: Filters that the page has beside those of its address, for its exports and the API.
        api: The same list in the API, which keeps it as it is at a moment; None for a page without.
    """

    title: str
    listing: Listing
    template: str
    opened: Callable[[Shown], AbstractContextManager[S]]
    find: Callable[[S, Address], F]
    nothing: Callable[[S, Address], F]
    context: Callable[[Asked[S], F], Mapping[str, Any]]
    record: Callable[[Asked[S], F], Json]
    chart: Callable[[S, Address], Chart | None] | None = None
    items: Callable[[Asked[S]], Iterable[FeedItem]] | None = None
    of: Noun | None = None
    exported: Mapping[str, str] | None = None
    api: InApi[S] | None = None


def routes(listed: ListPage[S, F]) -> APIRouter:
    """Return the routes of a list: the page, its JSON, and its drawing and feed where it has them."""
    router, listing = APIRouter(), listed.listing

    def show(request: Request) -> Response:
        return show_page(request, listed)

    def show_json(request: Request) -> Response:
        return show_record(request, listed)

    def show_svg(request: Request) -> Response:
        return show_drawing(request, listed)

    def show_atom(request: Request) -> Response:
        return show_feed(request, listed)

    made: list[tuple[str, Callable[[Request], Response], str, type[Response]]] = [
        (listing.path, show, "as a page", HTMLResponse),
        (listing.twin, show_json, "as JSON", Response),
    ]
    if listed.chart:
        made.append((listing.beside("svg"), show_svg, "as a drawing", Response))
    if listed.items:
        made.append((listing.beside("atom"), show_atom, "as an Atom feed, the newest first", Response))
    for path, endpoint, how, kind in made:
        router.add_api_route(
            path,
            endpoint,
            response_class=kind,
            name=f"{listed.title} {how}",
            description=f"{listed.title} {how}.",
            openapi_extra=listing.parameters(),
        )
    return router


def show_page(request: Request, listed: ListPage[S, F]) -> Response:
    """Return a list as a page; with status 422 and the reason when its filters cannot be read.

    Raises:
        ConfigError: An unknown parameter, order, or a number out of bounds.
    """
    address = read_address(listed.listing, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    with opened(request, listed, address) as asked:
        problem = ""
        try:
            found = listed.find(asked.source, address)
        except ConfigError as error:
            found, problem = listed.nothing(asked.source, address), sentence(str(error))
        context = {
            "address": address,
            "found": found,
            "problem": problem,
            "twin": address.json_url(),
            "feed": address.beside("atom") if listed.items and not address.as_of else "",
            "files": file_links(listed.of, {**address.options, **(listed.exported or {})}) if listed.of else (),
            "lasting": lasting_url(asked, listed),
            **listed.context(asked, found),
        }
        return page(request, listed.template, context, 422 if problem else 200)


def lasting_url(asked: Asked[S], listed: ListPage[S, F]) -> str:
    """Return the address in the API at which a list stays as the page shows it; "" where there is none."""
    moment = moment_now(listed.api.view_of(asked.source)) if listed.api else ""
    if not listed.api or not moment:
        return ""
    given = {**asked.address.options, **(listed.exported or {}), "sort": asked.address.sort}
    return asked.host + with_as_of(f"{listed.api.path}?{urlencode(given, errors='replace')}", moment)


def show_record(request: Request, listed: ListPage[S, F]) -> Response:
    """Return a list as JSON."""
    address = read_address(listed.listing, request.query_params)
    with opened(request, listed, address) as asked:
        return data(request, listed.record(asked, listed.find(asked.source, address)))


def show_drawing(request: Request, listed: ListPage[S, F]) -> Response:
    """Return the chart of a list as an SVG file."""
    address = read_address(listed.listing, request.query_params)
    with opened(request, listed, address) as asked:
        return drawing(request, listed.chart(asked.source, address) if listed.chart else None)


def show_feed(request: Request, listed: ListPage[S, F]) -> Response:
    """Return the newest of a list as a feed."""
    address = read_address(listed.listing, request.query_params)
    with opened(request, listed, address) as asked:
        items = list(listed.items(asked)) if listed.items else []
    return feed_response(request, listed.title, address, items)


@contextmanager
def opened(request: Request, listed: ListPage[S, F], address: Address) -> Iterator[Asked[S]]:
    """Open what a list reads, for one request."""
    with listed.opened(shown(request)) as source:
        yield Asked(source=source, address=address, host=host_of(request))
