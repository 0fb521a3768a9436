"""Scores of coded articles against gold: events with type, parties, status, date, place; statements with speaker."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from regesta.evaluate.align import (
    CONTENT_OVERLAP,
    Json,
    Pair,
    bounds,
    overlap_ratio,
    overlaps,
    pair_up,
    roles_agree,
    words,
)
from regesta.evaluate.facets import event_groups, tenth
from regesta.evaluate.tally import Tally, add, add_found, add_rate

SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])|\n+")


def tally_articles(gold: Iterable[Json], coded: Mapping[str, Json], texts: Mapping[str, Json]) -> list[Tally]:
    """Return what each article adds to the scores; one that was not coded counts as missed.

    Args:
        gold: Gold articles with `id`, `events` and `statements`.
        coded: Coded articles by id.
        texts: The articles with `text` and, where known, `publisher`, by id.
    """
    return [tally_article(article, coded.get(article["id"], {}), texts[article["id"]]) for article in gold]


def tally_article(gold: Json, coded: Json, article: Json) -> Tally:
    """Return what one article adds to the scores."""
    tally: Tally = Tally()
    tally_events(tally, gold["events"], coded.get("events", []), article)
    tally_statements(tally, gold["statements"], coded.get("statements", []))
    return tally


def pair_events(gold: Sequence[Json], coded: Sequence[Json], text: str) -> list[Pair]:
    """Return pairs of gold and coded events of one type with triggers that overlap or stand in one sentence.

    Overlapping triggers come first, then parties that agree.
    """
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(text))]

    def sentence(event: Json) -> int:
        return bisect_right(starts, bounds(event["trigger"])[0])

    def weight(left: Json, right: Json) -> float:
        if left["type"] != right["type"]:
            return 0.0
        near = overlaps(left["trigger"], right["trigger"])
        return (near or sentence(left) == sentence(right)) * (1.0 + 2 * near + roles_agree(left, right))

    return pair_up(gold, coded, weight)


def tally_events(tally: Tally, gold: Sequence[Json], coded: Sequence[Json], article: Json) -> None:
    """Add the events of one article, in the whole and in the groups that each belongs to."""
    groups: Callable[[Json], list[str]] = lambda event: event_groups(event, article)  # noqa: E731 - used in every line
    pairs = pair_events(gold, coded, article["text"])
    agreed = [
        ("event_type", pairs),
        ("event_type_and_parties", [pair for pair in pairs if roles_agree(*pair)]),
        ("event_full", [pair for pair in pairs if roles_agree(*pair) and same_status(*pair) and same_time(*pair)]),
    ]
    for score, hits in agreed:
        for event in gold:
            add(tally, score, "gold", groups=groups(event))
        for event in coded:
            add(tally, score, "coded", groups=groups(event))
        for left, right in hits:
            add(tally, score, "found", groups=groups(left))
            add(tally, score, "right", groups=groups(right))
    right_types = {id(right) for _, right in pairs}
    for event in coded:
        if event.get("confidence") is not None:
            of_tenth = [f"confidence={tenth(event['confidence'])}"]
            add_rate(tally, "right_type", id(event) in right_types, groups=of_tenth)
            add_rate(tally, "confidence", event["confidence"], groups=of_tenth)
    for left, right in pairs:
        add_rate(tally, "status.accuracy", same_status(left, right), groups=groups(left))
        if left.get("date"):
            add_rate(tally, "date.accuracy", same_day(left["date"], right.get("date")), groups=groups(left))
        if left.get("place"):
            same = (right.get("place") or {}).get("iso3") == left["place"].get("iso3")
            add_rate(tally, "place.accuracy", same, groups=groups(left))


def same_status(gold: Json, coded: Json) -> bool:
    """Tell whether two events have the same status."""
    return bool(gold["status"] == coded.get("status"))


def same_time(gold: Json, coded: Json) -> bool:
    """Tell whether two events have the same days; where gold has none, any will do."""
    return gold.get("date") is None or same_day(gold["date"], coded.get("date"))


def same_day(gold: Json, coded: Json | None) -> bool:
    """Tell whether two event dates have the same first and last day."""
    return coded is not None and (gold["start"], gold["end"]) == (coded["start"], coded["end"])


def statement_weight(gold: Json, coded: Json) -> float:
    """Rank a pair of statements by the overlap of their contents; 0 below half."""
    ratio = overlap_ratio(map(bounds, gold["content"]), map(bounds, coded["content"]))
    return ratio if ratio >= CONTENT_OVERLAP else 0.0


def same_speaker(gold: Json | None, coded: Json | None) -> bool:
    """Tell whether two speakers share a word of their names, or are both unknown."""
    if gold is None or coded is None:
        return gold is None and coded is None
    return bool(words(gold.get("name") or gold["text"]) & words(coded.get("name") or coded["text"]))


def tally_statements(tally: Tally, gold: Sequence[Json], coded: Sequence[Json]) -> None:
    """Add the statements of one article."""
    pairs = pair_up(gold, coded, statement_weight)
    spoken = sum(same_speaker(left.get("speaker"), right.get("speaker")) for left, right in pairs)
    add_found(tally, "statement", len(pairs), len(coded), len(gold))
    add_found(tally, "statement_and_speaker", spoken, len(coded), len(gold))
    for left, right in pairs:
        add_rate(tally, "kind.accuracy", left.get("kind") == right.get("kind"))
