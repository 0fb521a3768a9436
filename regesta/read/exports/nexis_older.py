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
        date = re.compile(str(self.data["date"]))
        filled = [number for number, line in enumerate(lines) if line.strip()]
        top = filled[:HEADER_LINES]
        at = next((number for number in top[:12] if date.fullmatch(lines[number].strip())), None)
        last_label = max((number for number in top if labels.fullmatch(lines[number].strip())), default=at or 0)
        rest = [number for number in filled if number > last_label]
        ends = [re.compile(str(each)) for each in self.data["after_body"]]  # type: ignore[attr-defined]  # YAML list
        end = next((n for n in rest if any(each.fullmatch(lines[n].strip()) for each in ends)), len(lines))
        above = [lines[number].strip() for number in filled if at is not None and number < at]
        values = labelled([line.strip() for line in lines[: last_label + 1]], self.data)
        unlabelled = [
            lines[n].strip()
            for n in filled
            if at is not None and at < n < last_label and not labels.fullmatch(lines[n].strip())
        ]
        return Extract(
            text=body_of(lines[last_label + 1 : end]),
            title=values.get("title") or (unlabelled[0] if unlabelled else None),
            published=day_in(lines[at].strip(), date) if at is not None else None,
            publisher=above[-1] if above else None,
            byline=values.get("byline"),
        )


NEXIS_OLDER = NexisOlder()
