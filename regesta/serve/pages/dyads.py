"""Two parties: their events over time, how often they met, what each says of the other; and which dyads there are."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.model.entry import Entry, StatementReport
from regesta.query.counts.counts import Count, count_by
from regesta.query.counts.meetings import MeetingYear, by_year
from regesta.query.counts.several import single_acts
from regesta.query.filters import FilterReader
from regesta.query.party_names import code_name
from regesta.query.profile import actor_of
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.resolve.states.states import load_states
from regesta.serve.address import Address, Listing, read_address
from regesta.serve.api import entry_json, statement_report_json
from regesta.serve.chart import Chart
from regesta.serve.course import course
from regesta.serve.files import file_links
from regesta.serve.parties import code_path
from regesta.serve.respond import data, drawing, host_of, page, tidied
from regesta.serve.rows import rows
from regesta.serve.shown import shown
from regesta.serve.visible_text import path_part
from regesta.serve.wanted import MEETINGS
from regesta.serve.wording import sentence
from regesta.serve.years import meetings_chart
from regesta.store.filters import SPOKEN, EventFilter, StatementFilter
from regesta.store.view import View

router = APIRouter()
LISTING = Listing("/dyads", "/dyads.json", ("left", "right", "since", "until", "on"), ("newest",))
LATEST = 8
MAX_DYADS = 40
CALLS = load_views()["calls"].kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Two parties.

    Attributes:
        codes: What each is filtered by.
        names: Their names.
        wanted: The events in which both take part.
        address: The parameters of the page.
    """

    codes: tuple[str, str]
    names: tuple[str, str]
    wanted: EventFilter
    address: Address

    @property
    def title(self) -> str:
        """Both names."""
        return " and ".join(self.names)

    @property
    def register_url(self) -> str:
        """Address of their entries in the register, without dates."""
        return f"/?dyad={path_part(','.join(self.codes))}"

    @property
    def meetings_url(self) -> str:
        """Address of their meetings, without dates."""
        return f"/meetings?dyad={path_part(','.join(self.codes))}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What there is between two parties.

    Attributes:
        entries: Happenings in which both take part.
        latest: The newest of them.
        last_meeting: The newest meeting that took place; None when none is known.
        next_meeting: The newest meeting only planned, when it is later than the last one; None without.
        years: Meetings by year.
        calls: Number of talks by telephone.
        said: For each of the two, the newest statements about the other, with the number of all.
    """

    entries: int
    latest: list[Entry]
    last_meeting: Entry | None
    next_meeting: Entry | None
    years: list[MeetingYear]
    calls: int
    said: tuple[tuple[list[StatementReport], int], ...]


def read_dyad(view: View, address: Address) -> Dyad:
    """Return the two parties that an address names.

    Raises:
        ConfigError: One is missing or unknown, or both are the same.
    """
    left, right = address.value("left"), address.value("right")
    if not left or not right:
        raise ConfigError("a dyad needs two parties; write a state or a person in both fields")
    reader = FilterReader(view)
    days = {name: value for name, value in address.options.items() if name not in ("left", "right")}
    codes = (reader.party(left), reader.party(right))
    if codes[0] == codes[1]:
        raise ConfigError(f"{left!r} and {right!r} are the same, {codes[0]}")
    return Dyad(
        codes=codes,
        names=(name_of(view, codes[0]), name_of(view, codes[1])),
        wanted=replace(reader.event_filter(days), dyad=codes),
        address=address,
    )


def name_of(view: View, code: str) -> str:
    """Return what to call a party: a state by its name, others as most events do, else as the reader wrote."""
    if code in load_states().by_iso3:
        return load_states().by_iso3[code].name
    actor = actor_of(view, code)
    return actor.name if actor else code_name(code)


def relations(register: Register, dyad: Dyad) -> Relations:
    """Return what there is between two parties."""
    wanted, (left, right) = dyad.wanted, dyad.codes
    meetings = replace(wanted, kinds=MEETINGS)
    last = register.entries(replace(meetings, status="happened", limit=1))
    coming = register.entries(replace(meetings, status="planned", limit=1))
    return Relations(
        entries=register.count(wanted),
        latest=register.entries(replace(wanted, limit=LATEST)),
        last_meeting=last[0] if last else None,
        next_meeting=coming[0] if coming and coming[0].best.status == "planned" and later(coming, last) else None,
        years=by_year(single_acts(register, meetings)[0]),
        calls=register.count(replace(wanted, kinds=CALLS)),
        said=(said(register.view, left, right, wanted), said(register.view, right, left, wanted)),
    )


def later(coming: list[Entry], last: list[Entry]) -> bool:
    """Tell whether the first entry of one list is later than that of another."""
    when = [found[0].best.date for found in (coming, last) if found]
    return len(when) < 2 or bool(when[0] and (not when[1] or when[0].interval.start > when[1].interval.start))


def said(view: View, speaker: str, about: str, wanted: EventFilter) -> tuple[list[StatementReport], int]:
    """Return the newest statements of one party about another, and the number of all."""
    said = StatementFilter(speaker=speaker, about=about, min_confidence=SPOKEN, order="newest")
    found = replace(said, since=wanted.since, until=wanted.until)
    return view.statements(replace(found, limit=LATEST // 2)), view.count(found)


def chart_of(register: Register, dyad: Dyad) -> Chart | None:
    """Draw the course of what both take part in; its bars lead to the register."""
    title = f"{dyad.title}: entries over time, with mean intensity"
    return course(register, dyad.wanted, lambda on: f"{dyad.register_url}&on={on}", title=title, intensity=True)


@router.get("/dyads", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """A dyad as a page; without one, the dyads of states with most entries."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    with shown(request).register() as register:
        context: dict[str, Any] = {"address": address, "dyad": None, "problem": "", "dyads": []}
        context |= {"twin": address.json_url(), "feed": ""}
        try:
            if address.options:
                dyad = read_dyad(register.view, address)
                found = relations(register, dyad)
                meetings = meetings_chart(found.years, lambda year: f"{dyad.meetings_url}&on={year}", dyad.title)
                context |= {"dyad": dyad, "found": found, "rows": rows(found.latest), "meetings": meetings}
                if not address.as_of:
                    context |= {"feed": f"/entries.atom?dyad={path_part(','.join(dyad.codes))}"}
                context |= {"files": file_links("entries", {"dyad": ",".join(dyad.codes)})}
                context |= {"chart": chart_of(register, dyad), "paths": [code_path(code) for code in dyad.codes]}
        except ConfigError as error:
            context["problem"] = sentence(str(error))
        if not context["dyad"]:
            context["dyads"] = dyads(register)
        return page(request, "dyads", context, 422 if context["problem"] else 200)


