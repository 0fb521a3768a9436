"""What one request reads: the register as it is, or with `as_of` as it was at an earlier moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from regesta.errors import ConfigError
from regesta.query.moment import parse_moment
from regesta.query.register import Register
from regesta.query.speech.utterances import Utterances, open_utterances
from regesta.serve.shelf import Shelf, shelf_of
from regesta.store.view import View

AS_OF = "as_of"
MEANING = "The register as it was at the end of this day, or at this moment (UTC)."


@dataclass(frozen=True, slots=True)
class Shown:
    """What a request is shown.

    Attributes:
        shelf: What the server keeps.
        moment: The moment whose register is asked for, UTC; None for the present.
    """

    shelf: Shelf
    moment: datetime | None = None

    @contextmanager
    def register(self) -> Iterator[Register]:
        """Open the register; that of an earlier moment is read anew unless it was the last one asked for."""
        if self.moment is None:
            with self.shelf.register() as register:
                yield register
            return
        with self.view() as view:
            yield Register(view, self.shelf.earlier.clusters(view, self.moment))

    @contextmanager
    def compared(self) -> Iterator["Compared"]:
        """Open the register together with what it was before."""
        with self.register() as register:
            yield Compared(register, self)

    def before(self, view: View, moment: datetime) -> Register:
        """Return the register as it was at an earlier moment than that of a view that was opened here."""
        earlier = view.at(moment)
        return Register(earlier, self.shelf.earlier.clusters(earlier, moment))

    @contextmanager
    def view(self) -> Iterator[View]:
        """Open a view of the store."""
        with self.shelf.view() as now:
            yield now.at(self.moment) if self.moment else now

    @contextmanager
    def opened_utterances(self) -> Iterator[Utterances]:
        """Open the utterances."""
        with self.view() as view:
            yield self.utterances(view)

    def utterances(self, view: View) -> Utterances:
        """Return the utterances of a view that was opened here."""
        return open_utterances(view) if self.moment else self.shelf.utterances(view)

    def revision_shown(self, view: View) -> int:
        """Return the revision of the register that `register` opens."""
        return view.revision if self.moment else self.shelf.revision_shown(view)


@dataclass(frozen=True, slots=True)
class Compared:
    """The register, and what it was.

    Attributes:
        register: The register.
        shown: What the request is shown.
    """

    register: Register
    shown: Shown

    def before(self, moment: datetime) -> Register:
        """Return the register as it was at an earlier moment."""
        return self.shown.before(self.register.view, moment)


def shown(request: Request) -> Shown:
    """Return what a request asks to be shown, and note it, so that its page says so.

    Raises:
        ConfigError: `as_of` is no moment.
    """
    asked = request.query_params.get(AS_OF, "").strip()
    moment = read_moment(asked)
    request.state.as_of = asked
    return Shown(shelf_of(request), moment)


def read_moment(asked: str) -> datetime | None:
    """Return the moment that an address asks for; None where it asks for none.

    Raises:
        ConfigError: It is no moment.
    """
    try:
        return parse_moment(asked) if asked else None
    except ConfigError as error:
        raise ConfigError(f"{AS_OF}: {error}") from None


def as_of_asked(request: Request) -> str:
    """Return the moment that a request was shown, as its address says it; "" for the present."""
    return str(getattr(request.state, AS_OF, ""))


def moment_now(view: View) -> str:
    """Return the moment of the last change of the store, as an address says it: what is shown as of then stays so."""
    changed = view.last_change()
    return changed.replace(tzinfo=None).isoformat() if changed else ""
