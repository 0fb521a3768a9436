"""Fits which words tell that an article may hold a political act (`regesta/annotate/data/political_words.json`).

    python training/relevance.py --gold ../shared/gold

Needs Regesta's own environment. A logistic regression over the words of a passage, after what the network finds in
passages of newswire, of Reuters in 1987 and of headlines with their first lines: nobody annotates them. Newswire of the
held-out fifth is not learned from: on one half of it the threshold is chosen, on the other it prints how many articles
would be skipped, and how many of the acts that the network finds would be lost with them.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import lines
from fitted import ship

from regesta.annotate.acts.acts import triggers_in
from regesta.annotate.acts.network import load_network, score
from regesta.annotate.acts.passages import passages
from regesta.annotate.relevance import PATH, words_of
from regesta.evaluate.held_out import fold, is_held_out
from regesta.model.span import Span

SEED = 20261126
SAMPLED = {"reuters1987.jsonl.gz": 500, "headlines.jsonl": 1500}  # of each, enough and no more than some minutes
LEAST_PASSAGES = 5  # that hold a word, for it to be learned
ACT = 0.5  # from this probability on a word counts as an act
KEPT = 0.998  # of the acts, on the half that the threshold is chosen on
RIDGE, STEPS, RATE = 1e-3, 400, 0.05
LEAST_WEIGHT = 0.05  # smaller ones are left out


@dataclass(frozen=True)
class Example:
    """An article.

    Attributes:
        corpus: Name of its file.
        id: Its id.
        passages: The words of each passage.
        acts: How many acts the network finds in each.
    """

    corpus: str
    id: str
    passages: list[frozenset[str]]
    acts: list[int]


def texts(articles: Path) -> Iterator[tuple[str, str, str]]:
    """Yield file, id and text of the articles."""
    for record in lines(articles / "newswire.jsonl"):
        yield "newswire.jsonl", str(record["id"]), record["text"]
    for name, many in SAMPLED.items():
        with gzip.open(articles / name, "rt") if name.endswith(".gz") else (articles / name).open() as file:
            records = random.Random(SEED).sample([json.loads(line) for line in file], many)
        for number, record in enumerate(records):
            text = record.get("text") or f"{record['title']}. {record.get('lead') or ''}"
            yield name, f"{name} {number}", text


def examples(articles: Path) -> Iterator[Example]:
    """Yield the articles with what the network finds in them."""
    network = load_network()
    for corpus, name, text in texts(articles):
        found: list[frozenset[str]] = []
        acts: list[int] = []
        for passage in passages(text):
            words = passage.of(text)
            scored = score(network, words, Span(0, len(words)))
            if scored is not None:
                found.append(words_of(words))
                acts.append(len(triggers_in(words, scored, ACT)))
        yield Example(corpus, name, found, acts)


def fit(learned: list[Example]) -> tuple[float, dict[str, float]]:
    """Return the bias and the weights of words."""
    rows = [(words, acts > 0) for e in learned for words, acts in zip(e.passages, e.acts, strict=True)]
    counts = Counter(word for words, _ in rows for word in words)
    vocabulary = {word: i for i, word in enumerate(sorted(w for w, n in counts.items() if n >= LEAST_PASSAGES))}
    wanted = np.array([right for _, right in rows], dtype=float)
    pairs = [(row, vocabulary[w]) for row, (words, _) in enumerate(rows) for w in sorted(words) if w in vocabulary]
    row, column = np.array(pairs).T
    weights, bias = np.zeros(len(vocabulary)), 0.0
    mean, square = np.zeros(len(vocabulary) + 1), np.zeros(len(vocabulary) + 1)
    for step in range(1, STEPS + 1):
        odds = bias + np.bincount(row, weights[column], len(rows))
        error = (1 / (1 + np.exp(-odds)) - wanted) / len(rows)
        slope = np.append(np.bincount(column, error[row], len(weights)) + RIDGE * weights, error.sum())
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        move = RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-12)
        weights, bias = weights - move[:-1], bias - move[-1]
    return float(bias), {
        w: round(float(weights[i]), 3) for w, i in vocabulary.items() if abs(weights[i]) >= LEAST_WEIGHT
    }


def odds_of(example: Example, bias: float, weights: dict[str, float]) -> float:
    """Return the highest log-odds of a passage of an article."""
    return max((bias + sum(weights.get(w, 0.0) for w in words) for words in example.passages), default=-30.0)


def main() -> None:
    """Fit, choose the threshold, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    options = parser.parse_args()
    every = list(examples(options.gold.parent / "articles"))
    held_out = [e for e in every if is_held_out(e.id)]
    bias, weights = fit([e for e in every if not is_held_out(e.id)])
    newswire = [e for e in held_out if e.corpus == "newswire.jsonl"]
    chosen_on, other = ([e for e in newswire if fold(f"half {e.id}", 2) == half] for half in (0, 1))
    threshold = lowest_kept(chosen_on, bias, weights)
    print(f"{len(weights)} words, threshold {threshold:.2f}")
    report("newswire, threshold chosen on", chosen_on, bias, weights, threshold)
    report("newswire, the other half", other, bias, weights, threshold)
    for name in SAMPLED:
        report(f"{name}, held out", [e for e in held_out if e.corpus == name], bias, weights, threshold)
    PATH.parent.mkdir(exist_ok=True)
    content = {"bias": round(bias, 3), "threshold": round(threshold, 2), "words": weights}
    ship(PATH, content, indent=0)


def lowest_kept(articles: list[Example], bias: float, weights: dict[str, float]) -> float:
    """Return the highest threshold at which the articles above it hold nearly all acts."""
    ranked = sorted(articles, key=lambda e: odds_of(e, bias, weights))
    allowed = (1 - KEPT) * sum(sum(e.acts) for e in articles)
    lost = 0
    for example in ranked:
        lost += sum(example.acts)
        if lost > allowed:
            return odds_of(example, bias, weights) - 0.01
    return 0.0


def report(name: str, articles: list[Example], bias: float, weights: dict[str, float], threshold: float) -> None:
    """Print what a threshold does to articles."""
    skipped = [e for e in articles if odds_of(e, bias, weights) < threshold]
    acts, lost = (sum(sum(e.acts) for e in group) for group in (articles, skipped))
    without = sum(not any(e.acts) for e in articles)
    print(f"{name}: {len(articles)} articles, {without} without an act;", end=" ")
    print(f"{len(skipped)} skipped, with {lost} of {acts} acts")


if __name__ == "__main__":
    main()
