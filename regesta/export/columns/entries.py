"""The columns of the table of entries, shared by CSV, Parquet, releases and notebooks."""

from regesta.export.columns.events import EVENT_COLUMNS
from regesta.export.columns.fields import Field, field, inside
from regesta.export.values.entry_values import articles_of, highest, lowest, quote_of, sources_of, urls_of
from regesta.model.entry import Entry
from regesta.model.event import Event

MEANINGS = {
    "killed": "killed",
    "wounded": "wounded",
    "abducted": "abducted",
    "detained": "detained",
    "deported": "deported",
    "size": "taking part",
}
"""What is said of the people in a role, by role of `regesta.model.event.PEOPLE_COUNTED`."""


def best(entry: Entry) -> Event:
    """Return the event shown for an entry."""
    return entry.best


def tolls(role: str, meaning: str) -> tuple[Field[Entry], ...]:
    """Return the columns of the lowest and the highest number of people in a role.

    Args:
        role: The role.
        meaning: What happened to the people, or what they did.
    """
    known = f"number of people {meaning} that an article gives; null when none does."
    return (
        field(f"{role}_low", "integer", lambda e: lowest(e, role), f"Lowest {known}", "all reports"),
        field(f"{role}_high", "integer", lambda e: highest(e, role), f"Highest {known}", "all reports"),
    )


ENTRY_COLUMNS: tuple[Field[Entry], ...] = (
    field(
        "id",
        "text",
        lambda e: e.id,
        "Id of the entry, 16 hex digits, that of the event in it that was reported first; keep it as text.",
        "entry",
    ),
    *inside(best, EVENT_COLUMNS, "best report"),
    field("support", "integer", lambda e: e.support, "Number of distinct articles that report it.", "all reports"),
    field("publishers", "list", lambda e: e.publishers, "Known publishers that report it, sorted.", "all reports"),
    field("first_published", "day", lambda e: e.first_published, "Day of the first report, UTC.", "all reports"),
    field("best_event", "text", lambda e: e.best.id, "Id of the event whose values are shown.", "best report"),
    field("articles", "list", articles_of, "Ids of the articles, the best report's first.", "all reports"),
    field(
        "sources",
        "list",
        sources_of,
        "Publisher, title and day of each article, in the same order; its id where none is known.",
        "all reports",
    ),
    field("urls", "list", urls_of, "Addresses of the articles, the best report's first.", "all reports"),
    *(found for role, meaning in MEANINGS.items() for found in tolls(role, meaning)),
    field("quote", "text", quote_of, "First sentence of evidence, to the letter.", "best report"),
)


def entry_columns(*names: str) -> tuple[Field[Entry], ...]:
    """Return some of the columns, for formats that share them."""
    by_name = {found.column.name: found for found in ENTRY_COLUMNS}
    return tuple(by_name[name] for name in names)
