"""Histories: entries of one matter linked through its life cycle, from the first announcement to the end."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from regesta.query.counts.coverage import read_days
from regesta.query.matters.cycles import Cycle, load_cycles
from regesta.query.matters.forecasts import with_days_told
from regesta.query.matters.links import grouped, without_common_words
from regesta.query.matters.moves import with_days_moved
from regesta.query.matters.outcomes import Outcome, outcome_of
from regesta.query.matters.steps import Step, steps_of
from regesta.query.register import Register
from regesta.store.filters import EVERY_EVENT, EventFilter
from regesta.store.words import name_key


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which histories; what is given must all hold.

    Attributes:
        party: Who takes part: a code (`regesta.store.outlines.party_code`) or whole words of a name; None for any.
        dyad: Two that both do.
        stage: A stage that occurs in it.
        state: The stage it has reached.
        outcome: What became of what was due.
        since: Its last step is of this day or a later one.
        until: Its first step is of a day before this one.
        min_steps: At least so many steps.
        limit: At most so many; None for all.
        offset: Leave out so many first.
    """

    party: str | None = None
    dyad: tuple[str, str] | None = None
    stage: str | None = None
    state: str | None = None
    outcome: Outcome | None = None
    since: date | None = None
    until: date | None = None
    min_steps: int = 1
    limit: int | None = None
    offset: int = 0


