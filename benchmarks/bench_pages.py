"""How long the server takes for every page, as the register grows.

The register is made up, always the same: 140 events a day, some told again, statements, places, plans and claims. Times
are those of a whole request without the network: processor time, which other work on the machine disturbs little (or
by the clock on the wall, with --wall), of pages asked for again (median of five) and, apart, for the first time. Fill a
store once, measure it often:

    python benchmarks/bench_pages.py [--sizes 1000 10000] [--folder FOLDER] [--only PART] [--json FILE] [--wall]

With `--folder` stores are kept there and used again. Filling takes about a minute for each 100,000 events.
"""

import argparse
import gc
import json
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bench_register import Precoded, moved
from starlette.testclient import TestClient
from told import ToldFeed, fill_told

from regesta.cli.main import ending_in_a_line
from regesta.run.ingest import settings_of
from regesta.serve.app import app_over
from regesta.serve.beside import Beside, Reading, WorkingOut
from regesta.serve.shelf import Shelf
from regesta.store.store import Store, open_store

ROUNDS = 5
CLOCK = time.perf_counter if "--wall" in sys.argv else time.process_time
MADE_ANEW = {"Cookie": "bench=1"}  # else the answer is the one that the server keeps
LIMIT_MS = 200  # first paint that feels at once, and what issue 6 asks for at 100,000 entries
PAGES = {
    "register": "/",
    "register, party": "/?party={left}",
    "register, status (most of all)": "/?status=happened",
    "register, a view": "/?view=sanctions",
    "register, words of one in 400": "/?contains=bakeba",
    "register, words of all": "/?contains=minister",
    "register, party and month": "/?party={left}&on=2026-06",
    "register, page 40": "/?page=40",
    "register, by support": "/?sort=support",
    "register, by day of report": "/?sort=reported",
    "register, last pages": "/?sort=oldest&page=40",
    "register, place": "/?place=Place+3",
    "register, party and words of all": "/?party={left}&contains=minister",
    "register, words of all begun": "/?contains=min*",
    "register as JSON": "/entries.json",
    "register as JSON, 500 entries": "/entries.json?limit=500",
    "register as a feed, words of all": "/entries.atom?contains=minister",
    "entry": "/entries/{entry}",
    "article": "/articles/{article}",
    "actors": "/actors",
    "actor, state": "/actors/{left}",
    "actor, person": "/actors/{person}",
    "dyads": "/dyads",
    "dyad of states": "/dyads?left={left}&right={right}",
    "dyad of persons": "/dyads?left={person}&right={other}",
    "statements": "/statements",
    "statements, oldest": "/statements?sort=oldest",
    "statements, page 40": "/statements?page=40",
    "statements, words of all": "/statements?contains=trade",
    "statements over time": "/said",
    "statements over time as JSON": "/said.json",
    "statements, speaker and about": "/statements?speaker={left}&about={right}",
    "meetings": "/meetings",
    "meetings, party": "/meetings?party={left}",
    "histories, agreements": "/histories/agreements",
    "histories, sanctions": "/histories/sanctions",
    "histories, warnings": "/histories/warnings",
    "histories, meetings": "/histories/meetings",
    "histories, meetings, party": "/histories/meetings?party={left}",
    "claims": "/claims",
    "claims, party": "/claims?party={left}",
    "claims, dyad": "/claims?dyad={left}-{right}",
    "claims, publisher": "/claims?publisher=Outlet+1",
    "claims, page 50": "/claims?page=50",
    "claims as a feed": "/claims.atom",
    "map": "/map",
    "map, words of all": "/map?contains=minister",
    "network": "/network",
    "network, status (most of all)": "/network?status=happened",
    "search": "/search?q=trade",
    "search, two words": "/search?q=minister+trade",
    "search, words of all": "/search?q=minister",
    "documents": "/articles",
    "documents, words": "/articles?contains=minister",
    "sources": "/sources",
    "faults": "/faults",
    "status": "/status",
    "review": "/review",
    "counts": "/api/counts",
    "counts by type": "/api/counts?by=type",
    "counts by state and month": "/api/counts?by=state&every=month",
}


