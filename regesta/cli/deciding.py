"""Stores what a person decides and says what it was."""

from collections.abc import Callable
from datetime import UTC, datetime

from regesta.cli.output.printing import decision_line
from regesta.model.decision import Decision, Recorded
from regesta.query.register import open_register
from regesta.review.reviewer import Reviewer
from regesta.run.config import load_config
from regesta.run.judge_corrected import store_decisions
from regesta.store.store import open_store


def decide(
    store: str | None, decisions: Callable[[Reviewer], list[Decision]], author: str, reason: str, event_only: bool
) -> None:
    """Store decisions and print them.

    Args:
        store: Path or URL; None takes the one of the settings.
        decisions: What the person decides.
        author: Their name.
        reason: Why.
        event_only: Whether ids are those of events, not of entries.

    Raises:
        ConfigError: It cannot be decided so.
        StoreError: There is no store, or it cannot be written.
    """
    with open_store(store or load_config().store, create=False) as opened:
        with opened.view() as view:
            now = datetime.now(UTC)
            made = decisions(Reviewer(open_register(view), author, reason, now, event_only))
        store_decisions(opened, made)
    for decision in made:
        print(decision_line(Recorded(decision=decision, state="counts")))
