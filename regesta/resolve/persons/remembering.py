"""What is known of the persons of an article besides what it says, and which of its names are one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from regesta.model.office import OfficeHolding
from regesta.resolve.names.spelling import word_likeness, words_of
from regesta.resolve.persons.alike import AlikeNames
from regesta.resolve.persons.offices import Asked, Offices
from regesta.resolve.persons.persons import SURNAME_ALIKE, are_one
from regesta.resolve.phrases.phrases import Reading

MOST_OFFICIALS = 100  # of an article, those mentioned most, with each of whom every other one is compared
SOURCES = {"news": "office"}  # the basis of an actor, where it is not the source of the fact itself


@dataclass(frozen=True, slots=True)
class Person:
    """A person of an article.

    Attributes:
        name: Fullest name in the article.
        iso3: State the article gives; None when it gives none.
        office: Office it gives; None likewise.
        mentions: How often it mentions the person.
    """

    name: str
    iso3: str | None
    office: str | None
    mentions: int = 1

    @property
    def is_full(self) -> bool:
        """Whether the name is more than a surname."""
        return len(words_of(self.name)) > 1


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a person: state, sector, office, and what tells it."""

    iso3: str
    sector: str | None
    office: str | None
    basis: str

    def completed(self, reading: Reading) -> Reading:
        """Return a reading with what it lacks; nothing when it has another state."""
        if reading.iso3 not in {None, self.iso3}:
            return reading
        sector, office = reading.sector or self.sector, reading.office or self.office
        if (reading.iso3, sector, office) == (self.iso3, reading.sector, reading.office):
            return reading
        return replace(reading, iso3=self.iso3, sector=sector, office=office, basis=self.basis)


def remembered(
    people: Mapping[int, Person], day: date | None, offices: Offices
) -> tuple[dict[int, Told], dict[int, str]]:
    """Return what is known of the persons of an article, and the spelling that stands for each.

    Args:
        people: Persons, by any key.
        day: Day of the article; None when unknown.
        offices: Whom names mean.

    Returns:
        What is known, by key; and spellings, by key: only where it is another than the article's.
    """
    near = frozenset(person.iso3 for person in people.values() if person.iso3)
    told: dict[int, Told] = {}
    spellings: dict[int, str] = {}
    for key, person in people.items():
        found = offices.found(Asked(person.name, day, person.iso3, person.office, near))
        if found.holding is not None:
            told[key] = told_by(found.holding)
        if found.person is not None:
            spellings[key] = offices.spelling(found.person)
    for key, other in namesakes({k: p for k, p in people.items() if k not in told}, people).items():
        spellings[key] = spellings.get(other, people[other].name)
        if fact := told.get(other) or told_by_article(people[other]):
            told[key] = fact
    return told, spellings


def told_by(holding: OfficeHolding) -> Told:
    """Return what a holding tells."""
    return Told(holding.iso3, holding.sector, holding.office or None, SOURCES.get(holding.source, holding.source))


def told_by_article(person: Person) -> Told | None:
    """Return what the article says of a person; None when it gives no state."""
    return Told(person.iso3, None, person.office, "spelling") if person.iso3 else None


def namesakes(unknown: Mapping[int, Person], people: Mapping[int, Person]) -> dict[int, int]:
    """Return which persons of an article, unknown otherwise, are another one spelled otherwise.

    A full name is the one mentioned most among those that it may be; a surname, the only full name that ends in one so
    spelled.
    """
    full = {key: person for key, person in people.items() if person.is_full}
    names = AlikeNames({key: person.name for key, person in full.items()})
    order = {key: number for number, key in enumerate(full)}
    with_office = sorted((key for key, person in full.items() if person.office), key=lambda k: rank(full[k]))
    officials = set(with_office[:MOST_OFFICIALS])
    found: dict[int, int] = {}
    for key, person in unknown.items():
        alike = names.like(person.name) if person.is_full else names.ending_like(person.name)
        if person.is_full and person.office:  # for two of one office less likeness will do
            alike |= officials
        others = {k: full[k] for k in sorted(alike, key=order.__getitem__) if k != key and agree(person, full[k])}
        if person.is_full:
            better = {k: p for k, p in others.items() if rank(p) < rank(person) and are_one(alone(person), alone(p))}
            if better:
                found[key] = min(better, key=lambda k: rank(better[k]))
        else:
            same = [k for k, p in others.items() if is_surname_of(person.name, p.name)]
            if len(same) == 1:
                found[key] = same[0]
    return {key: root_of(found, other) for key, other in found.items()}


def root_of(links: Mapping[int, int], key: int) -> int:
    """Return the person that a chain of links ends at; every link leads to a higher rank, so that there is an end."""
    while key in links:
        key = links[key]
    return key


def rank(person: Person) -> tuple[int, str]:
    """Return what the persons of an article are ordered by where one spelling stands for another."""
    return (-person.mentions, person.name)


def agree(left: Person, right: Person) -> bool:
    """Tell whether no two states speak against two names being one person."""
    return left.iso3 is None or right.iso3 is None or left.iso3 == right.iso3


def alone(person: Person) -> OfficeHolding:
    """Return a person as a holding of no state: within an article, states are compared before."""
    return OfficeHolding(
        person=person.name, office=person.office or "", iso3="", sector=None, first=None, last=None,
        support=person.mentions, citation="",
    )  # fmt: skip


def is_surname_of(surname: str, name: str) -> bool:
    """Tell whether a single word is the last word of a name, spelled so or otherwise."""
    words = words_of(surname)
    return bool(words) and word_likeness(words_of(name)[-1], words[0]) >= SURNAME_ALIKE
