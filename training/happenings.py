"""Fits how the register weighs evidence (`regesta/dedupe/odds.json`) on one half of our own gold happenings.

    python training/happenings.py --gold ../shared/gold [--store coded.db] [--wire-store wire.db]

Needs Regesta's own environment. First it counts in how many newswire articles each word stands
(`regesta/dedupe/common_words.json`). Then it codes the articles of `evaluation/gold/happenings` and the newswire
articles, or takes them from stores that `regesta run` filled with them, and fits a logistic regression: on pairs of
events of the first half of the happenings; on pairs of events of newswire articles that were judged by reading
(`training/pairs/newswire.jsonl`); and, with little weight, on pairs of events of one newswire article, which are two
happenings, since the coder joins the retellings of an article: they are what a day full of acts of the same parties
looks like; and on pairs of events of newswire articles that tell of other things. Weights are drawn towards what an
editor would say of each ground (`BELIEFS`), since the gold holds few pairs that differ in one thing only; and evidence
never counts the other way round. Scores on others: `regesta evaluate --only own-happenings` (the other half) and
`--only newswire-pairs` (the month that is left out).
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from corpora import lines
from fitted import ship

from regesta.dedupe import odds, words
from regesta.dedupe.block import blocks_of, first_words
from regesta.dedupe.compare import decisive, evidence
from regesta.dedupe.odds import Evidence
from regesta.dedupe.telling import Telling
from regesta.evaluate.halves import FITTED_HALF, halves
from regesta.evaluate.inputs import parts
from regesta.evaluate.joining import by_name, events_told
from regesta.evaluate.read_pairs import is_scored
from regesta.model.article import Article
from regesta.read.sources import read_sources
from regesta.run.config import Config
from regesta.run.ingest import ingest
from regesta.store.store import open_store

GOLD = Path("evaluation/gold/happenings")
PAIRS = Path("training/pairs/newswire.jsonl")
COMMON_FROM = 4  # a word of fewer articles is as rare as one of none
WIRE_ARTICLES = 400  # whose own events are told apart
WIRE_WEIGHT = 0.05  # of 0 to 1: more joins less, without being right more often
APART_WEIGHT = 0.2  # of 0 to 1, likewise
OTHER_STORY = 0.1  # articles of a smaller likeness tell of other things
RETOLD = 0.5  # clauses of a greater likeness may tell one thing all the same: the background of many stories
RIDGE = 5.0  # of 1 to 200, on either half fitted on the other: from 3 to 20 nearly alike
SHARED_STORY = 25.0  # articles that share less are compared by no reader
# For and against, in log-odds; where the gold says otherwise the weight moves, but not past 0.
BELIEFS = {
    "same_day": 2.5,
    "looked_back": 0.7,
    "overlap": 1.0,
    "overlap_wide": 0.5,
    "fits": 1.0,
    "parties_found": 0.5,
    "several_found": 0.5,
    "same_actor": 0.3,
    "same_person": 0.2,
    "like_triggers": 2.0,
    "same_code": 0.5,
    "same_visit": 1.5,
    "seldom_act": 1.2,
    "clause_likeness": 1.5,
    "shared_words": 2.5,
    "shared_names": 1.5,
    "shared_numbers": 0.8,
    "same_place": 0.8,
    "apart": -1.5,
    "days_apart": -0.5,
    "undated": -0.5,
    "unpublished": -0.5,
    "before": -1.5,
    "days_before": -0.3,
    "days_after": -0.3,
    "later_news": -1.5,
    "other_news": -0.5,
    "absent": -0.5,
    "other_parties": -0.5,
    "other_states": -0.5,
    "turned": -1.5,
    "one_of_several": -1.5,
    "other_actor": -0.5,
    "other_recipient": -0.5,
    "other_people": -1.5,
    "other_type": -1.5,
    "other_mode": -1.2,
    "nothing_shared": -0.5,
    "other_place": -1.5,
    "planned": -0.3,
    "other_status": -2.0,
}
FREE = frozenset({"none_told"})  # may count either way
Row = tuple[list[Evidence], bool]


def count_words(gold: Path) -> dict[str, Any]:
    """Return in how many newswire articles each of the commoner words stands."""
    found: Counter[str] = Counter()
    articles = 0
    for article in lines(gold.parent / "articles" / "newswire.jsonl"):
        found.update(words.keyed(article["text"]).keys())
        articles += 1
    return {
        "articles": articles,
        "standing_in": {key: count for key, count in sorted(found.items()) if count >= COMMON_FROM},
    }


def coded_articles(store: Path | None, sources: list[str]) -> tuple[Article, ...]:
    """Return articles of a store; of these sources, coded, where there is no store."""
    with tempfile.TemporaryDirectory() as folder, open_store(str(store or Path(folder) / "coded.db")) as opened:
        if store is None:
            ingest(read_sources(sources), opened, Config(), lambda report: None)
        with opened.view() as view:
            return tuple(view.articles())


def tellings_of(article: Article) -> list[Telling]:
    """Return the events of an article as comparing needs them."""
    return [Telling(e, article.source.day, first_words(e, article)) for e in article.events]


def told_apart_by(article: Article) -> Iterator[Row]:
    """Yield the evidence on pairs of events of one article that would be compared, were they of two."""
    blocks = blocks_of(article)
    for left, right in combinations(tellings_of(article), 2):
        met = not set(blocks[left.event.id]).isdisjoint(blocks[right.event.id])
        if met and left.words != right.words and not decisive(left, right):
            yield list(evidence(left, right)), False


def told_apart_between(articles: tuple[Article, ...]) -> Iterator[Row]:
    """Yield the evidence on pairs of events that would be compared, of articles that tell of other things."""
    events = {telling.event.id: telling for article in articles for telling in tellings_of(article)}
    texts = {article.id: words.squares(words.keyed(f"{article.title}\n{article.text}")) for article in articles}
    blocks: dict[str, list[str]] = {}
    for article in articles:
        for event_id, keys in blocks_of(article).items():
            for key in keys:
                blocks.setdefault(key, []).append(event_id)
    met = {pair for ids in blocks.values() for pair in combinations(sorted(ids), 2)}
    for left, right in ((events[one], events[two]) for one, two in sorted(met)):
        one, two = left.event.article_id, right.event.article_id
        if one == two or decisive(left, right) or words.likeness(texts[one], texts[two]) >= OTHER_STORY:
            continue
        if words.likeness(left.clause, right.clause) < RETOLD:
            yield list(evidence(left, right)), False


def pairs(articles: tuple[Article, ...], half: int) -> Iterator[Row]:
    """Yield the evidence and truth of the pairs of events of a half that are not different by one ground alone."""
    for left, right, same in pairs_of_half(articles, half):
        if not decisive(left, right):
            yield list(evidence(left, right)), same


def pairs_of_half(articles: tuple[Article, ...], half: int) -> Iterator[tuple[Telling, Telling, bool]]:
    """Yield pairs of events of which one tells a happening of a half and none of the other, and if they are the same.

    An event beside the gold is another happening than those that its article does not tell; only in the part of the
    gold that the happening was written for, since the other part may tell it unmarked.
    """
    happenings = parts(GOLD, "happenings")
    half_of, known = halves(happenings), by_name(articles)
    told: dict[str, set[str]] = {}
    tells: dict[str, set[str]] = {}
    for happening in happenings:
        name = happening.get("same_as") or happening["id"]
        for telling in happening["tellings"]:
            tells.setdefault(telling["article"], set()).add(name)
            for event in events_told(telling, known):
                told.setdefault(event.id, set()).add(name)
    tellings = {a.id: tellings_of(a) for a in articles}
    shared = {a.id: words.keyed(f"{a.title}\n{a.text}").keys() for a in articles}
    for one, two in combinations(sorted(tellings), 2):
        if words.weight(shared[one] & shared[two]) < SHARED_STORY:
            continue
        for left in tellings[one]:
            for right in tellings[two]:
                ours, theirs = told.get(left.event.id, set()), told.get(right.event.id, set())
                if {half_of[name] for name in ours | theirs} != {half}:
                    continue
                beside = two if ours else one
                unmarked = not (ours and theirs) and (one[:5] != two[:5] or tells.get(beside, set()) & (ours | theirs))
                if not unmarked:
                    yield left, right, bool(ours & theirs)


def judged(articles: tuple[Article, ...]) -> Iterator[tuple[Row, float]]:
    """Yield the evidence and truth of the pairs judged by reading, and how many compared pairs each stands for.

    Those of the month that scores are counted on are left out, and those of which one is coded no more.
    """
    told = {place_of(telling): telling for article in articles for telling in tellings_of(article)}
    for pair in lines(PAIRS):
        left, right = (
            told.get((side["article"], side["type"], side["trigger"][0])) for side in (pair["left"], pair["right"])
        )
        if left and right and not is_scored(pair) and not decisive(left, right):
            yield (list(evidence(left, right)), pair["same"]), pair["stands_for"]


def place_of(telling: Telling) -> tuple[str, str, int]:
    """Return what a judged pair names an event by: its article, its type, and where its trigger begins."""
    return telling.event.article_id, telling.event.type, telling.event.trigger.start


def fit(rows: list[Row], read: list[tuple[Row, float]], wire: list[Row], apart: list[Row]) -> dict[str, float]:
    """Return weights by Newton's method: near the beliefs, and none of the other sign.

    Args:
        rows: Pairs of the gold.
        read: Pairs judged by reading, each with how much it counts.
        wire: Pairs that one article tells apart.
        apart: Pairs of articles that tell of other things.
    """
    names = [*BELIEFS, *sorted(FREE)]
    told = [*rows, *(row for row, _ in read), *wire, *apart]
    x = np.array([[*(sum(e.value for e in row if e.name == name) for name in names), 1.0] for row, _ in told])
    y = np.array([right for _, right in told], dtype=float)
    counts = np.array(
        [1.0] * len(rows) + [count for _, count in read] + [WIRE_WEIGHT] * len(wire) + [APART_WEIGHT] * len(apart)
    )
    belief = np.array([*(BELIEFS.get(name, 0.0) for name in names), 0.0])
    active = np.ones(len(belief), dtype=bool)
    while True:
        w = newton(x[:, active], y, counts, belief[active])
        against = w * np.sign(belief[active])
        if against.min() >= 0:
            break
        active[np.flatnonzero(active)[against.argmin()]] = False
    weights = np.zeros(len(belief))
    weights[active] = w
    print(f"{len(rows)} pairs of the gold, {len(read)} read, {y.sum():.0f} in all the same")
    print(f"{len(wire)} of one article, {len(apart)} of two that tell of other things")
    told_apart((1 / (1 + np.exp(-x @ weights)))[: len(rows)], y[: len(rows)])
    return {"bias": round(float(weights[-1]), 4)} | dict(zip(names, np.round(weights[:-1], 4).tolist(), strict=True))


def newton(x: np.ndarray, y: np.ndarray, counts: np.ndarray, belief: np.ndarray) -> np.ndarray:
    """Return the weights of a logistic regression drawn to beliefs; the last column, the bias, is free."""
    ridge = np.diag([*[RIDGE] * (x.shape[1] - 1), 0.0])
    w = belief.copy()
    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x * (counts * p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, x.T @ (counts * (y - p)) - ridge @ (w - belief))
        w += step * min(1.0, 2.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-8:
            break
    return w


def told_apart(p: np.ndarray, y: np.ndarray) -> None:
    """Print precision and recall of pairs at a few thresholds."""
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        said = p >= threshold
        hits = float(y[said].sum())
        print(f"  from {threshold}: P {hits / max(1, said.sum()):.3f} R {hits / y.sum():.3f} ({said.sum()} pairs)")


def main() -> None:
    """Count words, fit, and say how the other half is told apart."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--store", type=Path, help="a store that `regesta run` filled with the articles")
    parser.add_argument("--wire-store", type=Path, help="a store with newswire articles")
    options = parser.parse_args()
    ship(words.PATH, count_words(options.gold), indent=0)
    words.load_common.cache_clear()
    articles = coded_articles(options.store, sorted(map(str, GOLD.glob("articles_*"))))
    newswire = options.gold.parent / "articles" / "newswire.jsonl"
    wire = coded_articles(options.wire_store, [str(newswire)])
    first = wire[:WIRE_ARTICLES]
    within = [row for article in first for row in told_apart_by(article)]
    apart = list(told_apart_between(first))
    weights: Mapping[str, float] = fit(list(pairs(articles, FITTED_HALF)), list(judged(wire)), within, apart)
    kept = {name: weight for name, weight in odds.load_weights().items() if "together" in name}  # of `together_odds.py`
    ship(odds.PATH, {**weights, **kept})
    odds.load_weights.cache_clear()
    print("the other half:")
    rows = list(pairs(articles, 1 - FITTED_HALF))
    told_apart(np.array([odds.chance(row) for row, _ in rows]), np.array([right for _, right in rows], dtype=float))


if __name__ == "__main__":
    main()
