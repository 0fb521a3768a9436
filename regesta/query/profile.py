"""What the register knows of one actor: the names and offices it is seen under, and with whom it deals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from regesta.model.article import Source
from regesta.model.entry import Report, StatementReport
from regesta.model.event import Role
from regesta.model.span import Citation
from regesta.query.clusters.clusters import Cluster
from regesta.query.clusters.columns import Matched
from regesta.query.counts.timeline import INTENSITY
from regesta.query.register import Register
from regesta.store.filters import EventFilter, StatementFilter
from regesta.store.matching import is_named
from regesta.store.outlines import ActorCount
from regesta.store.view import View
from regesta.store.words import folded_words, name_key

POSSESSIVE = re.compile(r"['’]s?$")
LOOKED_AT = 400  # newest events, and newest statements, in which names and offices are looked for: 60 ms on two cores


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place where an article names an actor as party of an event or speaker of a statement.

    Attributes:
        name: The name it is resolved to.
        office: The office the article gives; None when it gives none.
        iso3: State it is taken to act for; None when unknown.
        day: Day of publication; None when unknown.
        publisher: Who published it; None when unknown.
        citation: The words, verbatim.
    """

    name: str
    office: str | None
    iso3: str | None
    day: date | None
    publisher: str | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld:
    """An office under which articles name an actor.

    Attributes:
        office: As most articles write it.
        iso3: State it is held for; None when unknown.
        first: First day of publication; None when no article has one.
        last: Last day.
        articles: Number of articles that tell it.
        evidence: The first and the last of them, the first alone when there is one.
    """

    office: str
    iso3: str | None
    first: date | None
    last: date | None
    articles: int
    evidence: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as the articles show it.

    Attributes:
        offices: Offices, the latest first.
        names: Words that name it, with the number of articles that use them, most first.
        complete: Whether all events and statements were looked at, not only the newest `LOOKED_AT` of each.
    """

    offices: tuple[OfficeHeld, ...]
    names: tuple[tuple[str, int], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Partner:
    """Whom an actor deals with.

    Attributes:
        code: Code of the other party, as `regesta.store.outlines.party_code` gives it.
        entries: Happenings in which both take part.
        intensity: Their mean intensity, -10 (conflict) to +10 (cooperation).
    """

    code: str
    entries: int
    intensity: float


def actor_of(view: View, party: str) -> ActorCount | None:
    """Return an actor by entity id, else by its exact name; None when no event has it (a speaker only, or a state)."""
    found = view.actors(like=party, limit=None)
    by_entity = next((actor for actor in found if actor.entity == party), None)
    return by_entity or next((actor for actor in found if name_key(actor.name) == name_key(party)), None)


def profile(register: Register, party: str) -> Profile:
    """Return what the newest events and statements tell of an actor's names and offices.

    Args:
        register: The register.
        party: The actor, as in `EventFilter`.
    """
    return register.kept(EventFilter(party=party), "profile", lambda: read_profile(register.view, party))


def read_profile(view: View, party: str) -> Profile:
    """Return what the newest events and statements of a view tell of an actor; see `profile`."""
    events = EventFilter(party=party, order="newest", limit=LOOKED_AT)
    statements = StatementFilter(speaker=party, order="newest", limit=LOOKED_AT)
    found = list(sightings(view.reports(events), view.statements(statements), party))
    all_of_it = view.count(events) <= LOOKED_AT and view.count(statements) <= LOOKED_AT
    return Profile(tuple(offices_held(found)), tuple(names_seen(found)), all_of_it)


def sightings(events: Iterable[Report], statements: Iterable[StatementReport], party: str) -> Iterator[Sighting]:
    """Yield where events and statements name an actor."""
    for report in events:
        for role in report.event.parties:
            yield from seen(role, report.event.article_id, report.source, party)
    for said in statements:
        if said.statement.speaker:
            yield from seen(said.statement.speaker, said.statement.article_id, said.source, party)


def seen(role: Role, article_id: str, source: Source, party: str) -> Iterator[Sighting]:
    """Yield the sighting that a role is, when it is filled by the actor."""
    if role.actor and is_named(role.actor, party):
        yield Sighting(
            name=role.actor.name,
            office=role.actor.office,
            iso3=role.actor.iso3,
            day=source.day,
            publisher=source.publisher,
            citation=Citation(article_id, role.span, role.text),
        )


def offices_held(found: Iterable[Sighting]) -> list[OfficeHeld]:
    """Return the offices that sightings tell, the latest first.

    Only words that name the office themselves count: an office known from elsewhere in an article, or learned from
    others, is no evidence.
    """
    groups: dict[tuple[str, str | None], list[Sighting]] = {}
    for sighting in found:
        if sighting.office and tells_office(sighting):
            groups.setdefault((" ".join(folded_words(sighting.office)), sighting.iso3), []).append(sighting)
    offices = [make_office(group) for group in groups.values()]
    return sorted(offices, key=lambda o: (-(o.last or date.min).toordinal(), -o.articles, o.office))


def tells_office(sighting: Sighting) -> bool:
    """Tell whether the words of a sighting name the office."""
    return set(folded_words(sighting.office or "")) <= set(folded_words(sighting.citation.quote))


def make_office(group: list[Sighting]) -> OfficeHeld:
    """Return the office that several sightings tell."""
    ordered = sorted(group, key=lambda s: (s.day or date.max, s.citation.article_id, s.citation.span))
    days = [sighting.day for sighting in ordered if sighting.day]
    articles = {sighting.citation.article_id for sighting in ordered}
    written = Counter(sighting.office or "" for sighting in ordered)
    return OfficeHeld(
        office=min(written, key=lambda office: (-written[office], office)),
        iso3=ordered[0].iso3,
        first=min(days, default=None),
        last=max(days, default=None),
        articles=len(articles),
        evidence=(ordered[0], ordered[-1]) if len(articles) > 1 else (ordered[0],),
    )


def names_seen(found: Iterable[Sighting]) -> list[tuple[str, int]]:
    """Return the words that name an actor with the number of articles that use them, most first.

    Words without a capital letter ("he") name nobody; those that differ in case alone are one, spelt as most do.
    """
    groups: dict[str, list[Sighting]] = {}
    for sighting in found:
        quote = sighting.citation.quote
        if any(letter.isupper() for letter in quote):
            groups.setdefault(name_key(POSSESSIVE.sub("", quote)), []).append(sighting)
    counted = [(spelling(group), len({s.citation.article_id for s in group})) for group in groups.values()]
    return sorted(counted, key=lambda item: (-item[1], item[0]))


def spelling(group: list[Sighting]) -> str:
    """Return how most sightings write a name, without possessive and line breaks."""
    written = Counter(" ".join(POSSESSIVE.sub("", sighting.citation.quote).split()) for sighting in group)
    return min(written, key=lambda words: (-written[words], words))


def partners(clusters: Matched, own: str) -> list[Partner]:
    """Return with whom an actor deals, most entries first; parties of its own state are left out.

    Args:
        clusters: Happenings the actor takes part in.
        own: Code of the actor: of its state where it has one, else its entity id.
    """
    party = clusters.flat("parties", parties_of)
    entries = np.bincount(party.code, minlength=len(party.values))
    sums = np.bincount(party.code, clusters.of_clusters(*INTENSITY)[party.owner], len(party.values))
    found = [
        Partner(party.values[place], int(entries[place]), float(sums[place] / entries[place]))
        for place in np.flatnonzero(entries).tolist()
        if party.values[place] != own
    ]
    return sorted(found, key=lambda partner: (-partner.entries, partner.code))


def parties_of(cluster: Cluster) -> list[str]:
    """Return the codes of those who take part in a happening, as it is shown."""
    return sorted({*cluster.best.actors, *cluster.best.recipients})
