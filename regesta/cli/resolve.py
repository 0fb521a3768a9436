"""`regesta resolve`: who a phrase means, phrase by phrase."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer

from regesta.cli.options import ConfigOption

if TYPE_CHECKING:
    from regesta.resolve.asked.asked_phrases import AskedPhrase
    from regesta.resolve.asked.free_phrases import Resolution

KEYS = ("phrase", "date", "country")


def resolve(
    file: str = typer.Argument("-", metavar="FILE", help="JSON lines: phrase, date, country; - for standard input."),
    config: ConfigOption = None,
    store: str | None = typer.Option(
        None, "--store", help="Path or URL of a store whose runs have learned offices; none unless given."
    ),
) -> None:
    """Say whom phrases mean: state, sector, person, office, entity id, confidence, and why; or that nobody known is.

    Each line has a `phrase`, and if known the `date` it was written and the `country` it is about. The phrases of one
    call are read together: those that give a full name its state help with the others, whatever their order. A phrase
    that names several actors has one resolution for each among its `parts`.

    Example: echo '{"phrase": "Turkish foreign minister"}' | regesta resolve
    """
    from regesta.resolve.asked.asked_phrases import resolve_all
    from regesta.resolve.persons.knowledge import pack, unpack
    from regesta.run.config import load_config
    from regesta.run.learned import learned_in

    settings = load_config(config)
    known = unpack(pack(settings.packs() + learned_in(store)))
    with opened(file) as lines:
        asked = list(read_asked(lines, file))
    for item, found in zip(asked, resolve_all(asked, known), strict=True):
        print(json.dumps(record(item, found), ensure_ascii=False))


def opened(file: str) -> TextIO:
    """Open a file for reading, or standard input.

    Raises:
        InputError: It cannot be read.
    """
    from regesta.errors import InputError

    if file == "-":
        return sys.stdin
    try:
        return Path(file).open(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error


def read_asked(lines: Iterable[str], where: str) -> "Iterator[AskedPhrase]":
    """Yield the phrases of JSON lines.

    Raises:
        InputError: A line is no JSON object, has no phrase, or a wrong date or country; the message names the line.
    """
    from regesta.errors import InputError

    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield asked_of(line, f"{where}: line {number}")
    except UnicodeDecodeError as error:
        raise InputError(f"{where}: is not UTF-8") from error


def asked_of(line: str, where: str) -> "AskedPhrase":
    """Return one line as a phrase to resolve.

    Raises:
        InputError: It is no such line.
    """
    from regesta.errors import InputError
    from regesta.read.published import parse_published
    from regesta.resolve.asked.asked_phrases import AskedPhrase
    from regesta.resolve.states.states import country_code

    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("phrase"), str):
        raise InputError(f'{where}: must be an object with a "phrase": {{"phrase": "Turkish foreign minister"}}')
    if unknown := sorted(set(row) - set(KEYS)):
        raise InputError(f"{where}: unknown key {unknown[0]!r}; known: {', '.join(KEYS)}")
    home = country_code(str(row["country"])) if row.get("country") else None
    if row.get("country") and home is None:
        raise InputError(f"{where}: country {row['country']!r} is no state; write a code (TUR) or a name (Turkey)")
    published = parse_published(row.get("date"))
    if row.get("date") and published is None:
        raise InputError(f"{where}: date {row['date']!r} is no day; write it as 2022-12-19")
    day = published.date() if isinstance(published, datetime) else published
    return AskedPhrase(phrase=row["phrase"], day=day, home=home)


def record(item: "AskedPhrase", found: "Resolution") -> dict[str, Any]:
    """Return what a phrase denotes as a JSON object, with one for each actor where it names several."""
    return described(item.phrase, found) | {"parts": [described(*part) for part in found.parts]}


def described(phrase: str, found: "Resolution") -> dict[str, Any]:
    """Return what one phrase denotes as a JSON object."""
    actor = found.actor
    return {
        "phrase": phrase,
        "nil": actor is None,
        "iso3": actor.iso3 if actor else None,
        "sector": actor.sector if actor else None,
        "name": actor.name if actor else None,
        "person": found.person,
        "office": actor.office if actor else None,
        "entity": actor.entity if actor else None,
        "confidence": actor.confidence if actor else None,
        "basis": actor.basis if actor else None,
        "reasons": list(found.reasons),
    }
