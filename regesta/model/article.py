"""One news article: fixed text plus layers that stages add."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from html import escape
from typing import Literal

from regesta.model.act import Act, Saying
from regesta.model.annotation import Amount, Fault, Mention, Quote, Sentence, TimeExpression
from regesta.model.claim import Claim
from regesta.model.display import (
    CLAIM_COLUMNS,
    EVENT_COLUMNS,
    STATEMENT_COLUMNS,
    claim_row,
    event_row,
    statement_row,
    table_html,
    table_text,
)
from regesta.model.event import Event
from regesta.model.parse import Parse
from regesta.model.statement import Statement

KEPT_HASHES = 4  # of texts: each event of an article asks for that of its text

PublishedBasis = Literal["given", "page", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What an article said before a translator turned it into the text that is coded.

    Attributes:
        text: The words as they were read.
        language: ISO 639-1 code of their language.
        translator: Command or address that translated them.
        title: Headline as it was read; None when there was none.
    """

    text: str
    language: str
    translator: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an article comes from.

    Attributes:
        publisher: Name of the publisher; None when unknown.
        url: Canonical address; None when it has none.
        published: A UTC time where the clock time is known, else a day; None when unknown.
        published_basis: "given" (by the user's record or file name), "page" (the page's own metadata), "inferred"
            (guessed); None without a date.
        origin: File and record it was read from ("news.jsonl:12"); None when given as text.
        sha256: Hash of the bytes it was read from, hex; None when given as text.
        byline: Who wrote it, as the page or record says; None when it does not say.
        retrieved: When it was fetched, UTC; None when it was read from a file that does not say.
        original: Its words in another language, when the text is a translation; else None.
    """

    publisher: str | None = None
    url: str | None = None
    published: date | datetime | None = None
    published_basis: PublishedBasis | None = None
    origin: str | None = None
    sha256: str | None = None
    byline: str | None = None
    retrieved: datetime | None = None
    original: Original | None = None

    @property
    def day(self) -> date | None:
        """The publication day, UTC; None when unknown."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Article:
    """One news article: fixed text, plus layers that stages add.

    Attributes:
        id: Given by the user's record, else derived from source and text.
        text: The text all offsets refer to; written once, by `read`.
        title: Headline; None when unknown. Offsets never refer to it.
        language: ISO 639-1 code of the text's language; None when unknown.
        source: Where it comes from.
        sentences: In text order.
        parse: Tokens and dependencies; None until parsed.
        mentions: Actors and places, in text order.
        times: Time expressions, in text order.
        amounts: Quantities, in text order.
        quotes: Attributed words, in text order.
        acts: Words that the network takes for political acts, in text order.
        sayings: Words that the network takes for cues of speech, with speaker and content, in text order.
        events: Who did what to whom, in order of their triggers.
        statements: Who said what, in order of their content.
        claims: What counts or dates acts, in text order.
        faults: Trouble met on the way.
    """

    id: str
    text: str
    title: str | None = None
    language: str | None = None
    source: Source = Source()
    sentences: tuple[Sentence, ...] = ()
    parse: Parse | None = None
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()
    quotes: tuple[Quote, ...] = ()
    acts: tuple[Act, ...] = ()
    sayings: tuple[Saying, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, hex."""
        return sha256_of(self.text)

    def __repr__(self) -> str:
        """Return one line that identifies the article and counts what was found in it."""
        return (
            f"<Article {self.id!r}: {len(self.text):,} characters, {len(self.events)} events, "
            f"{len(self.statements)} statements, {len(self.claims)} claims, {len(self.faults)} faults>"
        )

    def __str__(self) -> str:
        """Return the article's events, statements and claims as tables for a terminal."""
        tables = [table_text(columns, rows) for columns, rows in self._tables() if rows]
        return "\n\n".join((repr(self), *tables, *self._faults_told()))

    def _repr_html_(self) -> str:
        """Return the same for a notebook."""
        tables = [table_html(columns, rows) for columns, rows in self._tables() if rows]
        faults = [f"<p>{escape(told)}</p>" for told in self._faults_told()]
        return "".join((f"<p><b>{escape(self.title or self.id)}</b></p>", *tables, *faults))

    def _tables(self) -> tuple[tuple[tuple[str, ...], list[tuple[str, ...]]], ...]:
        return (
            (EVENT_COLUMNS, [event_row(event) for event in self.events]),
            (STATEMENT_COLUMNS, [statement_row(statement) for statement in self.statements]),
            (CLAIM_COLUMNS, [claim_row(claim) for claim in self.claims]),
        )

    def _faults_told(self) -> list[str]:
        return [f"{fault.stage}: {fault.reason}" for fault in self.faults]


LAYERS = frozenset(
    {
        "sentences", "parse", "mentions", "times", "amounts", "quotes", "acts", "sayings", "events", "statements",
        "claims",
    }
)  # fmt: skip
"""Names of the layers a stage may require or assign."""


@lru_cache(maxsize=KEPT_HASHES)
def sha256_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
