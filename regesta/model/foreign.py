"""A foreign report: one row of another event data set, kept apart from what this program reads."""

from dataclasses import dataclass
from datetime import date

from regesta.model.entity import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignParty:
    """A participant as another data set has it.

    Attributes:
        name: Its name there; None when it gives none.
        iso3: ISO 3166-1 alpha-3 of its state; None when unknown or of no state.
        sector: Its sector or type there; None when unknown.
    """

    name: str | None = None
    iso3: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignReport:
    """One row of another data set.

    Attributes:
        id: 16 hex digits of a hash of the data set's name and all cells: the same row has the same id in any file.
        dataset: "gdelt", "polecat", "icews", or the name of another importer.
        row_id: The data set's own id of the row; not always unique there.
        day: The day it gives the event; None when it gives none.
        type: PLOVER event type, by the crosswalk where the data set has CAMEO; None for codes that PLOVER dropped.
        mode: PLOVER mode; None when it gives none.
        cameo: CAMEO code; None when it gives none.
        intensity: Its own score: Goldstein's or PLOVER's; None when it gives none.
        actors: Who acted.
        recipients: To whom it was done.
        place: Where; None when it does not say.
        publisher: Who published the story; None when it does not say.
        url: Address of the story; None when it does not say.
        origin: File and line it was read from.
    """

    id: str
    dataset: str
    row_id: str
    day: date | None = None
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    intensity: float | None = None
    actors: tuple[ForeignParty, ...] = ()
    recipients: tuple[ForeignParty, ...] = ()
    place: Place | None = None
    publisher: str | None = None
    url: str | None = None
    origin: str = ""

    @property
    def parties(self) -> tuple[ForeignParty, ...]:
        """Who acted, then to whom it was done."""
        return (*self.actors, *self.recipients)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that take part, ISO 3166-1 alpha-3, sorted."""
        return tuple(sorted({party.iso3 for party in self.parties if party.iso3}))


@dataclass(frozen=True, slots=True)
class ForeignFault:
    """A line that is no row of its data set: where it stands, and why."""

    origin: str
    reason: str
