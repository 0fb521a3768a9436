"""What the address of a page says: every filter is a parameter, so that a link shows what its sender saw."""

from datetime import date, timedelta
from typing import Annotated, Any, ClassVar, Literal, Self
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field, model_validator

from regesta.model.event import Status
from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter

Words = Annotated[str | None, Field(max_length=200)]
Sort = Literal["newest", "oldest", "support", "confidence"]


class Address(BaseModel):
    """The parameters of a page; an empty one counts as absent, an unknown one is an error.

    Attributes:
        path: Where the page is.
        page: Number of the page, from 1.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True, validate_by_name=True)
    path: ClassVar[str]
    page: int = Field(1, ge=1, le=1_000_000, description="Number of the page, from 1.")

    @model_validator(mode="before")
    @classmethod
    def drop_empty(cls, values: Any) -> Any:
        """Leave out what a form sends for a field that was not filled in."""
        return {k: v for k, v in values.items() if v != ""} if isinstance(values, dict) else values

    def query(self) -> dict[str, Any]:
        """Return the parameters that are not at their default, as they stand in the address."""
        return self.model_dump(mode="json", exclude_defaults=True)

    def url(self, twin: str = "", **changes: object) -> str:
        """Return the address with some parameters changed; it goes back to the first page unless `page` is given.

        Args:
            twin: Path of the page to link to instead; "" for this one.
            changes: Parameters by field name; None takes one away.
        """
        changed = self.model_copy(update={"page": 1, **changes})
        query = urlencode(changed.query(), errors="replace")
        return (twin or self.path) + (f"?{query}" if query else "")

    def without(self, *names: str) -> Self:
        """Return the address without some parameters."""
        return self.model_copy(update={name: type(self).model_fields[name].default for name in names})

    @property
    def narrows(self) -> tuple[tuple[str, str], ...]:
        """Return the filters in force: field name and value as written."""
        names = {(field.alias or name): name for name, field in type(self).model_fields.items()}
        return tuple((names[key], str(value)) for key, value in self.query().items() if key not in {"page", "sort"})


def day_after(day: date | None) -> date | None:
    """Return the day after, so that "to 31 December" takes in that day; the last day of the calendar stays."""
    return day + timedelta(days=1) if day and day < date.max else day


class RegisterAddress(Address):
    """The parameters of the register; parties and places as in `EventFilter`."""

    path = "/"
    q: Words = Field(None, description='Words of the evidence: words, "quoted phrases", prefix*.')
    actor: Words = Field(None, description="Who acted: a name, an ISO 3166-1 code or an entity id.")
    recipient: Words = Field(None, description="To whom it was done.")
    party: Words = Field(None, description="Either of the two.")
    type: Words = Field(None, description="PLOVER event type.")
    mode: Words = Field(None, description="Mode of the type.")
    context: Words = Field(None, description="PLOVER context.")
    status: Status | None = Field(None, description="Happened, planned, denied or hypothetical.")
    quad: int | None = Field(None, ge=1, le=4, description="Quad class.")
    since: date | None = Field(None, alias="from", description="First day.")
    until: date | None = Field(None, alias="to", description="Last day, included.")
    place: Words = Field(None, description="Where: a name or an ISO 3166-1 code.")
    publisher: Words = Field(None, description="Who published a report of it.")
    confidence: float = Field(0.0, ge=0, le=1, description="Confidence of at least this.")
    sort: Sort = Field("newest", description="Order of the entries.")

    def filter(self) -> EventFilter:
        """Return the events these parameters let through."""
        return EventFilter(
            actor=self.actor,
            recipient=self.recipient,
            party=self.party,
            type=self.type.upper() if self.type else None,
            mode=self.mode,
            context=self.context,
            status=self.status,
            quad=self.quad,
            since=self.since,
            until=day_after(self.until),
            place=self.place,
            publisher=self.publisher,
            min_confidence=self.confidence,
            contains=self.q,
        )


class StatementsAddress(Address):
    """The parameters of the statements."""

    path = "/statements"
    q: Words = Field(None, description='Words said: words, "quoted phrases", prefix*.')
    speaker: Words = Field(None, description="Who said it: a name, an ISO 3166-1 code or an entity id.")
    about: Words = Field(None, description="An actor or place the words name.")
    since: date | None = Field(None, alias="from", description="First day of publication.")
    until: date | None = Field(None, alias="to", description="Last day of publication, included.")
    publisher: Words = Field(None, description="Who published it.")
    sort: Literal["newest", "oldest"] = Field("newest", description="Order by day of publication.")

    def filter(self) -> StatementFilter:
        """Return the statements these parameters let through, whatever the page."""
        return StatementFilter(
            speaker=self.speaker,
            about=self.about,
            contains=self.q,
            since=self.since,
            until=day_after(self.until),
            publisher=self.publisher,
            order=self.sort,
        )


class ArticlesAddress(Address):
    """The parameters of the documents."""

    path = "/articles"
    q: Words = Field(None, description="Words of title and text.")
    mentions: Words = Field(None, description="An actor or place mentioned.")
    since: date | None = Field(None, alias="from", description="First day of publication.")
    until: date | None = Field(None, alias="to", description="Last day of publication, included.")
    publisher: Words = Field(None, description="Who published it.")
    faulty: bool = Field(False, description="Only those with faults.")
    sort: Literal["newest", "oldest"] = Field("newest", description="Order by day of publication.")

    def filter(self) -> ArticleFilter:
        """Return the articles these parameters let through, whatever the page."""
        return ArticleFilter(
            contains=self.q,
            mentions=self.mentions,
            since=self.since,
            until=day_after(self.until),
            publisher=self.publisher,
            faulty=self.faulty,
            order=self.sort,
        )


class FaultsAddress(Address):
    """The parameters of the faults."""

    path = "/faults"
    stage: Words = Field(None, description="The stage that met the fault.")
