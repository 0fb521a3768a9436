"""Filters: which events, statements and articles a view returns. Every field narrows; None and () leave all."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from regesta.model.event import PEOPLE_COUNTED, Status

Order = Literal["oldest", "newest"]
SPOKEN = 0.5  # least confidence of a statement that is surely said; most below are attitudes ("opposes the bid")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKind:
    """One kind of act: what is given must hold together.

    Attributes:
        type: PLOVER event type; None for any.
        mode: Mode of the type; None for any.
        cameo: First digits of the CAMEO code ("057" also takes 0571); None for any.
    """

    type: str | None = None
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events.

    A party is given as ISO 3166-1 alpha-3 code, entity id, or whole words of a name, in any case and without regard to
    diacritics: "BLR", "person:alexander-lukashenko", "lukashenko". A place likewise: "BLR" or "minsk".

    Attributes:
        ids: Event ids; () gives none.
        article: Id of the article that reports them.
        actor: Who acted.
        recipient: To whom it was done.
        party: Either.
        dyad: Two parties that both take part, in any role.
        type: PLOVER event type.
        mode: Its mode.
        kinds: Kinds of act, at least one of which must hold; what a named view stands for.
        context: PLOVER context.
        status: Happened, planned, denied or hypothetical.
        quad: Quad class, 1 to 4.
        since: The event's days reach this day or a later one; events without a date are left out.
        until: The event begins before this day; events without a date are left out.
        published_since: The article appeared on this day or later.
        published_until: The article appeared before this day.
        stored_after: The article was stored after this moment.
        place: Where it happened.
        publisher: Who published the article, exactly as stored.
        min_confidence: Confidence of at least this, 0 to 1.
        min_support: Its entry is told by at least so many articles; the register knows that, a store lets all through.
        min_killed: It tells of at least so many people killed; likewise the roles below.
        min_wounded: Wounded.
        min_abducted: Abducted.
        min_detained: Detained.
        min_deported: Deported.
        min_size: Taking part, as in a protest.
        differing: Points of which at least one differs among the articles of its entry, see
            `regesta.query.reports.differing`; the register knows that, a store lets all through.
        contains: Words of the evidence sentences, see `regesta.store.words.parse_query`.
        every_version: Also from versions of articles that a later one replaced.
        order: By first day, events without a date last; ties by id.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    ids: tuple[str, ...] | None = None
    article: str | None = None
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    dyad: tuple[str, str] | None = None
    type: str | None = None
    mode: str | None = None
    kinds: tuple[EventKind, ...] = ()
    context: str | None = None
    status: Status | None = None
    quad: int | None = None
    since: date | None = None
    until: date | None = None
    published_since: date | None = None
    published_until: date | None = None
    stored_after: datetime | None = None
    place: str | None = None
    publisher: str | None = None
    min_confidence: float = 0.0
    min_support: int = 1
    min_killed: int = 0
    min_wounded: int = 0
    min_abducted: int = 0
    min_detained: int = 0
    min_deported: int = 0
    min_size: int = 0
    differing: tuple[str, ...] = ()
    contains: str | None = None
    every_version: bool = False
    order: Order = "oldest"
    limit: int | None = None
    offset: int = 0

    @property
    def least_people(self) -> dict[str, int]:
        """The least numbers of people asked for, by role."""
        asked = {role: int(getattr(self, f"min_{role}")) for role in PEOPLE_COUNTED}
        return {role: least for role, least in asked.items() if least > 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which statements; speakers and subjects are given as parties are in `EventFilter`.

    Attributes:
        ids: Statement ids; () gives none.
        article: Id of the article that reports them.
        speaker: Who said it.
        described: Words of the office or description of that speaker ("foreign minister"), see
            `regesta.store.descriptions`.
        about: An actor or place mentioned in the words said.
        contains: Words said, see `regesta.store.words.parse_query`.
        speech_class: What the speaker does with the words: "says", "denies" ...
        min_confidence: Confidence of at least this, 0 to 1.
        since: The article appeared on this day or later.
        until: The article appeared before this day.
        stored_after: The article was stored after this moment.
        publisher: Who published the article, exactly as stored.
        every_version: Also from versions of articles that a later one replaced.
        order: By day of publication, unknown days last; ties by article id, then place in the text.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    ids: tuple[str, ...] | None = None
    article: str | None = None
    speaker: str | None = None
    described: str | None = None
    about: str | None = None
    contains: str | None = None
    speech_class: str | None = None
    min_confidence: float = 0.0
    since: date | None = None
    until: date | None = None
    stored_after: datetime | None = None
    publisher: str | None = None
    every_version: bool = False
    order: Order = "oldest"
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles.

    Attributes:
        contains: Words of title and text, see `regesta.store.words.parse_query`.
        mentions: An actor or place mentioned, given as a party is in `EventFilter`.
        since: It appeared on this day or later.
        until: It appeared before this day.
        publisher: Who published it, exactly as stored.
        run: Number of the run that stored it.
        stored_after: It was stored after this moment.
        faulty: Only those with faults.
        every_version: Also versions that a later one replaced.
        order: By day of publication, unknown days last; ties by id.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    contains: str | None = None
    mentions: str | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None
    run: int | None = None
    stored_after: datetime | None = None
    faulty: bool = False
    every_version: bool = False
    order: Order = "oldest"
    limit: int | None = None
    offset: int = 0


Filter = EventFilter | StatementFilter | ArticleFilter
EVERY_EVENT = EventFilter()
EVERY_STATEMENT = StatementFilter()
EVERY_ARTICLE = ArticleFilter()