def examples(store: Store) -> dict[str, str]:
    """Return what the addresses name: an entry, an article, parties that have many events."""
    with store.view() as view:
        counts = view.actors(limit=400)
        outline = view.article_outlines()[-1]
        article = view.article(outline.id)
    persons = [c.entity for c in counts if c.entity and c.entity.startswith("person:")]
    states = [c.iso3 for c in counts if c.entity and c.entity.startswith("state:") and c.iso3]
    assert article is not None
    return {
        "entry": article.events[0].id,
        "article": article.id,
        "person": persons[0],
        "other": persons[1],
        "left": states[0],
        "right": states[1],
    }


def measure(store: Store, only: str) -> dict[str, float]:
    """Return the time of every page, in milliseconds."""
    named = examples(store)
    found: dict[str, float] = {}
    app = app_over(store)
    shelf: Shelf = app.state.shelf
    shelf._work_out = lambda: None  # type: ignore[method-assign]  # done below, so that it is timed apart
    with TestClient(app) as client:
        found["server just started: register"] = milliseconds(client, "/")
        found["then, beside: what is shown at once"] = beside(
            shelf, Reading(store, shelf.warmth, lambda: None, shelf._put_up)
        )
        if not only:
            worker = WorkingOut(store, shelf.warmth, lambda: shelf.clusters)
            found["then, beside: what takes long"] = beside(shelf, worker)
        gc.collect()
        gc.freeze()  # before each request garbage is looked for: not in the register of a million events every time
        for name, address in PAGES.items():
            if only in name:
                path = address.format(**named)
                found[f"first: {name}"] = milliseconds(client, path)
                found[name] = statistics.median(milliseconds(client, path) for _ in range(ROUNDS))
        for _ in range(2):
            store_one_more(store)
            reading = Reading(store, shelf.warmth, lambda: shelf.clusters, shelf._put_up)
            found["after a change, beside: until it is shown"] = beside(shelf, reading)
        found["then: register"] = milliseconds(client, "/")
    gc.unfreeze()
    return found


def beside(shelf: Shelf, worker: Beside) -> float:
    """Return how long a server works beside the requests."""
    gc.collect()
    began = CLOCK()
    with shelf.view() as view:
        worker.catch_up(view)
    return (CLOCK() - began) * 1000


def milliseconds(client: TestClient, path: str) -> float:
    """Return how long a page takes."""
    gc.collect()
    began = CLOCK()
    client.get(path, headers=MADE_ANEW).raise_for_status()
    return (CLOCK() - began) * 1000


def store_one_more(store: Store) -> None:
    """Store one article more, so that a server has to look again."""
    made = next(ToldFeed(random.Random(time.time_ns()), 140).articles(4))
    article = moved(made, f"more{time.time_ns()}")
    with store.writer() as writer:
        run = writer.start_run(settings_of(Precoded()), datetime.now(UTC))
        writer.add_article(run, article)
        writer.finish_run(run, datetime.now(UTC), {})


def filled(folder: Path, events: int) -> Store:
    """Return a store with so many events, filled when it does not exist yet."""
    path = folder / f"pages-{events}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        with open_store(f"sqlite:{part}" if ":" in str(part) else str(part)) as store:
            fill_told(store, ToldFeed(random.Random(events), 140), events)
        part.rename(path)
    return open_store(str(path), create=False)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="", help="pages whose name has this; nothing that takes long")
    parser.add_argument("--json", type=Path, help="file to write the numbers to")
    parser.add_argument("--wall", action="store_true", help="time by the clock on the wall")
    options = parser.parse_args()
    rows: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for size in options.sizes:
            with filled(options.folder or Path(temporary), size) as store:
                rows[size] = measure(store, options.only)
    print(f"{'ms':<46}" + "".join(f"{size:>12,}" for size in rows))
    for name in next(iter(rows.values())):
        marks = ["*" if row[name] > LIMIT_MS else " " for row in rows.values()]
        cells = zip(rows.values(), marks, strict=True)
        print(f"{name:<46}" + "".join(f"{row[name]:>11.1f}{mark}" for row, mark in cells))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with ending_in_a_line("bench_pages"):
        main()
