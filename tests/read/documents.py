"""Documents made of bytes."""

import gzip
from io import BufferedReader, BytesIO
from pathlib import Path

from regesta.read.reader import Document


def a_document(content: bytes | str, name: str = "a.txt", publisher: str | None = None) -> Document:
    """A document as `read_sources` hands it to a reader."""
    given = content.encode() if isinstance(content, str) else content
    return Document(name, BufferedReader(BytesIO(given)), publisher)


def a_file(folder: Path, name: str, content: bytes | str) -> Path:
    """A file, in folders made for it, compressed when its name says so."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    given = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(given) if name.endswith(".gz") else given)
    return path
