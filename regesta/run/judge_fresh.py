"""Judges what has not been judged, events and statements, and stores the judgements."""

from regesta.run.judge import judge_events
from regesta.run.judge_statements import judge_statements
from regesta.run.report import RunReport
from regesta.store.filters import ArticleFilter
from regesta.store.store import Store


def judge_fresh(store: Store, report: RunReport) -> None:
    """Judge the events and statements that have not been judged against all others.

    These are what this run has stored, and what runs before it had when they were killed, or failed: each is taken up
    once, by the first run that gets so far. What the program judged of them before gives way.
    """
    while not is_judged(store, report):
        pass  # another run has judged meanwhile, and may have judged otherwise: look again at what is there now


def is_judged(store: Store, report: RunReport) -> bool:
    """Judge what has not been judged; False, with nothing written, if another run did so meanwhile."""
    counts = RunReport()
    with store.view() as view:
        since, until = view.state.judged, view.state.moment
        if not view.count(ArticleFilter(stored_after=since)):
            return True
        kinds = (judge_events(view, since, counts), judge_statements(view, since, counts))
    with store.writer() as writer:
        if not writer.note_judged(since, until):
            return False
        for judged in kinds:
            writer.remove_judgements(judged.outdated)
            writer.add_judgements(judged.found)
    report.compared, report.same, report.unsure = counts.compared, counts.same, counts.unsure
    report.said_again = counts.said_again
    return True
