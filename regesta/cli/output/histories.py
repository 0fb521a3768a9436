"""How the history of a matter looks in a terminal."""

from regesta.cli.output.printing import one_line
from regesta.model.display import interval_text
from regesta.query.matters.histories import History
from regesta.query.matters.outcomes import outcome_text
from regesta.query.matters.steps import Step

PARTIES = 6  # named in the first line; more are only counted


def history_lines(history: History) -> str:
    """Return a history as lines: who and what about, what became of it, then each step with its words."""
    named = ", ".join(history.parties[:PARTIES]) or "?"
    more = f" and {len(history.parties) - PARTIES} more" if len(history.parties) > PARTIES else ""
    about = f" ({', '.join(history.subject[:4])})" if history.subject else ""
    outcome = f"; {outcome_text(history.outcome, history.due)}" if history.outcome else ""
    lines = [f"{history.id}  {named}{more}{about}: {history.state}{outcome}"]
    lines += [step_line(step) for step in history.steps]
    if history.followed_by:
        lines.append(f"    on record in those days: {', '.join(history.followed_by)}")
    return "\n".join(lines)


def step_line(step: Step) -> str:
    """Return a step as two lines: stage, day and entry, then the words."""
    when = interval_text(step.days) if step.days else f"told {step.reported}" if step.reported else "undated"
    due = f", due {interval_text(step.due)}" if step.due else ""
    number = f" no. {step.number}" if step.number else ""
    sources = f"{step.support} source{'s' if step.support > 1 else ''}"
    return f"    {step.stage}{number}  {when}{due}  {step.entry} ({sources})\n        {one_line(step.citation.quote)}"
