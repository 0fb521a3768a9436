"""Which reader reads what: by the extension of a file's name, else by how its bytes begin."""

import csv
import re
from functools import lru_cache
from io import BufferedReader
from pathlib import Path

from regesta import plugins
from regesta.errors import ConfigError
from regesta.read.reader import Reader, without_compression
from regesta.read.record import TEXT_FIELDS

PEEKED_BYTES = 512
JSON_START = re.compile(rb"\s*\{\s*[\"}]")  # "{" alone begins RTF as well
PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
OFFICE_PARTS = (b"[Content_Types].xml", b"word/", b"_rels/.rels")  # what a zip begins with that is a Word file
MAGIC = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"), (b"WARC/1.", "warc"), (b"PAR1", "parquet"))
TAR_MARK = slice(257, 262)  # POSIX tar has "ustar" there
TAR_SHORTHAND = (".tgz", ".tbz", ".tbz2", ".txz")


def reader_by_start(stream: BufferedReader) -> Reader:
    """Return the reader for what a stream begins like: text when it is like nothing else."""
    start = stream.peek(PEEKED_BYTES)[:PEEKED_BYTES].removeprefix(b"\xef\xbb\xbf")
    reader: Reader = plugins.load("readers", kind_by_start(start))
    return reader


def kind_by_start(start: bytes) -> str:
    """Return the name of the reader for bytes that begin so."""
    for mark, name in MAGIC:
        if start.startswith(mark):
            return name
    if start.startswith(b"PK\x03\x04"):
        return "docx" if any(part in start for part in OFFICE_PARTS) else "zip"
    if start[TAR_MARK] == b"ustar":
        return "tar"
    if JSON_START.match(start):
        return "jsonl"
    if PAGE_START.match(start):
        return "html"
    return "csv" if is_header(start) else "text"


def is_header(start: bytes) -> bool:
    """Tell whether a first line names columns, one of them the text, as tables do."""
    first_line = start.decode("utf-8", "replace").partition("\n")[0].strip()
    for delimiter in ",;\t|":
        names = next(csv.reader([first_line], delimiter=delimiter), [])
        if len(names) > 1 and any(name.strip().lower() in TEXT_FIELDS for name in names):
            return True
    return False


def reader_of(path: Path) -> Reader | None:
    """Return the reader of a file by its extension, the one before that of a compression; None without one."""
    name = path.name.lower()
    extension = ".tar" if name.endswith(TAR_SHORTHAND) else Path(without_compression(name)).suffix
    return readers().get(extension)


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Return the installed readers by file name extension.

    Raises:
        ConfigError: Two of them serve the same extension.
    """
    found: dict[str, Reader] = {}
    for name in plugins.names("readers"):
        reader: Reader = plugins.load("readers", name)
        for extension in reader.extensions:
            if found.setdefault(extension, reader) is not reader:
                raise ConfigError(f"two installed readers serve {extension} files: uninstall the one of {name!r}")
    return found