@router.get("/dyads.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """A dyad as JSON; without one, the dyads of states with most entries."""
    address = read_address(LISTING, request.query_params)
    host = host_of(request)
    with shown(request).register() as register:
        if not address.options:
            return data(request, {"dyads": [{"dyad": c.value, "entries": c.entries} for c in dyads(register)]})
        dyad = read_dyad(register.view, address)
        return data(request, relations_json(dyad, relations(register, dyad), host))


@router.get("/dyads.svg", openapi_extra=LISTING.parameters())
def show_svg(request: Request) -> Response:
    """The course of a dyad as a drawing."""
    address = read_address(LISTING, request.query_params)
    with shown(request).register() as register:
        if not address.options:
            raise HTTPException(404, "There is a drawing of a dyad only: give left and right.")
        return drawing(request, chart_of(register, read_dyad(register.view, address)))


def dyads(register: Register) -> list[Count]:
    """Return the dyads of states with most entries."""
    return [count for count in count_by(register, "dyad") if count.value and count.entries][:MAX_DYADS]


def relations_json(dyad: Dyad, found: Relations, host: str) -> dict[str, Any]:
    """Return what there is between two parties as JSON."""
    return {
        "parties": [{"code": code, "name": name} for code, name in zip(dyad.codes, dyad.names, strict=True)],
        "entries": found.entries,
        "meetings": [asdict(year) for year in found.years],
        "calls": found.calls,
        "last_meeting": entry_json(found.last_meeting, host) if found.last_meeting else None,
        "next_meeting": entry_json(found.next_meeting, host) if found.next_meeting else None,
        "latest": [entry_json(entry, host) for entry in found.latest],
        "said": [
            {"total": total, "latest": [statement_report_json(report, host) for report in reports]}
            for reports, total in found.said
        ],
    }
