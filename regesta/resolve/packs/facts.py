"""Checked values of a pack's rows: states, sectors, days; and the troubles met, with line and column."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from pathlib import Path

from regesta.errors import InputError
from regesta.model.entity import STATELESS
from regesta.ontology.actor_sectors import load_sectors
from regesta.resolve.asked.free_phrases import singular
from regesta.resolve.phrases.organizations import sector_of_name
from regesta.resolve.states.states import country_code

DAY = re.compile(r"[+]?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.]+Z?)?)?)?")
SHOWN_TROUBLES = 5
WIKIDATA = re.compile(r"(?:https?://www\.wikidata\.org/entity/)?Q\d+")


@dataclass
class Checker:
    """Reads the values of one file and gathers what is wrong, so that all of it is told at once.

    Attributes:
        path: The file.
        name: Name of the pack.
        troubles: What is wrong, by line, in words.
    """

    path: Path
    name: str
    troubles: list[tuple[int, str]] = field(default_factory=list)

    @property
    def source(self) -> str:
        """How facts of the pack say whence they are."""
        return f"pack:{self.name}"

    def cited(self, line: int) -> str:
        """Return the citation of a line."""
        return f"{self.path.name}:{line}"

    def trouble(self, line: int, column: str, message: str) -> None:
        """Note that a value is wrong."""
        self.troubles.append((line, f"line {line}, column {column}: {message}"))

    def state(self, line: int, column: str, value: str | None) -> str | None:
        """Return a state's code: from a code of two or three letters, a name, or IGO and NGO; None when it is wrong."""
        if value is None:
            self.trouble(line, column, "is empty; write a code (BLR), a name (Belarus), IGO or NGO")
            return None
        code = value if value in STATELESS else country_code(value)
        if code is None:
            self.trouble(line, column, f"{value!r} is no state; write a code (BLR), a name (Belarus), IGO or NGO")
        return code

    def day(self, line: int, column: str, value: str | None, *, is_last: bool) -> date | None:
        """Return a day from "2022", "2022-11", "2022-11-05" or an ISO 8601 time; of a year or month the first or last.

        None when it is empty or wrong.
        """
        if value is None:
            return None
        found = DAY.fullmatch(value)
        try:
            if found:
                year, month = int(found[1]), int(found[2] or (12 if is_last else 1))
                last = calendar.monthrange(year, month)[1]
                return date(year, month, int(found[3] or (last if is_last else 1)))
        except ValueError:
            pass
        self.trouble(line, column, f"{value!r} is no day; write 2022-11-05, 2022-11 or 2022")
        return None

    def sector(self, line: int, value: str | None, told: str | None) -> str | None:
        """Return a sector: the one written, else the one told by words."""
        if value is not None and value.upper() not in known_sectors():
            self.trouble(line, "sector", f"{value!r} is no sector; known: {', '.join(sorted(known_sectors()))}")
        return value.upper() if value else told

    def done(self) -> None:
        """End the reading of a file.

        Raises:
            InputError: Something is wrong.
        """
        if self.troubles:
            more = len(self.troubles) - SHOWN_TROUBLES
            rest = f"; and {more} more" if more > 0 else ""
            shown = [words for _, words in sorted(self.troubles, key=itemgetter(0))[:SHOWN_TROUBLES]]
            raise InputError(f"{self.path}: {'; '.join(shown)}{rest}")


def known_sectors() -> set[str]:
    """Return the sector codes that a pack may use."""
    sectors = load_sectors()
    return {noun.sector for noun in sectors.nouns.values()} | STATELESS


def office_sector(office: str) -> str | None:
    """Return the sector that the words of an office tell: "Minister of Defence of Belarus" is of the government."""
    words = re.split(r"\s+(?:of|for|to|in)\s+|,", office, maxsplit=1)[0].split()
    noun = load_sectors().noun([singular(word) for word in words]) if words else None
    return noun.sector if noun else None


def body_sector(name: str) -> str | None:
    """Return the sector that the words of an organisation's name tell."""
    return sector_of_name(name.split())


def is_label(value: str) -> bool:
    """Tell whether a value is a name, not the bare id of a Wikidata item that has none."""
    return WIKIDATA.fullmatch(value) is None


def parts(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in cells that separate them by semicolons or vertical bars."""
    return tuple(dict.fromkeys(p.strip() for value in values for p in re.split(r"[;|]", value) if p.strip()))
