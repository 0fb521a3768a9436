"""Packs that are tables: our own columns, or those of a Wikidata query."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from regesta.model.entity import STATELESS
from regesta.model.office import OfficeHolding
from regesta.ontology.actor_sectors import Organization
from regesta.resolve.names.forms import fold
from regesta.resolve.packs.facts import Checker, body_sector, is_label, office_sector, parts
from regesta.resolve.packs.rows import Row
from regesta.resolve.persons.knowledge import Knowledge, StateName
from regesta.resolve.phrases.organizations import KnownBody, load_bodies
from regesta.resolve.states.states import load_states

# Columns by meaning: ours first, then what queries of Wikidata usually call them; a label before the item's address.
PERSON = (
    "person", "personLabel", "holderLabel", "officeholderLabel", "humanLabel", "itemLabel", "holder", "officeholder",
)  # fmt: skip
OFFICE = ("office", "officeLabel", "positionLabel", "position", "roleLabel", "role")
STATE = ("state", "stateLabel", "countryLabel", "country", "jurisdictionLabel", "jurisdiction")
BODY = ("body", "bodyLabel", "organizationLabel", "ofLabel")
FIRST = ("from", "start", "startDate", "startTime", "start_date")
LAST = ("to", "end", "endDate", "endTime", "end_date")
ALIASES = ("aliases", "alias", "altLabel", "personAltLabel", "itemAltLabel")
ORGANIZATION = ("organization", "organisation")
KINDS = ("office", "organization", "alias")


def table_knowledge(rows: Sequence[Row], checker: Checker) -> Knowledge:
    """Return the facts of a table; what is wrong goes to the checker."""
    by_kind: dict[str, list[Row]] = {kind: [] for kind in KINDS}
    for row in rows:
        kind = kind_of(row)
        if kind in by_kind:
            by_kind[kind].append(row)
        else:
            checker.trouble(row.line, "kind", kind_trouble(kind))
    offices = [h for row in by_kind["office"] for h in office_of(row, checker)]
    bodies = [b for row in by_kind["organization"] for b in body_of(row, checker)]
    return with_aliases(Knowledge(offices=tuple(offices), bodies=tuple(bodies)), by_kind["alias"], checker)


def kind_of(row: Row) -> str:
    """Return what a row tells: an office, an organisation, an alias; "" when its columns do not say."""
    if given := row.first("kind"):
        return given.lower().replace("organisation", "organization")
    if row.first(*PERSON):
        return "office"
    if row.first(*ORGANIZATION):
        return "organization"
    return "alias" if row.first("alias") and row.first("name") else ""


def kind_trouble(kind: str) -> str:
    """Return what is wrong with a row of no known kind."""
    wanted = "person, office and state; organization and state; or alias and name"
    return f"{kind!r} is no kind; known: {', '.join(KINDS)}" if kind else f"nothing to go by: a row needs {wanted}"


def office_of(row: Row, checker: Checker) -> Iterator[OfficeHolding]:
    """Yield the office of a row, when all of it is right."""
    person, office = labelled(row, PERSON), labelled(row, OFFICE)
    for column, value in (("person", person), ("office", office)):
        if value is None:
            checker.trouble(row.line, column, "is empty, or an item without a name")
    iso3 = checker.state(row.line, column_of(row, STATE, "state"), labelled(row, STATE))
    first = checker.day(row.line, column_of(row, FIRST, "from"), row.first(*FIRST), is_last=False)
    last = checker.day(row.line, column_of(row, LAST, "to"), row.first(*LAST), is_last=True)
    if first and last and first > last:
        checker.trouble(row.line, "to", f"{last} is before {first}")
    sector = checker.sector(row.line, row.first("sector"), office_sector(office or ""))
    if person and office and iso3:
        yield OfficeHolding(
            person=person, office=office, iso3=iso3, sector=sector, first=first, last=last, support=1,
            citation=checker.cited(row.line), source=checker.source, is_exact=True, body=labelled(row, BODY),
            aliases=parts(v for column in ALIASES for v in row.values.get(column, ())),
        )  # fmt: skip


def body_of(row: Row, checker: Checker) -> Iterator[KnownBody]:
    """Yield the organisation of a row, when all of it is right."""
    name = row.first(*ORGANIZATION, "name")
    if name is None:
        checker.trouble(row.line, "organization", "is empty")
        return
    iso3 = checker.state(row.line, "state", row.first(*STATE)) if row.first(*STATE) else None
    stateless = iso3 if iso3 in STATELESS else None
    sector = checker.sector(row.line, row.first("sector"), stateless or body_sector(name))
    if sector is None:
        checker.trouble(row.line, "sector", f"is empty, and the words of {name!r} tell none")
        return
    aliases = parts(v for column in ALIASES for v in row.values.get(column, ()))
    yield KnownBody(Organization(name, sector, aliases, iso3), checker.source)


def with_aliases(knowledge: Knowledge, rows: Iterable[Row], checker: Checker) -> Knowledge:
    """Return knowledge with further names: of its persons and organisations, of those that ship, of states."""
    offices, bodies, states = list(knowledge.offices), list(knowledge.bodies), list[StateName]()
    for row in rows:
        alias, name = row.first("alias"), row.first("name")
        if alias is None or name is None:
            checker.trouble(row.line, "name" if alias else "alias", "is empty")
            continue
        key = fold(name)
        persons = [i for i, holding in enumerate(offices) if fold(holding.person) == key]
        body = next((b for b in bodies if fold(b.organization.name) == key), None) or load_bodies().find(name)
        meaning = load_states().meaning(name)
        for i in persons:
            offices[i] = with_alias(offices[i], alias)
        if not persons and body is not None:
            old = body.organization
            bodies.append(KnownBody(Organization(old.name, old.sector, (alias,), old.iso3), checker.source))
        elif not persons and meaning is not None:
            states.append(StateName(name=alias, iso3=meaning.iso3, basis=checker.source))
        elif not persons:
            checker.trouble(row.line, "name", f"{name!r} is no state or organisation known, and no person of this pack")
    return Knowledge(offices=tuple(offices), bodies=tuple(bodies), states=tuple(states))


def with_alias(holding: OfficeHolding, alias: str) -> OfficeHolding:
    """Return a holding whose person has a further name."""
    return replace(holding, aliases=(*holding.aliases, alias))


def labelled(row: Row, columns: Sequence[str]) -> str | None:
    """Return the first value of some columns that is a name, not an item's address."""
    found = (value for column in columns for value in row.values.get(column, ()))
    return next((value for value in found if is_label(value)), None)


def column_of(row: Row, columns: Sequence[str], usual: str) -> str:
    """Return which of some columns a row has, as a trouble should name it."""
    return next((column for column in columns if row.values.get(column)), usual)
