"""What one gold item adds to the scores of its data set, so that scores of any sample of items can be computed."""

from collections import Counter
from collections.abc import Iterable

WHOLE = ""
Tally = Counter[tuple[str, str, str]]
"""Numbers by group, score and part.

A group is `WHOLE` or facet and value ("type=CONSULT"). The parts of a score are either `right` and `of`, whose ratio is
the score; or `right` of `coded` for precision, `found` of `gold` for recall. `right` and `found` are one number in the
whole, but not in a group: what was coded for a state can be right for another.
"""


def add(tally: Tally, score: str, part: str, number: float = 1, *, groups: Iterable[str] = ()) -> None:
    """Add to a part of a score, in the whole and in groups."""
    for group in dict.fromkeys((WHOLE, *groups)):
        tally[group, score, part] += number  # type: ignore[assignment]  # shares are added up too


def add_rate(tally: Tally, score: str, right: float, *, of: float = 1, groups: Iterable[str] = ()) -> None:
    """Add to a score that is a share."""
    add(tally, score, "right", right, groups=groups)
    add(tally, score, "of", of, groups=groups)


def add_found(tally: Tally, score: str, hits: float, coded: float, gold: float) -> None:
    """Add to a score of precision and recall, in the whole."""
    for part, number in (("right", hits), ("found", hits), ("coded", coded), ("gold", gold)):
        add(tally, score, part, number)
