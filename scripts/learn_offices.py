"""Learn who held which office from articles: `python scripts/learn_offices.py --skip GOLD ARTICLES...`.

Writes `regesta/resolve/data/offices.tsv.gz`. Only facts are kept (name, office, state, days, count) with the id and
offsets of one article each; no text is. Articles whose ids stand in a GOLD file are left out, so that evaluation stays
honest.
"""

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

from regesta.model.article import Article
from regesta.model.office import OfficeSeen
from regesta.read.sources import read_sources
from regesta.resolve.learning import learn, offices_seen
from regesta.resolve.office_table import write_offices
from regesta.resolve.states import DATA
from regesta.run.config import Config

STAGES = ("parse", "acts", "mentions", "coreference", "actors")
REPORT_EVERY = 500  # articles


def articles(path: Path, skip: set[str]) -> Iterator[Article]:
    """Yield the articles of a file that are not to be skipped and have a text."""
    for article in read_sources([str(path)]):
        if article.id not in skip and article.text.strip():
            yield article


def sightings(sources: list[Path], skip: set[str]) -> Iterator[OfficeSeen]:
    """Yield the offices that the articles of all sources tell, with progress on standard output."""
    pipeline = Config(stages=STAGES).pipeline()
    began = time.monotonic()
    for source in sources:
        for number, article in enumerate(pipeline(articles(source, skip)), start=1):
            yield from offices_seen(article)
            if number % REPORT_EVERY == 0:
                print(f"{source.name}: {number} articles, {number / (time.monotonic() - began):.1f}/s", flush=True)
        began = time.monotonic()


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--skip", type=Path, action="append", default=[], help="JSONL file of ids to leave out")
    options = parser.parse_args()
    skip = {json.loads(line)["id"] for path in options.skip for line in path.read_text(encoding="utf-8").splitlines()}
    holdings = learn(sightings(options.sources, skip))
    write_offices(holdings, DATA / "offices.tsv.gz")
    print(f"{len(holdings)} holdings of {len({h.person for h in holdings})} people")


if __name__ == "__main__":
    main()
