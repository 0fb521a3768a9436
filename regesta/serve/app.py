"""The web application: the register as pages, each with a JSON twin."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, RedirectResponse
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.garbage import set_aside
from regesta.serve.endpoints import counts, export, lists, single
from regesta.serve.errors import add_error_pages
from regesta.serve.guard import Guard
from regesta.serve.kept_answers import KeptAnswers
from regesta.serve.pages import (
    actor,
    actors,
    article,
    articles,
    atlas,
    changes,
    claims,
    dyads,
    entry,
    faults,
    histories,
    meetings,
    network,
    register,
    review,
    said,
    search,
    sources,
    statements,
    status,
)
from regesta.serve.rate import RateLimit
from regesta.serve.respond import HEADERS
from regesta.serve.shelf import Shelf
from regesta.serve.warmth import WARMTH
from regesta.store.store import Store, open_store
from regesta.version import __version__

THREADS = 4  # answers made at once: more of them only take turns, and each holds a connection and memory
PACKED = 6  # of 9, which takes four times as long for 2 to 11 % less: 87 instead of 24 ms for 500 entries as JSON
STATIC = Path(__file__).parent / "static"
PAGES = (
    register,
    entry,
    actors,
    actor,
    dyads,
    statements,
    said,
    meetings,
    changes,
    histories,
    claims,
    atlas,
    network,
    search,
    articles,
    article,
    sources,
    review,
    faults,
    status,
)
ENDPOINTS = (lists, single, counts, export)


def create_app(
    store_url: str, review_origins: Iterable[str] = (), review_key: str = "", *, warm: bool = False, rate: int = 0
) -> FastAPI:
    """Return the application over a store that exists; its connections cannot write unless decisions are taken.

    Args:
        store_url: As for `regesta.store.store.open_store`.
        review_origins: As for `app_over`.
        review_key: As for `app_over`.
        warm: As for `app_over`.
        rate: As for `app_over`.

    Raises:
        ConfigError: No store plugin of that name.
        StoreError: There is no store, or it cannot be opened.
    """
    store = open_store(store_url, create=False)
    if not review_origins:
        store.refuse_writes()
    return app_over(store, review_origins, review_key, warm=warm, rate=rate)


def app_over(
    store: Store, review_origins: Iterable[str] = (), review_key: str = "", *, warm: bool = False, rate: int = 0
) -> FastAPI:
    """Return the application over an open store, which it closes when it shuts down.

    Args:
        store: The store.
        review_origins: Addresses of these pages ("http://127.0.0.1:8000") from which persons may decide; none where
            nothing may be written.
        review_key: What a browser must have shown once to decide; "" where whoever opens the pages may.
        warm: Whether to work out beside, from the start, what pages will ask for, and to look for garbage in that once
            only: for a process that serves and does nothing else.
        rate: Requests a minute that one address may make; 0 for no limit.
    """
    shelf = Shelf(store, replace(WARMTH, settled=set_aside) if warm else WARMTH)

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        if warm:
            shelf.read_beside()
        yield
        shelf.close()

    app = FastAPI(
        title="Regesta",
        version=__version__,
        description="Who did what to whom, when, where, who said what; every page of the register as JSON.",
        docs_url=None,  # both load scripts from elsewhere; /openapi.json describes the JSON
        redoc_url=None,
        lifespan=closing,
    )
    app.state.shelf = shelf
    app.state.guard = Guard(frozenset(origin.lower().rstrip("/") for origin in review_origins), review_key)
    add_error_pages(app)
    for module in (*PAGES, *ENDPOINTS):
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    # What is no page, a feed say, has no link to the seal: browsers then ask for it by this name.
    app.add_route("/favicon.ico", lambda _: FileResponse(STATIC / "seal.svg", media_type="image/svg+xml"))
    # Who types the address that the documentation names, and no list below it, gets all that there is.
    app.add_route("/api", lambda _: RedirectResponse("/openapi.json"))
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=PACKED)
    app.add_middleware(KeptAnswers, stamp=shelf.stamp, at_once=THREADS)
    if rate:
        app.add_middleware(RateLimit, per_minute=rate)
    app.add_middleware(SafeHeaders)
    return app


class SafeHeaders:
    """Middleware that sends `HEADERS` with every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and add the headers to its response."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_safely)
