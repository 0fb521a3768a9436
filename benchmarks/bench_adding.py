"""What one more article costs a register, in a program that goes on: processor time, and which step takes it.

Articles that come coded are added one by one, as `regesta watch` adds them: storing, judging against all others, each
transaction on the disk. Then dates of their events are corrected, as a person does. The register is the one of
`bench_register.py`, or with `--told` the one of `bench_pages.py`: articles that tell places, statements and claims.

    python benchmarks/bench_adding.py [--events 100000] [--articles N] [--told] [--store FILE] [--json FILE]

Filling takes a minute for each 100,000 events; with `--store` the store is kept, and measured again as it was. Shares
are of processor time, of another set of articles, since telling steps apart takes time itself. Other work on the
machine makes processor time vary up to twofold: the fastest says most.
"""

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from pkgutil import resolve_name
from unittest.mock import patch

from bench_register import (
    EVENTS_PER_ARTICLE,
    LAST_DAY,
    Feed,
    Precoded,
    fill,
    milliseconds,
    moved,
    print_nothing,
    redating,
)
from told import ToldFeed, fill_told

from regesta.cli.main import ending_in_a_line
from regesta.garbage import look_seldom
from regesta.model.article import Article
from regesta.run.ingest import ingest
from regesta.run.judge_corrected import store_decisions
from regesta.run.kept import Kept
from regesta.store.store import Store, open_store

STEPS = {
    "blocks": ("regesta.store.sql.view.read_blocks",),
    "persons and offices": (
        "regesta.run.judge.told_anew",
        "regesta.run.judge.one_entity",
        "regesta.run.person_states.PersonStates.look_up",
        "regesta.run.kept.Kept.catch_up",
    ),
    "reading events": ("regesta.run.judge.reports_of", "regesta.run.judge.compared_as"),
    "comparing": ("regesta.run.judge.same_or_unsure", "regesta.run.judge_statements.compare_statements"),
    "judgements": (
        "regesta.store.sql.view.read_judgements",
        "regesta.store.sql.writer.add_judgements",
        "regesta.store.sql.writer.remove_judgements",
    ),
    "writing the article": ("regesta.run.ingest.store_batch",),
    "full text": ("regesta.store.sql.row_buffer.RowBuffer._write_words",),
    "commit": ("sqlalchemy.engine.default.DefaultDialect.do_commit",),
}
"""The functions of each step; what one calls of another step counts for that one. "other" is all that is not named."""
COLUMNS = ("fastest", "median", "p95")


@dataclass
class Stopwatch:
    """Processor time by step, each without the steps inside it."""

    spent_s: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    running: list[str] = field(default_factory=list)
    last_s: float = 0.0

    def change(self) -> None:
        """Give the time since the last change to the step that ran."""
        now = time.process_time()
        if self.running:
            self.spent_s[self.running[-1]] += now - self.last_s
        self.last_s = now

    def timed(self, step: str, work: Callable[..., object]) -> Callable[..., object]:
        """Return a function whose time counts for a step; that of a generator until it has ended."""

        def run(*given: object, **named: object) -> object:
            self.change()
            self.running.append(step)
            try:
                found = work(*given, **named)
                return iter(list(found)) if isinstance(found, Iterator) else found
            finally:
                self.change()
                self.running.pop()

        return run

    def shares(self, work: Callable[[], object]) -> dict[str, float]:
        """Return how much of the time of a call each step takes, 0 to 1."""
        with ExitStack() as patches:
            for step, names in STEPS.items():
                for name in names:
                    patches.enter_context(patch(name, self.timed(step, resolve_name(name))))
            self.timed("other", work)()
        total_s = sum(self.spent_s.values())
        return {step: self.spent_s[step] / total_s for step in (*STEPS, "other")}


def late_articles(feed: Feed, count: int) -> list[Article]:
    """Return articles of the days after those of the store."""
    events = count * EVENTS_PER_ARTICLE
    made = feed.articles(events, LAST_DAY + timedelta(days=1 + events // feed.per_day))
    return [moved(article, f"late{number}") for number, article in enumerate(made)]


def told_of(times_ms: list[float]) -> dict[str, float]:
    """Return what is told of some times, by `COLUMNS`."""
    at_95 = sorted(times_ms)[int(0.95 * (len(times_ms) - 1))]
    return dict(zip(COLUMNS, (min(times_ms), statistics.median(times_ms), at_95), strict=True))


def measure(store: Store, feed: Feed, count: int) -> dict[str, dict[str, float]]:
    """Add articles and correct dates; return times in milliseconds, and the shares of steps."""
    late = late_articles(feed, 3 * count)
    kept, config = Kept(), Precoded()

    def add(articles: list[Article]) -> list[float]:
        return [milliseconds(lambda a=article: ingest([a], store, config, print_nothing, kept)) for article in articles]  # type: ignore[misc]

    def correct(articles: list[Article]) -> list[float]:
        made = [redating(article.events[0], number) for number, article in enumerate(articles)]
        return [milliseconds(lambda d=decision: store_decisions(store, [d], kept)) for decision in made]  # type: ignore[misc]

    add(late[:count])  # what a program that goes on has seen before
    fresh, others = late[count : 2 * count], late[2 * count :]
    return {
        "add one article": told_of(add(fresh)),
        "correct a date": told_of(correct(fresh)),
        "shares of adding": Stopwatch().shares(lambda: add(others)),
        "shares of correcting": Stopwatch().shares(lambda: correct(others)),
    }


def fill_with(feed: Feed, events: int, store: Store) -> None:
    """Fill a store with so many events, passed off as judged."""
    if not isinstance(feed, ToldFeed):
        return fill(store, feed.articles(events), unjudged=True)
    fill_told(store, feed, events)
    with store.writer() as writer:
        writer.note_judged(None, writer.now)


def main() -> None:
    """Print the times and the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=60, help="added for each figure")
    parser.add_argument("--per-day", type=int, default=140)
    parser.add_argument("--told", action="store_true", help="articles tell places, statements and claims too")
    parser.add_argument("--store", type=Path, help="file that is filled if there is none; a copy of it is measured")
    parser.add_argument("--json", type=Path, help="file to write the numbers to")
    options = parser.parse_args()
    look_seldom()  # as the command line does
    kind = ToldFeed if options.told else Feed
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or Path(folder, "filled.db")
        if not path.exists():
            with open_store(str(path)) as store:
                fill_with(kind(random.Random(options.events), options.per_day), options.events, store)
        late = kind(random.Random(f"late {options.events}"), options.per_day)
        with open_store(shutil.copy(path, f"{folder}/measured.db")) as store:
            figures = measure(store, late, options.articles)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, values in figures.items():
        form = "{} {:.1%}" if name.startswith("shares") else "{} {:.1f} ms"
        print(f"{name}: " + ", ".join(form.format(each, value) for each, value in values.items()))


if __name__ == "__main__":
    with ending_in_a_line("bench_adding"):
        main()
