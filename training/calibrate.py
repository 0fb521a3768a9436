"""Fits how evidence is weighed (`regesta/coding/odds.json`) on annotated articles the network was not trained on.

    python training/calibrate.py --gold ../shared/gold

`--only same` fits that one anew and leaves the others as they are. Needs Regesta's own environment. Logistic
regressions: who is an actor or a recipient, whether a reading of a word is an event, whether two events of one article
are one happening, and how sure an event is with all its tellings. And choices, on every annotated article that is held
out: which telling of a happening is cited, and in which of the countries that an article names an act took place.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from corpora import TEXTS_OF, lines, newslike
from fitted import Case, fit_choice, ship

from regesta.coding.events import evidence, parties_of, readings_told
from regesta.coding.odds import PATH, load_weights
from regesta.coding.parties.named_places import named_places
from regesta.coding.parties.options import Option, options_of
from regesta.coding.parties.parties import party_evidence
from regesta.coding.parties.placing import NONE, place_evidence
from regesta.coding.roles.roles import Scene, scene_of
from regesta.coding.tellings.clearness import clearness_evidence
from regesta.coding.tellings.merge import gathered, telling_evidence
from regesta.coding.tellings.retelling import Coded, likeness, may_be_one
from regesta.evaluate.held_out import is_held_out
from regesta.model.article import Article
from regesta.model.event import PARTY_ROLES
from regesta.model.span import Span
from regesta.read.record import make_article
from regesta.run.config import DEFAULT_STAGES, Config

BEFORE_EVENTS = DEFAULT_STAGES[: DEFAULT_STAGES.index("events")]
RIDGE = 1.0  # keeps weights of rare evidence small
CALIBRATION_FLOOR = 0.02  # readings the network gives less than that, and no entry fits, are not looked at


def newswire(gold: Path) -> dict[str, dict[str, Any]]:
    """Return the newswire articles by id."""
    return {x["id"]: x for x in lines(gold.parent / "articles" / "newswire.jsonl")}


def others(gold: Path) -> dict[str, dict[str, Any]]:
    """Return the other articles that are annotated by stand-off, by id."""
    read = (texts_of(gold) for kind, texts_of in TEXTS_OF.items() if kind != "newswire")
    return {id_: {"text": text} for texts in read for id_, text in texts.items()}


def held_out(records: Mapping[str, dict[str, Any]], has_own: bool) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Yield annotated articles of the held-out fifth, with their events.

    Args:
        records: Articles of others, by id.
        has_own: Whether our own are wanted too.
    """
    for item in newslike():
        record = (item if has_own else None) if "text" in item else records.get(item["id"])
        if record is not None and is_held_out(str(item["id"])):
            made = make_article(record["text"], published=record.get("published"), title=record.get("title"))
            yield replace(made, id=str(item["id"])), item["events"]


