"""Tells of a clock that cannot be right."""

import sys
from datetime import UTC, datetime, timedelta

from regesta.store.store import Store, shown_address

TOLERATED = timedelta(minutes=1)  # by which clocks of machines that share a store may differ


def tell_if_behind(store: Store) -> None:
    """Print a line if the clock is behind the last transaction of a store: it, or the clock of then, was set wrong."""
    with store.view() as view:
        last = view.state.moment
    now = datetime.now(UTC)
    if last is not None and last - now > TOLERATED:
        print(
            f"regesta: {shown_address(store.url)}: was last written at {last:%Y-%m-%d %H:%M} UTC, and this clock says "
            f"{now:%Y-%m-%d %H:%M}; check the clock. Nothing is put out of order: moments go on from the last one",
            file=sys.stderr,
        )
