"""Organisations by any of their names, and what the words of an unknown organisation's name tell."""

import gzip
import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from regesta.errors import OntologyError
from regesta.ontology.actor_sectors import Organization, load_sectors
from regesta.resolve.names.forms import fold, is_acronym
from regesta.resolve.states.states import DATA
from regesta.shipped import read_shipped

BASIS = "organization"
NAMES_KEPT = 65_536  # keys of names, as many as folded ones
AMERICAN = {"organisation": "organization", "defence": "defense", "labour": "labor", "centre": "center"}
PARTY_WORDS = frozenset(
    {
        "party", "labor", "labour", "conservative", "liberal", "democratic", "democrats", "republican", "socialist",
        "communist", "social", "christian", "green", "greens", "national", "peoples", "workers", "new", "union",
        "front", "united", "progressive", "action", "freedom", "justice", "alliance", "coalition", "constitutional",
        "civic", "popular", "will", "future", "prosperity", "democracy", "first", "movement",
    }
)  # fmt: skip
BRITISH = re.compile(rf"\b(?:{'|'.join(AMERICAN)})\b")


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation with what told of it: the basis of actors that are resolved by it.

    Attributes:
        organization: The organisation.
        basis: What told of it.
        is_local: Its initials mean it only beside its state: parties of many states are called "PPP".
    """

    organization: Organization
    basis: str = BASIS
    is_local: bool = False

    @property
    def is_common(self) -> bool:
        """Whether parties of other states bear its name too: "Labour Party", "Democratic Party"."""
        words = body_key(self.organization.name).split()
        return self.organization.sector == "PTY" and PARTY_WORDS.issuperset(words)


@dataclass(frozen=True)
class Bodies:
    """Organisations, and further names of states, by name.

    Attributes:
        names: By folded name.
        acronyms: By the letters of their initials.
        states: Code of a state, with what told of it, by folded further name.
        day: Day as of which they are meant; None when unknown.
        beside_states: Codes of the states that the text around names; None when there is no text around.
        rivals: Those of several states that initials may mean, by the letters, where `sectors.yaml` has several.
        times_named: How often the text around names each state; for a phrase alone, the state that it is about.
        towns: Codes of the states of towns that the text around means, where their names alone mean others.
    """

    names: Mapping[str, KnownBody]
    acronyms: Mapping[str, KnownBody]
    states: Mapping[str, tuple[str, str]]
    day: date | None = None
    beside_states: frozenset[str] | None = None
    rivals: Mapping[str, tuple[KnownBody, ...]] = field(default_factory=dict)
    times_named: Mapping[str, int] = field(default_factory=dict)
    towns: Mapping[str, str] = field(default_factory=dict)

    def on(self, day: date | None, home: str | None = None) -> "Bodies":
        """Return the organisations as of a day, in words about a state if it is known."""
        return replace(self, day=day, times_named={home: 1} if home else {})

    def beside(self, states: Mapping[str, int], towns: Mapping[str, str]) -> "Bodies":
        """Return the organisations as they are meant in a text that names these states so many times, these towns."""
        return replace(self, beside_states=frozenset(states), times_named=states, towns=towns)

    def find(self, name: str) -> KnownBody | None:
        """Return the organisation a written name denotes; None when it is not a known one.

        A name needs a capital letter; initials need all of them, though "Nato" is understood for names of four letters.
        """
        if name.islower():  # quick, and true of most words
            return None
        letters = name.removeprefix("the ").removeprefix("The ").replace(".", "")
        if not any(c.isupper() for c in letters):
            return None
        of_initials = self.initials(letters.upper()) if len(letters) > 3 else None
        found = self.initials(letters) or self.named(name) or of_initials
        return replace(found, organization=found.organization.on(self.day)) if found else None

    def named(self, name: str) -> KnownBody | None:
        """Return the organisation of a name; None for a party that others are called like, of a state nothing names."""
        found = self.names.get(body_key(name))
        if found is None or self.beside_states is None or not found.is_common:
            return found
        return found if found.organization.iso3 in self.beside_states else None

    def initials(self, letters: str) -> KnownBody | None:
        """Return the organisation that initials mean; None for those of a party of a state that nothing names."""
        found = self.acronyms.get(letters)
        if letters in self.rivals:  # of several named as often, the first in the file
            return max(self.rivals[letters], key=lambda body: self.times_named.get(body.organization.iso3 or "", 0))
        is_foreign = found is not None and found.is_local and found.organization.iso3 is not None
        if found and is_foreign and self.beside_states is not None:
            return found if found.organization.iso3 in self.beside_states else None
        return found


@lru_cache(maxsize=NAMES_KEPT)
def body_key(name: str) -> str:
    """Return what a body is found by: its folded name in American spelling."""
    return BRITISH.sub(lambda found: AMERICAN[found[0]], fold(name))


def bodies_of(known: Iterable[KnownBody], states: Mapping[str, tuple[str, str]]) -> Bodies:
    """Return organisations by name; of several that share a name the first counts.

    Args:
        known: Organisations, those that go before others first.
        states: Code of a state, with what told of it, by further name.
    """
    known = tuple(known)
    names: dict[str, KnownBody] = {}
    acronyms: dict[str, KnownBody] = {}
    for body in known:
        for written in (body.organization.name, *body.organization.aliases):
            if is_acronym(written):
                acronyms.setdefault(written.replace(".", ""), body)
            else:
                names.setdefault(body_key(written), body)
    told_of = {fold(name): told for name, told in states.items()}
    return Bodies(names, acronyms, told_of, rivals=rivals_in(known, acronyms))


def rivals_in(known: Iterable[KnownBody], acronyms: Mapping[str, KnownBody]) -> dict[str, tuple[KnownBody, ...]]:
    """Return those that initials may mean by the letters, where several of `sectors.yaml` have them, no pack."""
    found: dict[str, dict[str, KnownBody]] = {}
    for body in known:
        if body.basis == BASIS and not body.is_local:
            for written in filter(is_acronym, (body.organization.name, *body.organization.aliases)):
                found.setdefault(written.replace(".", ""), {}).setdefault(body.organization.name, body)
    return {
        letters: tuple(bodies.values())
        for letters, bodies in found.items()
        if len(bodies) > 1 and acronyms[letters].basis == BASIS
    }


@lru_cache(maxsize=1)
def load_bodies() -> Bodies:
    """Return the organisations that ship with Regesta."""
    return bodies_of(shipped_organizations(), {})


def shipped_organizations() -> Iterable[KnownBody]:
    """Yield the organisations that ship: those of `sectors.yaml`, then the parties, chambers and forces of states."""
    yield from map(KnownBody, load_sectors().organizations.values())
    yield from (KnownBody(organization, is_local=True) for organization in national_bodies())


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
    if capitalised.isdisjoint(known):
        return None
    return next((sector for word, sector in known.items() if word in capitalised), None)
