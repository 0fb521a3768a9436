"""One entry: what is known, where reports differ, the words of every report, why they were joined."""

from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from regesta.export.records.entries import judgement_record
from regesta.model.entry import Entry, Report
from regesta.model.event import Event
from regesta.model.judgement import Judgement
from regesta.model.span import Span
from regesta.query.register import Register
from regesta.query.reports.amendments import Amendment, amendments
from regesta.query.reports.hearsay import known_through, statements_about
from regesta.query.reports.variants import variants
from regesta.serve.api import entry_json, entry_path, statement_report_json
from regesta.serve.carried import with_as_of
from regesta.serve.citing import cite_entry
from regesta.serve.highlight import Mark, Passage, Segment, context, segments
from regesta.serve.marks import EVENT_KINDS, event_marks
from regesta.serve.parties import party_key
from regesta.serve.respond import data, host_of, page
from regesta.serve.shown import as_of_asked, moment_now, shown
from regesta.serve.telling import point_text, value_text
from regesta.serve.visible_text import path_part
from regesta.serve.wording import published_text
from regesta.store.view import View

router = APIRouter()
MAX_NAME_CHARS = 48
Excerpts = tuple[tuple[Segment, ...], ...]  # one tuple of segments for each paragraph


@router.get("/entries", include_in_schema=False)
def show_register(request: Request) -> Response:
    """Lead to the register, which is the list of entries."""
    query = request.url.query
    return RedirectResponse("/" + (f"?{query}" if query else ""), status_code=308)


@router.get("/entries/{event_id:path}.json")
def show_json(request: Request, event_id: str) -> Response:
    """An entry as JSON, found by its id or by that of any event in it."""
    with shown(request).register() as register:
        entry = find_entry(register, event_id)
        host = host_of(request)
        more = {
            "amendments": {id: amendment_json(note) for id, note in amendments(register.view, entry.reports).items()},
            "perhaps_same": [judgement_record(judgement) for judgement in unsure(register.view, entry)],
            "statements": [statement_report_json(report, host) for report in statements_about(register.view, entry)],
        }
        asked = {"asked_for": event_id} if event_id != entry.id else {}
        return data(request, {**asked, **entry_json(entry, host), **more})


@router.get("/entries/{event_id:path}", response_class=HTMLResponse)
def show(request: Request, event_id: str) -> Response:
    """An entry as a page."""
    with shown(request).register() as register:
        entry, view, as_of = find_entry(register, event_id), register.view, as_of_asked(request)
        if entry.id != event_id:
            return RedirectResponse(with_as_of(moved_path(entry, event_id), as_of), status_code=302)
        perhaps = [(judgement, other_entry(register, entry, judgement)) for judgement in unsure(view, entry)]
        context = {
            "entry": entry,
            "moved": moved_from(entry, request.query_params.get("from", "")),
            "legend": EVENT_KINDS,
            "differences": differences(entry),
            "through": known_through(entry),
            "by_event": {report.event.id: report for report in entry.reports},
            "names": names_of(entry),
            "accounts": accounts(view, entry),
            "amendments": amendments(view, entry.reports),
            "perhaps": [(judgement, other) for judgement, other in perhaps if other],
            "statements": statements_about(view, entry),
            "dyad_url": dyad_url(entry.best),
            "citation": cite_entry(entry, host_of(request) + with_as_of(entry_path(entry.id), as_of)),
            "lasting_url": host_of(request) + with_as_of(entry_path(entry.id), as_of or moment_now(view)),
        }
        return page(request, "entry", context)


def amendment_json(note: Amendment) -> dict[str, Any]:
    """Return a note in which an article corrects or withdraws something."""
    span = note.span
    return {"kind": note.kind, "words": note.words, "start": span and span.start, "end": span and span.end}


def find_entry(register: Register, event_id: str) -> Entry:
    """Return an entry by its id or that of any event in it.

    Raises:
        HTTPException: The register does not have it; the message says what became of it.
    """
    if entry := register.entry(event_id):
        return entry
    report = register.view.report(event_id)
    if report is None:
        raise HTTPException(404, f"The register has no entry {event_id[:80]!r}.")
    if event_id in register.decided.rejected:
        decision = next(d for d in register.decided.counting if d.act == "reject" and d.event == event_id)
        raise HTTPException(404, f"{decision.author} rejected this event: {decision.reason} (decision {decision.id})")
    where = report.title or report.event.article_id
    raise HTTPException(404, f"An earlier version of “{where}” reported this event; the current one does not.")


