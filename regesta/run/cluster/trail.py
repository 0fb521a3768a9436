"""Where the coding of a shard stands, noted in a file, so that what kills workers is found when one is killed."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

DEATHS_ALONE = 2  # a worker may be killed for many reasons; twice over one article alone is the article's doing

Range = tuple[int, int]


@dataclass
class Trail:
    """The trail of one shard: which articles were being coded, by number, when workers were killed.

    Attributes:
        path: Its file; lines of JSON, each an event and a half-open range of numbers.
        deaths: How often a worker was killed while it coded a range.
    """

    path: Path
    deaths: Counter[Range] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        noted = [note for line in lines if (note := parsed(line))]
        if noted and noted[-1][0] == "at":  # whoever noted it did not come to the end
            noted[-1] = ("died", noted[-1][1])
            self._note("died", noted[-1][1])
        self.deaths = Counter(span for event, span in noted if event == "died")

    @property
    def set_aside(self) -> frozenset[int]:
        """Numbers of the articles that are not to be tried again."""
        return frozenset(a for (a, b), count in self.deaths.items() if b - a == 1 and count >= DEATHS_ALONE)

    def is_suspect(self, span: Range) -> bool:
        """Tell whether an article of a range was being coded when a worker was killed."""
        return any(a < span[1] and span[0] < b for a, b in self.deaths)

    def at(self, span: Range) -> None:
        """Note that articles are about to be coded."""
        self._note("at", span)

    def left(self) -> None:
        """Note that coding ended by an error, not by a death."""
        self._note("left", (0, 0))

    def end(self) -> None:
        """Remove the trail of a shard that is done."""
        self.path.unlink(missing_ok=True)

    def _note(self, event: str, span: Range) -> None:
        with self.path.open("a", encoding="utf-8") as out:
            out.write(json.dumps([event, *span]) + "\n")


def parsed(line: str) -> tuple[str, Range] | None:
    """Return what a line notes; None for one that was cut off."""
    try:
        event, start, end = json.loads(line)
    except ValueError:
        return None
    return str(event), (int(start), int(end))
