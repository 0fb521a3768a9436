"""What persons decided, with what counts now: of several decisions on one point the latest that nobody undid."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from regesta.model.decision import Correction, Decision, Recorded
from regesta.model.judgement import Judgement

Point = tuple[str, ...]  # what a decision settles; two decisions on one point contradict each other


@dataclass(frozen=True)
class Decided:
    """The log of decisions, read for what counts.

    Attributes:
        log: All decisions in order of writing, each with what has become of it.
    """

    log: tuple[Recorded, ...] = field(default=())

    @cached_property
    def counting(self) -> tuple[Decision, ...]:
        """The decisions that count, the latest first."""
        return tuple(recorded.decision for recorded in reversed(self.log) if recorded.state == "counts")

    @cached_property
    def rejected(self) -> frozenset[str]:
        """Ids of the events that are wrong, so that the register leaves them out."""
        return frozenset(decision.event for decision in self.counting if decision.act == "reject")

    @cached_property
    def vetted(self) -> frozenset[str]:
        """Ids of the events that a person confirmed or corrected."""
        return frozenset(decision.event for decision in self.counting if decision.act in {"confirm", "correct"})

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Correction, ...]]:
        """What is corrected in each event, by id, in order of writing."""
        found: dict[str, list[Correction]] = {}
        for decision in reversed(self.counting):
            if decision.correction:
                found.setdefault(decision.event, []).append(decision.correction)
        return {event: tuple(corrections) for event, corrections in found.items()}

    @property
    def changed(self) -> frozenset[str]:
        """Ids of the events that are no longer as coded: rejected or corrected."""
        return self.rejected | self.corrections.keys()

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Judgement]:
        """What persons judge of pairs of events, and of pairs of statements, by pair, the latest first."""
        return {judgement.pair: judgement for judgement in map(judgement_of, self.counting) if judgement}

    def of(self, ids: Iterable[str]) -> tuple[Recorded, ...]:
        """Return the decisions about some events or statements, in order of writing."""
        wanted = frozenset(ids)
        return tuple(recorded for recorded in self.log if not wanted.isdisjoint(recorded.decision.events))


def read_log(decisions: Iterable[Decision]) -> Decided:
    """Return decisions with what has become of each.

    Args:
        decisions: All decisions of a store, in order of writing.
    """
    log: list[Recorded] = []
    undone: dict[str, Decision] = {}
    latest: dict[Point, Decision] = {}
    for decision in reversed(tuple(decisions)):
        point = point_of(decision)
        if decision.id in undone:
            log.append(Recorded(decision=decision, state="undone", by=undone[decision.id]))
        elif decision.undoes:
            undone.setdefault(decision.undoes, decision)
            log.append(Recorded(decision=decision, state="counts"))
        elif point in latest:
            log.append(Recorded(decision=decision, state="overruled", by=latest[point]))
        else:
            latest[point] = decision
            log.append(Recorded(decision=decision, state="counts"))
    return Decided(tuple(reversed(log)))


def point_of(decision: Decision) -> Point:
    """Return what a decision settles: whether an event is one, whether a pair is one happening, or one value."""
    if decision.correction:
        return decision.event, decision.correction.field
    return decision.events


def judgement_of(decision: Decision) -> Judgement | None:
    """Return a decision on a pair as a judgement; None for others."""
    if decision.act not in {"same", "different"} or decision.other is None:
        return None
    is_same = decision.act == "same"
    return Judgement(
        left=decision.event,
        right=decision.other,
        kind="event",
        verdict="same" if is_same else "different",
        score=1.0 if is_same else 0.0,
        reasons=(decision.reason,),
        author=decision.author,
    )
