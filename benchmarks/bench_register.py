"""How the register grows: adding one article to a store of many events, and what it costs to show it.

The events are made up, as a mid-size feed would have them: 140 a day whatever the size of the store, so that a larger
store reaches further back; kinds of act as often as in the example articles, parties and publishers as uneven as in
news; sentences of words as common as news has them; a happening in eight told twice or more, the second time in words
of which a third are others. Articles are made coded, so that only storing, comparing and reading are timed.

    python benchmarks/bench_register.py [--sizes 1000 10000] [--store ADDRESS] [--per-day N] [--unjudged] [--json FILE]

The address is one of a store that does not exist yet; "{size}" in it becomes the number of events, and a store in a
temporary folder is taken by default. For PostgreSQL give a database that is empty, one size, and --wall:
times are process time, which other work on the machine disturbs little, but which leaves out what a server does.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path

from regesta.cli.main import ending_in_a_line
from regesta.dedupe.block import blocks_of
from regesta.dedupe.words import load_common
from regesta.model.annotation import DateInterval, Mention, Sentence
from regesta.model.article import Article, Source
from regesta.model.decision import Correction, Decision
from regesta.model.entity import Actor
from regesta.model.event import Event, EventDate, Role, fact_id
from regesta.model.span import Span
from regesta.resolve.persons.knowledge import Knowledge
from regesta.resolve.persons.learning import offices_seen
from regesta.resolve.states.states import load_states
from regesta.run.config import Config
from regesta.run.ingest import ingest, settings_of
from regesta.run.judge_corrected import store_decisions
from regesta.run.kept import Kept
from regesta.run.pipeline import Pipeline
from regesta.serve.address import plain_address
from regesta.serve.pages.register import LISTING, find
from regesta.serve.shelf import Shelf
from regesta.store.store import Store, open_store
from regesta.store.writer import Writer

TYPE_WEIGHTS = {
    "CONSULT": 129, "ASSAULT": 74, "AGREE": 62, "REQUEST": 61, "SUPPORT": 56, "ACCUSE": 53, "REJECT": 42, "COERCE": 35,
    "SANCTION": 35, "RETREAT": 25, "THREATEN": 18, "MOBILIZE": 14, "PROTEST": 14, "AID": 9, "CONCEDE": 4,
}  # fmt: skip
"""How often each kind of act is in the example articles."""
TYPES = tuple(TYPE_WEIGHTS)
MODES = (None, "visit", "meet", "phone")
STATES = sorted(load_states().by_iso3)
PERSONS = 20_000
WORDS = 14  # of a sentence, beside the parties and the act
KEPT_WORDS = 9  # of them in a second telling
PUBLISHERS = [f"Outlet {number}" for number in range(60)]
OFFICES = ("minister", "president", "ambassador", "foreign minister", "spokesman")
TITLED = 0.3  # of the actors; one in ten events then tells a person's office, as in the example articles
EVENTS_PER_ARTICLE = 4
LAST_DAY = date(2026, 6, 30)
RETOLD = 0.125  # of the events of an article, those that retell one of the last days
ROUNDS = 24  # of them a third by programs just started
CLOCK = time.perf_counter if "--wall" in sys.argv else time.process_time


@dataclass(frozen=True)
class Happening:
    """What an event tells of."""

    type: str
    mode: str | None
    actor: Actor
    recipient: Actor
    day: date
    words: tuple[str, ...]


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

    def articles(self, events: int, last_day: date = LAST_DAY) -> Iterator[Article]:
        """Yield articles with so many events in all, the last of them published on a day."""
        recent: list[Happening] = []
        for number in range(events // EVENTS_PER_ARTICLE):
            back = (events - number * EVENTS_PER_ARTICLE) // self.per_day
            day = last_day - timedelta(days=back)
            told = [self.happening(day, recent) for _ in range(EVENTS_PER_ARTICLE)]
            recent = (recent + told)[-2 * self.per_day :]
            yield self.article(f"n{number}", day, told)

    def happening(self, day: date, recent: list[Happening]) -> Happening:
        """Return something new, or something told before."""
        if recent and self.chance.random() < RETOLD:
            return self.chance.choice(recent)
        type_ = self.chance.choices(TYPES, list(TYPE_WEIGHTS.values()))[0]
        ahead = timedelta(days=self.chance.choice((0, 0, 0, -1, -1, -2, 3)))
        return Happening(
            type_, self.chance.choice(MODES), self.party(), self.party(), day + ahead, tuple(self.words(WORDS))
        )

    def words(self, count: int) -> list[str]:
        """Return words, common ones as often as in news; one of fourteen is a name that stands nowhere else."""
        known, weights = vocabulary()
        rare = f"{syllables(self.chance.randrange(10**6))}"
        return [*self.chance.choices(known, cum_weights=weights, k=count - 1), rare]

    def line(self, happening: Happening) -> str:
        """Return a sentence that tells a happening; every article has other words for a third of it."""
        kept = self.chance.sample(happening.words, KEPT_WORDS)
        words = " ".join((*kept, *self.words(WORDS - KEPT_WORDS)))
        told = f"{happening.actor.name} {happening.type.lower()}ed {happening.recipient.name} {words}"
        return f"{told}, a minister said on {happening.day}."

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
        lines = [self.line(happening) for happening in told]
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
        mentions = [self.titled(event.roles[0]) for event in events if self.chance.random() < TITLED]
        titled = tuple(mention for mention in mentions if mention)
        return replace(base, sentences=tuple(sentences), events=tuple(events), mentions=titled)

    def titled(self, role: Role) -> Mention | None:
        """Return a mention of a party with its office; None of one that is no person of a known state."""
        actor = role.actor
        if actor is None or not actor.iso3 or not (actor.entity or "").startswith("person:"):
            return None
        office = OFFICES[len(actor.name) % len(OFFICES)]
        in_office = replace(actor, office=office, basis="demonym")
        return Mention(
            span=role.span, head=0, form="name", kind="actor", label="PERSON", name=role.span, actor=in_office
        )


@lru_cache(maxsize=1)
def vocabulary() -> tuple[list[str], list[int]]:
    """Return the words of news, cut to their stems, and in how many articles each and those before it stand."""
    _, standing_in = load_common()
    known = [word for word in standing_in if word.isalpha()]
    return known, list(accumulate(standing_in[word] for word in known))


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


def add_run(writer: Writer, articles: Iterable[Article]) -> None:
    """Store articles as a finished run left them, their events not judged."""
    run = writer.start_run(settings_of(Precoded()), datetime.now(UTC))
    for article in articles:
        writer.add_article(run, article)
        writer.set_offices(article.id, offices_seen(article))
        writer.set_blocks(blocks_of(article))
    writer.finish_run(run, datetime.now(UTC), {})


def fill(store: Store, articles: Iterator[Article], *, unjudged: bool) -> None:
    """Store articles as finished runs left them.

    Args:
        store: Where they go.
        articles: The articles.
        unjudged: Whether their events are passed off as judged; else the first run that follows judges them.
    """
    while batch := list(islice(articles, 5_000)):
        with store.writer() as writer:
            add_run(writer, batch)
    if unjudged:
        with store.writer() as writer:
            writer.note_judged(None, writer.now)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a call takes."""
    began = CLOCK()
    work()
    return (CLOCK() - began) * 1000