def fit(rows: list[list[tuple[str, float]]], right: list[bool], counts: Sequence[float] = ()) -> dict[str, float]:
    """Return the weights of a logistic regression by Newton's method.

    Args:
        rows: The evidence of each case.
        right: The truth of each case.
        counts: What each case counts; all alike when empty.
    """
    names = sorted({name for row in rows for name, _ in row})
    x = np.ones((len(rows), len(names) + 1))
    for index, row in enumerate(rows):
        values = dict(row)
        x[index, 1:] = [values.get(name, 0.0) for name in names]
    y = np.array(right, dtype=float)
    n = np.array(counts or [1.0] * len(rows))
    ridge = np.diag([0.0, *[RIDGE] * len(names)])
    w = np.zeros(len(names) + 1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (n * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (n * (y - p)) - ridge @ w)
        w += step
        if np.abs(step).max() < 1e-8:
            break
    p = 1 / (1 + np.exp(-x @ w))
    print(f"{len(rows)} rows, {y.mean():.3f} right, log loss {-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean():.3f}")
    return {"bias": round(w[0], 4), **{name: round(value, 4) for name, value in zip(names, w[1:], strict=True)}}


def told_at(events: list[dict[str, Any]], start: int, end: int, type_: str) -> set[int]:
    """Return the numbers of the annotated events of a type that a word tells."""
    return {
        number
        for number, event in enumerate(events)
        if event["type"] == type_ and any(a < end and start < b for a, b in [event["trigger"], *event["repeats"]])
    }


def party_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[tuple[str, list[tuple[str, float]], bool]]:
    """Yield role, evidence and truth of everybody who may take part in an annotated event."""
    for candidate in scene.candidates:
        span = scene.parse.span(candidate.token)
        told = [e for e in events if e["type"] == candidate.event_type and overlap(span, e["trigger"])]
        if not told:
            continue
        options = list(options_of(scene, candidate))
        for option in options:
            for name in PARTY_ROLES:
                hit = any(is_party(scene, option, party) for e in told for party in e[f"{name}s"])
                yield name, party_evidence(scene, candidate, option, name, options), hit


def is_party(scene: Scene, option: Option, party: dict[str, Any]) -> bool:
    """Tell whether somebody is an annotated party: the same words, or other words for the same state."""
    words = (party["start"], party["end"])
    if overlap(scene.parse.span(option.token), words) or overlap(option.role.span, words):
        return True
    actor = option.role.actor
    return actor is not None and actor.state is not None and actor.state == party["iso3"]


def overlap(span: Span, other: Sequence[int]) -> bool:
    """Tell whether two ranges of characters share any."""
    return span.start < other[1] and other[0] < span.end


def event_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[tuple[list[tuple[str, float]], bool]]:
    """Yield evidence and truth of every reading."""
    for candidate, actors, recipients in parties_of(scene):
        if candidate.probability >= CALIBRATION_FLOOR or candidate.entry is not None:
            span = scene.parse.span(candidate.token)
            right = bool(told_at(events, span.start, span.end, candidate.event_type))
            yield evidence(scene, candidate, actors, recipients), right


def same_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[tuple[list[tuple[str, float]], bool]]:
    """Yield evidence and truth of every pair of tellings that may be one happening."""
    told = []
    for reading in readings_told(scene):
        span = scene.parse.span(reading.token)
        if numbers := told_at(events, span.start, span.end, reading.event.type):
            told.append((reading, numbers))
    for index, (left, left_numbers) in enumerate(told):
        for right, right_numbers in told[index + 1 :]:
            if may_be_one(left, right):
                yield likeness(right, left), bool(left_numbers & right_numbers)


def happening_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[tuple[list[tuple[str, float]], bool]]:
    """Yield evidence and truth of every event as it would be emitted; a happening told by two events is right once."""
    claimed: set[int] = set()
    for happening in sorted(gathered(scene.parse, readings_told(scene)), key=lambda h: -h.event.confidence):
        span = scene.parse.span(happening.token)
        numbers = told_at(events, span.start, span.end, happening.event.type) - claimed
        claimed |= set(sorted(numbers)[:1])
        yield telling_evidence(happening), bool(numbers)


def place_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[Case]:
    """Yield the candidates for the place of every reading of an annotated event, and the right one."""
    for reading in readings_told(scene):
        span = scene.parse.span(reading.token)
        for number in sorted(told_at(events, span.start, span.end, reading.event.type))[:1]:
            sentence = scene.article.sentences[scene.sentence_of(reading.token)]
            named = named_places(scene, reading.candidate, sentence)
            parties = (reading.event.actors, reading.event.recipients)
            rows = [
                (key, dict(row)) for key, row in place_evidence(scene, named, sentence, reading.event.type, parties)
            ]
            yield rows, country_of(events[number]["place"], scene.article)


def clearest_rows(scene: Scene, events: list[dict[str, Any]]) -> Iterator[Case]:
    """Yield the tellings of every happening that is told again, and the one that the annotator cited."""
    told = readings_told(scene)
    for happening in gathered(scene.parse, told):
        again = {happening.token, *(telling.token for telling, _ in happening.tellings)}
        tellings = [c for c in told if c.token in again and c.event.type == happening.event.type]
        numbers = [number for c in tellings for number in sorted(told_by(scene, c, events))]
        if len(tellings) > 1 and numbers:
            cited = events[max(sorted(set(numbers)), key=numbers.count)]["trigger"]
            rows = [(str(c.token), dict(clearness_of(scene, c))) for c in tellings]
            yield (
                rows,
                next((str(c.token) for c in tellings if overlap(scene.parse.span(c.token), cited)), "none of them"),
            )


def clearness_of(scene: Scene, telling: Coded) -> list[tuple[str, float]]:
    """Return what makes a telling the one to cite."""
    number = scene.sentence_of(telling.token)
    return clearness_evidence(scene.parse, telling.token, telling.event, (number, telling.sentence))


def told_by(scene: Scene, telling: Coded, events: list[dict[str, Any]]) -> set[int]:
    """Return the numbers of the annotated events that a reading tells."""
    span = scene.parse.span(telling.token)
    return told_at(events, span.start, span.end, telling.event.type)


def country_of(place: dict[str, Any] | None, article: Article) -> str:
    """Return the candidate that an annotated place is: its country, of a sea its name; `NONE` of nothing annotated."""
    if place is None or place["iso3"]:
        return place["iso3"] if place else NONE
    named = (m.place.name for m in article.mentions if m.place and overlap(m.span, place["span"]))
    return next(named, "of no mention")


def write(weights: dict[str, dict[str, float]]) -> None:
    """Write the weights so far, for the next regression to build on."""
    ship(PATH, weights)
    load_weights.cache_clear()


Annotated = list[tuple[Scene, list[dict[str, Any]]]]
Row = tuple[list[tuple[str, float]], bool]
ROWS_OF = {"event": event_rows, "same": same_rows, "happening": happening_rows}
SHARING = frozenset({"same"})
CASES_OF = {"clearest": clearest_rows, "place": place_rows}
IN_ORDER = ("event", "same", "clearest", "happening", "place")


def calibrate(scenes: Annotated, more: Annotated, only: str | None) -> None:
    """Fit and write the weights, the later ones with the earlier ones in force.

    Args:
        scenes: Our own texts and newswire, with their events.
        more: Other articles, of which only choices are learned.
        only: The name of what to fit; None for all.
    """
    weights = dict(load_weights())
    if only is None:
        rows = [row for scene, events in scenes for row in party_rows(scene, events)]
        for name in PARTY_ROLES:
            of_role = [row for row in rows if row[0] == name]
            weights[name] = fit([row[1] for row in of_role], [row[2] for row in of_role])
        write(weights)
    for name in IN_ORDER if only is None else (only,):
        if name in ROWS_OF:
            rows_of = ROWS_OF[name]
            weights[name] = fit_articles([list(rows_of(scene, events)) for scene, events in scenes], name in SHARING)
        else:
            cases_of = CASES_OF[name]
            weights[name] = fit_choice([case for scene, events in (*scenes, *more) for case in cases_of(scene, events)])
        write(weights)
    print(json.dumps(weights, indent=1))


def fit_articles(articles: Sequence[Sequence[Row]], share: bool) -> dict[str, float]:
    """Return the weights of a logistic regression on the cases of articles.

    Args:
        articles: The cases of each article.
        share: Whether an article counts by the root of how many cases it has: where cases are pairs, few long articles
            on one war have half of them.
    """
    counts = [len(cases) ** -0.5 if share else 1.0 for cases in articles for _ in cases]
    scale = len(counts) / max(1.0, sum(counts))
    rows = [case for cases in articles for case in cases]
    return fit([row for row, _ in rows], [truth for _, truth in rows], [count * scale for count in counts])


def annotated(found: Iterable[tuple[Article, list[dict[str, Any]]]]) -> Annotated:
    """Return articles annotated up to where events are coded, each with its gold events."""
    pairs = list(found)
    coded = Config(stages=BEFORE_EVENTS).pipeline()(article for article, _ in pairs)
    return [(scene_of(a, a.parse), events) for a, (_, events) in zip(coded, pairs, strict=True) if a.parse is not None]


def main() -> None:
    """Code the held-out articles and fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--only", choices=IN_ORDER)
    options = parser.parse_args()
    gold = options.gold
    more = held_out(others(gold), False) if options.only in {None, *CASES_OF} else ()
    calibrate(annotated(held_out(newswire(gold), True)), annotated(more), options.only)


if __name__ == "__main__":
    main()
