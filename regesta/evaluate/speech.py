"""Scores of how something was said: speech class, addressee and channel, on sentences annotated one by one."""

from collections import Counter
from collections.abc import Iterable, Mapping

from regesta.evaluate.align import Json, bounds, overlap_ratio
from regesta.evaluate.scores import precision_recall_f1, prefixed

OVERLAP = 0.5  # of two phrases: they are one


def score_speech(gold: Iterable[Json], coded: Mapping[str, Json]) -> dict[str, float]:
    """Return how well class, addressee and channel agree; a sentence of which no statement was coded has none of them.

    Args:
        gold: Sentences with `cue`, `speech_class`, and `addressee` and `channel` or null.
        coded: Coded articles by id, one for each sentence.

    Returns:
        `class.accuracy`, `addressee.*`, `channel.*`, and `channel_and_kind.*`.
    """
    count: Counter[str] = Counter()
    for row in gold:
        said = statement_at(row, coded.get(row["id"], {}).get("statements", []))
        count["all"] += 1
        count["class"] += said.get("speech_class") == row["speech_class"]
        for name in ("addressee", "channel"):
            mine, theirs = said.get(name), row[name]
            count[f"{name}.gold"] += theirs is not None
            count[f"{name}.coded"] += mine is not None
            if mine and theirs and overlap_ratio([bounds(theirs)], [bounds(mine)]) >= OVERLAP:
                count[name] += 1
                count["kind"] += name == "channel" and mine["kind"] == theirs["kind"]
    scores = {"class.accuracy": round(count["class"] / count["all"], 4) if count["all"] else 0.0}
    for name, hits in (("addressee", "addressee"), ("channel", "channel"), ("channel_and_kind", "kind")):
        of = name.partition("_")[0]
        scores |= prefixed(name, precision_recall_f1(count[hits], count[f"{of}.coded"], count[f"{of}.gold"]))
    return scores


def statement_at(row: Json, statements: Iterable[Json]) -> Json:
    """Return the statement whose cue overlaps that of a sentence; {} without one."""
    cue = bounds(row["cue"])
    for statement in statements:
        if statement["cue"] and overlap_ratio([cue], [bounds(statement["cue"])]) > 0:
            return statement
    return {}
