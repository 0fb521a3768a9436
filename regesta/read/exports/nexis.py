"""Exports of Nexis Uni and Lexis+: header, a line "Body", the text, a classification, "End of Document"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from regesta.read.exports.documents import (
    Extract,
    anchors,
    body_of,
    day_in,
    last_line,
    nonblank,
    parts_ending,
    whole_line,
)

LINES_BELOW_DATE = 2  # itself and the edition
COVER_LINES = 60  # where the cover page says how many documents there are


@dataclass(frozen=True)
class Nexis:
    """Documents that end in "End of Document".

    The first one has the cover page above it, with the titles of all; so the header is read upwards from "Body".
    """

    data: dict[str, object] = field(default_factory=lambda: anchors()["nexis"])

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return an anchor."""
        return whole_line(str(self.data[name]))

    def is_of(self, text: str) -> bool:
        """Tell whether a text has a document with body and end."""
        end = self.pattern("end").search(text)
        return bool(end and self.pattern("body").search(text, 0, end.start())) or bool(
            end and self.announced(text) is not None
        )

    def announced(self, text: str) -> int | None:
        """Return the number of documents on the cover page; None without one."""
        cover = "\n".join(text.split("\n", COVER_LINES)[:COVER_LINES])
        found = self.pattern("announced").search(cover)
        return int(found["count"]) if found else None

    def extracts(self, text: str) -> Iterator[Extract]:
        """Yield the documents."""
        for part, end in parts_ending(text, self.pattern("end")):
            if end or self.pattern("body").search(part):  # the last one, when the file was cut off
                yield self.extract(part)

    def extract(self, part: str) -> Extract:
        """Return the document of a part."""
        body = self.pattern("body").search(part)
        header = nonblank(part[: body.start() if body else len(part)].split("\n"))
        text = part[body.end() :] if body else ""
        after = [found.start() for each in self.after_body if (found := each.search(text))]
        return read_header(header, self.data, body_of(text[: min(after, default=len(text))].split("\n")))

    @property
    def after_body(self) -> list[re.Pattern[str]]:
        """The anchors that end the text."""
        return [whole_line(str(each)) for each in self.data["after_body"]]  # type: ignore[attr-defined]  # YAML list


def read_header(header: list[str], data: dict[str, object], text: str) -> Extract:
    """Return a document with what its header says: above the last line that is a date stand source and title.

    Args:
        header: Lines above the text, without blank ones.
        data: The anchors of the layout.
        text: The text.
    """
    date = re.compile(str(data["date"]))
    at = last_line(header, date)
    if at is None:
        date = re.compile(str(data["dated"]))
        at = date_above_notice(header, data)
    above = header[:at] if at is not None else []
    values = labelled(header[at or 0 :], data)
    return Extract(
        text=text,
        title=above[-2] if len(above) > 1 else values.get("title") or (header[0] if header and at is None else None),
        published=day_in(header[at], date) if at is not None else None,
        publisher=above[-1] if above else None,
        byline=values.get("byline"),
    )


def date_above_notice(header: list[str], data: dict[str, object]) -> int | None:
    """Return the number of the line right above notice or labels that seems to be a date, in whatever form.

    Args:
        header: Lines above the text, without blank ones.
        data: The anchors of the layout.
    """
    notice = last_line(header, re.compile(str(data["notice"])))
    first_label = next((number for number, line in enumerate(header) if labelled([line], data)), len(header))
    end = notice if notice is not None else first_label
    found = last_line(header[:end], re.compile(str(data["dated"])))
    return found if found is not None and found >= end - LINES_BELOW_DATE else None


def labelled(lines: list[str], data: dict[str, object]) -> dict[str, str]:
    """Return the values of labelled lines ("Byline: A. Author") by field."""
    fields: dict[str, str] = data["fields"]  # type: ignore[assignment]  # a mapping in the data file
    found: dict[str, str] = {}
    for line in lines:
        for name, pattern in fields.items():
            if match := re.fullmatch(pattern, line):
                found.setdefault(name, match["value"].strip())
    return {name: value for name, value in found.items() if value}


NEXIS = Nexis()
