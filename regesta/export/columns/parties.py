"""The long table of parties: one row for each participant of an entry."""

from collections.abc import Iterator
from dataclasses import dataclass

from regesta.export.columns.fields import Field, field
from regesta.export.values.entry_values import entity_of, first_day, iso3_of, name_of, office_of, sector_of
from regesta.model.entry import Entry
from regesta.model.event import Role


@dataclass(frozen=True, slots=True)
class Party:
    """A participant of an entry, with its place among those of its role, from 1."""

    entry: Entry
    role: Role
    position: int


def parties_of(entry: Entry) -> Iterator[Party]:
    """Yield the participants of an entry's best event: actors, then recipients."""
    for roles in (entry.best.actors, entry.best.recipients):
        for position, role in enumerate(roles, start=1):
            yield Party(entry, role, position)


PARTY_COLUMNS: tuple[Field[Party], ...] = (
    field("entry", "text", lambda p: p.entry.id, "Id of the entry: joins with `id` of the entries.", "entry"),
    field("role", "text", lambda p: p.role.name, "actor or recipient.", "best report"),
    field("position", "integer", lambda p: p.position, "Place among those of its role, from 1.", "best report"),
    field("name", "text", lambda p: name_of(p.role), "Resolved name, else the words of the text.", "best report"),
    field("iso3", "text", lambda p: iso3_of(p.role), "State, ISO 3166-1 alpha-3, or IGO, NGO.", "best report"),
    field("sector", "text", lambda p: sector_of(p.role), "PLOVER sector.", "best report"),
    field("office", "text", lambda p: office_of(p.role), "Office held, as written.", "best report"),
    field(
        "entity", "text", lambda p: entity_of(p.role), "Id in the register; empty when only described.", "best report"
    ),
    field(
        "basis", "text", lambda p: p.role.actor.basis if p.role.actor else None, "How it was resolved.", "best report"
    ),
    field("text", "text", lambda p: p.role.text, "The words of the article.", "best report"),
    field("type", "text", lambda p: p.entry.best.type, "PLOVER event type of the entry.", "best report"),
    field("start", "day", lambda p: first_day(p.entry.best), "First day of the entry.", "best report"),
    field("status", "text", lambda p: p.entry.best.status, "Status of the entry.", "best report"),
)
