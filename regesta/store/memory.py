"""A store in memory: for tests, notebooks and articles that need not stay."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Self

from regesta.errors import StoreError
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
from regesta.model.office import OfficeSeen
from regesta.store.memory_content import Content, Made, Version, judgement_key
from regesta.store.memory_view import MemoryView
from regesta.store.moments import next_moment
from regesta.store.runs import Run, RunSettings, version_of
from regesta.store.store import Store
from regesta.store.writer import WAIT_S


@dataclass
class MemoryStore:
    """A store in this process; see `regesta.store.store.Store`."""

    url: str = "memory:"
    wait_s: float = WAIT_S
    content: Content = field(default_factory=Content)
    lock: Lock = field(default_factory=Lock)
    may_write: bool = True

    @contextmanager
    def writer(self) -> Iterator["MemoryWriter"]:
        """Begin a transaction; it is kept when the block ends and undone when the block raises."""
        if not self.may_write:
            raise StoreError(f"{self.url}: was opened for reading only")
        if not self.lock.acquire(timeout=self.wait_s):
            raise StoreError(f"{self.url}: another writer has not finished in {self.wait_s:g} s; wait until it has")
        try:
            now = next_moment(self.content.state.moment)
            writer = MemoryWriter(self.content.copy(now), now)
            yield writer
            self.content = writer.content
        finally:
            self.lock.release()

    @contextmanager
    def view(self) -> Iterator[MemoryView]:
        """Open a view of this moment."""
        yield MemoryView(self.content)

    def refuse_writes(self) -> None:
        """Refuse every write from now on."""
        self.may_write = False

    def close(self) -> None:
        """Do nothing: there is nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_memory(url: str = "memory:", *, create: bool = True) -> Store:
    """Open an empty store in memory.

    Args:
        url: "memory:".
        create: Must be True: a store in memory never exists before.

    Raises:
        StoreError: `create` is False.
    """
    if not create:
        raise StoreError("memory: there is no store in memory to be read; give a path")
    return MemoryStore(url)


@dataclass
class MemoryWriter:
    """One transaction; see `regesta.store.writer.Writer`. It writes to a copy of the content."""

    content: Content
    now: datetime

    def view(self) -> MemoryView:
        """Return a view of what the store holds together with what this transaction has written."""
        return MemoryView(self.content)

    def start_run(self, settings: RunSettings, started: datetime) -> int:
        """Begin a run and return its number."""
        run = len(self.content.runs) + 1
        self.content.runs[run] = Run(id=run, settings=settings, started=started)
        return run

    def finish_run(self, run: int, finished: datetime, summary: Mapping[str, int]) -> None:
        """Note that a run has ended, and its counts."""
        self.content.runs[run] = replace(self.content.runs[run], finished=finished, summary=dict(summary))

    def add_article(self, run: int, article: Article) -> bool:
        """Store an article and what it reports; False when the store has this version."""
        if run not in self.content.runs:
            raise StoreError(f"no run {run} in the store: call start_run first")
        version = version_of(article, self.content.runs[run].settings)
        if version in self.content.versions:
            return False
        number = len(self.content.versions) + 1
        self.content.versions[version] = Version(number, version, run, replace(article, parse=None), self.now)
        self.content.current[article.id] = version
        return True

    def set_blocks(self, keys: Mapping[str, Iterable[str]], kind: JudgedKind = "event") -> None:
        """Set the block keys of events or statements of current versions, in place of those they had."""
        self.content.blocks.update({(kind, id): frozenset(blocks) for id, blocks in keys.items()})

    def set_offices(self, article_id: str, seen: Iterable[OfficeSeen]) -> None:
        """Set the offices that the current version of an article gives to people; see `Writer`."""
        if article_id not in self.content.current:
            raise StoreError(f"no article {article_id!r} in the store: add it before its offices")
        version = self.content.versions[self.content.current[article_id]]
        day = version.article.source.day
        self.content.offices[version.id] = tuple(
            replace(one, article_id=article_id, day=day, run=version.run) for one in seen
        )

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Store judgements, replacing older ones by the same author on the same pair; return how many were new."""
        before = len(self.content.judgements)
        for judgement in judgements:
            if judgement.left >= judgement.right:
                raise StoreError(f"judgement on {judgement.left} and {judgement.right}: `left` must be the smaller id")
            self._retire(judgement)
            self.content.judgements[judgement_key(judgement)] = Made(judgement, self.now)
        return len(self.content.judgements) - before

    def remove_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Remove judgements, found by kind, pair and author; return how many there were."""
        before = len(self.content.judgements)
        for judgement in judgements:
            self._retire(judgement)
        return before - len(self.content.judgements)

    def note_judged(self, since: datetime | None, until: datetime | None) -> bool:
        """Note until when events have been judged; False when that has changed since."""
        if self.content.state.judged != since:
            return False
        self.content.state = replace(self.content.state, judged=until)
        return True

    def add_decisions(self, decisions: Iterable[Decision]) -> int:
        """Append decisions of persons; return how many were new."""
        before = len(self.content.decisions)
        for decision in decisions:
            self.content.decisions.setdefault(decision.id, decision)
        return len(self.content.decisions) - before

    def add_foreign(self, reports: Iterable[ForeignReport]) -> int:
        """Store rows of other data sets; return how many were new."""
        before = len(self.content.foreign)
        for report in reports:
            self.content.foreign.setdefault(report.id, report)
        return len(self.content.foreign) - before

    def _retire(self, judgement: Judgement) -> None:
        """Move the judgement of the same pair and author, if there is one, to those that gave way."""
        if older := self.content.judgements.pop(judgement_key(judgement), None):
            self.content.past_judgements += (older._replace(replaced=self.now),)
