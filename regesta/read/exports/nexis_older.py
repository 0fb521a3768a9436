"""Exports of LexisNexis Academic: documents that begin with "3 of 500 DOCUMENTS"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from regesta.read.exports.documents import Extract, anchors, body_of, day_in, whole_line
from regesta.read.exports.nexis import labelled

HEADER_LINES = 30  # filled ones; a label further down is the text's own


@dataclass(frozen=True)
class NexisOlder:
    """Documents of source, date, title, labelled lines and text, in this order."""

    data: dict[str, object] = field(default_factory=lambda: anchors()["nexis_older"])

    @property
    def start(self) -> re.Pattern[str]:
        """The line that begins a document."""
        return whole_line(str(self.data["start"]))

    def is_of(self, text: str) -> bool:
        """Tell whether a text begins with a document's first line."""
        found = self.start.search(text, 0, 2000)
        return found is not None and not text[: found.start()].strip()

    def announced(self, text: str) -> int | None:
        """Return the number that the first document names."""
        found = self.start.search(text)
        return int(found["count"]) if found else None

    def extracts(self, text: str) -> Iterator[Extract]:
        """Yield the documents."""
        starts = [*self.start.finditer(text)]
        edges = [*((found.end(), found.start()) for found in starts), (len(text), len(text))]
        for (begin, _), (_, end) in pairwise(edges):
            yield self.extract(text[begin:end].split("\n"))

    def extract(self, lines: list[str]) -> Extract:
        """Return the document of some lines."""
        fields: dict[str, str] = self.data["fields"]  # type: ignore[assignment]  # a mapping in the data file
        labels = re.compile("|".join(pattern.replace("?P<value>", "?:") for pattern in fields.values()))
        filled = [number for number, line in enumerate(lines) if line.strip()]
        top = filled[:HEADER_LINES]
        at, day = self.date_line(lines, top[:12])
        last_label = max((number for number in top if labels.fullmatch(lines[number].strip())), default=at or 0)
        rest = [number for number in filled if number > last_label]
        ends = [re.compile(str(each)) for each in self.data["after_body"]]  # type: ignore[attr-defined]  # YAML list
        end = next((n for n in rest if any(each.fullmatch(lines[n].strip()) for each in ends)), len(lines))
        above = [lines[number].strip() for number in filled if at is not None and number < at]
        values = labelled([line.strip() for line in lines[: last_label + 1]], self.data)
        header = lines[at + 1 : last_label] if at is not None else []
        return Extract(
            text=body_of(lines[last_label + 1 : end]),
            title=values.get("title")
            or self.title_in(["" if labels.fullmatch(line.strip()) else line for line in header]),
            published=day,
            publisher=above[-1] if above else None,
            byline=values.get("byline"),
        )

    def date_line(self, lines: list[str], numbers: list[int]) -> tuple[int | None, str | None]:
        """Return the number of the line with the date, and the day on it.

        A date of a form that is not known is looked for on the second filled line alone, below the source.
        """
        for name, looked_at in (("date", numbers), ("dated", numbers[1:2])):
            date = re.compile(str(self.data[name]))
            for number in looked_at:
                if day := day_in(lines[number].strip(), date):
                    return number, day
        return None, None

    def title_in(self, header: list[str]) -> str | None:
        """Return the first paragraph of a header that does not name an edition; None without one."""
        edition = re.compile(str(self.data["edition"]))
        lines = ["" if edition.fullmatch(line.strip()) else line for line in header]
        return next(iter(body_of(lines).split("\n\n")), "") or None


NEXIS_OLDER = NexisOlder()