EVERY_HISTORY = HistoryFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One matter with its steps.

    Attributes:
        id: The smallest entry id in it.
        cycle: Name of the cycle ("agreements").
        parties: Names of those who take part, the most often told first.
        codes: Their codes, sorted.
        subject: Words that several steps share, the most often told first: what it is about, as far as words tell.
        steps: By day, steps without one last; on one day, and within one entry, in the usual order of the stages.
        state: The stage of the last step that has a day; what is settled is no longer open.
        outcome: What became of what was due: see `regesta.query.matters.outcomes`; None when nothing was.
        due: The latest days for which something was planned or forecast; None when nothing was.
        followed_by: Ids of entries on record in those days, of the kind that was forecast and by its parties; they are
            what happened then, not a judgement that the forecast came true.
    """

    id: str
    cycle: str
    parties: tuple[str, ...]
    codes: tuple[str, ...]
    subject: tuple[str, ...]
    steps: tuple[Step, ...]
    state: str
    outcome: Outcome | None
    due: tuple[date, date] | None
    followed_by: tuple[str, ...]

    @property
    def first_day(self) -> date | None:
        """The day of the first step; None when no step has one."""
        return min((step.day for step in self.steps if step.day), default=None)

    @property
    def last_day(self) -> date | None:
        """The day of the last step; None when no step has one."""
        return max((step.day for step in self.steps if step.day), default=None)


def read_histories(register: Register, name: str, day: date | None = None) -> list[History]:
    """Return all histories of one cycle, the newest first.

    Args:
        register: The register.
        name: Name of the cycle, as in `load_cycles`.
        day: The day by which due dates have passed; None takes the latest day of an article, so that the answer
            depends on the store alone.

    Raises:
        KeyError: There is no such cycle.
    """
    cycle = load_cycles()[name]
    entries = register.entries(EventFilter(kinds=cycle.kinds), "oldest")
    steps = with_days_moved(register.view, cycle, (step for entry in entries for step in steps_of(cycle, entry)))
    steps = without_common_words(with_days_told(register.view, steps) if cycle.fulfilled_by else steps)
    today = day or read_days(register.view).latest
    found = [make_history(register, cycle, group, today) for group in grouped(cycle, steps)]
    return sorted(found, key=lambda history: (-(history.last_day or date.min).toordinal(), history.id))


def list_histories(
    register: Register, name: str, wanted: HistoryFilter = EVERY_HISTORY, day: date | None = None
) -> tuple[list[History], int]:
    """Return the histories of a cycle that a filter lets through, and how many there are whatever its limit.

    Args:
        register: The register.
        name: Name of the cycle.
        wanted: Which histories.
        day: As in `read_histories`.

    Raises:
        KeyError: There is no such cycle.
    """
    every = read_histories(register, name, day) if day else kept_histories(register, name)
    is_every = replace(wanted, limit=None, offset=0) == EVERY_HISTORY
    found = every if is_every else [history for history in every if matches(history, wanted)]
    end = len(found) if wanted.limit is None else wanted.offset + wanted.limit
    return found[wanted.offset : end], len(found)


def kept_histories(register: Register, name: str) -> list[History]:
    """Return all histories of a cycle as of the latest article, read once for each revision of the store.

    Raises:
        KeyError: There is no such cycle.
    """
    return register.kept(EVERY_EVENT, ("histories", name), lambda: read_histories(register, name))


def matches(history: History, wanted: HistoryFilter) -> bool:
    """Tell whether a filter lets a history through."""
    named = (*(wanted.dyad or ()), *((wanted.party,) if wanted.party else ()))
    return (
        wanted.state in (None, history.state)
        and wanted.outcome in (None, history.outcome)
        and len(history.steps) >= wanted.min_steps
        and all(takes_part(history, value) for value in named)
        and (wanted.stage is None or any(step.stage == wanted.stage for step in history.steps))
        and (wanted.since is None or ((last := history.last_day) is not None and last >= wanted.since))
        and (wanted.until is None or ((first := history.first_day) is not None and first < wanted.until))
    )


def takes_part(history: History, value: str) -> bool:
    """Tell whether a party takes part in a matter, given by code or by words of its name."""
    key = name_key(value)
    return value in history.codes or any(key in name_key(name) for name in history.parties)


def with_repeated(cycle: Cycle, steps: list[Step]) -> list[Step]:
    """Return the steps of a matter, by day, with the stages that those get which only come on top of others."""
    done, found = None, []
    for step in steps:
        stage = cycle.repeated.get(step.stage, step.stage)
        if stage in cycle.repeated.values():
            is_first = done is None or done == step.day
            stage, done = (step.stage if is_first else stage), done or step.day
        elif step.stage in cycle.closing:
            done = None
        found.append(replace(step, stage=stage))
    return found


def without_repeats(group: list[Step]) -> list[Step]:
    """Return steps but for those that one sentence tells twice of a stage and day: it may name one act by two words."""
    best: dict[tuple[object, ...], Step] = {}
    for step in group:
        key = (step.stage, step.article, step.citation.span, step.day)
        known = best.get(key)
        if known is None or (step.support, len(step.parties), known.entry) > (
            known.support,
            len(known.parties),
            step.entry,
        ):
            best[key] = step
    return list(best.values())


def make_history(register: Register, cycle: Cycle, group: list[Step], today: date | None) -> History:
    """Return the steps of one matter as its history."""
    rank = {stage: number for number, stage in enumerate(cycle.order)}
    group = without_repeats(group)
    planned = {step.entry: step.day for step in group if step.stage in cycle.open and step.day}
    steps = sorted(
        group, key=lambda s: (max(s.day or date.max, planned.get(s.entry, date.min)), rank[s.stage], s.entry)
    )
    steps = with_repeated(cycle, steps)
    names = Counter(name for step in steps for name in step.names)
    words = Counter(word for step in steps for word in step.words)
    outcome, due, followed_by = outcome_of(register, cycle, steps, today)
    told = [s for s in steps if s.day and (outcome != "settled" or s.stage not in cycle.open)] or steps
    return History(
        id=min(step.entry for step in steps),
        cycle=cycle.name,
        parties=tuple(name for name, _ in sorted(names.items(), key=lambda row: (-row[1], row[0]))),
        codes=tuple(sorted({code for step in steps for code in step.parties})),
        subject=tuple(word for word, count in sorted(words.items(), key=lambda row: (-row[1], row[0])) if count > 1),
        steps=tuple(steps),
        state=told[-1].stage,
        outcome=outcome,
        due=due,
        followed_by=followed_by,
    )
