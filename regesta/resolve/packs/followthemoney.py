"""Packs of followthemoney entities, as OpenSanctions and Aleph export them: who holds which position."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regesta.model.office import OfficeHolding
from regesta.ontology.actor_sectors import Organization
from regesta.resolve.packs.facts import Checker, body_sector, office_sector
from regesta.resolve.packs.rows import Entity
from regesta.resolve.persons.knowledge import Knowledge
from regesta.resolve.phrases.organizations import KnownBody
from regesta.resolve.states.states import country_code

COUNTRIES = ("country", "jurisdiction", "mainCountry", "nationality", "citizenship")
ORGANIZATIONS = frozenset({"Organization", "PublicBody"})


def entity_knowledge(entities: Sequence[Entity], checker: Checker) -> Knowledge:
    """Return the facts of entities: persons by their occupancies of positions, or by their own `position`; bodies.

    Entities of other schemata are passed over, and so are persons without a position or a state.
    """
    by_id = {entity.id: entity for entity in entities}
    offices = []
    occupied: set[str] = set()
    for entity in entities:
        if entity.schema == "Occupancy":
            found = list(occupied_office(entity, by_id, checker))
            occupied |= {entity.first("holder") or ""} if found else set()
            offices += found
    for entity in entities:
        if entity.schema == "Person" and entity.id not in occupied:
            offices += list(stated_offices(entity, checker))
    bodies = [body for entity in entities if entity.schema in ORGANIZATIONS for body in body_of(entity, checker)]
    return Knowledge(offices=tuple(offices), bodies=tuple(bodies))


def occupied_office(entity: Entity, by_id: dict[str, Entity], checker: Checker) -> Iterator[OfficeHolding]:
    """Yield the office that an occupancy tells."""
    holder, post = (by_id.get(entity.first(name) or "") for name in ("holder", "post"))
    for name, other in (("holder", holder), ("post", post)):
        if other is None:
            checker.trouble(entity.line, name, f"{entity.first(name)!r} is the id of no entity in the file")
    if holder is None or post is None:
        return
    first = checker.day(entity.line, "startDate", entity.first("startDate"), is_last=False)
    last = checker.day(entity.line, "endDate", entity.first("endDate"), is_last=True)
    office, iso3 = post.first("name"), state_of(post) or state_of(holder)
    if office and iso3 and holder.first("name"):
        yield replace(holding_of(holder, office, iso3, checker, entity.line), first=first, last=last)


def stated_offices(entity: Entity, checker: Checker) -> Iterator[OfficeHolding]:
    """Yield the offices that a person's own `position` states; without days."""
    iso3 = state_of(entity)
    for office in entity.properties.get("position", ()):
        if entity.first("name") and iso3:
            yield holding_of(entity, office, iso3, checker, entity.line)


def holding_of(holder: Entity, office: str, iso3: str, checker: Checker, line: int) -> OfficeHolding:
    """Return a holding without days, cited to a line."""
    name, *others = holder.properties["name"]
    return OfficeHolding(
        person=name, office=office, iso3=iso3, sector=office_sector(office), first=None, last=None, support=1,
        citation=checker.cited(line), source=checker.source, is_exact=True,
        aliases=tuple(dict.fromkeys((*others, *holder.properties.get("alias", ())))),
    )  # fmt: skip


def body_of(entity: Entity, checker: Checker) -> Iterator[KnownBody]:
    """Yield an organisation; its sector is told by its name, else GOV for a public body, UNK for another."""
    if name := entity.first("name"):
        usual = "GOV" if entity.schema == "PublicBody" else "UNK"
        names = (*entity.properties.get("name", ())[1:], *entity.properties.get("alias", ()))
        sector = body_sector(name) or usual
        yield KnownBody(Organization(name, sector, tuple(dict.fromkeys(names)), state_of(entity)), checker.source)


def state_of(entity: Entity) -> str | None:
    """Return the state of an entity; None when it has none that is known."""
    codes = (country_code(value) for name in COUNTRIES for value in entity.properties.get(name, ()))
    return next((code for code in codes if code), None)
