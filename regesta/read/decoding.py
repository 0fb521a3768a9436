"""Bytes to characters: which encoding a file is in."""

import codecs
from dataclasses import dataclass
from io import BufferedReader
from typing import Protocol

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FORMATS = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "Office"),
)
CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r\x1a\x1b"})
MAX_CONTROL_SHARE = 0.01  # compressed data has 0.1; text a stray one
MAX_BAD_SHARE = 0.1  # of the characters beyond ASCII: more damage than that, and it was never UTF-8
# Below this share of bytes beyond ASCII a text is English with some foreign names, too few for a guess to go by:
# charset-normalizer read "Peña" as "Peþa" and "João" as "Joăo". Windows-1252 is what such files are.
WESTERN_SHARE = 0.05
SUBSETS_OF_CP1252 = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})  # as browsers read them
SAMPLE_BYTES = 100_000  # what the guess is made from
REPLACEMENT = "\ufffd"


class Lines(Protocol):
    """What lines are read from."""

    def readline(self, limit_bytes: int, /) -> bytes:
        """Return the next line with its end, or its first bytes up to the limit; b"" at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, or why there are none.

    Attributes:
        text: The characters; "" when the bytes are not text.
        trouble: What was lost, or why the bytes are not text; None when nothing is amiss.
        encoding: Python's name of the encoding they are in; "" when the bytes are not text.
    """

    text: str
    trouble: str | None = None
    encoding: str = ""

    @property
    def troubles(self) -> tuple[str, ...]:
        """The trouble, if any."""
        return (self.trouble,) if self.trouble else ()


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of a text.

    A byte order mark decides, then UTF-8, then the declared encoding, then a guess. UTF-8 with some damage stays UTF-8.

    Args:
        content: The bytes.
        declared: Encoding that a web page says it is in, lower-case; None when it does not.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return replaced(content, encoding)
    for mark, name in FORMATS:
        if content.startswith(mark):
            return Decoded("", f"not text but {name}: convert it to text or HTML first")
    if len(content) - len(content.translate(None, CONTROLS)) > MAX_CONTROL_SHARE * len(content):
        return Decoded("", "not text but binary data")
    try:
        return Decoded(content.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(content, declared)


def utf8_lines(stream: BufferedReader) -> Lines:
    """Return what gives the lines of a stream in UTF-8: one that begins as UTF-16 or UTF-32 does is recoded."""
    encoding = next((name for mark, name in BOMS if stream.peek(4).startswith(mark)), "utf-8-sig")
    return stream if encoding == "utf-8-sig" else codecs.EncodedFile(stream, "utf-8", encoding, "replace")


def replaced(content: bytes, encoding: str) -> Decoded:
    """Decode with U+FFFD for what does not belong to an encoding, and say how many there are."""
    text = content.decode(encoding, "replace")
    lost = text.count(REPLACEMENT)
    return Decoded(text, f"not wholly {encoding}; replaced by U+FFFD: {lost}" if lost else None, encoding)


def _not_quite_utf8(content: bytes, declared: str | None) -> Decoded:
    damaged = replaced(content, "utf-8")
    beyond_ascii = len(damaged.text) - len(damaged.text.encode("ascii", "ignore"))
    if damaged.text.count(REPLACEMENT) <= MAX_BAD_SHARE * beyond_ascii:
        return damaged
    high_bytes = len(content) - len(content.translate(None, bytes(range(128, 256))))
    western = "cp1252" if high_bytes < WESTERN_SHARE * len(content) else None
    for encoding in ("cp1252" if declared in SUBSETS_OF_CP1252 else declared, western):
        if encoding and (text := _strictly(content, encoding)) is not None:
            return Decoded(text, encoding=encoding)
    guess = from_bytes(content[:SAMPLE_BYTES]).best()
    return (
        replaced(content, guess.encoding) if guess else Decoded("", "not text in any encoding that can be recognised")
    )


def _strictly(content: bytes, encoding: str) -> str | None:
    """Decode without any loss; None when that fails or Python knows no such encoding of text."""
    try:
        return content.decode(encoding)
    except (LookupError, ValueError):
        return None
