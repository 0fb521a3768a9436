"""Organisations by any of their names, and what the words of an unknown organisation's name tell."""

import gzip
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from regesta.errors import OntologyError
from regesta.ontology.actor_sectors import Organization, load_sectors
from regesta.resolve.names import fold, is_acronym
from regesta.resolve.states import DATA
from regesta.shipped import read_shipped

BASIS = "organization"


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation with what told of it: the basis of actors that are resolved by it."""

    organization: Organization
    basis: str = BASIS


@dataclass(frozen=True)
class Bodies:
    """Organisations, and further names of states, by name.

    Attributes:
        names: By folded name.
        acronyms: By the letters of their initials.
        states: Code of a state, with what told of it, by folded further name.
        day: Day as of which they are meant; None when unknown.
    """

    names: Mapping[str, KnownBody]
    acronyms: Mapping[str, KnownBody]
    states: Mapping[str, tuple[str, str]]
    day: date | None = None

    def on(self, day: date | None) -> "Bodies":
        """Return the organisations as of a day."""
        return replace(self, day=day)

    def find(self, name: str) -> KnownBody | None:
        """Return the organisation a written name denotes; None when it is not a known one.

        A name needs a capital letter; initials need all of them, though "Nato" is understood for names of four letters.
        """
        if name.islower():  # quick, and true of most words
            return None
        letters = name.removeprefix("the ").removeprefix("The ").replace(".", "")
        if not any(c.isupper() for c in letters):
            return None
        of_initials = self.acronyms.get(letters.upper()) if len(letters) > 3 else None
        found = self.acronyms.get(letters) or self.names.get(fold(name)) or of_initials
        return replace(found, organization=found.organization.on(self.day)) if found else None


def bodies_of(known: Iterable[KnownBody], states: Mapping[str, tuple[str, str]]) -> Bodies:
    """Return organisations by name; of several that share a name the first counts.

    Args:
        known: Organisations, those that go before others first.
        states: Code of a state, with what told of it, by further name.
    """
    names: dict[str, KnownBody] = {}
    acronyms: dict[str, KnownBody] = {}
    for body in known:
        for written in (body.organization.name, *body.organization.aliases):
            if is_acronym(written):
                acronyms.setdefault(written.replace(".", ""), body)
            else:
                names.setdefault(fold(written), body)
    return Bodies(names, acronyms, {fold(name): told for name, told in states.items()})


@lru_cache(maxsize=1)
def load_bodies() -> Bodies:
    """Return the organisations that ship with Regesta."""
    return bodies_of(map(KnownBody, shipped_organizations()), {})


def shipped_organizations() -> Iterable[Organization]:
    """Yield the organisations that ship: those of `sectors.yaml`, then the parties, chambers and forces of states."""
    yield from load_sectors().organizations.values()
    yield from national_bodies()


@lru_cache(maxsize=1)
def national_bodies() -> tuple[Organization, ...]:
    """Read `bodies.tsv.gz`; a body whose name several states have is of none.

    Raises:
        OntologyError: The table cannot be read.
    """
    path = DATA / "bodies.tsv.gz"
    try:
        lines = gzip.decompress(read_shipped(path)).decode("utf-8").splitlines()[1:]
        rows = (line.split("\t") for line in lines)
        return tuple(Organization(name=name, sector=sector, iso3=iso3 or None) for name, sector, iso3 in rows)
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise OntologyError(f"{path}: cannot be read; install Regesta again ({error})") from error


def sector_of_name(words: Sequence[str]) -> str | None:
    """Return the sector that the words of an organisation's name tell; the most telling word wins.

    Args:
        words: The name's words as written; only capitalised ones count.
    """
    known = load_sectors().org_words
    capitalised = {word.lower() for word in words if word[:1].isupper()}
    return next((sector for word, sector in known.items() if word in capitalised), None)
