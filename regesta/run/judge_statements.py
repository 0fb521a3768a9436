"""Compares the statements that share a block."""

from collections.abc import Iterator, Set
from datetime import datetime

from regesta.dedupe.compare_statements import Told, compare_statements
from regesta.model.judgement import Judgement
from regesta.run.judge import Judged, in_grown_blocks, judged_before, pairs_of, portions
from regesta.run.report import RunReport
from regesta.store.filters import StatementFilter
from regesta.store.view import View

MAX_BLOCK_STATEMENTS = 400  # beyond it a block says nothing; its statements meet in their other blocks


def judge_statements(view: View, since: datetime | None, report: RunReport) -> Judged:
    """Judge the statements stored since a moment against all that share a block with them.

    What a pair is judged depends on the two alone, and those in a block that grows too large are judged again, so that
    the order in which articles arrive does not matter. Pairs judged different are not stored: what is not joined is
    apart.

    Args:
        view: The store.
        since: Until when statements have been judged; None for never.
        report: Counts what is joined.
    """
    fresh = set(view.statement_ids(StatementFilter(stored_after=since)))
    if since is not None:
        fresh |= in_grown_blocks(view, fresh, MAX_BLOCK_STATEMENTS, "statement")
    return Judged(list(judgements(view, fresh, report)), judged_before(view, "statement", fresh))


def judgements(view: View, fresh: Set[str], report: RunReport) -> Iterator[Judgement]:
    """Yield the judgements same and unsure on pairs of statements that share a block, at least one of them fresh.

    Args:
        view: The store.
        fresh: Ids of the fresh statements.
        report: Counts what is joined and what is left to a person.
    """
    seen: set[tuple[str, str]] = set()
    for blocks in portions(view.blocks(fresh, MAX_BLOCK_STATEMENTS, "statement")):
        ids = tuple(sorted({statement_id for block in blocks for statement_id in block}))
        told = {r.statement.id: Told(r.statement, r.source.day) for r in view.statements(StatementFilter(ids=ids))}
        for pair in pairs_of(blocks, fresh, seen):
            left, right = told[pair[0]], told[pair[1]]
            if left.statement.article_id != right.statement.article_id:
                judgement = compare_statements(left, right)
                report.said_again += judgement.verdict == "same"
                report.unsure += judgement.verdict == "unsure"
                if judgement.verdict != "different":
                    yield judgement
