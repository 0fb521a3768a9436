"""Review: what is in doubt, and the forms with which a person decides; and the log of all decisions."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any
from urllib.parse import unquote

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from starlette.responses import HTMLResponse, RedirectResponse

from regesta.dedupe.cluster import is_by_method
from regesta.errors import ConfigError
from regesta.export.records.entries import decision_record, judgement_record
from regesta.export.records.utterances import utterance_record
from regesta.model.decision import Recorded
from regesta.model.entry import CORRECTABLE
from regesta.query.register import Register
from regesta.query.speech.utterances import Utterances
from regesta.review.doubts import (
    count_entries,
    count_pairs,
    count_utterances,
    doubtful_entries,
    doubtful_pairs,
    doubtful_utterances,
)
from regesta.serve.address import Address, Listing, Pages, read_address
from regesta.serve.api import entry_json, entry_path, pages_json
from regesta.serve.deciding import back_of, decided, named
from regesta.serve.guard import guard_of, nonce_of, read_form, with_cookie, with_key
from regesta.serve.pages.entry import find_entry
from regesta.serve.respond import data, host_of, page, tidied
from regesta.serve.shelf import shelf_of
from regesta.serve.visible_text import path_part
from regesta.serve.wording import sentence
from regesta.store.filters import StatementFilter

router = APIRouter()
NAME = "regesta_name"
NAME_SECONDS = 365 * 24 * 3600
SHOWN = 10  # of each kind: a page that can be worked through
LISTING = Listing("/review/log", "/review/log.json", (), ("latest",))


def review_page(request: Request, template: str, context: dict[str, Any], status: int = 200) -> Response:
    """Return a page with forms: with the token they need, and the name that was given last."""
    guard = guard_of(request)
    nonce = nonce_of(request)
    forms = {
        "may_write": guard.may_write(request),
        "token": guard.token(nonce) if guard.may_write(request) else "",
        "name": unquote(request.cookies.get(NAME, "")),
        "fields": CORRECTABLE,
        "is_by_method": is_by_method,
    }
    answer = page(request, template, {**forms, "problem": "", **context}, status)
    return with_cookie(answer, nonce) if guard.is_open else answer


def doubts(register: Register, utterances: Utterances) -> dict[str, Any]:
    """Return what is in doubt, and how much there is."""
    return {
        "pairs": doubtful_pairs(register, SHOWN),
        "said": doubtful_utterances(register, utterances, SHOWN),
        "entries": doubtful_entries(register, SHOWN),
        "pairs_total": count_pairs(register),
        "said_total": count_utterances(register, utterances),
        "entries_total": count_entries(register),
    }


def said_paths(register: Register, log: Iterable[Recorded]) -> dict[str, str]:
    """Return the pages of the statements that decisions are about, by id; events are not among them."""
    named = {fact_id for recorded in log for fact_id in recorded.decision.events}
    known = register.view.statement_ids(StatementFilter(ids=tuple(sorted(named)), every_version=True)) if named else []
    return {statement_id: f"/review/statements/{path_part(statement_id)}" for statement_id in known}


@router.get("/review", response_class=HTMLResponse)
def show(request: Request, key: str = "") -> Response:
    """What is in doubt as a page, what matters most first; with the key, a browser may decide from then on."""
    guard = guard_of(request)
    if key and guard.key and guard.is_key(key):
        return with_key(RedirectResponse("/review", status_code=303), key)
    shelf = shelf_of(request)
    with shelf.register() as register:
        return review_page(request, "review", doubts(register, shelf.utterances(register.view)))


@router.get("/review.json")
def show_json(request: Request) -> Response:
    """What is in doubt as JSON."""
    shelf = shelf_of(request)
    guard = guard_of(request)
    host = host_of(request)
    with shelf.register() as register:
        open_now = doubts(register, shelf.utterances(register.view))
    said = [
        {
            **judgement_record(pair.judgement),
            "utterances": [utterance_record(pair.left), utterance_record(pair.right)],
        }
        for pair in open_now["said"]
    ]
    pairs = [
        {
            **judgement_record(pair.judgement),
            "entries": [entry_json(pair.left, host), entry_json(pair.right, host)],
        }
        for pair in open_now["pairs"]
    ]
    return data(
        request,
        {
            "may_write": guard.may_write(request),
            "pairs_total": open_now["pairs_total"],
            "statements_total": open_now["said_total"],
            "entries_total": open_now["entries_total"],
            "pairs": pairs,
            "statements": said,
            "entries": [entry_json(entry, host) for entry in open_now["entries"]],
        },
    )


@router.post("/review", response_class=HTMLResponse)
def decide(request: Request, form: Annotated[dict[str, str], Depends(read_form)]) -> Response:
    """Store a decision and lead back to where it was made."""
    guard = guard_of(request)
    guard.check(request, form)
    shelf = shelf_of(request)
    back = back_of(form.get("back", ""))
    try:
        made = decided(shelf, form)
    except ConfigError as error:
        context = {"problem": sentence(str(error)), "form": form, "back": back}
        return review_page(request, "undecided", context, 422)
    answer = RedirectResponse(f"{back}#log" if made and back != "/review" else back, status_code=303)
    answer.set_cookie(NAME, named(form), max_age=NAME_SECONDS, httponly=True, samesite="strict", path="/review")
    return answer


def find(register: Register, address: Address) -> tuple[Pages, Sequence[Recorded]]:
    """Return the decisions that an address of the log leads to, the latest first."""
    log = register.decided.log[::-1]
    return Pages(address, len(log)), address.shown(log)


@router.get("/review/log", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show_log(request: Request) -> Response:
    """Every decision as a page, the latest first."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    with shelf_of(request).register() as register:
        pages, recorded = find(register, address)
        context = {"address": address, "pages": pages, "log": recorded, "said_paths": said_paths(register, recorded)}
        return review_page(request, "log", context)


@router.get("/review/log.json", openapi_extra=LISTING.parameters())
def show_log_json(request: Request) -> Response:
    """Every decision as JSON, the latest first."""
    address = read_address(LISTING, request.query_params)
    with shelf_of(request).register() as register:
        pages, recorded = find(register, address)
    return data(request, {**pages_json(pages), "decisions": [decision_record(row) for row in recorded]})


@router.get("/review/entries/{event_id:path}", response_class=HTMLResponse)
def show_entry(request: Request, event_id: str) -> Response:
    """One entry with the forms to confirm, reject, correct, part and undo."""
    with shelf_of(request).register() as register:
        entry = find_entry(register, event_id)
        context = {"entry": entry, "here": f"/review{entry_path(entry.id)}", "said_paths": {}}
        return review_page(request, "review_entry", context)


@router.get("/review/statements/{statement_id:path}", response_class=HTMLResponse)
def show_utterance(request: Request, statement_id: str) -> Response:
    """One utterance with the forms to join its statements with others, part them, and undo that."""
    shelf = shelf_of(request)
    with shelf.register() as register:
        utterance = shelf.utterances(register.view).utterance(statement_id)
        if utterance is None:
            raise HTTPException(404, f"No current version of an article has the statement {statement_id[:80]!r}.")
        decisions = register.decided.of(report.statement.id for report in utterance.reports)
        context = {
            "utterance": utterance,
            "decisions": decisions,
            "said_paths": said_paths(register, decisions),
            "here": f"/review/statements/{path_part(statement_id)}",
        }
        return review_page(request, "review_statement", context)
