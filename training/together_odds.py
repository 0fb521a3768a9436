"""Fits how the register weighs what the network reads in two sentences beside its other evidence.

    python training/together_odds.py --gold ../shared/gold [--stores wire.db reuters.db]

Needs Regesta's own environment. Codes the articles of the pairs that were judged by reading (`training/pairs/`), or
takes them from stores that `regesta run` filled with them, and compares the pairs. On those that neither the network
learned from nor scores are counted on, it fits a logistic regression of two features: the chance by the evidence, whose
own weights were fitted on some of them (`pairs/newswire.jsonl`), and what the network says. The weights go into
`regesta/dedupe/odds.json`. Then it prints how the register would join at a few thresholds, on the same pairs.
"""

import argparse
import json
import math
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpora import lines
from fitted import ship
from happenings import coded_articles, newton, place_of, tellings_of
from told_pairs import HERE, days_of_articles

from regesta.dedupe import odds
from regesta.dedupe.compare import READ_FROM, decisive, evidence, in_order
from regesta.dedupe.cross_encoder import read_together
from regesta.dedupe.telling import Telling
from regesta.evaluate.held_out import is_held_out
from regesta.evaluate.read_pairs import SIDES, is_scored

THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8)


class Weighed(NamedTuple):
    """A pair judged by reading: its features, the judgement, and how many compared pairs it stands for."""

    told: float
    read: float
    same: bool
    stands_for: float


def judged() -> Iterator[dict[str, Any]]:
    """Yield the pairs judged by reading that neither the network learned from nor scores are counted on."""
    for path in [HERE / "pairs" / "newswire.jsonl", *sorted((HERE / "pairs").glob("drawn_*.jsonl"))]:
        rows = lines(path)
        whole = sum(row["stands_for"] for row in rows) / len(rows)
        for row in rows:
            if not is_scored(row) and is_held_out(" ".join(row[side]["article"] for side in SIDES)):
                yield row | {"stands_for": row["stands_for"] / whole}


def texts_of(gold: Path, ids: set[str]) -> Iterator[dict[str, str]]:
    """Yield newswire articles and Reuters stories as the register reads them."""
    days, folder = days_of_articles(gold), gold.parent / "articles"
    reuters = ({**story, "id": f"reuters-{story['id']}"} for story in lines(folder / "reuters1987.jsonl.gz"))
    for article in (*lines(folder / "newswire.jsonl"), *reuters):
        if article["id"] in ids and (day := days.get(str(article["id"]))):
            yield {k: article.get(k) or "" for k in ("id", "title", "text")} | {"published": str(day)}


def weighed(pairs: list[dict[str, Any]], told: dict[tuple[str, str, int], Telling]) -> Iterator[Weighed]:
    """Yield the pairs of which both events are coded, and which are likely enough to be read."""
    for pair in pairs:
        found = [told.get((pair[s]["article"], pair[s]["type"], pair[s]["trigger"][0])) for s in SIDES]
        if found[0] is None or found[1] is None:
            continue
        left, right = in_order(found[0], found[1])
        chance = odds.chance(evidence(left, right))
        if decisive(left, right) or chance < READ_FROM or (read := read_together(left, right)) is None:
            continue
        yield Weighed(math.log(chance / (1 - chance)), read, pair["same"], pair["stands_for"])


def tellings(gold: Path, stores: list[Path], pairs: list[dict[str, Any]]) -> Iterator[Telling]:
    """Yield what the articles of these pairs tell; coded, where there are no stores."""
    ids = {pair[side]["article"] for pair in pairs for side in SIDES}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(article) + "\n" for article in texts_of(gold, ids)), encoding="utf-8")
        for store in stores or [None]:
            for article in coded_articles(store, [str(path)]):
                yield from tellings_of(article) if article.id in ids else ()


def main() -> None:
    """Fit, ship, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--stores", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    pairs = list(judged())
    rows = list(weighed(pairs, {place_of(t): t for t in tellings(options.gold, options.stores, pairs)}))
    x = np.array([[row.told, row.read, 1.0] for row in rows])
    same, counts = np.array([row.same for row in rows], dtype=float), np.array([row.stands_for for row in rows])
    weights = newton(x, same, counts, np.array([1.0, 1.0, 0.0]))
    names = ("together_told", odds.READ, "together_bias")
    print(f"{len(rows)} pairs, {same.sum():.0f} the same: {dict(zip(names, weights.round(3), strict=True))}")
    chances = 1 / (1 + np.exp(-x @ weights))
    for threshold in THRESHOLDS:
        said = chances >= threshold
        right, joined = (counts * same)[said].sum(), counts[said].sum()
        precision, recall = right / max(joined, 1e-9), right / (counts * same).sum()
        print(f"  from {threshold}: P {precision:.3f} R {recall:.3f} ({said.sum()} pairs)")
    fitted = dict(zip(names, weights.round(4).tolist(), strict=True))
    ship(odds.PATH, {**odds.load_weights(), **fitted})


if __name__ == "__main__":
    main()
