"""Letters without their marks: what names, searches and comparisons go by."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

Form = Literal["NFC", "NFD", "NFKD"]
# Python puts the marks of one letter in order in a time that grows with the square of their number: 40,000 take two
# seconds, half a million would take minutes. No language puts more than a few on one.
PIECE_CHARS = 1024
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # JSON can write them, no store can hold them


def without_marks(text: str, form: Form = "NFKD") -> str:
    """Return a text without diacritics: "Erdoğan" gives "Erdogan".

    Args:
        text: The text.
        form: "NFKD" also makes letters of signs that stand for them ("ﬁ" is "fi"); "NFD" leaves them.
    """
    if text.isascii():
        return text
    return "".join(c for c in normalized(text, form) if not unicodedata.combining(c))


def normalized(text: str, form: Form) -> str:
    """Return a text in a normal form of Unicode, in a time that grows with its length only, whatever it holds."""
    return "".join(unicodedata.normalize(form, piece) for piece in pieces(text))


def pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces that end before a letter, or within a run of marks that is longer than a piece."""
    start = 0
    while len(text) - start > PIECE_CHARS:
        end = start + PIECE_CHARS
        while end > start and unicodedata.combining(text[end]):
            end -= 1
        end = end if end > start else start + PIECE_CHARS
        yield text[start:end]
        start = end
    yield text[start:]
