"""Writes the text of files and pages, once; nobody edits it after. Texts of records are kept as they are given."""

import re

LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# Marks that no reader sees: control characters, soft hyphen, zero-width space, word joiner, byte order mark.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff]")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

# Lines by which a page points elsewhere. A line of this kind that ends the text is cut, with the titles below it.
FURNITURE = re.compile(
    r"(?:previous|next) (?:article|story|post)"
    r"|(?:read|see) (?:also|more|next|on)\b|also read\b|more (?:on this|from|stories|news)\b|continue reading\b"
    r"|related(?: (?:articles?|stories|story|news|posts?|topics?|content))?\s*(?::|$)"
    r"|recommended (?:for you|articles|stories)"
    r"|(?:most|readers also) (?:read|popular|viewed|liked)\b|you (?:may|might) also like\b"
    r"|share (?:this|on|via|article|the article)\b|share\s*(?:$|[:|])|(?:tweet|print|e-?mail|whatsapp|facebook)\s*$"
    r"|(?:subscribe|sign up|follow us|join us|support us|donate)\b|leave a (?:comment|reply)\b"
    r"|comments?\s*(?:\(\d+\)|:|$)"
    r"|(?:tags|topics|filed under|categories|keywords)\s*:|advertisement\s*$"
    r"|(?:©|\(c\)|copyright)|.{0,40}all rights reserved"
    r"|click here\b|back to top\b|cookie",
    re.IGNORECASE,
)
POINTER = re.compile(r"(?:(?:read|see) (?:also|more)|also read|related (?:articles?|stories|story))\s*:", re.IGNORECASE)
MAX_FURNITURE_CHARS = 250
MAX_TITLE_CHARS = 200
ENDS_LIKE_PROSE = re.compile(r"[.!?…;,:][\"'”’»)\]]*$")


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
    is_title = gap and below[:1].isspace() and below.strip() and is_like_title(title) and any(map(str.isalpha, title))
    return (title.strip(), below.strip()) if is_title else (None, text)


def is_like_title(line: str) -> bool:
    """Tell whether a line is as short as a title and does not end as a sentence does."""
    return len(line) <= MAX_TITLE_CHARS and not re.search(r"[.;,:][\"'”’»)\]]*$", line.rstrip())


def cut_furniture(text: str) -> str:
    """Cut page furniture: "Read also: ..." lines anywhere, and whatever only points elsewhere at the end.

    Going up from the end, furniture and lines like titles belong to the tail; the tail is cut at its topmost line of
    furniture. A text of nothing else is kept.
    """
    lines = [
        line for line in text.split("\n") if not (len(line) <= MAX_FURNITURE_CHARS and POINTER.match(line.strip()))
    ]
    cut = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        if is_furniture(line):
            cut = number
        elif (line and ENDS_LIKE_PROSE.search(line)) or len(line) > MAX_TITLE_CHARS:
            break
    return "\n".join(lines[:cut]).rstrip() or text


def is_furniture(line: str) -> bool:
    """Tell whether a line does nothing but point elsewhere."""
    return len(line) <= MAX_FURNITURE_CHARS and FURNITURE.match(line) is not None
