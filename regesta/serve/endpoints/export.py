"""Entries and statements as files, in every format, sent while they are read."""

import re
from collections.abc import Generator, Iterator, Mapping
from threading import BoundedSemaphore
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import StreamingResponse

from regesta.export.exporter import Exporter, load_exporter
from regesta.export.selection import Selection
from regesta.query.filters import ENTRY_OPTIONS, STATEMENT_OPTIONS, FilterReader
from regesta.query.known import filled
from regesta.serve.address import options_of
from regesta.serve.endpoints.described import described
from regesta.serve.endpoints.tags import tag_of
from regesta.serve.shown import AS_OF, Shown, shown

router = APIRouter(prefix="/api", tags=["export"])
NAMES = (*sorted({*options_of(ENTRY_OPTIONS), *options_of(STATEMENT_OPTIONS), "limit"}), "sort", "format", AS_OF)
EXAMPLE = {"...": "a file in the format asked for"}
MAX_NAME_CHARS = 80
AT_ONCE = BoundedSemaphore(4)  # each holds a view of the store for as long as its reader takes
BUSY = "Too many exports are being read at once; try again in a minute, or run `regesta export`."


@router.get("/export", openapi_extra=described(NAMES, EXAMPLE))
def show(request: Request) -> Response:
    """Entries, or with a format of statements those, as a file: `format` is any of `regesta plugins`."""
    given = filled(request.query_params)
    name = given.pop("format", "jsonl")
    exporter = load_exporter(name)
    source = shown(request)
    with source.view() as view:
        revision = source.revision_shown(view) if exporter.of == "entries" else view.revision
    tag = tag_of(revision, {**given, "format": name})
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
    if not AT_ONCE.acquire(blocking=False):
        raise HTTPException(503, BUSY, headers={"Retry-After": "60"})
    pieces = written(source, exporter, given)
    try:
        first = next(pieces, b"")  # what cannot be read is said before anything is sent
    except BaseException:
        AT_ONCE.release()
        raise
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    headers["Content-Disposition"] = f'attachment; filename="{file_name(exporter, given)}"'
    return StreamingResponse(sent(first, pieces), headers=headers, media_type=exporter.media_type)


def file_name(exporter: Exporter[Any], given: Mapping[str, str]) -> str:
    """Return the name of a file: what it holds under which filters, "entries-rus-blr-2022.csv"."""
    told = [value for name, value in given.items() if name not in ("sort", "limit")]
    words = re.findall("[a-z0-9]+", " ".join(told).lower())
    stem = "-".join([exporter.of, *words])[:MAX_NAME_CHARS].rstrip("-")
    return stem + exporter.suffix.removeprefix(f".{exporter.of}")


def written(source: Shown, exporter: Exporter[Any], given: Mapping[str, str]) -> Generator[bytes]:
    """Yield what a format writes, the view of the store held open until the end.

    Raises:
        ConfigError: A filter or the order cannot be read.
    """
    options = {name: value for name, value in given.items() if name not in ("sort", AS_OF)}
    sort = given.get("sort", "oldest")
    if exporter.of == "statements":  # these need no clusters
        with source.view() as view:
            reader = FilterReader(view)
            yield from exporter.encode(Selection(reader, unread, options, sort).items(exporter))
        return
    with source.register() as register:
        reader = FilterReader(register.view)
        yield from exporter.encode(Selection(reader, lambda: register, options, sort).items(exporter))


def unread() -> Any:
    """Stand in place of the register where only statements are read."""
    raise AssertionError("a format of statements asked for the register")


def sent(first: bytes, pieces: Generator[bytes]) -> Iterator[bytes]:
    """Yield pieces, and let the next export begin when they are sent or the reader has gone."""
    try:
        yield first
        yield from pieces
    finally:
        pieces.close()
        AT_ONCE.release()
