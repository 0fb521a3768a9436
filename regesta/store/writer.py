"""The protocol of writing to a store: one transaction."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.foreign import ForeignReport
from regesta.model.judgement import JudgedKind, Judgement
from regesta.model.office import OfficeSeen
from regesta.store.runs import RunSettings
from regesta.store.view import View

WAIT_S = 30.0  # how long a writer waits for another one; `?timeout=` in the URL of an SQL store changes it


class Writer(Protocol):
    """One transaction: everything written through it is kept together when its `with` block ends, or not at all.

    Attributes:
        now: The moment of the transaction, UTC: what the clock said when it began, but always later than the moment of
            the transaction before it, so that a clock set back puts nothing out of order. All that is written counts
            from this moment (`View.at`), although others see it only when the block has ended.
    """

    @property
    def now(self) -> datetime:
        """The moment of the transaction."""
        ...

    def view(self) -> View:
        """Return a view of what the store holds together with what this transaction has written; until it writes more.

        No other writer comes between, so that what is worked out of it still holds when it is written.
        """
        ...

    def start_run(self, settings: RunSettings, started: datetime) -> int:
        """Begin a run and return its number.

        Args:
            settings: What decides how its articles are coded.
            started: `now`; another moment where what others wrote is carried over.
        """
        ...

    def finish_run(self, run: int, finished: datetime, summary: Mapping[str, int]) -> None:
        """Note that a run has ended, and its counts."""
        ...

    def add_article(self, run: int, article: Article) -> bool:
        """Store an article with its layers (except the parse), events, statements and faults.

        Returns:
            True when this version is new; False when the store has it already, and nothing is written. A new version
            of a stored article becomes the current one; the older ones are kept.

        Raises:
            StoreError: There is no such run.
        """
        ...

    def set_blocks(self, keys: Mapping[str, Iterable[str]], kind: JudgedKind = "event") -> None:
        """Set the block keys of events or statements of current versions, by their id, in place of those they had."""
        ...

    def set_offices(self, article_id: str, seen: Iterable[OfficeSeen]) -> None:
        """Set the offices that the current version of an article gives to people, in place of those it had.

        Args:
            article_id: An article added before.
            seen: In text order; `article_id`, `day` and `run` are those of the article, whatever they say.

        Raises:
            StoreError: There is no such article.
        """
        ...

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Store judgements; one by the same author on the same pair replaces the older. Return how many were new.

        Raises:
            StoreError: The left id of one is not the smaller.
        """
        ...

    def remove_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Remove judgements, found by kind, pair and author. Return how many there were.

        A judgement that is removed or replaced is still seen by views of earlier moments.
        """
        ...

    def note_judged(self, since: datetime | None, until: datetime | None) -> bool:
        """Note that all events and statements stored until a moment have been judged against each other.

        Args:
            since: Until when they had been, as the view says in which they were judged.
            until: Moment of that view.

        Returns:
            False, and nothing is noted, when another process has judged since: what it wrote must be looked at anew.
        """
        ...

    def add_decisions(self, decisions: Iterable[Decision]) -> int:
        """Append decisions of persons to the log, which never loses a row. Return how many were new."""
        ...

    def add_foreign(self, reports: Iterable[ForeignReport]) -> int:
        """Store rows of other data sets, apart from articles. Return how many were new; the others are there."""
        ...
