"""The folder of knowledge packs: files as users gave them, checked when added and when read."""

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from regesta.errors import ConfigError, InputError
from regesta.resolve.packs.facts import Checker
from regesta.resolve.packs.followthemoney import entity_knowledge
from regesta.resolve.packs.rows import Entity, Row, read_rows
from regesta.resolve.packs.table import table_knowledge
from regesta.resolve.persons.knowledge import Knowledge

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json")
NAME = re.compile(r"[\w][\w.-]*")


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its name, its file, its facts."""

    name: str
    path: Path
    knowledge: Knowledge


def add_pack(folder: Path, file: Path, name: str | None = None) -> Pack:
    """Check a file and copy it into the folder of packs; one of that name is replaced.

    Args:
        folder: The folder; made when missing.
        file: What to add.
        name: Name of the pack; None takes that of the file.

    Raises:
        InputError: The file cannot be read, or what it says is wrong; the message names lines and columns.
        ConfigError: The name is none that a file can have, or the folder cannot be written.
    """
    name = file.stem if name is None else name
    if NAME.fullmatch(name) is None:
        raise ConfigError(f"{name!r}: a pack's name has letters, digits, dots, hyphens; give another with --name")
    pack = read_pack(file, name)
    target = folder / f"{name}{file.suffix}"
    beside = folder / f".{target.name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(file.read_bytes())
        for older in paths_of(folder, name):
            if older != target:
                older.unlink()
        os.replace(beside, target)
    except OSError as error:
        raise ConfigError(f"{folder}: cannot be written: {error.strerror}") from error
    return Pack(name, target, pack.knowledge)


def remove_pack(folder: Path, name: str) -> None:
    """Remove a pack from the folder.

    Raises:
        ConfigError: There is none of that name.
    """
    found = list(paths_of(folder, name))
    if not found:
        names = ", ".join(path.stem for path in pack_paths(folder)) or "none"
        raise ConfigError(f"no pack named {name!r} in {folder}; there: {names}")
    for path in found:
        path.unlink()


def list_packs(folder: Path) -> list[Pack]:
    """Return the packs of a folder by name; none when there is no folder.

    Raises:
        InputError: A pack is broken.
    """
    return [read_pack(path, path.stem) for path in pack_paths(folder)]


def knowledge_in(folder: Path) -> Knowledge:
    """Return the facts of all packs in a folder; read once as long as no file changes.

    Raises:
        InputError: A pack is broken.
    """
    return packs_knowledge(tuple(pack_paths(folder)), digest_of(folder))


@lru_cache(maxsize=2)
def packs_knowledge(paths: tuple[Path, ...], digest: str) -> Knowledge:
    """Return the facts of packs together; `digest` stands for their content."""
    together = Knowledge()
    for path in paths:
        together += read_pack(path, path.stem).knowledge
    return together


def digest_of(folder: Path) -> str:
    """Return a hash of all packs in a folder, 12 hex digits; "" when there is none."""
    paths = list(pack_paths(folder))
    content = hashlib.sha256()
    for path in paths:
        content.update(path.name.encode() + b"\x00" + hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()[:12] if paths else ""


def pack_paths(folder: Path) -> Iterator[Path]:
    """Yield the files of the packs in a folder, by name."""
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and not p.name.startswith("."))


def paths_of(folder: Path, name: str) -> Iterator[Path]:
    """Yield the files of a pack; more than one when it was put there in several forms."""
    return (path for path in pack_paths(folder) if path.stem == name)


def read_pack(path: Path, name: str) -> Pack:
    """Read and check a pack's file.

    Raises:
        InputError: It cannot be read, is empty, or what it says is wrong.
    """
    checker = Checker(path, name)
    rows, entities = list[Row](), list[Entity]()
    for row in read_rows(path):
        (entities if isinstance(row, Entity) else rows).append(row)  # type: ignore[arg-type]
    knowledge = table_knowledge(rows, checker) + entity_knowledge(entities, checker)
    checker.done()
    if knowledge == Knowledge():
        raise InputError(f"{path}: tells no office, organisation or name; docs/guides/own-knowledge.md has the columns")
    return Pack(name, path, knowledge)
