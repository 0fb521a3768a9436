"""Scores of tallies, for tests of what is tallied."""

from collections.abc import Sequence

from regesta.evaluate.intervals import measure
from regesta.evaluate.tally import WHOLE, Tally


def scores(tallies: Sequence[Tally], group: str = WHOLE) -> dict[str, float]:
    """Return the scores without their intervals."""
    return {name: score.value for name, score in measure(tallies, "test").get(group, {}).items()}
