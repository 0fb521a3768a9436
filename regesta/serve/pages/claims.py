"""Claims: what articles count and date, each beside what the register has on the same acts."""

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from regesta.errors import ConfigError
from regesta.export.records import claim_record
from regesta.query.claims import CheckedClaim, count_claims, coverage_note, finding, list_claims
from regesta.query.filters import CLAIM_OPTIONS, FilterReader
from regesta.query.register import Register
from regesta.resolve.states import state_code
from regesta.serve.address import Address, Listing, Pages, options_of, read_address
from regesta.serve.api import pages_json
from regesta.serve.highlight import Mark, Passage, Segment, segments
from regesta.serve.respond import data, page, tidied
from regesta.serve.shelf import Shelf
from regesta.serve.wording import sentence

router = APIRouter()
LISTING = Listing("/claims", "/claims.json", options_of(CLAIM_OPTIONS), ("oldest",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim as the page shows it.

    Attributes:
        checked: The claim with what is on record.
        finding: Stated against on record, in words.
        note: What was read about its period, in words.
        evidence: Its sentence, the words that claim marked.
    """

    checked: CheckedClaim
    finding: str
    note: str
    evidence: tuple[Segment, ...]


def find(register: Register, address: Address) -> tuple[Pages, list[CheckedClaim]]:
    """Return the claims that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = FilterReader(register.view, state_code).claim_filter(address.options)
    cut = replace(wanted, limit=address.limit, offset=address.offset)
    return Pages(address, count_claims(register, wanted)), list_claims(register, cut)


def row(checked: CheckedClaim) -> Row:
    """Return a claim as the page shows it."""
    claim, told = checked.claim, checked.sentence
    return Row(
        checked=checked,
        finding=finding(checked),
        note=coverage_note(checked.coverage),
        evidence=segments(Passage(told.span.start, told.quote), [Mark(span=claim.span, kind="said", label="claimed")]),
    )


@router.get("/claims", response_class=HTMLResponse, openapi_extra=LISTING.parameters())
def show(request: Request) -> Response:
    """The claims as a page."""
    address = read_address(LISTING, request.query_params)
    if tidy := tidied(request, address):
        return tidy
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        problem = ""
        try:
            pages, found = find(register, address)
        except ConfigError as error:
            pages, found, problem = Pages(address, 0), [], sentence(str(error))
        context = {
            "address": address,
            "pages": pages,
            "rows": [row(checked) for checked in found],
            "publishers": [(name, name) for name in sorted(register.view.publishers())],
            "any": bool(found) or count_claims(register) > 0,
            "problem": problem,
        }
        return page(request, "claims", context, 422 if problem else 200)


@router.get("/claims.json", openapi_extra=LISTING.parameters())
def show_json(request: Request) -> Response:
    """The claims as JSON, each with the entries on record."""
    address = read_address(LISTING, request.query_params)
    shelf: Shelf = request.app.state.shelf
    with shelf.register() as register:
        pages, found = find(register, address)
    return data(request, {**pages_json(pages), "claims": [claim_record(checked) for checked in found]})
