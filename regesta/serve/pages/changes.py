"""What changed in the register since a moment: entries new, with other sources or values, merged, split, retracted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from regesta.export.atom import FeedItem
from regesta.export.feeds import change_item
from regesta.export.jsonl import Json
from regesta.export.records.changes import KIND_WORDS, become_texts, change_record, change_texts, named_value
from regesta.model.entry import Entry
from regesta.query.change_moments import newest_first
from regesta.query.change_options import OPTIONS, just_before, read_changes
from regesta.query.changes import EntryChange, NewValue, list_changes
from regesta.query.filters import FilterReader
from regesta.query.party_names import names_of
from regesta.query.register import Register
from regesta.query.views import load_views
from regesta.serve.address import Address, Listing, Pages, options_of
from regesta.serve.api import entry_path, pages_json
from regesta.serve.carried import with_as_of
from regesta.serve.feed import FEED_ITEMS
from regesta.serve.listing import Asked, InApi, ListPage, routes
from regesta.serve.shown import Compared, Shown
from regesta.serve.telling import point_text, value_text

FEED_BACK = timedelta(days=7)  # a feed reader that calls once a week misses nothing
FIRST_MOMENT = datetime.min.replace(tzinfo=UTC)
LISTING = Listing("/changes", "/changes.json", options_of(OPTIONS), ("important",))


@dataclass(frozen=True, slots=True)
class Row:
    """A change as the page shows it.

    Attributes:
        change: The change.
        entry: The entry as it is now, or as it was where it is gone.
        texts: What has become of it, in words.
        values: The values that it shows now in place of others, in words.
    """

    change: EntryChange
    entry: Entry
    texts: tuple[str, ...]
    values: tuple[NewValue, ...]


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
    shown = address.shown(found)
    entries, names = entries_of(shown, before, source.register), names_of(source.register)
    rows = []
    for change in shown:
        values = [named_value(value, names) for value in change.values]
        rows.append(Row(change, entries[change.id], tuple(become_texts(change)), tuple(map(in_words, values))))
    return Found(pages=Pages(address, len(found)), since=wanted.since, rows=tuple(rows))


def entries_of(changes: Iterable[EntryChange], before: Register, after: Register) -> Mapping[str, Entry]:
    """Return the entries of changes by id: as they are now, or as they were where they are gone."""
    found: dict[str, Entry] = {}
    for register, is_gone in ((before, True), (after, False)):
        known = (register.clusters.of(change.id) for change in changes if change.is_gone == is_gone)
        found |= {entry.id: entry for entry in register.entries_of([cluster for cluster in known if cluster])}
    return found


def in_words(value: NewValue) -> NewValue:
    """Return a value as the page words it: "visit" for "CONSULT visit", days as pages write them."""
    old, new = (text and value_text(value.point, text) for text in (value.old, value.new))
    return NewValue(point_text(value.point), old, new)


def context(asked: Asked[Compared], _: Found) -> dict[str, Any]:
    """Return what the template gets."""
    changed = asked.source.register.view.last_change()
    return {
        "kinds": KIND_WORDS,
        "view_choices": [(name, view.title) for name, view in load_views().items()],
        "example_day": changed.date().isoformat() if changed else "2026-11-26",
    }


def items(asked: Asked[Compared]) -> list[FeedItem]:
    """Return the latest changes as items of a feed: of the last days, where the address does not say since when."""
    register, options = asked.source.register, asked.address.options
    wanted = read_changes(FilterReader(register.view), options)
    if "since" not in options:
        wanted = replace(wanted, since=max(wanted.since, FIRST_MOMENT + FEED_BACK) - FEED_BACK)
    before = asked.source.before(just_before(wanted.since))
    dated = newest_first(list_changes(before, register, wanted), before, register, wanted.since)[:FEED_ITEMS]
    entries, names = entries_of([change for change, _ in dated], before, register), names_of(register)
    then = just_before(wanted.since).replace(tzinfo=None).isoformat()
    found = []
    for change, moment in dated:
        page = asked.host + with_as_of(entry_path(change.id), then if change.is_gone else "")
        texts = tuple(change_texts(change, names))
        found.append(change_item(change, entries[change.id], moment=moment, texts=texts, page=page))
    return found


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
    items=items,
    api=InApi("/api/changes", lambda source: source.register.view),
)
router = routes(PAGE)
