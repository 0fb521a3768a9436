"""The loop: ask the feeds that are due, fetch the pages they list, code and store them, note that it is done.

A page is noted as waiting before it is fetched, and as done after the store has it. A process killed in between does
the page again, and the store, which knows articles by their content, takes it once.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from regesta.model.annotation import Fault
from regesta.model.article import Article, Source
from regesta.read.clean import without_title
from regesta.read.page_parts import story_text
from regesta.read.record import article_of_record
from regesta.read.web.answer import Fetched, Refused
from regesta.read.web.collect import Job, Waiting, answers, article_of_answer
from regesta.read.web.feeds import Listed, listing_of
from regesta.read.web.fetcher import Fetcher
from regesta.run.config import Config
from regesta.run.ingest import BATCH_ARTICLES, ingest
from regesta.run.kept import Kept
from regesta.run.translate import translated
from regesta.run.watch.state import LONGEST_RETRY, Poll, WaitingPage, WatchState
from regesta.store.store import Store

POLLS_AT_ONCE = 256  # sources asked before pages are read: bounds memory, and how long pages wait
MAX_TRIES = 10  # over a day and a half
FIRST_RETRY = timedelta(minutes=5)
LONGEST_NAP_S = 5.0
EXPECTED_LISTING = "is neither a feed (RSS, Atom) nor a sitemap"


@dataclass
class Round:
    """What one round of a watch did.

    Attributes:
        asked: Sources asked.
        failed: Sources that did not answer.
        listed: Pages that were new.
        stored: Articles stored.
        known: Articles that the store had.
        faults: Pages that gave no article.
        troubles: Why sources did not answer, by their names.
    """

    asked: int = 0
    failed: int = 0
    listed: int = 0
    stored: int = 0
    known: int = 0
    faults: int = 0
    troubles: dict[str, str] = field(default_factory=dict)


def no_report(done: Round) -> None:
    """Tell nobody."""


@dataclass
class Watch:
    """A watch over the sources in a state.

    Attributes:
        state: What is remembered.
        fetcher: Fetches.
        store: Where articles go.
        config: How they are coded.
        on_round: Told of every round in which something happened.
        now: Gives the time, UTC.
        sleep: Waits for some seconds.
        kept: What its runs have seen of the store.
        answered: Whether any source that it asked answered; None as long as none was asked.
    """

    state: WatchState
    fetcher: Fetcher
    store: Store
    config: Config
    on_round: Callable[[Round], None] = no_report
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    sleep: Callable[[float], object] = time.sleep
    kept: Kept = field(default_factory=Kept)
    answered: bool | None = None

    def run(self, *, once: bool = False) -> None:
        """Watch until interrupted.

        Args:
            once: Stop when every source that is due was asked and every page that is due was read, as for cron.

        Raises:
            StoreError: The store cannot be written.
        """
        while True:
            done = self.round()
            if done.asked:
                self.answered = bool(self.answered) or done.failed < done.asked
            if done != Round():
                self.on_round(done)
            elif once:
                return
            else:
                due = self.state.next_due()
                wait_s = (due - self.now()).total_seconds() if due else LONGEST_NAP_S
                self.sleep(min(max(wait_s, 0.1), LONGEST_NAP_S))

    def round(self) -> Round:
        """Ask sources that are due and read a batch of pages that are waiting."""
        done = Round()
        self.ask_sources(done)
        self.read_pages(done)
        return done

    def ask_sources(self, done: Round) -> None:
        """Ask the sources that are due, and note what they list."""
        polls = {poll.name: poll for poll in self.state.due(self.now(), POLLS_AT_ONCE)}
        jobs = (Job(Listed(url=p.source.url), etag=p.etag, modified=p.modified, name=p.name) for p in polls.values())
        for job, found in answers(Waiting(jobs, by_name=True), self.fetcher):
            poll = polls[job.name]
            done.asked += 1
            listing = listing_of(found) if isinstance(found, Fetched) and found.changed else None
            if isinstance(found, Fetched) and (listing or not found.changed):
                entries = listing.entries if listing else ()
                done.listed += self.state.note_listing(poll, found, entries, self.now())
                continue
            done.failed += 1
            refused = (
                found
                if isinstance(found, Refused)
                else Refused(url=job.listed.url, cause="content", reason=EXPECTED_LISTING)
            )
            done.troubles[job.name] = f"{refused.cause}: {refused.reason}"
            self.state.note_failure(poll, refused, self.now(), self.now() + source_pause(poll, refused))

    def read_pages(self, done: Round) -> None:
        """Read a batch of pages, store their articles, and note them as done after that."""
        pages = {page.listed.url: page for page in self.state.waiting(self.now(), BATCH_ARTICLES)}
        if not pages:
            return
        articles = dict(self.articles(pages, done))
        coded = translated(articles.values(), self.config.translate)
        report = ingest(coded, self.store, self.config, lambda report: None, self.kept)
        done.stored, done.known = done.stored + report.added, done.known + report.skipped
        with self.store.view() as view:
            stored = {url: view.article(article.id) or article for url, article in articles.items()}
        self.state.note_done({url: fault_of(article) for url, article in stored.items()}, self.now())

    def articles(self, pages: dict[str, WaitingPage], done: Round) -> Iterator[tuple[str, Article]]:
        """Yield the articles of pages by their addresses; those to be tried again are noted and left out."""
        for url, page in pages.items():
            if not page.pages:
                yield url, published_by(page.publisher, article_of_words(page.listed, self.now()))
        jobs = (Job(page.listed) for page in pages.values() if page.pages)
        for job, found in answers(Waiting(jobs), self.fetcher):
            page = pages[job.listed.url]
            tried = not (isinstance(found, Refused) and found.cause == "resting")
            if isinstance(found, Refused) and not found.is_final and page.tries + tried < MAX_TRIES:
                due = self.now() + pause(page.tries, found)
                self.state.note_retry(job.listed.url, found, due, tried=tried)
                continue
            article = published_by(page.publisher, article_of_answer(found, job.listed))
            done.faults += not article.text
            yield job.listed.url, article


def published_by(publisher: str, article: Article) -> Article:
    """Return an article with the publisher that the user names for its source; "" leaves what page and feed say."""
    named = publisher and article.text
    return replace(article, source=replace(article.source, publisher=publisher)) if named else article


def article_of_words(listed: Listed, now: datetime) -> Article:
    """Return the article of a page whose words the feed carries."""
    try:
        text = without_title(story_text(listed.words), listed.title) if listed.words else ""
    except (ValueError, LookupError):  # lxml's, for what is no markup at all
        text = ""
    record = {
        "text": text,
        "title": listed.title,
        "published": listed.published.isoformat() if listed.published else None,
        "publisher": listed.publisher,
        "byline": listed.byline,
        "url": listed.url,
        "retrieved": now.isoformat(),
    }
    return article_of_record(record, Source(origin=listed.url))


def fault_of(article: Article) -> tuple[str, str] | None:
    """Return cause and reason of a page that gave no article, or one that was not coded; None for others."""
    if article.text:
        met = next((fault for fault in article.faults if fault.stage != "read"), None)
        return ("coding", f"{met.stage}: {met.reason}") if met else None
    if not article.faults:
        return None
    fault: Fault = article.faults[0]
    reason = fault.reason.removeprefix(f"{article.source.origin}: ")
    cause, colon, said = reason.partition(": ")
    return (cause, said) if colon and cause.isalpha() else ("content", reason)


def pause(tries: int, refused: Refused) -> timedelta:
    """Return how long a page rests after some failures: twice as long each time, as long as its server asks."""
    asked = timedelta(seconds=refused.retry_after_s or 0)
    return min(max(FIRST_RETRY * (1 << tries), asked), LONGEST_RETRY)


def source_pause(poll: Poll, refused: Refused) -> timedelta:
    """Return how long a source rests after some failures, at least its own interval."""
    own = timedelta(minutes=poll.source.every_minutes)
    asked = timedelta(seconds=refused.retry_after_s or 0)
    return min(max(own * (1 << min(poll.failures, 10)), asked), max(LONGEST_RETRY, own))
