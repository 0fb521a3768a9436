"""Coded articles in a file: gzipped JSON lines, written under another name first, so that a file there is whole."""

import gzip
import os
import uuid
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path

from pydantic import TypeAdapter

from regesta.errors import InputError
from regesta.model.article import Article

ARTICLE: TypeAdapter[Article] = TypeAdapter(Article)
LEFT_OUT = {"parse", "acts", "sayings"}  # nothing after coding reads them
PACKING = 1  # gzip's fastest: 5 times smaller; level 9 takes three times as long for a tenth less
PART = ".part"


def write_coded_file(path: Path, articles: Iterable[Article]) -> int:
    """Write coded articles; the file appears whole or not at all, and is the same for the same articles.

    Returns:
        Number of articles.
    """
    part = path.with_name(f"{path.name}.{uuid.uuid4().hex}{PART}")  # two attempts at one shard must not meet
    count = 0
    try:
        with (
            part.open("wb") as raw,
            gzip.GzipFile("", "wb", PACKING, raw, mtime=0) as packed,
            TextIOWrapper(packed, encoding="utf-8", newline="\n") as out,
        ):
            for article in articles:
                out.write(ARTICLE.dump_json(article, exclude_defaults=True, exclude=LEFT_OUT).decode() + "\n")
                count += 1
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def read_coded_file(path: Path) -> Iterator[Article]:
    """Yield the articles of a file.

    Raises:
        InputError: It is not what `write_coded_file` wrote.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield ARTICLE.validate_json(line)
    except (OSError, EOFError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(f"{path}: is no file of coded articles ({reason}); delete it and run again") from error


def remove_parts(folder: Path) -> None:
    """Remove what killed workers left half-written; call it while nobody writes there."""
    for part in folder.glob(f"*{PART}"):
        part.unlink(missing_ok=True)
