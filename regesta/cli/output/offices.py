"""How offices that articles tell look in a terminal and as records."""

from collections.abc import Iterator
from typing import Any

from regesta.cli.output.printing import one_line
from regesta.query.offices import OfficeFact
from regesta.store.view import View

SHOWN_CITATIONS = 3


def office_lines(view: View, fact: OfficeFact) -> Iterator[str]:
    """Yield an office as lines: who, which, since when and by how many; then conflicts, and the first citations."""
    holding = fact.holding
    days = f"{holding.first or 'undated'} to {holding.last}" if holding.last else "undated"
    articles = f"{holding.support} article{'s' if holding.support > 1 else ''}"
    also = f" (also {', '.join(fact.spellings[1:])})" if fact.spellings[1:] else ""
    office = f"{holding.office} ({holding.body})" if holding.body else holding.office
    yield f"{fact.entity}  {holding.person}{also}: {office}, {holding.iso3}, {days}, {articles}"
    if fact.conflicts:
        yield "    conflict: " + ", ".join(f"{iso3} by {count}" for iso3, count in fact.conflicts)
    for sighting in fact.sightings[:SHOWN_CITATIONS]:
        article = view.article(sighting.article_id)
        words = one_line(sighting.span.of(article.text)) if article else ""
        yield f"    {words}  {sighting.article_id} [{sighting.span.start}:{sighting.span.end}]"
    if len(fact.sightings) > SHOWN_CITATIONS:
        yield f"    and {len(fact.sightings) - SHOWN_CITATIONS} more"


def office_record(fact: OfficeFact) -> dict[str, Any]:
    """Return an office as a JSON object."""
    holding = fact.holding
    return {
        "entity": fact.entity,
        "person": holding.person,
        "spellings": list(fact.spellings),
        "office": holding.office,
        "iso3": holding.iso3,
        "sector": holding.sector,
        "body": holding.body,
        "first": str(holding.first) if holding.first else None,
        "last": str(holding.last) if holding.last else None,
        "support": holding.support,
        "conflicts": [{"iso3": iso3, "support": count} for iso3, count in fact.conflicts],
        "citations": [
            {"article": s.article_id, "start": s.span.start, "end": s.span.end, "run": s.run} for s in fact.sightings
        ],
    }
