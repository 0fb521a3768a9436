"""Utterances: statements of several articles that report one and the same saying, computed when they are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from regesta.dedupe.cluster import cluster
from regesta.model.entry import StatementReport, Utterance
from regesta.model.judgement import Judgement
from regesta.query.clusters.clusters import in_order_of_weight, joins_of
from regesta.query.clusters.decided import read_log
from regesta.store.filters import EVERY_STATEMENT, StatementFilter
from regesta.store.matching import cut
from regesta.store.view import View

KINDS = ("direct", "mixed", "indirect")  # the nearer to the words spoken, the earlier


@dataclass(frozen=True)
class Joined:
    """Which statements are one utterance; every other statement is an utterance of its own.

    Attributes:
        revision: The revision of the store that it was worked out from.
        members: The ids of the statements of each utterance, those of articles that appeared first at the head, by
            the id of the utterance: that of the first.
        utterance_of: The id of the utterance of every statement in `members`.
        joins: The judgements that hold each utterance together, by its id.
    """

    revision: int
    members: Mapping[str, tuple[str, ...]]
    utterance_of: Mapping[str, str]
    joins: Mapping[str, tuple[Judgement, ...]]


@dataclass(frozen=True)
class Utterances:
    """The utterances of one view of a store.

    Attributes:
        view: The view.
        joined: Which of its statements are one utterance.
    """

    view: View
    joined: Joined

    def find(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[Utterance]:
        """List utterances.

        Args:
            wanted: An utterance is let through when at least one of its statements is; it shows all of them. It stands
                where the first of those let through stands. `limit` and `offset` count utterances.
        """
        return self.of(self.listed(wanted))

    def listed(self, wanted: StatementFilter) -> list[str]:
        """List the ids of the utterances that `find` lists; no more statements are looked at than are needed for it."""
        if wanted.limit is None or wanted.ids is not None:
            return list(cut(self.ids(wanted), wanted))
        if not (repeated := self._repeated(wanted)):
            return self._each_once(self.view.statement_ids(wanted))
        enough = wanted.offset + wanted.limit + repeated
        found = self.view.statement_ids(replace(wanted, limit=enough, offset=0))
        return list(cut(self._each_once(found), wanted))

    def ids(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[str]:
        """List the ids of the utterances that a filter lets through, whatever its limit and offset."""
        return self._each_once(self.view.statement_ids(replace(wanted, limit=None, offset=0)))

    def count(self, wanted: StatementFilter = EVERY_STATEMENT) -> int:
        """Count the utterances that a filter lets through, whatever its limit and offset."""
        return len(self.ids(wanted)) if wanted.ids is not None else self.view.count(wanted) - self._repeated(wanted)

    def utterance(self, statement_id: str) -> Utterance | None:
        """Return an utterance by its id, or that of any statement in it; None when no current article reports it."""
        made = self.of([self.joined.utterance_of.get(statement_id, statement_id)])
        return made[0] if made else None

    def of(self, ids: Sequence[str]) -> list[Utterance]:
        """Return the utterances of some ids, but for those that no current article reports."""
        members = {id: self.joined.members.get(id, (id,)) for id in ids}
        needed = tuple(member for found in members.values() for member in found)
        reports = {r.statement.id: r for r in self.view.statements(StatementFilter(ids=needed))}
        return [
            Utterance(
                id=id,
                best=best_of([reports[member] for member in found]),
                reports=tuple(reports[member] for member in found),
                judgements=self.joined.joins.get(id, ()),
            )
            for id, found in members.items()
            if all(member in reports for member in found)
        ]

    def _each_once(self, found: Iterable[str]) -> list[str]:
        """Return the utterances of statements, each where its first statement stands."""
        return list(dict.fromkeys(self.joined.utterance_of.get(id, id) for id in found))

    def _repeated(self, wanted: StatementFilter) -> int:
        """Count the statements that a filter lets through and that are no utterance of their own beside others."""
        if not self.joined.utterance_of:
            return 0
        found = self.view.statement_ids(replace(wanted, ids=tuple(self.joined.utterance_of), limit=None, offset=0))
        return len(found) - len(set(map(self.joined.utterance_of.__getitem__, found)))


def open_utterances(view: View, joined: Joined | None = None) -> Utterances:
    """Return the utterances of a view.

    Args:
        view: The view.
        joined: Kept from before; used when it is of the same revision, else worked out anew.
    """
    fits = joined is not None and joined.revision == view.revision
    return Utterances(view, joined if joined is not None and fits else read_joined(view))


def read_joined(view: View) -> Joined:
    """Work out which statements of a view are one utterance, from its judgements and the decisions of persons."""
    decided = read_log(view.decisions())
    judgements = view.judgements("statement")
    named = {id for judgement in (*judgements, *decided.pairs.values()) for id in judgement.pair}
    known = view.statement_ids(StatementFilter(ids=tuple(sorted(named)))) if named else []  # by day of publication
    ranked = in_order_of_weight(judgements, frozenset(known), decided)
    rooted = cluster((), ranked)
    together: dict[str, list[str]] = {}
    for id in known:
        if id in rooted:
            together.setdefault(rooted[id], []).append(id)
    members = {found[0]: tuple(found) for found in together.values() if found[1:]}
    utterance_of = {member: id for id, found in members.items() for member in found}
    joins = joins_of((replace(judgement, kind="statement") for judgement in ranked), utterance_of)
    return Joined(view.revision, members, utterance_of, joins)


def best_of(reports: Iterable[StatementReport]) -> StatementReport:
    """Return the statement to show for an utterance.

    The rule: quoted words go before words partly quoted, and these before reported ones; then the surer; then the one
    with most words; then the first.
    """
    return min(
        reports,
        key=lambda report: (
            KINDS.index(report.statement.kind),
            -report.statement.confidence,
            -len(report.statement.content_text.split()),
        ),
    )
