"""Errors as pages (as JSON beside them), never as traces."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from regesta.errors import ConfigError, StoreError
from regesta.serve.respond import HEADERS, data, page
from regesta.serve.wording import sentence
from regesta.store.words import WORD

LOG = logging.getLogger(__name__)
MAX_HINT_WORDS = 6


def add_error_pages(app: FastAPI) -> None:
    """Add a page for every error."""
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(ConfigError, on_bad_address)
    app.add_exception_handler(StoreError, on_store_error)
    app.add_exception_handler(Exception, on_bug)


def error(request: Request, status: int, message: str) -> Response:
    """Return an error as a page, or as RFC 9457 JSON where JSON was asked for.

    Args:
        request: What failed.
        status: HTTP status.
        message: What is wrong, for the reader.
    """
    title = HTTPStatus(status).phrase
    if request.url.path.endswith(".json") or request.url.path.startswith("/api/"):
        problem = {"type": "about:blank", "title": title, "status": status, "detail": message}
        return data(request, problem, status)
    words = [word for part in request.url.path.split("/")[2:] for word in WORD.findall(part)]
    hint = " ".join(words[:MAX_HINT_WORDS])
    context = {"status": status, "title": title, "message": message, "hint": hint}
    return page(request, "error", context, status)


async def on_http_error(request: Request, problem: Exception) -> Response:
    """Show what an endpoint refused."""
    assert isinstance(problem, HTTPException)
    detail = str(problem.detail)
    if detail == HTTPStatus(problem.status_code).phrase:  # the framework's own words say no more than the title
        detail = "There is no such page." if problem.status_code == HTTPStatus.NOT_FOUND else ""
    response = error(request, problem.status_code, detail)
    response.headers.update(problem.headers or {})
    return response


async def on_bad_address(request: Request, problem: Exception) -> Response:
    """Show what is wrong with the parameters of an address."""
    return error(request, 422, sentence(f"this address cannot be read: {problem}"))


async def on_store_error(request: Request, problem: Exception) -> Response:
    """Show trouble with the store; its message is meant for the reader."""
    LOG.error("%s", problem)
    return error(request, 503, str(problem))


async def on_bug(request: Request, problem: Exception) -> Response:
    """Show that something broke; the trace goes to the log, not to the reader."""
    response = error(request, 500, "Something broke while this page was made; the server's log says what.")
    response.headers.update(HEADERS)  # this response passes by the middleware
    return response
