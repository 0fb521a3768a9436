"""One actor: what it did over time, offices with their evidence, names, partners, what it said and is said of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from regesta.errors import ConfigError
from regesta.model.entity import STATE
from regesta.model.entry import Entry, StatementReport
from regesta.query.filters import FilterReader
from regesta.query.party_names import Names, code_name, names_of
from regesta.query.profile import Partner, Profile, Sighting, actor_of, partners, profile
from regesta.query.register import Register
from regesta.resolve.states.states import load_states, state_code
from regesta.serve.api import actor_json, citation_json, entry_json, statement_report_json
from regesta.serve.carried import with_as_of
from regesta.serve.chart import Chart
from regesta.serve.course import course
from regesta.serve.files import file_links
from regesta.serve.parties import code_path
from regesta.serve.respond import data, drawing, host_of, page
from regesta.serve.rows import rows
from regesta.serve.shown import as_of_asked, shown
from regesta.serve.visible_text import path_part
from regesta.serve.wording import sentence
from regesta.store.filters import SPOKEN, EventFilter, StatementFilter
from regesta.store.outlines import ActorCount
from regesta.store.view import View

router = APIRouter()
LATEST = 6
MAX_PARTNERS = 15
MAX_OTHERS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the page of an actor tells.

    Attributes:
        key: What the page is found by: a state's code, an entity id, or a name.
        name: The actor's name.
        actor: The actor as most events have it, the likeliest for a part of a name; None when no event has it.
        entries: Happenings it takes part in.
        latest: The newest of them.
        statements: Statements it made.
        said: The newest of them.
        told: The newest statements about it.
        profile: Offices and names.
        partners: With whom it deals, most entries first.
        others: People and bodies of a state; for others, actors with the same last word of the name.
    """

    key: str
    name: str
    actor: ActorCount | None
    entries: int
    latest: list[Entry]
    statements: int
    said: list[StatementReport]
    told: list[StatementReport]
    profile: Profile
    partners: list[Partner]
    others: list[ActorCount]

    @property
    def is_state(self) -> bool:
        """Whether it is a state."""
        return self.key in load_states().by_iso3


def key_of(view: View, given: str) -> str:
    """Return the key of an actor from what an address says.

    Raises:
        HTTPException: The register does not know it.
    """
    name = given.removeprefix(STATE)
    try:
        return FilterReader(view, exact_state).party(name)
    except ConfigError as error:
        raise HTTPException(404, sentence(f"the register has {error}")) from error


def exact_state(name: str) -> str | None:
    """Return a state's code for its code or own name; a capital or a people may be an actor of another name."""
    code = state_code(name)
    return code if code and name.casefold() in {code.casefold(), code_name(code).casefold()} else None


def find(register: Register, key: str) -> Dossier:
    """Return what the register knows of an actor."""
    view, wanted = register.view, EventFilter(party=key)
    exact = actor_of(view, f"{STATE}{key}" if key in load_states().by_iso3 else key)
    actor = exact or next(iter(view.actors(like=key, limit=1)), None)
    clusters = register.matching(wanted)
    own = key if key in load_states().by_iso3 else (actor.iso3 if actor and actor.iso3 else None) or key
    return Dossier(
        key=key,
        name=exact.name if exact and key not in load_states().by_iso3 else code_name(key),
        actor=actor,
        entries=len(clusters),
        latest=register.entries(EventFilter(party=key, limit=LATEST)),
        statements=view.count(StatementFilter(speaker=key, min_confidence=SPOKEN)),
        said=view.statements(StatementFilter(speaker=key, min_confidence=SPOKEN, order="newest", limit=LATEST)),
        told=view.statements(StatementFilter(about=key, min_confidence=SPOKEN, order="newest", limit=LATEST)),
        profile=profile(register, key),
        partners=partners(clusters, own)[:MAX_PARTNERS],
        others=others(view, key, actor),
    )


def others(view: View, key: str, actor: ActorCount | None) -> list[ActorCount]:
    """Return the people and bodies of a state; for others, actors whose name has the same last word."""
    like = key if key in load_states().by_iso3 else (actor.name if actor else key).split()[-1]
    own = {key, f"{STATE}{key}", actor.entity if actor else None, actor.name if actor else None} - {None}
    found = view.actors(like=like, limit=MAX_OTHERS + 1)
    return [other for other in found if (other.entity or other.name) not in own][:MAX_OTHERS]


def chart_of(register: Register, key: str, name: str) -> Chart | None:
    """Draw the course of an actor; its bars lead to the register."""
    wanted = EventFilter(party=key)
    return course(
        register,
        wanted,
        lambda period: f"/?party={path_part(key)}&on={period}",
        title=f"{name}: entries over time, with mean intensity",
        intensity=True,
    )


@router.get("/actors/{given:path}.json")
def show_json(request: Request, given: str) -> Response:
    """An actor as JSON: offices, names, partners, the latest entries and statements."""
    with shown(request).register() as register:
        found, names = find(register, key_of(register.view, given)), names_of(register)
    return data(request, dossier_json(found, names, host_of(request)))


@router.get("/actors/{given:path}.svg")
def show_svg(request: Request, given: str) -> Response:
    """The course of an actor as a drawing."""
    with shown(request).register() as register:
        key = key_of(register.view, given)
        return drawing(request, chart_of(register, key, names_of(register).of(key)))


@router.get("/actors/{given:path}", response_class=HTMLResponse)
def show(request: Request, given: str) -> Response:
    """An actor as a page."""
    with shown(request).register() as register:
        key = key_of(register.view, given)
        if key != given:
            return RedirectResponse(with_as_of(code_path(key), as_of_asked(request)), status_code=302)
        found = find(register, key)
        context = {
            "found": found,
            "names": names_of(register),
            "rows": rows(found.latest),
            "chart": chart_of(register, key, found.name),
            "feed": "" if as_of_asked(request) else f"/entries.atom?party={path_part(key)}",
            "twin": f"{code_path(key)}.json",
            "files": file_links("entries", {"party": key}),
        }
        return page(request, "actor", context)


def dossier_json(found: Dossier, names: Names, host: str) -> dict[str, Any]:
    """Return what the page of an actor tells as JSON."""
    return {
        "key": found.key,
        "permalink": host + code_path(found.key),
        "name": found.name,
        "actor": asdict(found.actor) if found.actor else None,
        "entries": found.entries,
        "statements": found.statements,
        "offices": [
            {
                "office": office.office,
                "iso3": office.iso3,
                "first": office.first and office.first.isoformat(),
                "last": office.last and office.last.isoformat(),
                "articles": office.articles,
                "evidence": sightings_json(office.evidence),
            }
            for office in found.profile.offices
        ],
        "names": [{"words": words, "articles": articles} for words, articles in found.profile.names],
        "names_complete": found.profile.complete,
        "partners": [{**asdict(partner), "name": names.of(partner.code)} for partner in found.partners],
        "others": [actor_json(other) for other in found.others],
        "latest": [entry_json(entry, host) for entry in found.latest],
        "said": [statement_report_json(report, host) for report in found.said],
        "told": [statement_report_json(report, host) for report in found.told],
    }


def sightings_json(found: Iterable[Sighting]) -> list[dict[str, Any]]:
    """Return where an article names an actor."""
    return [{"article": s.citation.article_id, **citation_json(s.citation)} for s in found]
