"""How the register grows: adding one article to a store of many events, and the pages over it.

The events are made up, as a mid-size feed would have them: 140 a day whatever the size of the store, so that a larger
store reaches further back; kinds of act, parties and publishers as uneven as in news; a happening in eight told twice
or more. Articles are made coded, so that only storing, comparing and reading are timed.

    python benchmarks/bench_register.py [--sizes 1000 10000] [--store ADDRESS] [--per-day N] [--plot FILE] [--wall]

The address is one of a store that does not exist yet; "{size}" in it becomes the number of events, and a store in a
temporary folder is taken by default. For PostgreSQL give a database that is empty, one size, and --wall:
times are process time, which other work on the machine disturbs little, but which leaves out what a server does.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from starlette.testclient import TestClient

from regesta.dedupe.block import blocks_of
from regesta.model.annotation import DateInterval, Sentence
from regesta.model.article import Article, Source
from regesta.model.entity import Actor
from regesta.model.event import Event, EventDate, Role, fact_id
from regesta.model.span import Span
from regesta.resolve.knowledge import Knowledge
from regesta.resolve.states import load_states
from regesta.run.config import Config
from regesta.run.ingest import ingest, settings_of
from regesta.run.pipeline import Pipeline
from regesta.serve.app import app_over
from regesta.store.store import Store, open_store

TYPES = ("CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "ASSAULT")
TYPE_WEIGHTS = (30, 14, 10, 9, 9, 6, 6, 6, 5, 5)
MODES = (None, "visit", "meet", "phone")
STATES = sorted(load_states().by_iso3)
PERSONS = 20_000
PUBLISHERS = [f"Outlet {number}" for number in range(60)]
EVENTS_PER_ARTICLE = 4
LAST_DAY = date(2026, 6, 30)
RETOLD = 0.125  # of the events of an article, those that retell one of the last days
ROUNDS = 15
CLOCK = time.perf_counter if "--wall" in sys.argv else time.process_time
PAGES = {
    "register": "/",
    "filtered": "/?party=FRA&on=2026-06",
    "articles": "/articles",
    "search": "/articles?contains=minister",
    "statements": "/statements",
    "sources": "/sources",
}


@dataclass(frozen=True)
class Happening:
    """What an event tells of."""

    type: str
    mode: str | None
    actor: Actor
    recipient: Actor
    day: date


@dataclass(frozen=True, kw_only=True)
class Precoded(Config):
    """Settings of a run whose articles come coded."""

    def pipeline(self, *, strict: bool = False, learned: Knowledge | None = None) -> Pipeline:
        """Return a pipeline that changes nothing."""
        return Pipeline((), strict)


@dataclass
class Feed:
    """Made-up articles of a news feed, always the same for the same seed."""

    chance: random.Random
    per_day: int

    def articles(self, events: int) -> Iterator[Article]:
        """Yield articles with so many events in all, the last of them published on `LAST_DAY`."""
        recent: list[Happening] = []
        for number in range(events // EVENTS_PER_ARTICLE):
            back = (events - number * EVENTS_PER_ARTICLE) // self.per_day
            day = LAST_DAY - timedelta(days=back)
            told = [self.happening(day, recent) for _ in range(EVENTS_PER_ARTICLE)]
            recent = (recent + told)[-2 * self.per_day :]
            yield self.article(f"n{number}", day, told)

    def happening(self, day: date, recent: list[Happening]) -> Happening:
        """Return something new, or something told before."""
        if recent and self.chance.random() < RETOLD:
            return self.chance.choice(recent)
        type_ = self.chance.choices(TYPES, TYPE_WEIGHTS)[0]
        ahead = timedelta(days=self.chance.choice((0, 0, 0, -1, -1, -2, 3)))
        return Happening(type_, self.chance.choice(MODES), self.party(), self.party(), day + ahead)

    def party(self) -> Actor:
        """Return a state or a person; few of them make most of the news."""
        state = STATES[int(10 * self.chance.paretovariate(0.9)) % len(STATES)]  # the commonest in 1 of 12
        if self.chance.random() < 0.6:
            return Actor(name=state.title(), iso3=state, sector="GOV", entity=f"state:{state}")
        number = min(int(20 * self.chance.paretovariate(0.6)), PERSONS)  # the commonest in 1 of 34
        name = f"{syllables(number * 7919)} {syllables(number)}"
        known = self.chance.random() < 0.7
        entity = f"person:{name.lower().replace(' ', '-')}"
        return Actor(name=name, iso3=STATES[number % len(STATES)] if known else None, sector="GOV", entity=entity)

    def article(self, identifier: str, day: date, told: list[Happening]) -> Article:
        """Return a coded article."""
        lines = [f"{h.actor.name} {h.type.lower()}ed {h.recipient.name}, a minister said on {h.day}." for h in told]
        text = "\n".join(lines)
        base = Article(
            id=identifier,
            text=text,
            title=lines[0],
            language="en",
            source=Source(publisher=self.chance.choice(PUBLISHERS), published=day),
        )
        starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
        sentences = [
            Sentence(span=Span(start, start + len(line)), first_token=0, end_token=1, paragraph=0)
            for start, line in zip(starts, lines, strict=True)
        ]
        events = [event_of(base, happening, start) for happening, start in zip(told, starts, strict=True)]
        return replace(base, sentences=tuple(sentences), events=tuple(events))


def syllables(number: int) -> str:
    """Return a made-up name."""
    parts = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu")
    return "".join(parts[int(digit)] for digit in str(number + 100)).title()


def event_of(article: Article, happening: Happening, start: int) -> Event:
    """Return an event told by the sentence that begins at `start`."""
    actor, recipient = happening.actor, happening.recipient
    trigger = Span(start + len(actor.name) + 1, start + len(actor.name) + 1 + len(happening.type) + 2)
    other = Span(trigger.end + 1, trigger.end + 1 + len(recipient.name))
    end = article.text.find("\n", start)
    return Event(
        id=fact_id(article.id, "event", article.text_sha256, trigger.start, trigger.end, happening.type),
        article_id=article.id,
        type=happening.type,
        mode=happening.mode,
        contexts=("diplomatic",),
        cameo="042",
        quad=1 + TYPES.index(happening.type) * 4 // len(TYPES),
        intensity=1.0,
        trigger=trigger,
        trigger_text=trigger.of(article.text),
        roles=(
            Role(name="actor", span=Span(start, start + len(actor.name)), text=actor.name, actor=actor),
            Role(name="recipient", span=other, text=recipient.name, actor=recipient),
        ),
        date=EventDate(
            interval=DateInterval(happening.day, happening.day + timedelta(days=1), "day"), basis="published"
        ),
        place=None,
        status="happened",
        confidence=0.8,
        evidence=(Span(start, end if end > 0 else len(article.text)),),
        made_by="events@bench",
    )


def fill(store: Store, articles: Iterator[Article]) -> None:
    """Store articles as finished runs left them; their events are not judged, which would take the time of a run."""
    while batch := list(islice(articles, 5_000)):
        with store.writer() as writer:
            run = writer.start_run(settings_of(Precoded()), datetime.now(UTC))
            for article in batch:
                writer.add_article(run, article)
                writer.set_blocks(blocks_of(article))
            writer.finish_run(run, datetime.now(UTC), {})


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    began = CLOCK()
    work()
    return (CLOCK() - began) * 1000


def measure(store: Store, feed: Feed, events: int) -> dict[str, float]:
    """Fill a store with so many events, add articles, read pages; return medians in milliseconds."""
    found = {"fill, ms/event": milliseconds(lambda: fill(store, feed.articles(events))) / events}
    late = [replace(article, id=f"late{article.id}") for article in feed.articles(ROUNDS * EVENTS_PER_ARTICLE)]
    late = [moved(article, f"late{number}") for number, article in enumerate(late)]
    added = [milliseconds(lambda a=article: ingest([a], store, Precoded(), print_nothing)) for article in late]  # type: ignore[misc]
    found |= {"add one article": statistics.median(added), "add, slowest": max(added)}
    with TestClient(app_over(store)) as client:
        found["first page after a change"] = milliseconds(lambda: client.get("/").raise_for_status())
        for name, address in PAGES.items():
            client.get(address).raise_for_status()
            times = [milliseconds(lambda a=address: client.get(a).raise_for_status()) for _ in range(3)]  # type: ignore[misc]
            found[f"page: {name}"] = statistics.median(times)
    return found


def moved(article: Article, identifier: str) -> Article:
    """Return an article under another id, its events with it."""
    events = [
        replace(event, article_id=identifier, id=fact_id(identifier, "event", str(number)))
        for number, event in enumerate(article.events)
    ]
    return replace(article, id=identifier, events=tuple(events))


def print_nothing(_: object) -> None:
    """Take the progress of a run."""


def plot(rows: dict[int, dict[str, float]], path: Path) -> None:
    """Draw the times against the number of events."""
    from matplotlib import pyplot  # noqa: PLC0415 - no dependency of the project

    figure, axes = pyplot.subplots(figsize=(8, 5))
    for name in next(iter(rows.values())):
        axes.plot(list(rows), [row[name] for row in rows.values()], marker="o", label=name)
    axes.set(xscale="log", yscale="log", xlabel="events in the store", ylabel="ms")
    axes.legend(fontsize="small")
    figure.savefig(path)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--store", default="")
    parser.add_argument("--per-day", type=int, default=140)
    parser.add_argument("--plot", type=Path, help="a file to draw the table into; needs matplotlib")
    parser.add_argument("--wall", action="store_true", help="time by the clock on the wall")
    options = parser.parse_args()
    rows: dict[int, dict[str, float]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            address = (options.store or f"{folder}/regesta.db").format(size=size)
            with open_store(address) as store:
                rows[size] = measure(store, Feed(random.Random(size), options.per_day), size)
    print(f"{'ms':<28}" + "".join(f"{size:>12,}" for size in rows))
    for name in next(iter(rows.values())):
        print(f"{name:<28}" + "".join(f"{row[name]:>12.1f}" for row in rows.values()))
    if options.plot:
        plot(rows, options.plot)


if __name__ == "__main__":
    main()
