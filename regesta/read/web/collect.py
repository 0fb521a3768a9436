"""Addresses to articles: pages directly, feeds and sitemaps by what they list, many hosts at a time."""

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from regesta.model.article import Article, Source
from regesta.read.decoding import decode
from regesta.read.reader import broken
from regesta.read.record import unreadable
from regesta.read.web.answer import Fetched, Refused
from regesta.read.web.feeds import Listed, Listing, listing_of
from regesta.read.web.fetcher import Fetcher
from regesta.read.web.trackers import without_trackers
from regesta.read.webpage import article_of_page, declared_encoding

MAX_LISTING_DEPTH = 3  # a sitemap index may name sitemap indexes
MAX_PAGES = 1_000_000


@dataclass(frozen=True, slots=True)
class Job:
    """One address to fetch.

    Attributes:
        listed: The address, and what the listing that named it says of it.
        depth: How many listings led to it.
        etag: Mark of the version that the caller has; None without one.
        modified: The server's time of that version; None without one.
        name: What the caller calls the job; "" when the address does.
    """

    listed: Listed
    depth: int = 0
    etag: str | None = None
    modified: str | None = None
    name: str = ""


def collect(urls: Iterable[str | Listed], fetcher: Fetcher, limit: int | None = None) -> Iterator[Article]:
    """Yield the articles at some addresses; trouble with one is a fault on an article without text.

    Pages come as they arrive: hosts are asked beside each other, each in turn. An address is fetched once.

    Args:
        urls: Addresses of pages, feeds and sitemaps; what a list says of a page counts where the page says nothing.
        fetcher: Fetches them.
        limit: Most pages; None for all.
    """
    listed = (Listed(url=each) if isinstance(each, str) else each for each in urls)
    waiting = Waiting(Job(replace(each, url=without_trackers(each.url))) for each in listed)
    pages = 0
    for job, found in answers(waiting, fetcher):
        listing = listing_of(found) if isinstance(found, Fetched) else None
        if listing:
            waiting.add(jobs_of(listing, job.depth + 1))
            continue
        yield article_of_answer(found, job.listed)
        pages += 1
        if pages >= (MAX_PAGES if limit is None else limit):
            return


def answers(waiting: "Waiting", fetcher: Fetcher) -> Iterator[tuple[Job, Fetched | Refused]]:
    """Yield jobs with their answers as these arrive; jobs that the caller adds meanwhile are done as well."""
    most = fetcher.settings.workers
    with ThreadPoolExecutor(most) as pool:
        running: dict[Future[Fetched | Refused], Job] = {}
        try:
            while running or waiting:
                while len(running) < most and (job := waiting.take({host(each) for each in running.values()})):
                    running[pool.submit(fetcher.get, job.listed.url, job.etag, job.modified)] = job
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


class Waiting:
    """Jobs by host, none twice; truthy while there are some.

    Args:
        jobs: The first ones.
        by_name: Whether two jobs of one address and different names are two.
    """

    def __init__(self, jobs: Iterable[Job], *, by_name: bool = False) -> None:
        self.by_name = by_name
        self.by_host: dict[str, deque[Job]] = {}
        self.seen: set[str] = set()
        self.add(jobs)

    def add(self, jobs: Iterable[Job]) -> None:
        """Add jobs that were not there before."""
        for job in jobs:
            key = job.name if self.by_name else job.listed.url
            if key not in self.seen and len(self.seen) < MAX_PAGES:
                self.seen.add(key)
                self.by_host.setdefault(host(job), deque()).append(job)

    def take(self, busy: set[str]) -> Job | None:
        """Return the next job of a host that is not busy, hosts in turn; None when all are busy or nothing is left."""
        for name in self.by_host:
            if name not in busy:
                jobs = self.by_host.pop(name)
                job = jobs.popleft()
                if jobs:
                    self.by_host[name] = jobs  # at the end: the others first
                return job
        return None

    def __bool__(self) -> bool:
        return bool(self.by_host)


def host(job: Job) -> str:
    """Return the host of a job's address; "" for an address that is none, which is told when it is asked for."""
    try:
        return urlsplit(job.listed.url).netloc.lower()
    except ValueError:
        return ""


def jobs_of(listing: Listing, depth: int) -> Iterator[Job]:
    """Yield the jobs that a listing makes."""
    yield from (Job(listed, depth) for listed in listing.entries)
    if depth < MAX_LISTING_DEPTH:
        yield from (Job(Listed(url=url), depth) for url in listing.listings)


def article_of_answer(found: Fetched | Refused, listed: Listed) -> Article:
    """Return the article of a fetched page, or the fault of what was refused or holds none."""
    if isinstance(found, Refused):
        return unreadable(Source(origin=listed.url, url=listed.url), f"{found.cause}: {found.reason}")
    source = Source(
        origin=listed.url,
        url=without_trackers(found.url),
        publisher=listed.publisher,
        byline=listed.byline,
        published=listed.published,
        published_basis="given" if listed.published else None,
        sha256=hashlib.sha256(found.content).hexdigest(),
        retrieved=found.retrieved,
    )
    if found.kind and not found.kind.startswith(("text/", "application/xhtml", "application/xml")):
        return unreadable(source, f"content: is {found.kind}, not a web page")
    try:
        article = article_of_page(decode(found.content, declared_encoding(found.content, found.charset)), source, "")
    except Exception as error:  # a library may fail in any way on a hostile page; the others are still to be read
        return broken(source, error)
    return article if article.title or not article.text else replace(article, title=listed.title)
