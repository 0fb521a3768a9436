"""Memory of one run over a long stream: resident size while articles are coded and stored, and while they are judged.

Without sources the articles are made up and come coded (`bench_register.py`), so that a stream of 200,000 takes minutes
and not hours: reading, storing and judging are the real ones, parse and network are left out. With sources, their
articles are coded by the whole pipeline, over and over under new ids and with a changed word, until there are enough.

    python benchmarks/bench_memory.py [SOURCE ...] [--articles N] [--steps N]
"""

import argparse
import os
import random
import resource
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from pathlib import Path

from bench_register import EVENTS_PER_ARTICLE, Feed, Precoded

from regesta.cli.main import ending_in_a_line
from regesta.model.article import Article
from regesta.read.sources import check_exist, read_sources
from regesta.run.config import Config
from regesta.run.ingest import ingest
from regesta.run.report import RunReport
from regesta.store.store import open_store

PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
PER_DAY = 4_000  # events of a busy national press


def resident_mib() -> float:
    """Return the resident size of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * PAGE_BYTES / 2**20


def peak_mib() -> float:
    """Return the largest resident size so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def varied(sources: list[str]) -> Iterator[Article]:
    """Yield articles of sources without end, each time with another id and another word."""
    for turn in count():
        for article in read_sources(sources):
            text = f"{article.text}\n\nEdition {turn} of this report."
            yield replace(article, id=f"{turn}/{article.id}", text=text)


def main() -> None:
    """Print the resident size at steps, and the peak of coding and of judging."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*")
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--steps", type=int, default=10)
    options = parser.parse_args()
    check_exist(options.sources)  # now, and not while a run goes on
    if options.sources:
        articles, config = islice(varied(options.sources), options.articles), Config()
    else:
        feed = Feed(random.Random(options.articles), PER_DAY)
        articles, config = feed.articles(options.articles * EVENTS_PER_ARTICLE), Precoded()
    due = iter(range(0, options.articles, max(1, options.articles // options.steps)))
    step = next(due)
    stored_peak = 0.0

    def note(report: RunReport) -> None:
        nonlocal step, stored_peak
        stored_peak = stored_peak if report.compared else peak_mib()
        if report.added >= step:
            print(
                f"{report.added:>9,} articles  {resident_mib():>7.0f} MiB  {report.per_second:>7.1f} articles/s",
                flush=True,
            )
            step = next(due, options.articles)

    with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/regesta.db") as store:
        report = ingest(articles, store, config, note)
    print(f"peak while storing {stored_peak:.0f} MiB, in all {peak_mib():.0f} MiB; {report.compared:,} pairs compared")


if __name__ == "__main__":
    with ending_in_a_line("bench_memory"):
        main()
