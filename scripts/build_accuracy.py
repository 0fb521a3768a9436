"""Fills the measured tables of the documentation from `evaluation/results.json`: `python scripts/build_accuracy.py`.

A table stands between `<!-- measured: NAME -->` and `<!-- end -->`. Nothing else of a page is touched. With `--check`
nothing is written, and what is out of date is named.
"""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from accuracy_picture import picture
from accuracy_tables import (
    F1,
    P_R,
    QUADS,
    RECALL,
    TYPES,
    articles,
    by_group,
    confidence,
    hard,
    made_by,
    mistakes,
    scores_table,
    states_not_read,
    swapped,
    tellings,
)

from regesta.evaluate.results import read_results

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
RESULTS = ROOT / "evaluation/results.json"
PICTURE = Path("images/reliability.svg")
MARKED = re.compile(r"(<!-- measured: ([\w-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)

LISTED = yaml.safe_load((ROOT / "evaluation/tables.yaml").read_text(encoding="utf-8"))
TABLES: Mapping[str, Callable[[Any], str]] = {
    **{name: scores_table(rows) for name, rows in LISTED.items()},
    "made-by": made_by,
    "articles": articles,
    "types": by_group("type", F1, TYPES),
    "quads": by_group("quad", F1, QUADS),
    "regions": by_group("region of actor", F1),
    "outlets": by_group("outlet", F1),
    "confidence": confidence,
    "tellings": tellings,
    "mistakes": mistakes,
    "hard": hard,
    "bias-types": by_group("type", P_R, TYPES),
    "bias-actor-regions": by_group("region of actor", RECALL),
    "bias-recipient-regions": by_group("region of recipient", RECALL),
    "bias-actors": by_group("actor", RECALL),
    "bias-recipients": by_group("recipient", RECALL),
    "bias-voices": by_group("voice", RECALL),
    "bias-statuses": by_group("status", RECALL),
    "bias-outlets": by_group("outlet", RECALL),
    "swapped-actors": swapped("region of actor"),
    "swapped-recipients": swapped("region of recipient"),
    "swapped-wordings": swapped("wording"),
    "swapped-voices": swapped("voice"),
    "swapped-names": swapped("name"),
    "swapped-genders": swapped("gender"),
    "states-not-read": states_not_read,
    "swapped-states": swapped("every state"),
}


def filled(page: str, results: Any) -> str:
    """Return a page with its measured tables made anew."""
    return MARKED.sub(lambda found: f"{found[1]}{TABLES[found[2]](results)}\n{found[4]}", page)


def build(docs: Path = DOCS, results: Path = RESULTS) -> dict[Path, str]:
    """Return every page with a measured table, and the picture, as they should be."""
    measured = read_results(results)
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    made = {path: filled(text, measured) for path, text in pages.items() if MARKED.search(text)}
    return {**made, docs / PICTURE: picture(measured)}


def check(docs: Path = DOCS, results: Path = RESULTS) -> list[str]:
    """Return the pages that are not as the results have it."""
    return [
        path.relative_to(docs).as_posix()
        for path, text in build(docs, results).items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]


def main() -> None:
    """Write the pages, or check them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; name what is out of date")
    if parser.parse_args().check:
        sys.exit(f"out of date, run `make eval`: {', '.join(found)}" if (found := check()) else 0)
    for path, text in build().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