def measure(store: Store, feed: Feed, events: int, *, unjudged: bool) -> dict[str, float]:
    """Fill a store with so many events, add articles, read pages; return medians in milliseconds."""
    found = {"fill, ms/event": milliseconds(lambda: fill(store, feed.articles(events), unjudged=unjudged)) / events}
    late = [replace(article, id=f"late{article.id}") for article in feed.articles(ROUNDS * EVENTS_PER_ARTICLE)]
    late = [moved(article, f"late{number}") for number, article in enumerate(late)]
    alone, late = late[: len(late) // 3], late[len(late) // 3 :]
    kept = Kept()
    started = [milliseconds(lambda a=article: ingest([a], store, Precoded(), print_nothing)) for article in alone]  # type: ignore[misc]
    ingest([moved(late[0], "first")], store, Precoded(), print_nothing, kept)
    added = [milliseconds(lambda a=article: ingest([a], store, Precoded(), print_nothing, kept)) for article in late]  # type: ignore[misc]
    found |= {"add one article": statistics.median(added), "add, slowest": max(added)}
    found |= {
        "add one, a program just started": statistics.median(started[1:]),
        "add the first, judging all": started[0],
    }
    made = [redating(event, number) for number, article in enumerate(late) for event in article.events]
    fixed = [milliseconds(lambda d=decision: store_decisions(store, [d], kept)) for decision in made]  # type: ignore[misc]
    found |= {"correct a date": statistics.median(fixed), "correct, slowest": max(fixed)}
    shelf = Shelf(store)
    found["read the register, a server just started"] = milliseconds(shelf.read_now)
    with shelf.register() as register:
        find(register, plain_address(LISTING))  # the columns that a page needs
    ingest([moved(late[0], "one more")], store, Precoded(), print_nothing)
    found["bring the register up to date"] = milliseconds(shelf.read_now)
    with shelf.register() as register:
        found["find what its first page shows"] = milliseconds(lambda: find(register, plain_address(LISTING)))
    return found


def redating(event: Event, number: int) -> Decision:
    """Return a decision that gives an event a day a week earlier."""
    assert event.date is not None  # every event has one here
    week, days = timedelta(days=7), event.date.interval
    earlier = EventDate(interval=replace(days, start=days.start - week, end=days.end - week), basis="corrected")
    correction = Correction(field="date", old=str(days.start), new=str(days.start - week), value=earlier)
    made = datetime.now(UTC)
    return Decision(act="correct", event=event.id, author="bench", reason=str(number), made=made, correction=correction)


def moved(article: Article, identifier: str) -> Article:
    """Return an article under another id, its events and statements with it."""
    events = [
        replace(event, article_id=identifier, id=fact_id(identifier, "event", str(number)))
        for number, event in enumerate(article.events)
    ]
    statements = [
        replace(said, article_id=identifier, id=fact_id(identifier, "statement", str(number)))
        for number, said in enumerate(article.statements)
    ]
    return replace(article, id=identifier, events=tuple(events), statements=tuple(statements))


def print_nothing(_: object) -> None:
    """Take the progress of a run."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--store", default="")
    parser.add_argument("--per-day", type=int, default=140)
    parser.add_argument("--unjudged", action="store_true", help="do not judge all events first, which takes longest")
    parser.add_argument("--json", type=Path, help="file to write the numbers to")
    parser.add_argument("--wall", action="store_true", help="time by the clock on the wall")
    options = parser.parse_args()
    rows: dict[int, dict[str, float]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            address = (options.store or f"{folder}/regesta.db").format(size=size)
            with open_store(address) as store:
                rows[size] = measure(store, Feed(random.Random(size), options.per_day), size, unjudged=options.unjudged)
        if options.json:  # after each, as the largest take hours
            options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print(f"{'ms':<42}" + "".join(f"{size:>12,}" for size in rows))
    for name in next(iter(rows.values())):
        print(f"{name:<42}" + "".join(f"{row[name]:>12.1f}" for row in rows.values()))


if __name__ == "__main__":
    with ending_in_a_line("bench_register"):
        main()
