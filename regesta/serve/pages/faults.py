"""The faults: what went wrong with which article, and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from regesta.export.jsonl import Json
from regesta.serve.address import Address, Listing, Pages
from regesta.serve.api import pages_json
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.shown import Shown
from regesta.store.outlines import ArticleFault
from regesta.store.view import View

LISTING = Listing("/faults", "/faults.json", ("stage",), ("article",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The faults of one page.

    Attributes:
        pages: Total and neighbouring pages.
        faults: The faults.
        stages: Number of faults by stage, most first.
    """

    pages: Pages
    faults: tuple[ArticleFault, ...]
    stages: Mapping[str, int]


def find(view: View, address: Address) -> Found:
    """Return the faults that an address leads to."""
    every, stage = view.faults(), address.value("stage")
    stages = Counter(fault.fault.stage for fault in every)
    wanted = [fault for fault in every if stage in ("", fault.fault.stage)]
    return Found(
        pages=Pages(address, len(wanted)),
        faults=tuple(address.shown(wanted)),
        stages=dict(sorted(stages.items(), key=lambda item: (-item[1], item[0]))),
    )


def record(_: Asked[View], found: Found) -> Json:
    """Return the faults as JSON."""
    faults = [{"article": f.article_id, "stage": f.fault.stage, "reason": f.fault.reason} for f in found.faults]
    return {**pages_json(found.pages), "stages": dict(found.stages), "faults": faults}


PAGE = ListPage[View, Found](
    title="Faults",
    listing=LISTING,
    template="faults",
    opened=Shown.view,
    find=find,
    nothing=find,
    context=lambda asked, _: {"articles": asked.source.counts().articles},
    record=record,
)
router = routes(PAGE)
