"""An opened register: what `regesta.open` returns."""

from collections.abc import Iterable
from types import TracebackType
from typing import Self, Unpack

from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.notebook.answers import Entries, Events, Statements
from regesta.notebook.context import CitedEntry, cited
from regesta.notebook.counted import CountTable
from regesta.notebook.kept import KeptRegister
from regesta.notebook.options import EntryOptions, EventOptions, StatementOptions, as_written
from regesta.query.count_options import query_of
from regesta.query.counts.count_table import Unit
from regesta.query.filters import FilterReader
from regesta.query.register import sort_of
from regesta.store.store import Store, open_store


class OpenRegister:
    """A register opened for reading; every question is answered from what it holds at that moment.

    >>> import regesta
    >>> register = regesta.open("regesta.db")
    >>> register
    <OpenRegister regesta.db: 4 articles, 3 events, 3 statements>
    >>> for entry in register.entries(actor="Sweden"):
    ...     print(entry.best.type, entry.best.mode, entry.support, "source")
    CONSULT visit 1 source

    Attributes:
        url: Where it is.
    """

    def __init__(self, store: Store) -> None:
        self._kept = KeptRegister(store)

    @property
    def url(self) -> str:
        """Where it is."""
        return self._kept.store.url

    def entries(self, *, sort: str = "newest", **filters: Unpack[EntryOptions]) -> Entries:
        """Return happenings: each once, with every article that reports it.

        >>> register = regesta.open("regesta.db")
        >>> len(register.entries(type="CONSULT", since="2022"))
        2
        >>> [entry.publishers for entry in register.entries(min_support=2)]
        [('Outlet a1', 'Outlet a2')]

        Args:
            sort: newest, oldest, support, confidence, or reported (the latest news first).
            filters: Which; see `regesta.notebook.options.EntryOptions`.

        Raises:
            ConfigError: An unknown name or value; the message names the nearest.
        """
        with self._kept.reading() as register:
            return Entries(self._kept, FilterReader(register.view).entry_filter(as_written(filters)), sort_of(sort))

    def events(self, **filters: Unpack[EventOptions]) -> Events:
        """Return reports: what single articles tell, the oldest first, as persons corrected them.

        >>> register = regesta.open("regesta.db")
        >>> [report.source.publisher for report in register.events(dyad="POL-LTU")]
        ['Outlet a1', 'Outlet a2']
        >>> register.events(actor="Sweden").first().citations[0].quote
        "Sweden's minister visited Latvia on Monday."

        Args:
            filters: Which; see `regesta.notebook.options.EventOptions`.

        Raises:
            ConfigError: An unknown name or value; the message names the nearest.
        """
        with self._kept.reading() as register:
            return Events(self._kept, FilterReader(register.view).event_filter(as_written(filters)))

    def statements(self, **filters: Unpack[StatementOptions]) -> Statements:
        """Return who said what, the oldest first.

        >>> register = regesta.open("regesta.db")
        >>> len(register.statements(contains="keep talking"))
        3

        Args:
            filters: Which; see `regesta.notebook.options.StatementOptions`.

        Raises:
            ConfigError: An unknown name or value; the message names the nearest.
        """
        with self._kept.reading() as register:
            return Statements(self._kept, FilterReader(register.view).statement_filter(as_written(filters)))

    def counts(
        self, by: str | Iterable[str] = "month", *, of: Unit = "entries", **filters: Unpack[EventOptions]
    ) -> CountTable:
        """Count happenings or reports, with coverage: zero is silence, None is no news.

        >>> register = regesta.open("regesta.db")
        >>> for dyad, unit, count, intensity, articles in register.counts("dyad", of="events"):
        ...     print(dyad, unit, count)
        LTU-POL events 2
        LVA-SWE events 1

        Args:
            by: Groups, and at most one length of a period: "month", "dyad,year", ("type", "week").
            of: "entries" (happenings), "events" (reports), "killed" or "wounded" (people).
            filters: Which; see `regesta.notebook.options.EventOptions`.

        Raises:
            ConfigError: An unknown name or value; the message names the nearest.
        """
        answer = self.events(**filters) if of == "events" else self.entries(**filters)
        return answer.count_by(query_of(by, of))

    def entry(self, entry_id: str) -> CitedEntry:
        """Return an entry with its citations in context.

        >>> register = regesta.open("regesta.db")
        >>> register.entry(register.entries(actor="Sweden").first().id).passages[0].citation.quote
        "Sweden's minister visited Latvia on Monday."

        Args:
            entry_id: Its id, or that of any event in it.

        Raises:
            ConfigError: There is none.
        """
        with self._kept.reading() as register:
            if found := register.entry(entry_id):
                return cited(register.view, found)
        raise ConfigError(f"no entry has the id {entry_id!r}; `.entries()` lists entries")

    def article(self, article_id: str) -> Article:
        """Return an article with all its layers but the parse.

        Raises:
            ConfigError: There is none.
        """
        with self._kept.reading() as register:
            if found := register.view.article(article_id):
                return found
        raise ConfigError(f"no article has the id {article_id!r}")

    def close(self) -> None:
        """Let go of the store."""
        self._kept.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        """Return where it is and what it holds."""
        with self._kept.store.view() as view:
            counts = view.counts()
        held = f"{counts.articles:,} articles, {counts.events:,} events, {counts.statements:,} statements"
        return f"<OpenRegister {self.url}: {held}>"


def open(url: str = "regesta.db") -> OpenRegister:
    """Open a register for reading.

    >>> with regesta.open("regesta.db") as register:
    ...     len(register.entries())
    2

    Args:
        url: Path or URL of its store.

    Returns:
        The register; close it, or use it in a `with` block.

    Raises:
        StoreError: There is no store, or it cannot be opened.
        ConfigError: No store plugin of that name.
    """
    return OpenRegister(open_store(url, create=False))
