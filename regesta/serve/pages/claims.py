"""Claims: what articles count and date, each beside what the register has on the same acts."""

from dataclasses import dataclass, replace
from typing import Any

from regesta.export.atom import FeedItem
from regesta.export.feeds import claim_item
from regesta.export.records.entries import claim_record
from regesta.query.claims.claims import CheckedClaim, ClaimFilter, count_claims, list_claims
from regesta.query.claims.findings import coverage_note, finding
from regesta.query.filters import CLAIM_OPTIONS, FilterReader
from regesta.query.register import Register
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import article_path, pages_json
from regesta.serve.feed import FEED_ITEMS
from regesta.serve.highlight import Mark, Passage, Segment, segments
from regesta.serve.listing import Asked, Items, ListPage, no_items, routes
from regesta.serve.shown import Shown

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


def find(register: Register, address: Address) -> Items[CheckedClaim]:
    """Return the claims that an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = wanted_of(register, address)
    cut = replace(wanted, limit=address.limit, offset=address.offset)
    return Items(Pages(address, count_claims(register, wanted)), list_claims(register, cut))


def row(checked: CheckedClaim) -> Row:
    """Return a claim as the page shows it."""
    claim, told = checked.claim, checked.sentence
    return Row(
        checked=checked,
        finding=finding(checked),
        note=coverage_note(checked.coverage),
        evidence=segments(Passage(told.span.start, told.quote), [Mark(span=claim.span, kind="said", label="claimed")]),
    )


def wanted_of(register: Register, address: Address) -> ClaimFilter:
    """Return the claims that an address asks for.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    return FilterReader(register.view).claim_filter(address.options)


def context(asked: Asked[Register], found: Items[CheckedClaim]) -> dict[str, Any]:
    """Return what the template gets."""
    return {
        "rows": [row(checked) for checked in found.items],
        "publishers": [(name, name) for name in sorted(asked.source.view.publishers())],
        "any": bool(found.items) or count_claims(asked.source) > 0,
    }


def items(asked: Asked[Register]) -> list[FeedItem]:
    """Return the claims published last as items of a feed."""
    wanted = wanted_of(asked.source, asked.address)
    total = count_claims(asked.source, wanted)
    newest = list_claims(asked.source, replace(wanted, offset=max(0, total - FEED_ITEMS), limit=FEED_ITEMS))
    return [claim_item(checked, asked.host + article_path(checked.claim.article_id)) for checked in reversed(newest)]


PAGE = ListPage[Register, Items[CheckedClaim]](
    title="Claims",
    listing=LISTING,
    template="claims",
    opened=Shown.register,
    find=find,
    nothing=no_items,
    context=context,
    record=lambda _, found: {**pages_json(found.pages), "claims": [claim_record(checked) for checked in found.items]},
    items=items,
)
router = routes(PAGE)
