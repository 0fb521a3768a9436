"""Who holds which office of which state, as the news tells it."""

from dataclasses import dataclass
from datetime import date

from regesta.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSeen:
    """One place in one article that gives a person an office: "Belarusian Defence Minister Viktor Khrenin".

    Attributes:
        person: Full name, as written.
        office: The office, as written.
        iso3: State or "IGO" / "NGO" that the words around the name tell.
        sector: PLOVER sector; None when the office tells none.
        day: Day of publication; None when unknown.
        article_id: The article.
        span: The person with title, in the article's text.
    """

    person: str
    office: str
    iso3: str
    sector: str | None
    day: date | None
    article_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHolding:
    """A person's office, with how often and between which days articles tell it.

    Attributes:
        person: Full name, in its commonest spelling.
        office: The office, in its commonest wording.
        iso3: State it belongs to, or "IGO" / "NGO".
        sector: PLOVER sector; None when unknown.
        first: First day seen; None when no article had a date.
        last: Last day seen; None likewise.
        support: Number of articles that tell it.
        citation: Article id and offsets of the first of them, "id:start-end".
    """

    person: str
    office: str
    iso3: str
    sector: str | None
    first: date | None
    last: date | None
    support: int
    citation: str
