"""Resolves many phrases together: those that give a person a state tell the others who is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.office import OfficeHolding
from regesta.resolve.asked.free_phrases import Resolution, is_full, is_known_otherwise, resolve_phrase
from regesta.resolve.persons.knowledge import Known
from regesta.resolve.persons.offices import PHRASES, indexed


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPhrase:
    """A phrase to resolve.

    Attributes:
        phrase: As a text would write it.
        day: Day on which it was written; None when unknown.
        home: ISO 3166-1 alpha-3 of the state that it belongs to when its words name none; None when unknown.
    """

    phrase: str
    day: date | None = None
    home: str | None = None


def resolve_all(asked: Sequence[AskedPhrase], known: Known) -> list[Resolution]:
    """Return what phrases denote, in their order.

    Full names with a state that nobody knows otherwise are learned from the phrases themselves, whatever their order:
    so spellings of one person get one entity, and a bare surname may mean one of them.
    """
    alone = [resolve_phrase(item.phrase, item.home, item.day, known) for item in asked]
    told = tuple(holdings_told(asked, alone))
    if not told:
        return alone
    offices = indexed((*all_holdings(known), *told))
    more = replace(known, offices=offices)
    return [
        first if is_settled(first) else without_itself(item, resolve_phrase(item.phrase, item.home, item.day, more))
        for item, first in zip(asked, alone, strict=True)
    ]


def is_settled(resolution: Resolution) -> bool:
    """Tell whether a phrase needs no other phrase to be understood: a state, a body, a person known otherwise."""
    actor = resolution.actor
    if actor is None:
        return False
    if resolution.parts:
        return all(is_settled(part) for _, part in resolution.parts)
    return actor.basis not in {"name only", "surroundings"} and resolution.person is None


def without_itself(item: AskedPhrase, found: Resolution) -> Resolution:
    """Return a resolution without the reason that its own phrase says so."""
    parts = tuple((member, without_itself(item, part)) for member, part in found.parts)
    return replace(found, reasons=tuple(r for r in found.reasons if not r.endswith(cited(item))), parts=parts)


def cited(item: AskedPhrase) -> str:
    """Return a phrase as the citation of what it tells."""
    return f'"{item.phrase}"'


def holdings_told(asked: Sequence[AskedPhrase], found: Sequence[Resolution]) -> Iterator[OfficeHolding]:
    """Yield the persons that phrases name in full with a state."""
    every = ((item, part) for item, one in zip(asked, found, strict=True) for part in (one, *dict(one.parts).values()))
    for item, resolution in every:
        actor, person = resolution.actor, resolution.person
        if actor is None or actor.iso3 is None or is_known_otherwise(actor):
            continue
        if person is not None and is_full(person):
            yield OfficeHolding(
                person=person, office=actor.office or "", iso3=actor.iso3, sector=actor.sector, first=item.day,
                last=item.day, support=1, citation=cited(item), source=PHRASES,
            )  # fmt: skip


def all_holdings(known: Known) -> Iterator[OfficeHolding]:
    """Yield all holdings known, each once."""
    yield from dict.fromkeys(holding for found in known.offices.by_name.values() for holding in found)
