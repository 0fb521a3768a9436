"""Writes the text of files and pages, once; nobody edits it after. Texts of records are kept as they are given."""

import re

from regesta.model.letters import UNSTORABLE
from regesta.read.captions import cut_captions

LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# What no reader sees: control characters, soft hyphen, zero-width space, word joiner, byte order mark, lone surrogates.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff]")

# Lines by which a page points elsewhere.
POINTER = re.compile(
    r"(?i:(?:read|see) (?:also|more)|also read|related (?:articles?|stories|story))\s*:"
    r"|(?:READ|Read|WATCH|Watch|LISTEN|Listen)(?: (?:NOW|now|LIVE|live|THIS|this))?\s*:"
    r"|(?i:advertisement|(?:story|article) continues below(?: (?:this )?advertisement)?|scroll to continue)[.:]?$"
    r"|(?:Sign up|SIGN UP|Subscribe|SUBSCRIBE)\b.{0,80}\b(?i:newsletters?|inbox|mailbox|e-?mails?|alerts)\b"
)
FURNITURE = re.compile(
    r"(?:previous|next) (?:article|story|post)(?!s)|(?:read|see) (?:also|more)\b|also read\b|click here\b|back to top\b"
    r"|share (?:this|via|the article)\b|(?:subscribe|sign up|follow us|join us|support us)\b"
    r"|(?:©|\(c\)|copyright)\s*(?:©|\(c\)|\d{4})|.{0,40}all rights reserved",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\(?(?:(?:Additional reporting|Writing|Editing|Edited|Compiled|Translated) by [A-Z]"
    r"|Reporting by [A-Z][^.]{0,80}[;)])"
)
# These begin sentences as well, so they count only where the line does not end as a sentence does.
FURNITURE_HEADING = re.compile(
    r"continue reading\b|related\b|recommended\b|(?:most|readers also) (?:read|popular|viewed|liked)\b"
    r"|more (?:on this|from|stories|news)\b|you (?:may|might) also like\b|leave a (?:comment|reply)\b|advertisement$"
    r"|share\s*(?:$|[:|]|on\b)|(?:tweet|print|e-?mail|whatsapp|facebook)$|comments?\s*(?:$|\(\d+\))"
    r"|(?:tags|topics|filed under|categories|keywords)\s*:",
    re.IGNORECASE,
)
MAX_FURNITURE_CHARS = 250
MAX_TITLE_CHARS = 200
SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z])[.…;,:][\"'”’»)\]]*$")  # not that of "U.S."


def clean_text(raw: str) -> str:
    """Return a text with LF line ends, without unseen marks and without blank space around it."""
    return UNSEEN.sub("", LINE_ENDS.sub("\n", raw)).strip()


def storable(given: str) -> tuple[str, bool]:
    """Replace NUL and lone surrogates, which no store can hold, by U+FFFD, so that offsets stay.

    Returns:
        The text, and whether anything was replaced.
    """
    kept, changes = UNSTORABLE.subn("\ufffd", given)
    return kept, changes > 0


def split_title(text: str) -> tuple[str | None, str]:
    """Split off a first line that stands alone above a blank line, is short and does not end as a sentence does.

    Returns:
        The title, None when there is none, and the text below it.
    """
    title, gap, below = text.partition("\n")
    stands_alone = gap and below.strip() and not below.partition("\n")[0].strip()
    if stands_alone and is_like_title(title) and any(map(str.isalpha, title)):
        return title.strip(), below.strip()
    return None, text


def without_title(text: str, title: str | None) -> str:
    """Return a text without a first paragraph that only repeats the title."""
    first, _, below = text.partition("\n\n")
    return below if below and " ".join(first.split()) == title else text


def is_like_title(line: str) -> bool:
    """Tell whether a line is as short as a title and does not end as a sentence does."""
    return len(line) <= MAX_TITLE_CHARS and not SENTENCE_END.search(line.rstrip())


def cut_furniture(text: str) -> str:
    """Cut page furniture: captions and "Read also: ..." lines anywhere, and whatever only points elsewhere at the end.

    Going up from the end, furniture and lines like titles belong to the tail; the tail is cut at its topmost line of
    furniture. A text of nothing else is kept.
    """
    lines = [
        line
        for line in cut_captions(text).split("\n")
        if not (POINTER.match(line.strip()) and len(line) <= MAX_FURNITURE_CHARS)
    ]
    cut = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        if is_furniture(line):
            cut = number
        elif not is_like_title(line):
            break
    return "\n".join(lines[:cut]).strip() or text


def is_furniture(line: str) -> bool:
    """Tell whether a line does nothing but point elsewhere."""
    if len(line) > MAX_FURNITURE_CHARS:
        return False
    return bool(FURNITURE.match(line) or CREDIT.match(line) or (is_like_title(line) and FURNITURE_HEADING.match(line)))
