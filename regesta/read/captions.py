"""Paragraphs that are captions, calls to follow or write, and stamps of the clock: set like a story, no part of it."""

import re
from collections.abc import Iterator
from itertools import pairwise

MAX_CAPTION_CHARS = 500
MAX_CALL_CHARS = 250
MAX_STAMP_CHARS = 120
WRAPPED_LINE_CHARS = 100  # longer lines are paragraphs of their own
BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
AGENCY = (
    r"(?:AP|Associated Press|Reuters|REUTERS|AFP|EPA(?:-EFE)?|EFE|UPI|DPA|dpa|ANSA|TASS|Tass|RIA Novosti|Sputnik"
    r"|Xinhua|Kyodo|Yonhap|Anadolu|AA|PTI|ANI|IANS|KCNA|SANA|WANA|IRNA|ISNA|Bloomberg|Getty(?: Images)?|Shutterstock"
    r"|Alamy|NurPhoto|SOPA(?: Images)?|Zuma(?: Press)?|SIPA|Pool|POOL|Handout|File|FILE)"
)
NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
PICTURE = (
    r"(?:PHOTO(?:GRAPH)?|Photo(?:graph)?|IMAGE|Image|PICTURE|Picture|PIC|Pic|VIDEO|Video|GRAPHIC|(?:Info)?[Gg]raphic)s?"
)
# At the start of a paragraph.
CAPTION = re.compile(
    rf"(?:(?:FILE|File|Top|Cover|Main|Lead|Featured) )?{PICTURE}(?: (?:credit|caption|source))?\s*[:|]\s*\S"
    r"|(?:Image|Media|Video) (?:source|caption|credit)\s*[,:]"
    r"|(?:PICTURED|Pictured|CAPTION|Caption|Photo by)\s*:"
    r"|FILE\s*[-–—:]\s*[A-Z]"
    r"|(?:FILE|File) (?:PHOTO|[Pp]hoto|[Ii]mage|[Pp]icture)(?:\s*$|\s*[:.–—-]| (?:of|from|shows) )"
)
# Of no more than a credit; it ends as no sentence does.
CREDIT_LINE = re.compile(
    rf"(?:{PICTURE} by|(?:Photo|Image|Picture)s? courtesy(?: of)?|Courtesy of(?: the)?"
    r"|(?:Photo |Image )?[Cc]redits?\s*:) [A-Z][^.!?]{0,80}$"
)
INSIDE = r"[^()\[\]]"
# At the end of a paragraph. A story ends in "(Reuters)" too, and a poll in "(Reuters/Ipsos)".
CREDITS = (
    rf"(?:{INSIDE}{{1,60}} )?{AGENCY} (?:PHOTO|[Pp]hoto|[Ii]mage|[Pp]ic)s?\b{INSIDE}{{0,80}}",  # AP Photo/Ana Berg
    rf"(?:FILE |File )?{PICTURE}(?: (?:by|courtesy|credit|via|provided)\b|\s*[:/]){INSIDE}{{0,80}}",  # Photo/Agencies
    r"(?:File|FILE) (?:PHOTO|[Pp]hoto)",
    rf"{INSIDE}{{1,80}} via {AGENCY}",  # Ana Berg/Pool via Reuters
    rf"{AGENCY}\s*[/|]\s*{NAME}(?:/{INSIDE}{{0,40}})?",
    rf"{NAME}\s*[/|]\s*{AGENCY}{INSIDE}{{0,40}}",
)
BARE_CREDITS = (
    rf"{PICTURE}(?: [Cc]redit)?\s*:\s*[A-Z][^.!?]{{0,60}}",
    rf"{NAME}/{AGENCY}(?:/{AGENCY})?(?: via {AGENCY})?",
    rf"REUTERS/{NAME}(?:/[^.!?]{{0,40}})?",
)
CREDIT_END = re.compile(rf"[(\[](?:{'|'.join(CREDITS)})[)\]]$|(?:^|[.!?|”\"]\s+)(?:{'|'.join(BARE_CREDITS)})$")
NETWORK = (
    r"(?:Twitter|X|Facebook|Instagram|Telegram|YouTube|TikTok|LinkedIn|WhatsApp|Mastodon|Bluesky|Threads|Truth Social"
    r"|Google News|social media)(?:\W|$)"
)
CALLS = (
    rf"(?:You can )?[Ff]ollow (?:.{{1,80}}?\bon (?:our )?{NETWORK}|(?:[\w.'’-]+[ :]+){{0,6}}@\w)",
    rf"(?:Find|Like|Join|Connect with) (?:us|me|him|her|them)\b.{{0,40}}\bon {NETWORK}",
    r"(?:Have|Got|Do you have) (?:a|an|any) (?:(?:news|story|confidential) )*"
    r"(?:tips?|stor(?:y|ies)|questions?|comments?|corrections?|feedback|ideas?)\b[^.!?]{0,80}\?",
    r"(?:(?:You can )?(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Ww]rite to)\b|Tips\?)[^.!?]{0,80}\s\S+@\S+\.\w",
    r"The post .{1,150} (?:first )?appeared (?:first )?on [A-Z]",
    r"This (?:article|story|piece|post|report|item) (?:was|has been) (?:(?:first|originally|also) )?"
    r"(?:(?:re)?published|updated|corrected|amended|translated|syndicated)\b",
    r"This is a (?:breaking|developing)(?: news)? story\b",
)
CALL = re.compile("|".join(CALLS))
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?"
CHANGED = r"(?:(?:last|first|originally) )?(?:updated|published|posted|modified)"
CLOCK_WORDS = (
    r"\d{1,4}+(?:st|nd|rd|th)?(?:[:./-]\d{1,4})*+", r"[ap]\.?m\.?", MONTH, WEEKDAY, r"(?-i:[A-Z]{2,5})\b", r"at\b",
    r"on\b", r"(?:min|minute|hour|day)s?\b", r"ago\b", rf"{CHANGED}\b",
)  # fmt: skip
STAMP = re.compile(
    rf"(?-i:(?=[A-Z])){CHANGED}(?: (?:on|at))?\s*:?\s*+(?:(?:{'|'.join(CLOCK_WORDS)})[\s,.:|()–—-]*+)++", re.IGNORECASE
)


