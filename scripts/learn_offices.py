"""Learn who held which office from public news: `python scripts/learn_offices.py ../shared`.

Writes `regesta/resolve/data/offices.tsv.gz`. Only facts are kept (name, office, state, days, count) with the id and
offsets of one article each; no text is. The articles of the development gold are left out, so that evaluation stays
honest. The table that ships was learned so by the version of the day it was made (docs/dependencies.md); what a later
version reads in the same news differs in single facts.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

from office_sources import records

from regesta.model.office import OfficeSeen
from regesta.read.record import make_article
from regesta.resolve.persons.learning import learn, offices_seen
from regesta.resolve.persons.office_table import write_offices
from regesta.resolve.states.states import DATA
from regesta.run.config import Config

STAGES = ("parse", "acts", "mentions", "coreference", "actors")
CUT = "headlines"  # its leads are cut off after some characters
REPORT_EVERY = 500  # articles


def sightings(shared: Path, only: str) -> Iterator[OfficeSeen]:
    """Yield the offices that the articles of all sources tell, with progress on standard output."""
    pipeline = Config(stages=STAGES).pipeline()
    for source, rows in records(shared):
        if only not in source:
            continue
        began = time.monotonic()
        made = (make_article(row["text"], published=row.get("published"), id=row["id"]) for row in rows)
        for number, article in enumerate(pipeline(made), start=1):
            for seen in offices_seen(article):
                if source != CUT or seen.span.end < len(article.text):  # not a name that is cut off itself
                    yield seen
            if number % REPORT_EVERY == 0:
                rate = number / (time.monotonic() - began)
                print(
                    f"{source}: {number} of {len(rows)}, {rate:.1f}/s, {(len(rows) - number) / rate:.0f} s left",
                    flush=True,
                )


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="folder with articles/ and gold/")
    parser.add_argument("--only", default="", help="sources whose names contain this")
    parser.add_argument("--out", type=Path, default=DATA / "offices.tsv.gz")
    options = parser.parse_args()
    holdings = learn(sightings(options.shared, options.only))
    write_offices(holdings, options.out)
    print(f"{len(holdings)} holdings of {len({h.person for h in holdings})} people")


if __name__ == "__main__":
    main()
