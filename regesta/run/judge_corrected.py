"""Stores what persons decide; events that they correct are compared anew at once, by the values that they gave."""

from collections.abc import Sequence, Set
from dataclasses import replace

from regesta.dedupe.block import block_keys
from regesta.model.decision import Decision
from regesta.query.clusters.corrected import corrected_reports
from regesta.query.clusters.decided import read_log
from regesta.run.judge import MAX_BLOCK_EVENTS, in_grown_blocks, judged_before, judgements
from regesta.run.kept import Kept
from regesta.run.person_states import differing
from regesta.run.report import RunReport
from regesta.store.store import Store
from regesta.store.writer import Writer


def store_decisions(store: Store, made: Sequence[Decision], kept: Kept | None = None) -> None:
    """Store decisions, and judge anew the pairs of the events of which other corrections count now than before.

    All in one transaction: whoever sees the correction sees what came of it.

    Args:
        store: The store.
        made: What was decided.
        kept: What this program saw of the store before, brought up to date; None for nothing.

    Raises:
        StoreError: The store cannot be written.
    """
    if kept and any(decision.act in {"correct", "undo"} for decision in made):
        with store.view() as view:
            kept.catch_up(view)
    with store.writer() as writer:
        before = writer.view().decisions()
        writer.add_decisions(made)
        differs = differing(read_log(before).corrections, read_log([*before, *made]).corrections)
        judge_corrected(writer, differs, kept or Kept())


def judge_corrected(writer: Writer, ids: Set[str], kept: Kept) -> None:
    """Judge the pairs of events by the corrections that count now; what the program judged of them before gives way.

    An event that comes into a block, or leaves one, may make it too large to say anything, or small enough: then the
    other events in it are judged anew as well.

    Args:
        writer: Has written the decisions.
        ids: Ids of the events of which other corrections count; those of replaced versions are left alone.
        kept: What was seen of the store before the transaction.
    """
    reports = corrected_reports(writer.view(), ids) if ids else []
    moved = {told.event.id for told in reports}
    if not moved:
        return
    left = in_grown_blocks(writer.view(), moved, MAX_BLOCK_EVENTS, "event")
    writer.set_blocks({r.event.id: block_keys(r.event, r.source.day, r.words) for r in reports})
    view = writer.view()
    fresh = moved | left | in_grown_blocks(view, moved, MAX_BLOCK_EVENTS, "event")
    kept = replace(kept)  # its moment would be that of a transaction that may still fail
    kept.catch_up(view)
    before, found = judged_before(view, "event", fresh), list(judgements(view, fresh, RunReport(), kept))
    said, known = frozenset(found), frozenset(before)
    writer.remove_judgements([judgement for judgement in before if judgement not in said])
    writer.add_judgements([judgement for judgement in found if judgement not in known])
