"""The filters that questions take, as a type checker and an editor see them."""

from collections.abc import Mapping
from datetime import date
from typing import TypedDict

Day = str | date
"""A day, or a day, month or year as text: "2022-12-19", "2022-12", "2022"."""


class EventOptions(TypedDict, total=False):
    """Filters of events; see `regesta.query.filters`.

    Attributes:
        actor: Who acted: a state ("BLR", "Belarus"), a name, an entity id.
        recipient: To whom it was done.
        party: Either.
        dyad: Two that both take part: "BLR-RUS", or a pair.
        type: PLOVER event type.
        mode: Its mode.
        view: A named view ("meetings").
        context: PLOVER context.
        status: happened, planned, denied or hypothetical.
        quad: Quad class, 1 to 4.
        since: On or after this day, or the first day of this month or year.
        until: Until the end of this day, month or year.
        published_since: Reported on or after it.
        published_until: Reported until the end of it.
        place: Where: a place or state.
        publisher: Who published a report.
        min_confidence: At least this, 0 to 1.
        min_killed: An article tells of at least so many people killed; likewise the roles below.
        min_wounded: Wounded.
        min_abducted: Abducted.
        min_detained: Detained.
        min_deported: Deported.
        min_size: Taking part, as in a protest.
        contains: Words of the evidence.
        article: Id of the article.
        limit: At most so many.
        offset: Leave out so many first.
    """

    actor: str
    recipient: str
    party: str
    dyad: str | tuple[str, str]
    type: str
    mode: str
    view: str
    context: str
    status: str
    quad: int
    since: Day
    until: Day
    published_since: Day
    published_until: Day
    place: str
    publisher: str
    min_confidence: float
    min_killed: int
    min_wounded: int
    min_abducted: int
    min_detained: int
    min_deported: int
    min_size: int
    contains: str
    article: str
    limit: int
    offset: int


class EntryOptions(EventOptions, total=False):
    """Filters of entries: those of events, and two more.

    Attributes:
        min_support: Told by at least so many articles.
        differing: Points on which its articles contradict each other: "killed", "date" ...; "tolls", "any".
    """

    min_support: int
    differing: str | tuple[str, ...]


class StatementOptions(TypedDict, total=False):
    """Filters of statements.

    Attributes:
        speaker: Who said it: a state, a name, an id, or an office such as "Kenyan foreign minister".
        about: An actor or place mentioned in the words said.
        contains: Words said.
        speech_class: What the speaker does: "says", "denies", "warns".
        min_confidence: At least this confidence; usually 0.5, 0 gives attitudes too.
        since: Published on or after this day, month or year.
        until: Published until the end of it.
        publisher: Who published it.
        article: Id of the article.
        limit: At most so many.
        offset: Leave out so many first.
    """

    speaker: str
    about: str
    contains: str
    speech_class: str
    min_confidence: float
    since: Day
    until: Day
    publisher: str
    article: str
    limit: int
    offset: int


def as_written(options: Mapping[str, object]) -> dict[str, str]:
    """Return options as `regesta.query.filters.FilterReader` takes them; None is no option."""
    return {
        name: ",".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
        for name, value in options.items()
        if value is not None
    }