def cut_captions(text: str) -> str:
    """Cut the paragraphs of a text that are captions, calls or stamps. A text of nothing else is kept."""
    every = list(paragraphs(text))
    kept = [paragraph for paragraph in every if not is_apart(" ".join(paragraph.split()))]
    if len(kept) == len(every) or not any(map(str.strip, kept)):
        return text
    return BLANK_LINES.sub("\n\n", "".join(kept)).strip()


def paragraphs(text: str) -> Iterator[str]:
    """Yield the pieces of a text that are paragraphs, and what parts them.

    Every line is one, unless it stands without a blank line among others as short as those of wrapped wire copy.
    """
    ends = [0, *(edge for gap in BLANK_LINES.finditer(text) for edge in gap.span()), len(text)]
    for start, end in pairwise(ends):
        piece = text[start:end]
        if max(map(len, piece.split("\n"))) > WRAPPED_LINE_CHARS:
            yield from piece.splitlines(keepends=True)
        else:
            yield piece


def is_apart(paragraph: str) -> bool:
    """Tell whether a paragraph on one line is a caption, a call or a stamp."""
    size = len(paragraph)
    if size > MAX_CAPTION_CHARS or not paragraph:
        return False
    if size <= MAX_CALL_CHARS and (CALL.match(paragraph) or CREDIT_LINE.match(paragraph) or CAPTION.match(paragraph)):
        return True
    is_stamp = size <= MAX_STAMP_CHARS and STAMP.fullmatch(paragraph) and any(map(str.isdigit, paragraph))
    return bool(is_stamp or CREDIT_END.search(paragraph))
