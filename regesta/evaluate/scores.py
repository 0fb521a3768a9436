"""Scores of coded articles against gold: events with type, parties, status, date, place; statements with speaker."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from regesta.evaluate.align import Json, bounds, overlap_ratio, pair_up, roles_agree, words

SENTENCE_REACH_CHARS = 120  # two triggers of one act stand at most this far apart
CONTENT_OVERLAP = 0.5


def precision_recall_f1(hits: int, coded: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1, rounded to four places; 0 where nothing was coded or expected."""
    precision, recall = hits / coded if coded else 0.0, hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}


def event_weight(gold: Json, coded: Json) -> float:
    """Rank a pair of events: same type, triggers that overlap or stand near, parties that agree."""
    if gold["type"] != coded["type"]:
        return 0.0
    left, right = bounds(gold["trigger"]), bounds(coded["trigger"])
    overlaps = left[0] < right[1] and right[0] < left[1]
    near = abs(left[0] - right[0]) <= SENTENCE_REACH_CHARS
    return (overlaps or near) * (1.0 + 2 * overlaps + roles_agree(gold, coded))


def statement_weight(gold: Json, coded: Json) -> float:
    """Rank a pair of statements by the overlap of their contents; 0 below half."""
    ratio = overlap_ratio(map(bounds, gold["content"]), map(bounds, coded["content"]))
    return ratio if ratio >= CONTENT_OVERLAP else 0.0


def same_day(gold: Json, coded: Json | None) -> bool:
    """Tell whether two event dates have the same first and last day."""
    return coded is not None and (gold["start"], gold["end"]) == (coded["start"], coded["end"])


def same_speaker(gold: Json | None, coded: Json | None) -> bool:
    """Tell whether two speakers share a word of their names, or are both unknown."""
    if gold is None or coded is None:
        return gold is None and coded is None
    return bool(words(gold.get("name") or gold["text"]) & words(coded.get("name") or coded["text"]))


def score_articles(gold: Iterable[Json], coded: Mapping[str, Json]) -> dict[str, float]:
    """Return the scores of coded articles; an article that was not coded counts as missed.

    Args:
        gold: Gold articles with `id`, `events` and `statements`.
        coded: Coded articles by id.
    """
    count: Counter[str] = Counter()
    for article in gold:
        mine = coded.get(article["id"], {})
        count_events(count, article["events"], mine.get("events", []))
        count_statements(count, article["statements"], mine.get("statements", []))
    scores: dict[str, float] = {}
    for name, hits in (("event_type", "typed"), ("event_type_and_parties", "parties")):
        scores |= prefixed(name, precision_recall_f1(count[hits], count["coded"], count["gold"]))
    for name, hits in (("statement", "said"), ("statement_and_speaker", "speaker")):
        scores |= prefixed(name, precision_recall_f1(count[hits], count["s_coded"], count["s_gold"]))
    for name, hits, of in (("status", "status", "typed"), ("date", "date", "dated"), ("place", "place", "placed")):
        scores[f"{name}.accuracy"] = round(count[hits] / count[of], 4) if count[of] else 0.0
    return scores


def count_events(count: Counter[str], gold: Sequence[Json], coded: Sequence[Json]) -> None:
    """Add the events of one article to the counts."""
    count["gold"] += len(gold)
    count["coded"] += len(coded)
    for left, right in pair_up(gold, coded, event_weight):
        count["typed"] += 1
        count["parties"] += roles_agree(left, right)
        count["status"] += left["status"] == right["status"]
        if left.get("date"):
            count["dated"] += 1
            count["date"] += same_day(left["date"], right.get("date"))
        if left.get("place"):
            count["placed"] += 1
            count["place"] += (right.get("place") or {}).get("iso3") == left["place"].get("iso3")


def count_statements(count: Counter[str], gold: Sequence[Json], coded: Sequence[Json]) -> None:
    """Add the statements of one article to the counts."""
    count["s_gold"] += len(gold)
    count["s_coded"] += len(coded)
    for left, right in pair_up(gold, coded, statement_weight):
        count["said"] += 1
        count["speaker"] += same_speaker(left.get("speaker"), right.get("speaker"))


def prefixed(name: str, scores: Mapping[str, float]) -> dict[str, float]:
    """Return scores under dotted names: "event_type.f1"."""
    return {f"{name}.{key}": value for key, value in scores.items()}
