"""Scores with their bootstrap intervals, from the tallies of the items of a data set."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from regesta.evaluate.tally import WHOLE, Tally

RESAMPLES = 1000  # the ends of the intervals then differ by about .002 from seed to seed
INSIDE = 0.95
MACROS = {"type.f1": "type_macro_f1", "quad.f1": "penta_macro_f1"}  # means over the classes of the facet of that name
Replicates = NDArray[np.float64]  # a value over all items first, then over each resample


@dataclass(frozen=True)
class Measured:
    """A score with its uncertainty.

    Attributes:
        value: The score over all items.
        low: Lower end of the interval in which the score of 95 % of the resamples lies.
        high: Upper end.
        of: How many gold items it is over, or coded ones for a precision.
    """

    value: float
    low: float
    high: float
    of: int


Group = Mapping[str, Measured]


def measure(tallies: Sequence[Tally], name: str, *, fewest: int = 1) -> dict[str, dict[str, Measured]]:
    """Return the scores of a data set by group and score; the whole first, then the groups in order.

    Items are drawn with replacement, as many as there are: articles, not their events, which are alike within one.

    Args:
        tallies: One for each item.
        name: Seeds the drawing, so that the same items give the same intervals.
        fewest: Items that must have something of a group, or it is left out.

    Source:
        Percentile bootstrap: Efron and Tibshirani 1993, chapter 13.
    """
    held = Counter(group for tally in tallies for group in {group for group, *_ in tally})
    parts: dict[tuple[str, str], dict[str, Replicates]] = defaultdict(dict)
    for (group, score, part), column in resampled(tallies, name).items():
        parts[group, score][part] = column
    found: dict[str, dict[str, Measured]] = defaultdict(dict)
    replicates: dict[tuple[str, str], Replicates] = {}
    for (group, score), columns in sorted(parts.items()):
        for full_name, values, over in scores_of(score, columns):
            replicates[group, full_name] = values
            if not np.isnan(values[0]) and (group == WHOLE or held[group] >= fewest):
                found[group][full_name] = summed_up(values, over)
    for full_name, macro in MACROS.items():
        facet = f"{full_name.partition('.')[0]}="
        classes = [
            values for (group, score), values in replicates.items() if score == full_name and group.startswith(facet)
        ]
        if classes:
            with np.errstate(invalid="ignore"):
                found[WHOLE][macro] = summed_up(np.nanmean(classes, axis=0), np.array([len(classes)]))
    return {group: dict(sorted(found[group].items())) for group in sorted(found)}


def resampled(tallies: Sequence[Tally], name: str) -> dict[tuple[str, str, str], Replicates]:
    """Return the sums of each part: over all items first, then over each resample."""
    keys = sorted({key for tally in tallies for key in tally})
    matrix = np.array([[tally.get(key, 0) for key in keys] for tally in tallies], dtype=np.float64)
    random = np.random.default_rng(int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big"))
    drawn = random.multinomial(len(tallies), np.full(len(tallies), 1 / len(tallies)), size=RESAMPLES)
    weights = np.vstack([np.ones(len(tallies)), drawn])
    return dict(zip(keys, (weights @ matrix).T, strict=True))


def scores_of(score: str, parts: Mapping[str, Replicates]) -> Iterable[tuple[str, Replicates, Replicates]]:
    """Yield the scores that parts give: name, values, and what they are shares of; NaN of nothing."""
    if "of" in parts:
        yield score, ratio(parts["right"], parts["of"]), parts["of"]
        return
    nothing = np.zeros_like(next(iter(parts.values())))
    right, coded, found, gold = (parts.get(part, nothing) for part in ("right", "coded", "found", "gold"))
    precision, recall = ratio(right, coded), ratio(found, gold)
    hits = np.nan_to_num(precision) * recall
    f1 = np.where(hits > 0, 2 * hits / np.where(hits > 0, np.nan_to_num(precision) + recall, 1), 0 * recall)
    yield f"{score}.f1", f1, gold
    yield f"{score}.p", np.where(np.isnan(recall), np.nan, np.nan_to_num(precision)), coded
    yield f"{score}.r", recall, gold


def ratio(part: Replicates, whole: Replicates) -> Replicates:
    """Return shares; NaN of nothing."""
    return np.where(whole > 0, part / np.where(whole > 0, whole, 1), np.nan)


def summed_up(values: Replicates, over: Replicates) -> Measured:
    """Return a score with its interval: the first value, and the percentiles of the others."""
    drawn = values[1:][~np.isnan(values[1:])]
    low, high = np.quantile(drawn, [(1 - INSIDE) / 2, (1 + INSIDE) / 2]) if drawn.size else (values[0], values[0])
    value, low, high = (round(float(number), 4) for number in (values[0], low, high))
    return Measured(value, low, high, round(float(over[0])))
