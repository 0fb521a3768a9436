"""Makes responses: pages from templates, and the JSON beside them, with the headers that keep a page harmless."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic_core import PydanticSerializationError, to_json
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from regesta.model.display import act_text, counted, decision_text, parties_text, party_text
from regesta.ontology.event_types import mode_text
from regesta.ontology.speech_verbs import SPEECH_CLASSES
from regesta.query.party_names import code_name
from regesta.query.speech.wordings import differences, wordings
from regesta.serve import wording
from regesta.serve.address import Address
from regesta.serve.carried import carried
from regesta.serve.chart import Chart
from regesta.serve.chips import option_name, option_words
from regesta.serve.parties import code_path, party_path
from regesta.serve.shown import AS_OF, as_of_asked, read_moment
from regesta.serve.telling import disputed, reporting
from regesta.serve.visible_text import path_part, visible, web_link
from regesta.store.moments import TICK
from regesta.version import __version__

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""Sent with every response: nothing but our own files is loaded, no inline script or style runs. Pictures
may be in the style sheet itself, as those of the map's buttons are."""

FILTERS = {
    "act": wording.act_words,
    "act_code": act_text,
    "act_note": wording.act_note,
    "amount": wording.amount_text,
    "basis": wording.basis_text,
    "chip_name": option_name,
    "chip_words": option_words,
    "code_name": code_name,
    "code_path": code_path,
    "context": mode_text,
    "date": wording.date_text,
    "day": wording.day_text,
    "decided": decision_text,
    "differences": differences,
    "disputed": disputed,
    "intensity": wording.intensity_text,
    "interval": wording.interval_text,
    "line": wording.event_line,
    "moment": wording.moment_text,
    "month": wording.month_text,
    "parties": parties_text,
    "party": party_text,
    "party_path": party_path,
    "path_part": path_part,
    "plural": counted,
    "quad": wording.quad_text,
    "reporting": reporting,
    "sector": wording.sector_text,
    "until": wording.range_text,
    "web_link": web_link,
    "wordings": wordings,
}


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates: everything is escaped and made visible, and an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("regesta.serve"),
        autoescape=True,
        finalize=visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals["version"] = __version__
    made.globals["speech_classes"] = [(name, name) for name in SPEECH_CLASSES]
    return made


def page(request: Request, template: str, context: Mapping[str, Any], status: int = 200) -> Response:
    """Return a page.

    Args:
        request: What asked for it.
        template: Name of the template, without ".html".
        context: What the template is filled with.
        status: HTTP status.
    """
    as_of = as_of_asked(request)
    moment = read_moment(as_of)
    told = {"path": request.url.path, "as_of": as_of, "as_of_moment": moment}
    told |= {"now_url": now_url(request), "changed_url": changed_url(moment)}
    body = environment().get_template(f"{template}.html").render(**told, **context)
    body = carried(body, as_of) if as_of else body
    return tagged(request, body.encode("utf-8", "replace"), "text/html; charset=utf-8", status)


def now_url(request: Request) -> str:
    """Return the address of a page without its moment: the same of the present."""
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != AS_OF]
    return request.url.path + (f"?{urlencode(kept, errors='replace')}" if kept else "")


def changed_url(moment: datetime | None) -> str:
    """Return the address of what changed after a moment; "" for the present, and at the end of all days."""
    if moment is None or moment >= datetime.max.replace(tzinfo=UTC):
        return ""
    return "/changes?" + urlencode({"since": (moment + TICK).replace(tzinfo=None).isoformat()})


def data(request: Request, value: object, status: int = 200) -> Response:
    """Return JSON; a lone surrogate, which UTF-8 cannot hold, is written as the JSON escape it is."""
    try:
        body = to_json(value, indent=1)  # ten times as fast
    except PydanticSerializationError:
        body = json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    return tagged(request, body, "application/json" if status < 400 else "application/problem+json", status)


def drawing(request: Request, chart: Chart | None) -> Response:
    """Return a chart as an SVG file.

    Raises:
        HTTPException: There is nothing to draw.
    """
    if chart is None:
        raise HTTPException(404, "There is too little to draw: a chart needs two periods with entries.")
    template = environment().get_template("chart.html")
    body = str(template.make_module({}).drawing(chart, alone=True))  # type: ignore[attr-defined]  # macros are attributes
    return tagged(request, body.encode("utf-8", "replace"), "image/svg+xml; charset=utf-8", 200)


def tagged(request: Request, body: bytes, media_type: str, status: int) -> Response:
    """Return a body with its hash as ETag, or 304 when the client holds it already."""
    headers = {"ETag": f'W/"{hashlib.sha256(body).hexdigest()[:20]}"', "Cache-Control": "no-cache"}
    if status == 200 and headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def host_of(request: Request) -> str:
    """Return the address of the server, without a slash at its end."""
    return str(request.base_url).rstrip("/")


def tidied(request: Request, address: Address) -> Response | None:
    """Return a redirect to the address without the empty parameters a form sends; None when there are none."""
    if all(value.strip() for value in request.query_params.values()):
        return None
    return RedirectResponse(address.url(page=address.page), status_code=303)