def moved_path(entry: Entry, event_id: str) -> str:
    """Return the address of the entry that an event is part of, which will say that it is, at the event's report."""
    return f"{entry_path(entry.id)}?from={path_part(event_id)}#report-{path_part(event_id)}"


def moved_from(entry: Entry, event_id: str) -> str:
    """Return the id that led to an entry without being its own; "" when there was none."""
    return event_id if any(report.event.id == event_id != entry.id for report in entry.reports) else ""


def dyad_url(event: Event) -> str | None:
    """Return the address of the page of the two parties of an event; None when they are not two."""
    if len(event.parties) != 2:
        return None
    left, right = (party_key(role) for role in event.parties)
    return f"/dyads?left={path_part(left)}&right={path_part(right)}" if left and right and left != right else None


def differences(entry: Entry) -> dict[str, list[tuple[str, list[Report]]]]:
    """Return the points on which the reports of an entry differ: each value with one report of each article for it."""
    reports = {report.event.id: report for report in entry.reports}
    return {
        point_text(point): [
            (value_text(point, v.value), list({reports[e].event.article_id: reports[e] for e in v.events}.values()))
            for v in values
        ]
        for point, values in variants(entry).items()
    }


def names_of(entry: Entry) -> dict[str, str]:
    """Return what to call each article of an entry, by id: its publisher, else its title; with the day of several."""
    reports = {report.event.article_id: report for report in entry.reports}
    of_publisher = Counter(report.source.publisher for report in reports.values())
    names = {}
    for article_id, report in reports.items():
        several = of_publisher[report.source.publisher] > 1 and report.source.day
        called = report.source.publisher or shorten(report.title or "", MAX_NAME_CHARS, placeholder=" …") or article_id
        names[article_id] = called + (f", {published_text(report.source)}" if several else "")
    return names


def accounts(view: View, entry: Entry) -> list[list[tuple[Report, Excerpts]]]:
    """Return the reports of an entry with their excerpts, those of one article together."""
    by_article: dict[str, list[tuple[Report, Excerpts]]] = {}
    for report in entry.reports:
        by_article.setdefault(report.event.article_id, []).append((report, excerpts(view, report)))
    return list(by_article.values())


def excerpts(view: View, report: Report) -> Excerpts:
    """Return the paragraphs that hold the evidence of a report, its parts marked.

    When the article's text is not the one that the citations are from, the cited sentences stand alone.
    """
    article = view.article(report.event.article_id)
    marks = event_marks(report.event)
    cited = [(citation.span, citation.quote) for citation in report.citations]
    if article and all(span.of(article.text) == quote for span, quote in cited):
        passages = list(joined(context(article.text, span) for span, _ in cited))
        marks += [Mark(span=span, kind="evidence") for span, _ in cited]
        whole = Passage(0, article.text)
        return tuple(segments(whole.part(span), marks) for span in passages)
    return tuple(segments(Passage(span.start, quote), marks) for span, quote in cited)


def joined(passages: Iterator[Passage]) -> Iterator[Span]:
    """Yield the spans of passages in text order, those that overlap joined."""
    waiting: Span | None = None
    for span in sorted(passage.span for passage in passages):
        if waiting and waiting.overlaps(span):
            waiting = waiting.joined(span)
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


def unsure(view: View, entry: Entry) -> list[Judgement]:
    """Return the judgements that could neither join this entry with another one nor tell them apart."""
    ids = {report.event.id for report in entry.reports}
    judgements = view.judgements("event", ids)
    return [j for j in judgements if j.verdict == "unsure" and not (j.left in ids and j.right in ids)]


def other_entry(register: Register, entry: Entry, judgement: Judgement) -> Entry | None:
    """Return the entry on the other side of a judgement; None when no current article reports it."""
    own = {report.event.id for report in entry.reports}
    return register.entry(judgement.right if judgement.left in own else judgement.left)
