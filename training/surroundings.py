"""Fits how the surroundings of an actor tell its state (`regesta/resolve/data/surroundings.json`).

    python training/surroundings.py --gold ../shared/gold

Needs Regesta's own environment. A multinomial logistic regression over the states that an article names, and none, for
each annotated party whose own words name none. Learned from all annotated articles but the held-out fifth, on which it
prints how many states are right, wrong and missing, and those written for practice: with them fewer are right.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpora import TEXTS_OF, lines, newslike
from fitted import Case, fit_choice, ship

from regesta.evaluate.held_out import is_held_out
from regesta.model.article import Article
from regesta.model.span import Span
from regesta.read.record import make_article
from regesta.resolve.actors import identify
from regesta.resolve.mentions.dealings import common_share
from regesta.resolve.mentions.guessing import is_open
from regesta.resolve.mentions.surroundings import NONE, PATH, surroundings_of
from regesta.resolve.persons.knowledge import NOTHING, unpack
from regesta.run.config import DEFAULT_STAGES, Config

BEFORE_ACTORS = DEFAULT_STAGES[: DEFAULT_STAGES.index("actors")]
SHORTEST = 400  # characters; single sentences have no surroundings
ALIKE = 0.5  # least share that a mention and an annotated party have in common


def annotated(gold: Path) -> Iterator[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Yield id, record and events of every annotated article that is longer than a few sentences."""
    records = {id_: {"text": text} for texts_of in TEXTS_OF.values() for id_, text in texts_of(gold).items()}
    records |= {x["id"]: x for x in lines(gold.parent / "articles" / "newswire.jsonl")}
    for item in newslike():
        record = item if "text" in item else records.get(item["id"])
        if record is not None and len(record["text"]) >= SHORTEST:
            yield str(item["id"]), record, item["events"]


def cases(article: Article, events: list[dict[str, Any]]) -> Iterator[Case]:
    """Yield every annotated party of an article whose own words tell no state."""
    if article.parse is None:
        return
    told = identify(article, article.parse, unpack(NOTHING))
    around = surroundings_of(told.article, article.parse, told.readings)
    done: set[int] = set()
    for event in events:
        for party in (*event["actors"], *event["recipients"]):
            index = mention_at(told.article, party)
            chain = [] if index is None else told.chains[told.roots[index]]
            if (
                not chain
                or chain[0] in done
                or not is_open(article.parse, told.article.mentions[chain[0]], told.readings[chain[0]])
            ):
                continue
            done.add(chain[0])
            rows = list(around.evidence(chain))
            right = {"NGO": NONE, None: NONE}.get(party["iso3"], party["iso3"])
            yield rows, right


def mention_at(article: Article, party: dict[str, Any]) -> int | None:
    """Return the mention that an annotated party is; None when none is much like it."""
    words = Span(party["start"], party["end"])
    best = max(range(len(article.mentions)), key=lambda i: common_share(article.mentions[i].span, words), default=None)
    return best if best is not None and common_share(article.mentions[best].span, words) >= ALIKE else None


def report(some: Sequence[Case], weights: dict[str, float]) -> dict[str, float]:
    """Return how often the likeliest candidate is the right state, a wrong one, or none."""
    right = wrong = 0
    for rows, gold in some:
        best = max(rows, key=lambda row: sum(weights.get(n, 0.0) * v for n, v in row[1].items()))[0]
        right += best == gold
        wrong += best not in {gold, NONE}
    return {"cases": len(some), "right": right / max(1, len(some)), "wrong state": wrong / max(1, len(some))}


def main() -> None:
    """Code the articles, fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    every = list(annotated(parser.parse_args().gold))
    made = [make_article(r["text"], published=r.get("published"), title=r.get("title")) for _, r, _ in every]
    read: Iterable[Article] = Config(stages=BEFORE_ACTORS).pipeline()(made)
    learned, held_out = list[Case](), list[Case]()
    for (key, _, events), article in zip(every, read, strict=True):
        (held_out if is_held_out(key) else learned).extend(cases(article, events))
    weights = fit_choice(learned)
    ship(PATH, weights)
    print(json.dumps({"learned": report(learned, weights), "held out": report(held_out, weights)}))


if __name__ == "__main__":
    main()
