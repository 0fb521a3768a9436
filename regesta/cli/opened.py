"""An opened store as the commands use it: a view, its register, and a reader of filters."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from regesta.query.filters import FilterReader
from regesta.query.moment import parse_moment
from regesta.query.register import Register, open_register
from regesta.run.config import load_config
from regesta.store.store import open_store
from regesta.store.view import View


@dataclass(frozen=True)
class Opened:
    """What a command reads from.

    Attributes:
        view: The store at one moment.
        filters: Reads filters from what the user wrote.
    """

    view: View
    filters: FilterReader

    @cached_property
    def register(self) -> Register:
        """Its register; reading all events in outline, it is made when first asked for."""
        return open_register(self.view)


@contextmanager
def open_register_view(store: str | None, as_of: str | None = None) -> Iterator[Opened]:
    """Open a store for reading.

    Args:
        store: Path or URL; None takes the one of the settings.
        as_of: The moment whose register is wanted, as users write it; None for now.

    Raises:
        ConfigError: `as_of` is no moment.
        StoreError: There is no store, or it cannot be opened.
    """
    moment = parse_moment(as_of) if as_of else None
    with open_store(store or load_config().store, create=False) as opened, opened.view() as now:
        view = now.at(moment) if moment else now
        yield Opened(view, FilterReader(view))
