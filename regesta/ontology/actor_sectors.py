"""Sectors of political actors: the nouns, name words and organisations that tell them."""

from collections.abc import Sequence
from dataclasses import dataclass as plain_dataclass
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Literal

from pydantic.dataclasses import dataclass

from regesta.errors import OntologyError
from regesta.ontology.event_types import STRICT
from regesta.ontology.load import DATA, read_yaml

NounKind = Literal["person", "group", "body"]
MAX_PHRASE_WORDS = 3
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "PRM"})  # a state acts through any of them
OFFICIAL_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "SPY"})  # who acts and speaks for his state abroad


@dataclass(frozen=True, config=STRICT)
class SectorNouns:
    """Common nouns of one sector: lemmas, or phrases of lemmas ("prime minister")."""

    persons: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, config=STRICT)
class OrgWords:
    """Words inside an organisation's name that tell its sector."""

    words: tuple[str, ...]
    sector: str


@dataclass(frozen=True, config=STRICT)
class Organization:
    """A well-known organisation.

    Attributes:
        name: Its usual full name.
        aliases: Acronyms and other names.
        sector: PLOVER sector, IGO or NGO.
        iso3: State it belongs to, "IGO", "NGO", or None.
        governs: First and last days on which an armed group ruled its state, ISO 8601; no last day while it does.
    """

    name: str
    sector: str
    aliases: tuple[str, ...] = ()
    iso3: str | None = None
    governs: tuple[tuple[str, str | None], ...] = ()

    def on(self, day: date | None) -> "Organization":
        """Return the organisation as of a day: the government, on days on which it ruled."""
        said = day.isoformat() if day else ""
        rules = bool(said) and any(first <= said <= (last or said) for first, last in self.governs)
        return replace(self, sector="GOV") if rules else self


@dataclass(frozen=True, config=STRICT)
class SectorFile:
    """The contents of `sectors.yaml`."""

    sectors: dict[str, str]
    nouns: dict[str, SectorNouns]
    conditions: dict[str, tuple[str, ...]]
    sites: frozenset[str]
    sole_organs: frozenset[str]
    org_words: tuple[OrgWords, ...]
    organizations: tuple[Organization, ...]


@plain_dataclass(frozen=True, slots=True)
class ActorNoun:
    """A common noun that denotes a political actor.

    Attributes:
        phrase: The lemma or phrase.
        sector: Its sector.
        kind: One person, several people, or a body.
    """

    phrase: str
    sector: str
    kind: NounKind


@plain_dataclass(frozen=True)
class Sectors:
    """Lookups over `sectors.yaml`.

    Attributes:
        descriptions: What each sector takes in, by code.
        nouns: Actor nouns by phrase.
        conditions: Sector by word that before a people's name means some of its people: "displaced Syrians".
        sites: Nouns for places of daily life, which stand for the people in them.
        sole_organs: Bodies of which a state has one at a time: "army", "parliament".
        org_words: Sector by lower-case word of an organisation's name, in file order.
        organizations: Organisations by name and alias as written.
    """

    descriptions: dict[str, str]
    nouns: dict[str, ActorNoun]
    conditions: dict[str, str]
    sites: frozenset[str]
    sole_organs: frozenset[str]
    org_words: dict[str, str]
    organizations: dict[str, Organization]

    def noun(self, lemmas: Sequence[str]) -> ActorNoun | None:
        """Return the actor noun that a noun phrase ends in; the longest phrase wins.

        Args:
            lemmas: Lower-case lemmas of the modifiers and the head, in text order.
        """
        for length in range(min(MAX_PHRASE_WORDS, len(lemmas)), 0, -1):
            found = self.nouns.get(" ".join(lemmas[-length:]))
            if found is not None:
                return found
        return None


@lru_cache(maxsize=1)
def load_sectors() -> Sectors:
    """Read `sectors.yaml`.

    Raises:
        OntologyError: The file does not validate, a sector it uses is not declared, or a sole organ is no body.
    """
    content = read_yaml(DATA / "sectors.yaml", SectorFile)
    used = {
        *content.nouns,
        *content.conditions,
        *(w.sector for w in content.org_words),
        *(o.sector for o in content.organizations),
    }
    if unknown := used - set(content.sectors):
        raise OntologyError(f"sectors.yaml: sectors not declared: {', '.join(sorted(unknown))}")
    nouns: dict[str, ActorNoun] = {}
    for sector, group in content.nouns.items():
        kinds: tuple[tuple[NounKind, tuple[str, ...]], ...] = (
            ("person", group.persons),
            ("group", group.groups),
            ("body", group.bodies),
        )
        for kind, phrases in kinds:
            for phrase in phrases:
                nouns.setdefault(phrase, ActorNoun(phrase, sector, kind))
    if strange := content.sole_organs - {phrase for phrase, noun in nouns.items() if noun.kind == "body"}:
        raise OntologyError(f"sectors.yaml: sole_organs has {min(strange)!r}, which is no noun for a body")
    return Sectors(
        content.sectors,
        nouns,
        {word: sector for sector, words in content.conditions.items() for word in words},
        content.sites,
        content.sole_organs,
        {word.lower(): entry.sector for entry in content.org_words for word in entry.words},
        {name: entry for entry in content.organizations for name in (entry.name, *entry.aliases)},
    )
