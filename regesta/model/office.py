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
        run: Number of the run that stored the article; 0 outside a store.
    """

    person: str
    office: str
    iso3: str
    sector: str | None
    day: date | None
    article_id: str
    span: Span
    run: int = 0


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
        citation: Article id and offsets of the first of them, "id:start-end"; of a fact from a user's own table, its
            file and line.
        source: Who tells it: "news" (ships with Regesta), "register" (learned by runs on this store), "pack:NAME".
        run: First run of the store that told it; 0 for what no run told.
        aliases: Further names of the person.
        body: Name of the body the office is in; None when not said.
        is_exact: `first` and `last` are the days the office began and ended, not days on which somebody told of it;
            None then means unknown or still held.
    """

    person: str
    office: str
    iso3: str
    sector: str | None
    first: date | None
    last: date | None
    support: int
    citation: str
    source: str = "news"
    run: int = 0
    aliases: tuple[str, ...] = ()
    body: str | None = None
    is_exact: bool = False
