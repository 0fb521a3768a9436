"""Compares the events that share a block and stores the judgements."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from regesta.dedupe.compare import Telling, compare
from regesta.model.entry import Report
from regesta.model.judgement import Judgement
from regesta.run.report import RunReport
from regesta.store.filters import EventFilter
from regesta.store.store import Store, View

MAX_BLOCK_EVENTS = 400  # beyond it a block says nothing; its events meet in their other blocks


def judge_blocks(store: Store, report: RunReport) -> None:
    """Judge all pairs of events in blocks that unfinished runs have touched; runs that were killed are made up for.

    Pairs judged different are not stored: they are as many as the square of a block, and what is not joined is apart.
    """
    with store.view() as view:
        pending = [run.id for run in view.runs() if run.finished is None]
        judged = list(judgements(view, pending, report))
    with store.writer() as writer:
        writer.add_judgements(judged)


def judgements(view: View, runs: Iterable[int], report: RunReport) -> Iterator[Judgement]:
    """Yield the judgements same and unsure among events that share a block touched by one of the runs."""
    seen: set[tuple[str, str]] = set()
    for run in runs:
        for _, ids in view.blocks(run):
            if len(ids) > MAX_BLOCK_EVENTS:
                continue
            tellings = [telling_of(r) for r in view.reports(EventFilter(ids=ids))]
            for left, right in combinations(tellings, 2):
                pair = (left.event.id, right.event.id)
                if pair in seen or left.event.article_id == right.event.article_id:
                    continue
                seen.add(pair)
                judgement = compare(left, right)
                report.compared += 1
                report.same += judgement.verdict == "same"
                report.unsure += judgement.verdict == "unsure"
                if judgement.verdict != "different":
                    yield judgement


def telling_of(report: Report) -> Telling:
    """Return a stored event as comparing needs it."""
    words = " ".join(citation.quote for citation in report.citations[:1])
    return Telling(report.event, report.source.day, words)
