"""What a person should look at: pairs that the method could not judge, and events coded with little confidence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from regesta.dedupe.cluster import is_by_method
from regesta.model.entry import Entry, Utterance
from regesta.model.judgement import Judgement
from regesta.query.clusters.clusters import Cluster
from regesta.query.register import Register
from regesta.query.speech.utterances import Utterances
from regesta.store.filters import EVERY_EVENT, StatementFilter

LOW_CONFIDENCE = 0.5
Side = TypeVar("Side", Entry, Utterance)


@dataclass(frozen=True, slots=True)
class Doubtful(Generic[Side]):
    """Two entries that may be one happening, or two utterances that may be one.

    Attributes:
        left: One.
        right: The other.
        judgement: The surest of the judgements that leave it open.
    """

    left: Side
    right: Side
    judgement: Judgement


def doubtful_pairs(register: Register, limit: int = 20) -> list[Doubtful[Entry]]:
    """List pairs of entries that the method could neither join nor tell apart, what matters most first.

    First come pairs of entries that many articles report, since a wrong count of them is seen by most; then those the
    method holds for the likeliest to be one. Pairs that a person has judged are left out.

    Args:
        register: The register.
        limit: At most so many.
    """
    return first_pairs(kept_pairs(register), register.entry, limit)


def first_pairs(
    left_open: Iterable[tuple[Judgement, int]], side: Callable[[str], Side | None], limit: int
) -> list[Doubtful[Side]]:
    """Return the pairs that most report, then those that the method holds for the likeliest to be one.

    Args:
        left_open: The judgement on each pair, with how many report the two.
        side: Returns what an event or statement belongs to; None when that is no longer in the register.
        limit: At most so many.
    """
    ranked = sorted(left_open, key=lambda found: (-found[1], -found[0].score, found[0].pair))
    sides = ((judgement, side(judgement.left), side(judgement.right)) for judgement, _ in ranked[:limit])
    return [Doubtful(left, right, judgement) for judgement, left, right in sides if left and right]


def count_pairs(register: Register) -> int:
    """Count the pairs of entries that `doubtful_pairs` would list without a limit."""
    return len(kept_pairs(register))


def kept_pairs(register: Register) -> list[tuple[Judgement, int]]:
    """Return what `open_pairs` yields, read once for each revision of the store."""
    return register.kept(EVERY_EVENT, "open pairs", lambda: list(open_pairs(register)))


def open_pairs(register: Register) -> Iterator[tuple[Judgement, int]]:
    """Yield the surest unsure judgement on each pair of entries, with the number of articles that report the two."""
    found: dict[tuple[str, str], tuple[Judgement, int]] = {}
    for judgement in register.view.judgements("event"):
        left, right = register.clusters.of(judgement.left), register.clusters.of(judgement.right)
        if judgement.verdict != "unsure" or not is_by_method(judgement) or not left or not right:
            continue
        if left.id == right.id or is_judged(register, left, right):
            continue
        one, two = sorted((left.id, right.id))
        best = found.get((one, two))
        if best is None or best[0].score < judgement.score:
            found[one, two] = (judgement, left.support + right.support)
    yield from found.values()


def is_judged(register: Register, left: Cluster, right: Cluster) -> bool:
    """Tell whether a person has judged a pair of events of two clusters."""
    pairs = register.decided.pairs
    if not pairs:
        return False
    ids = [(one.id, two.id) for one in left.members for two in right.members]
    return any(tuple(sorted(pair)) in pairs for pair in ids)


def doubtful_utterances(register: Register, utterances: Utterances, limit: int = 20) -> list[Doubtful[Utterance]]:
    """List pairs of utterances that the method could neither join nor tell apart, what matters most first.

    First come those that many articles report, then those the method holds for the likeliest to be one. Pairs that a
    person has judged are left out.

    Args:
        register: The register.
        utterances: The utterances of the same view.
        limit: At most so many.
    """
    return first_pairs(kept_utterance_pairs(register, utterances), utterances.utterance, limit)


def count_utterances(register: Register, utterances: Utterances) -> int:
    """Count the pairs of utterances that `doubtful_utterances` would list without a limit."""
    return len(kept_utterance_pairs(register, utterances))


def kept_utterance_pairs(register: Register, utterances: Utterances) -> list[tuple[Judgement, int]]:
    """Return what `open_utterance_pairs` yields, read once for each revision of the store."""
    asked = ("open pairs of utterances", utterances.joined.revision)
    return register.kept(EVERY_EVENT, asked, lambda: list(open_utterance_pairs(register, utterances)))


def open_utterance_pairs(register: Register, utterances: Utterances) -> Iterator[tuple[Judgement, int]]:
    """Yield the surest unsure judgement on each pair of utterances, with the number of statements that report them."""
    joined, judged = utterances.joined, register.decided.pairs
    unsure = [j for j in register.view.judgements("statement") if j.verdict == "unsure" and is_by_method(j)]
    known = set(register.view.statement_ids(StatementFilter(ids=tuple(sorted({id for j in unsure for id in j.pair})))))
    found: dict[tuple[str, str], tuple[Judgement, int]] = {}
    for judgement in unsure:
        one, two = sorted(joined.utterance_of.get(id, id) for id in judgement.pair)
        left, right = joined.members.get(one, (one,)), joined.members.get(two, (two,))
        if one == two or not known.issuperset(judgement.pair):
            continue
        if any((min(pair), max(pair)) in judged for pair in product(left, right)):
            continue
        best = found.get((one, two))
        if best is None or best[0].score < judgement.score:
            found[one, two] = (judgement, len(left) + len(right))
    yield from found.values()


def doubtful_entries(register: Register, limit: int = 20, below: float = LOW_CONFIDENCE) -> list[Entry]:
    """List entries whose coding is unsure, what matters most first.

    First come entries that many articles report, then grave acts (far from 0 in intensity), then the least sure.
    Entries that show an event which a person confirmed or corrected are left out.

    Args:
        register: The register.
        limit: At most so many.
        below: The confidence under which a coding is unsure, 0 to 1.
    """
    found = sorted(unsure_clusters(register, below), key=lambda c: (-c.support, *gravity(c), c.id))
    entries = (register.entry(cluster.best.id) for cluster in found[:limit])
    return [entry for entry in entries if entry]


def count_entries(register: Register, below: float = LOW_CONFIDENCE) -> int:
    """Count the entries that `doubtful_entries` would list without a limit."""
    return sum(1 for _ in unsure_clusters(register, below))


def unsure_clusters(register: Register, below: float) -> Iterator[Cluster]:
    """Yield the clusters whose event shown is unsure and not vetted by a person."""
    vetted = register.decided.vetted
    for cluster in register.clusters.everything:
        if cluster.best.confidence < below and cluster.best.id not in vetted:
            yield cluster


def gravity(cluster: Cluster) -> tuple[float, float]:
    """Return how grave and how sure the event of a cluster is, for sorting: the gravest first, then the least sure."""
    return -abs(cluster.best.intensity), cluster.best.confidence
