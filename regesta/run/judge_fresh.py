"""Judges what has not been judged, events and statements, and stores the judgements."""

from collections.abc import Iterable

from regesta.query.clusters.corrected import read_corrections
from regesta.run.judge import Judged, judge_events
from regesta.run.judge_corrected import judge_corrected
from regesta.run.judge_statements import judge_statements
from regesta.run.kept import Kept
from regesta.run.person_states import differing
from regesta.run.report import RunReport
from regesta.store.filters import ArticleFilter
from regesta.store.store import Store
from regesta.store.view import View


def judge_fresh(store: Store, report: RunReport, kept: Kept | None = None) -> None:
    """Judge the events and statements that have not been judged against all others.

    These are what this run has stored, and what runs before it had when they were killed, or failed: each is taken up
    once, by the first run that gets so far. What the program judged of them before gives way.

    Args:
        store: The store.
        report: Counts the pairs.
        kept: What was seen of the store before; None for nothing. Brought up to date.
    """
    while not is_judged(store, report, kept or Kept()):
        pass  # another run has judged meanwhile, and may have judged otherwise: look again at what is there now


def is_judged(store: Store, report: RunReport, kept: Kept) -> bool:
    """Judge what has not been judged; False, with nothing written, if another run did so meanwhile."""
    counts = RunReport()
    with store.view() as view:
        since = view.state.judged
        if not view.count(ArticleFilter(stored_after=since)):
            return True
        kept.catch_up(view)
        judged = (judge_events(view, since, counts, kept), judge_statements(view, since, counts))
        if not is_written(store, view, judged, kept):
            return False
    report.compared, report.same, report.unsure = counts.compared, counts.same, counts.unsure
    report.said_again = counts.said_again
    return True


def is_written(store: Store, view: View, kinds: Iterable[Judged], kept: Kept) -> bool:
    """Store what was judged of a view; False, with nothing written, if another run has judged since.

    Events that persons have corrected since are judged anew, by the values that they gave.
    """
    with store.writer() as writer:
        if not writer.note_judged(view.state.judged, view.state.moment):
            return False
        for judged in kinds:
            writer.remove_judgements(judged.outdated)
            writer.add_judgements(judged.found)
        now = writer.view()
        if now.revision > view.revision + 1:  # the transaction before this one is not the last that was seen
            judge_corrected(writer, differing(read_corrections(view), read_corrections(now)), kept)
    return True
