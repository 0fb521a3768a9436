"""Exports of Factiva: documents that end in "Document" and an accession number, with field codes or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from regesta.read.exports.documents import Extract, anchors, body_of, nonblank, parts_ending, whole_line

CODES_NEEDED = frozenset({"HD", "PD", "LP", "TD"})  # a document of which two stand at line starts has field codes


@dataclass(frozen=True)
class Factiva:
    """Documents in the "article format", with indexing or without."""

    data: dict[str, object] = field(default_factory=lambda: anchors()["factiva"])

    def line(self, name: str) -> re.Pattern[str]:
        """Return an anchor that a stripped line is to match as a whole."""
        return re.compile(str(self.data[name]))

    @property
    def end(self) -> re.Pattern[str]:
        """The line that ends a document."""
        return whole_line(str(self.data["end"]))

    @property
    def code(self) -> re.Pattern[str]:
        """A line that begins with a field code."""
        codes = "|".join(self.data["codes"])  # type: ignore[arg-type]  # a list in the data file
        return re.compile(rf"\s*(?P<code>{codes})(?:\s*[\t|]\s*|\s{{2,}}|\s*$)(?P<value>.*)")

    def is_of(self, text: str) -> bool:
        """Tell whether a text has the end of a document, and above it a count of words or field codes."""
        end = self.end.search(text)
        if end is None:
            return False
        lines = text[: end.start()].split("\n")
        words = self.line("words")
        return any(words.fullmatch(line.strip()) for line in lines) or self.has_codes(lines)

    def has_codes(self, lines: list[str]) -> bool:
        """Tell whether lines begin with field codes."""
        found = {match["code"] for line in lines if (match := self.code.fullmatch(line))}
        return len(found & CODES_NEEDED) > 1

    def announced(self, text: str) -> int | None:
        """Return None: Factiva does not say how many documents it gave."""
        return None

    def extracts(self, text: str) -> Iterator[Extract]:
        """Yield the documents."""
        footer = self.line("footer")
        for part, end in parts_ending(text, self.end):
            if end is None:
                return  # the search summary
            lines = [line for line in part.split("\n") if not footer.fullmatch(line.strip())]
            yield self.coded(lines, end["id"]) if self.has_codes(lines) else self.plain(lines, end["id"])

    def coded(self, lines: list[str], number: str) -> Extract:
        """Return a document whose lines have field codes."""
        values: dict[str, list[str]] = {}
        current: list[str] = []
        for line in lines:
            if match := self.code.fullmatch(line):
                current = values.setdefault(match["code"], [])
                current.append(match["value"])
            else:
                current.append(line)
        one_line = {code: " ".join(" ".join(found).split()) or None for code, found in values.items()}
        return Extract(
            text=body_of([*values.get("LP", []), "", *values.get("TD", [])]),
            title=one_line.get("HD"),
            published=one_line.get("PD"),
            publisher=one_line.get("SN"),
            byline=one_line.get("BY"),
            id=number,
        )

    def plain(self, lines: list[str], number: str) -> Extract:
        """Return a document without codes: title, byline, words, date, source, notice of rights, then the text."""
        words = next((n for n, line in enumerate(lines) if self.line("words").fullmatch(line.strip())), None)
        if words is None:
            return Extract(text="", title=next(iter(nonblank(lines)), None), id=number)
        title, byline = self.title_and_byline(above_of(lines[:words]))
        below = [n for n in range(words + 1, len(lines)) if lines[n].strip()]
        day = next((n for n in below[:3] if self.line("date").fullmatch(lines[n].strip())), None)
        notice = next((n for n in below[:12] if self.line("notice").fullmatch(lines[n].strip())), None)
        names = [n for n in below if day is not None and n > day and not re.fullmatch(r"\d\d:\d\d", lines[n].strip())]
        header_end = notice if notice is not None else self.language_line(lines, below)
        return Extract(
            text=body_of(lines[(header_end if header_end is not None else words) + 1 :]),
            title=title,
            published=lines[day].strip() if day is not None else None,
            publisher=lines[names[0]].strip() if names else None,
            byline=byline,
            id=number,
        )

    def title_and_byline(self, above: list[str]) -> tuple[str | None, str | None]:
        """Return headline and byline of the lines above the count of words: a section, the headline, who wrote it.

        Section and byline may both be missing, and a byline may come without "By".
        """
        said = next((n for n in range(len(above) - 1, 0, -1) if self.line("byline").fullmatch(above[n])), None)
        if said is not None:
            return above[said - 1], above[said]
        if len(above) > 1 and is_people(above[-1]) and not self.is_section(above[-2]):
            return above[-2], above[-1]
        return (above[-1] if above else None), None

    def is_section(self, line: str) -> bool:
        """Tell whether a line names a part of a paper. Headlines of one word are rare, and names of parts are not."""
        return len(line.split()) == 1 or self.line("section").fullmatch(line) is not None

    def language_line(self, lines: list[str], below: list[int]) -> int | None:
        """Return the line that names the language, the last of a header without notice of rights; None without one."""
        return next((n for n in below[2:10] if lines[n].strip() in LANGUAGES), None)


def above_of(lines: list[str]) -> list[str]:
    """Return the lines of a header: those below the last blank one, or all where blank ones part each from the next."""
    blank = max((n for n, line in enumerate(lines) if not line.strip()), default=-1)
    return nonblank(lines[blank + 1 :] or lines)


def is_people(line: str) -> bool:
    """Tell whether a line is names of people and nothing else: "Anna Berg", "Jan van Dyk and A. Ozola in Riga"."""
    return all(is_person(name.split()) for name in BETWEEN_NAMES.split(PLACE.sub("", line)))


def is_person(words: list[str]) -> bool:
    """Tell whether words may be the name of a person: two to four, all of them written as names are."""
    if not 2 <= len(words) <= MAX_NAME_WORDS or words[-1] in PARTICLES:
        return False
    return all(word in PARTICLES or (word[0].isupper() and NAME.fullmatch(word)) for word in words)


MAX_NAME_WORDS = 4
NAME = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]*)*")
PLACE = re.compile(r" in [A-Z].*$")
BETWEEN_NAMES = re.compile(r", | and | & |; ")
PARTICLES = frozenset({"van", "von", "der", "den", "de", "del", "della", "da", "di", "dos", "la", "le", "al", "bin"})
LANGUAGES = frozenset({"English", "French", "German", "Spanish", "Russian", "Arabic", "Chinese", "Portuguese"})
FACTIVA = Factiva()
