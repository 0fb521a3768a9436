"""Whom a user means by a speaker: a state, a name, an id, or an office or description ("Kenyan foreign minister")."""

from collections import Counter
from collections.abc import Callable
from itertools import chain

from regesta.errors import ConfigError
from regesta.model.display import counted
from regesta.query.known import unknown
from regesta.store.filters import EventFilter, StatementFilter
from regesta.store.view import View

LOOKED_AT = 500  # statements, the newest, whose speakers are suggested
SUGGESTED = 5
STATE_WORDS = 4  # "the United Arab Emirates" has four


def read_speaker(view: View, value: str, resolve_state: Callable[[str], str | None]) -> dict[str, str]:
    """Return a speaker as fields of a `StatementFilter`: `speaker`, `described`, or both.

    A state goes first; then an office or description that statements have, with or without a state before or behind it;
    then a name or id that occurs.

    Raises:
        ConfigError: Nobody is meant who occurs; the message says what to try.
    """
    if state := resolve_state(value):
        return {"speaker": state}
    state, rest = state_apart(value, resolve_state)
    if state and view.count(StatementFilter(speaker=state, described=rest)):
        return {"speaker": state, "described": rest}
    if view.count(StatementFilter(described=value)):
        return {"described": value}
    if view.count(StatementFilter(speaker=value)) or view.count(EventFilter(party=value)):
        return {"speaker": value}
    raise nobody(view, value, state, rest)


def state_apart(value: str, resolve_state: Callable[[str], str | None]) -> tuple[str | None, str]:
    """Return the state before or behind a description ("Kenyan minister", "minister of Kenya"), and the rest."""
    words = value.replace("’", "'").split()
    for size in range(min(STATE_WORDS, len(words) - 1), 0, -1):
        front = " ".join(words[:size]).removesuffix("'s").removesuffix("'")
        if state := resolve_state(front):
            return state, " ".join(words[size:])
        before, last = words[:-size], words[-size:]
        if len(before) > 1 and before[-1].lower() in {"of", "for"} and (state := resolve_state(" ".join(last))):
            return state, " ".join(before[:-1])
    return None, value


def nobody(view: View, value: str, state: str | None, rest: str) -> ConfigError:
    """Return the error for a speaker who does not occur: who else speaks for the state, else the nearest name.

    Args:
        view: The view.
        value: What the user wrote.
        state: The state in it; None without one.
        rest: What else is in it.
    """
    if state:
        heard, others = offices_heard(view, state), view.count(StatementFilter(described=rest))
        told = f"heard of {state} are {', '.join(heard)}" if heard else f"nobody of {state} with an office is heard"
        beside = f"; {rest!r} without the state has {counted(others, 'statement')}" if others else ""
        return ConfigError(f"no speaker {value!r}; {told}{beside}")
    names = (actor.name for actor in view.actors(limit=None))
    error = str(unknown("speaker", value, chain(names, offices_heard(view, None, limit=None)))).rstrip("?")
    return ConfigError(f"{error}; ask for a state (KEN), a name, an id, or an office such as 'foreign minister'")


def offices_heard(view: View, state: str | None, limit: int | None = SUGGESTED) -> list[str]:
    """Return the offices of the latest speakers, of a state or of all, the most frequent first."""
    wanted = StatementFilter(speaker=state, order="newest", limit=LOOKED_AT)
    speakers = (role.actor for report in view.statements(wanted) for role in report.statement.speakers if role.actor)
    offices = Counter(actor.office.lower() for actor in speakers if actor.office and state in (None, actor.iso3))
    return [office for office, _ in offices.most_common(limit)]
