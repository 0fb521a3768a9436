"""What changed in the register since a moment: entries new, with other sources or values, merged, split, retracted."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from regesta.export.jsonl import Json
from regesta.export.records.changes import become_texts, change_record
from regesta.model.entry import Entry
from regesta.query.change_options import OPTIONS, just_before, read_changes
from regesta.query.changes import KINDS, EntryChange, list_changes
from regesta.query.filters import FilterReader
from regesta.query.views import load_views
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import entry_path, pages_json
from regesta.serve.listing import Asked, ListPage, routes
from regesta.serve.shown import Compared, Shown

LISTING = Listing("/changes", "/changes.json", options_of(OPTIONS), ("important",))


@dataclass(frozen=True, slots=True)
class Row:
    """A change as the page shows it.

    Attributes:
        change: The change.
        entry: The entry as it is now, or as it was where it is gone.
        texts: What has become of it, in words.
    """

    change: EntryChange
    entry: Entry
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an address leads to.

    Attributes:
        pages: Total and neighbouring pages.
        since: The moment from which changes count; None where the address cannot be read.
        rows: The changes of this page.
    """

    pages: Pages
    since: datetime | None = None
    rows: tuple[Row, ...] = ()


def find(source: Compared, address: Address) -> Found:
    """Return what an address leads to.

    Raises:
        ConfigError: A filter cannot be read, or names what the register does not have.
    """
    wanted = read_changes(FilterReader(source.register.view), address.options)
    before = source.before(just_before(wanted.since))
    found = list_changes(before, source.register, wanted)
    rows = []
    for change in address.shown(found):
        register = before if change.is_gone else source.register
        if entry := register.entry(change.id):
            rows.append(Row(change, entry, tuple(become_texts(change))))
    return Found(pages=Pages(address, len(found)), since=wanted.since, rows=tuple(rows))


def context(asked: Asked[Compared], _: Found) -> dict[str, Any]:
    """Return what the template gets."""
    changed = asked.source.register.view.last_change()
    return {
        "kinds": KINDS,
        "view_choices": [(name, view.title) for name, view in load_views().items()],
        "example_day": changed.date().isoformat() if changed else "2026-11-26",
    }


def record(asked: Asked[Compared], found: Found) -> Json:
    """Return the changes as JSON."""
    changes = [{**change_record(row.change), "page": asked.host + entry_path(row.change.id)} for row in found.rows]
    return {
        **pages_json(found.pages),
        "since": found.since.isoformat() if found.since else None,
        "changes": changes,
    }


PAGE = ListPage[Compared, Found](
    title="What changed",
    listing=LISTING,
    template="changes",
    opened=Shown.compared,
    find=find,
    nothing=lambda _, address: Found(pages=Pages(address, 0)),
    context=context,
    record=record,
)
router = routes(PAGE)
