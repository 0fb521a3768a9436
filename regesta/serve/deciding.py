"""Turns a form of the review pages into decisions."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import quote

from regesta.model.decision import Decision
from regesta.query.known import choice
from regesta.review.reviewer import MAX_NAME_CHARS, Reviewer
from regesta.serve.shelf import Shelf

Form = Mapping[str, str]
ACTS: dict[str, Callable[[Reviewer, Form], list[Decision]]] = {
    "confirm": lambda reviewer, form: reviewer.confirm(form.get("id", "")),
    "reject": lambda reviewer, form: reviewer.reject(form.get("id", "")),
    "same": lambda reviewer, form: reviewer.same(form.get("id", ""), form.get("other", "")),
    "different": lambda reviewer, form: reviewer.different(form.get("id", ""), form.get("other", "")),
    "correct": lambda reviewer, form: reviewer.correct(
        form.get("id", ""), form.get("field", ""), form.get("value", "")
    ),
    "undo": lambda reviewer, form: reviewer.undo(form.get("id", "")),
}


def decided(shelf: Shelf, form: Form) -> list[Decision]:
    """Store the decisions that a form holds, and return them.

    Args:
        shelf: The store.
        form: `act`, `id`, `by` and `reason`; `other` for a pair; `field` and `value` for a correction; `event` when ids
            are those of events, not of entries.

    Raises:
        ConfigError: It cannot be decided so; the message says why.
    """
    act = choice("act", form.get("act", ""), ACTS)
    with shelf.register() as register:
        now = datetime.now(UTC)
        reviewer = Reviewer(register, form.get("by", ""), form.get("reason", ""), now, bool(form.get("event")))
        made = ACTS[act](reviewer, form)
    shelf.decide(made)
    shelf.read_now()
    return made


def named(form: Form) -> str:
    """Return the name in a form as a cookie can hold it, percent-encoded."""
    return quote(form.get("by", "").strip()[:MAX_NAME_CHARS], errors="replace")


def back_of(path: str) -> str:
    """Return where to go after a decision: a page of ours, else the list of doubts."""
    is_ours = path.startswith(("/review", "/entries/")) and path.isascii() and path.isprintable()
    return path if is_ours and "\\" not in path and "#" not in path else "/review"
