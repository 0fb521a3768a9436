"""Says in words what speaks for what a phrase denotes, and what against it."""

from collections.abc import Iterator

from regesta.model.office import OfficeHolding
from regesta.resolve.persons.offices import Offices
from regesta.resolve.persons.verdict import Found
from regesta.resolve.phrases.phrase_parts import Phrase, names_in, noun_in
from regesta.resolve.states.states import load_states


def word_reasons(phrase: Phrase) -> Iterator[str]:
    """Yield what the names and the noun in a phrase say."""
    hits = names_in(phrase)
    for hit in hits:
        written = " ".join(phrase.words[hit.first : hit.end])
        if hit.meaning is not None:
            former = load_states().former.get(hit.meaning.name)
            days = f", a state until {former.until}" if former else ""
            yield f"{written}: {hit.basis}, {hit.meaning.name} ({hit.meaning.iso3}){days}"
        elif hit.organization is not None:
            state = f" ({hit.organization.iso3})" if hit.organization.iso3 else ""
            yield f"{written}: {hit.basis}, {hit.organization.name}{state}, sector {hit.organization.sector}"
    if found := noun_in(phrase, hits, len(phrase.words)):
        yield f"{' '.join(phrase.words[found[1] : found[2]])}: noun of sector {found[0].sector}"


def found_reasons(name: str, found: Found, offices: Offices) -> Iterator[str]:
    """Yield what is known of a person, and from where; then what is told otherwise, and what remains undecided."""
    if (holding := found.person) is not None and (holding.office or not found.others):
        yield told_of(name, holding)
        spelling = offices.spelling(holding)
        if spelling != holding.person:
            yield f"{holding.person}: the same person as {spelling}"
    for other in found.others:
        yield f"told otherwise: {told_of(name, other)}"
    if found.others and found.holding is None:
        yield f"{name}: of which state is undecided"
    elif found.holding is not None and found.person is None:
        yield f"{name}: which person of {found.holding.iso3} is meant on this day is not known"
    elif found.person is not None and found.others and not found.person.office:
        yield f"{name}: which office is undecided"


def told_of(name: str, holding: OfficeHolding) -> str:
    """Return what one holding tells, in words."""
    days = f"{holding.first or '?'} to {holding.last or '?'}"
    told = "held" if holding.is_exact else f"told by {holding.support} article{'s' if holding.support > 1 else ''}"
    office = holding.office or "no office then"
    return f"{name}: {holding.person}, {office} ({holding.iso3}), {told} {days}; {holding.source}, {holding.citation}"
