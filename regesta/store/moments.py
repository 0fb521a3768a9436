"""Moments: when transactions were, in an order that a clock set back does not change."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

TICK = timedelta(microseconds=1)  # what stored moments can tell apart


@dataclass(frozen=True, slots=True)
class StoreState:
    """How far a store has come.

    Attributes:
        revision: Number of transactions so far.
        moment: Of the last transaction, UTC; None before the first.
        judged: Events and statements stored until this moment have been judged against each other; None: none have.
    """

    revision: int = 0
    moment: datetime | None = None
    judged: datetime | None = None


def next_moment(last: datetime | None) -> datetime:
    """Return the moment of a transaction: what the clock says, but always later than the one before.

    So what is stored later has a later moment, also on a machine whose clock was set back or lags behind another's.
    While the clock catches up, moments follow the last one in steps of a microsecond.

    Args:
        last: Moment of the transaction before; None for the first.
    """
    now = datetime.now(UTC)
    return now if last is None or now > last else last + TICK
