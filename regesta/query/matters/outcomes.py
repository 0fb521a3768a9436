"""What became of what was planned or forecast: it is still due, was settled, or is overdue."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Literal

from regesta.query.matters.cycles import Cycle
from regesta.query.matters.steps import Step
from regesta.query.register import Register
from regesta.store.filters import EventFilter
from regesta.store.outlines import EventOutline

Outcome = Literal["due", "settled", "overdue", "on record", "undated"]
SLACK_DAYS = 3  # what was planned for a day may be told of, or happen, some days later


def outcome_of(
    register: Register, cycle: Cycle, steps: list[Step], today: date | None
) -> tuple[Outcome | None, tuple[date, date] | None, tuple[str, ...]]:
    """Return what became of the open steps of a matter, the latest days they name, and what is on record for these.

    - settled: a step of a closing stage comes after the last open one was told;
    - on record: a forecast whose days hold entries of the kind that was forecast, by parties it names;
    - due: its days are not over as of `today`;
    - overdue: they are, and nothing is on record;
    - undated: no days are told.

    Args:
        register: The register.
        cycle: The cycle.
        steps: Steps of the matter by day.
        today: The day as of which it is asked; None when no article has one.

    Returns:
        The outcome (None when no step is open), first day due and the day after the last, entries on record then.
    """
    opened = [step for step in steps if step.stage in cycle.open]
    if not opened:
        return None, None, ()
    moved = [step for step in opened if step.stage in cycle.moving and step.due]
    last_moved = moved[-1:] if moved else opened  # the day before it was moved no longer counts
    latest = max((step.due for step in last_moved if step.due), key=lambda due: due.end, default=None)
    due = (latest.start, latest.end) if latest else None
    if any(is_closed_by(step, opened) for step in steps if step.stage in cycle.closing):
        return "settled", due, ()
    if due is None or today is None:
        return "undated", due, ()
    followed_by = on_record(register, cycle, opened, due)
    if followed_by:
        return "on record", due, followed_by
    return ("overdue" if today >= due[1] + timedelta(days=SLACK_DAYS) else "due"), due, ()


def is_closed_by(step: Step, opened: Iterable[Step]) -> bool:
    """Tell whether a closing step settles what is open: of the same entry, or not of a day before all that was told."""
    if any(step.entry == other.entry for other in opened):
        return True
    told = [other.day for other in opened if other.day]
    return step.day is not None and (not told or step.day >= min(told))


def on_record(register: Register, cycle: Cycle, opened: list[Step], due: tuple[date, date]) -> tuple[str, ...]:
    """Return the entries in the days due, of a kind that fulfils forecasts, between parties that the steps name."""
    if not cycle.fulfilled_by:
        return ()
    parties = frozenset().union(*(step.parties for step in opened))
    wanted = EventFilter(kinds=cycle.fulfilled_by, status="happened", since=due[0], until=due[1])
    own = {step.entry for step in opened}
    found = [c for c in register.matching(wanted) if c.id not in own and is_between(c.best, parties)]
    return tuple(sorted(cluster.id for cluster in found))


def is_between(event: EventOutline, parties: frozenset[str]) -> bool:
    """Tell whether a party acts, and another is acted on, or the event lies in the country of another."""
    place = {event.place.iso3} if event.place and event.place.iso3 else set()
    others = (set(event.recipients) | place) & parties
    return any(actor in parties and others - {actor} for actor in event.actors)


def days_text(first: date, last: date) -> str:
    """Return days as ISO 8601 has them: "2022-12-19", "2022-12-19 to 2022-12-20"."""
    return f"{first}" if first == last else f"{first} to {last}"


def outcome_text(
    outcome: Outcome, due: tuple[date, date] | None, written: Callable[[date, date], str] = days_text
) -> str:
    """Return what became of what was due, in words: "overdue: nothing on record for 2022-12-19".

    Args:
        outcome: What became of it.
        due: The days it was due, the second not included; None when none is told.
        written: Writes the first and last of the days.
    """
    if outcome == "undated" or due is None:
        return "settled" if outcome == "settled" else "no day told"
    days = written(due[0], due[1] - timedelta(days=1))
    return {
        "due": f"due {days}",
        "settled": f"was due {days}",
        "overdue": f"overdue: nothing on record for {days}",
        "on record": f"was foretold for {days}",
    }[outcome]
