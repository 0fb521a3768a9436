"""Single things of the API, each with citations: an entry, an article, an actor, a search."""

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response

from regesta.errors import ConfigError
from regesta.export.jsonl import Json
from regesta.query.known import check_names, filled
from regesta.serve.address import read_limit
from regesta.serve.answers import actor_answer, article_answer, entry_answer, search_answer
from regesta.serve.endpoints.described import PROBLEM, described, parameter
from regesta.serve.respond import data, host_of
from regesta.serve.shown import AS_OF, shown
from regesta.serve.wording import sentence

router = APIRouter(prefix="/api", tags=["single"])
FOUND = {"id": "8e913493971a8671", "best": {"type": "CONSULT"}, "reports": [{"citations": [{"quote": "..."}]}]}
HITS = {"articles_total": 1, "articles": [{"id": "a1", "passage": {"quote": "..."}}], "statements_total": 0}
ACTOR = {"actor": "BLR", "entries": 40, "latest_entries": [FOUND]}


def says(example: Json) -> dict[str, Any]:
    """Return what OpenAPI says of one thing that is found by its id."""
    problem = {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "The register has no entry 'x'."}
    return {
        "parameters": [parameter(AS_OF)],
        "responses": {
            "200": {"description": "Found.", "content": {"application/json": {"example": example}}},
            "404": {
                "description": "There is none.",
                "content": {"application/problem+json": {"schema": PROBLEM, "example": problem}},
            },
        },
    }


@router.get("/entries/{entry_id:path}", openapi_extra=says(FOUND))
def one_entry(request: Request, entry_id: str) -> Response:
    """An entry with the words of every report, found by its id or by that of any event in it."""
    with shown(request).register() as register:
        return data(request, there(lambda: entry_answer(register, entry_id, host_of(request))))


@router.get("/articles/{article_id:path}", openapi_extra=says({"id": "a1", "text": "...", "events": ["..."]}))
def one_article(request: Request, article_id: str) -> Response:
    """An article: its text and everything found in it, in the form of a coded article."""
    with shown(request).view() as view:
        return data(request, there(lambda: article_answer(view, article_id)))


@router.get("/actors/{actor:path}", openapi_extra=says(ACTOR))
def one_actor(request: Request, actor: str) -> Response:
    """An actor, given as state, name or entity id: names, counts, latest entries and statements."""
    with shown(request).register() as register:
        return data(request, there(lambda: actor_answer(register, actor, host_of(request))))


@router.get("/search", openapi_extra=described(("words", "limit", AS_OF), HITS))
def find(request: Request) -> Response:
    """Articles and statements with all the words of a search, the newest first, each with its passage."""
    given = filled(request.query_params)
    check_names("parameter", given, ("words", "limit", AS_OF))
    if "words" not in given:
        raise ConfigError("words: is missing; write /api/search?words=fighter+jets")
    limit = read_limit(given.get("limit", ""))
    with shown(request).view() as view:
        return data(request, search_answer(view, given["words"], limit, host_of(request)))


def there(answer: Callable[[], Json]) -> Json:
    """Return an answer.

    Raises:
        HTTPException: 404 when there is nothing of that id.
    """
    try:
        return answer()
    except ConfigError as error:
        raise HTTPException(404, sentence(str(error))) from error
