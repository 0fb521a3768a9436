"""Search across everything: actors, places, entries, statements and documents that have the words."""

import re
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.model.entity import STATE
from regesta.model.entry import Entry
from regesta.query import search as full_text
from regesta.query.counts.places import PlaceCount, count_places
from regesta.query.filters import FilterReader
from regesta.query.register import Register
from regesta.resolve.states.states import load_states, state_code
from regesta.serve.api import actor_json, entry_json, source_json, statement_report_json
from regesta.serve.respond import data, host_of, page
from regesta.serve.rows import rows
from regesta.serve.shown import as_of_asked, shown
from regesta.serve.visible_text import path_part
from regesta.store.filters import EventFilter
from regesta.store.outlines import ActorCount

router = APIRouter()
FEW = 5
MAX_QUERY_CHARS = 200
BETWEEN = re.compile(r"(?<!\s)\s+(?:and|with|&)\s+|(?<!\s)\s*,\s*|(?<=^[A-Z]{3})-(?=[A-Z]{3}$)")
PARAMETERS = {
    "parameters": [
        {
            "name": "q",
            "in": "query",
            "schema": {"type": "string"},
            "description": 'Words, "quoted phrases" and prefix* words; or a name.',
        }
    ]
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found; of each kind a few, with the number of all.

    Attributes:
        actors: Actors with a word in the name that begins like the query.
        dyad: Address of the page of two parties that the query names; None when it does not.
        places: Places with the words in their name.
        entries: Entries with all the words in their evidence.
        entries_total: How many there are.
        texts: Documents and statements with all the words.
    """

    actors: list[ActorCount]
    dyad: str | None
    places: list[PlaceCount]
    entries: list[Entry]
    entries_total: int
    texts: full_text.Found

    @property
    def nothing(self) -> bool:
        """Whether nothing was found at all."""
        hits = self.entries_total + self.texts.hits_total + self.texts.statements_total
        return not (self.actors or self.dyad or self.places or hits)


def find(register: Register, query: str) -> Found:
    """Return what has the words of a query."""
    words = EventFilter(contains=query)
    return Found(
        actors=find_actors(register, query),
        dyad=find_dyad(register, query),
        places=count_places(register.matching(EventFilter(place=query)))[:FEW],
        entries=register.entries(EventFilter(contains=query, limit=FEW)),
        entries_total=register.count(words),
        texts=full_text.search(register.view, query, limit=FEW),
    )


def find_actors(register: Register, query: str) -> list[ActorCount]:
    """Return the actors that a query names, the state itself first."""
    state = state_code(query)
    found = register.view.actors(like=f"{STATE}{state}", limit=1) if state else []
    if state and not found:
        name = load_states().by_iso3[state].name
        found = [ActorCount(name=name, iso3=state, sector="GOV", entity=f"{STATE}{state}", events=0)]
    named = register.view.actors(like=query, limit=FEW + 1)
    return [*found, *(actor for actor in named if actor not in found)][: FEW + 1]


def find_dyad(register: Register, query: str) -> str | None:
    """Return the address of the page of two parties that a query names: "Russia and Belarus", "BLR-RUS"."""
    parts = [part for part in BETWEEN.split(query) if part]
    if len(parts) != 2:
        return None
    try:
        FilterReader(register.view).dyad(",".join(parts))
    except ConfigError:
        return None
    return f"/dyads?left={path_part(parts[0])}&right={path_part(parts[1])}"


def query_of(request: Request) -> str:
    """Return the query of a request, cut to a length that makes sense."""
    return request.query_params.get("q", "").strip()[:MAX_QUERY_CHARS]


@router.get("/search", response_class=HTMLResponse, openapi_extra=PARAMETERS)
def show(request: Request) -> Response:
    """The search as a page."""
    query = query_of(request)
    with shown(request).register() as register:
        found = find(register, query) if query else None
        context = {"query": query, "found": found, "rows": rows(found.entries) if found else []}
        context |= {"twin": f"/search.json?q={path_part(query)}"}
        is_fed = found and found.entries and not as_of_asked(request)
        context |= {"feed": f"/entries.atom?contains={path_part(query)}" if is_fed else ""}
        return page(request, "search", context)


@router.get("/search.json", openapi_extra=PARAMETERS)
def show_json(request: Request) -> Response:
    """The search as JSON."""
    query = query_of(request)
    with shown(request).register() as register:
        found = find(register, query) if query else None
    return data(request, {"query": query, **(found_json(found, host_of(request)) if found else {})})


def found_json(found: Found, host: str) -> dict[str, Any]:
    """Return what a search found as JSON."""
    return {
        "actors": [actor_json(actor) for actor in found.actors],
        "dyad": found.dyad,
        "places": [{"name": p.place.name, "iso3": p.place.iso3, "entries": p.entries} for p in found.places],
        "entries": {"total": found.entries_total, "first": [entry_json(entry, host) for entry in found.entries]},
        "statements": {
            "total": found.texts.statements_total,
            "first": [statement_report_json(report, host) for report in found.texts.statements],
        },
        "documents": {
            "total": found.texts.hits_total,
            "first": [
                {
                    "id": hit.article.id,
                    **source_json(hit.article.source, hit.article.title),
                    "passage": hit.passage.quote,
                }
                for hit in found.texts.hits
            ],
        },
    }
