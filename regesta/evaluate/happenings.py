"""Scores the entries of the register: gold happenings told in several articles, against where their tellings came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from regesta.evaluate.align import Json
from regesta.evaluate.halves import FITTED_HALF, halves
from regesta.evaluate.joining import by_name, events_told, read_joined
from regesta.evaluate.misses import share_missed
from regesta.evaluate.scores import precision_recall_f1, prefixed
from regesta.model.article import Article

Entries = frozenset[str]


@dataclass(frozen=True)
class GoldTelling:
    """Words of an article that tell a happening, and where the register has them.

    Attributes:
        happening: Id of the happening.
        entries: Ids of the entries of all events whose triggers stand in the words; empty when nothing was coded.
        typed: Ids of the entries of those among them that have the happening's type.
    """

    happening: str
    entries: Entries
    typed: Entries


def score_told(happenings: Iterable[Json], store: Path) -> dict[str, float]:
    """Score the register of a store that holds the articles of the happenings.

    Beside the scores of `score_happenings`: `other_half.*`, those of the half that no weight was fitted on; and
    `missed.*`, what became of the pairs that should be joined and are not.

    Raises:
        RegestaError: A happening names an article, or quotes words, that the store does not have.
    """
    gold = list(happenings)
    articles, entry_of = read_joined(store)
    half_of = halves(gold)
    other = [happening for happening in gold if half_of[happening["id"]] != FITTED_HALF]
    of_other = score_happenings(other, articles, entry_of)
    return {
        **score_happenings(gold, articles, entry_of),
        **{f"other_half.{name}": of_other[name] for name in ("joined.p", "joined.r", "joined_of_typed.r")},
        **share_missed(gold, articles, entry_of),
    }


def score_happenings(
    happenings: Iterable[Json], articles: Iterable[Article], entry_of: Mapping[str, str]
) -> dict[str, float]:
    """Return how well the entries agree with the happenings.

    Args:
        happenings: What was told: `id`, `type`, `tellings` with `article` and `quote`; `same_as` names another
            happening that this one is.
        articles: The coded articles that tell them.
        entry_of: Id of the entry that each event came into.

    Returns:
        `joined.*`: pairs of tellings in one entry against pairs of one happening; a telling that was not coded
        cannot be joined. `bcubed.*`: the same seen from each telling, so that much-told happenings do not outweigh
        the others. `unmixed`: share of the entries with several tellings that hold one happening only. `coded`,
        `typed`: share of the tellings with an event, and with one of the happening's type. `..._of_typed.*`: the
        scores among those alone; `joined_of_coded.*` among the tellings with an event of any type.

    Raises:
        RegestaError: A happening names an article, or quotes words, that there is not.

    Source:
        B-cubed: Bagga and Baldwin 1998, with each telling's own neighbours, so that it may stand in several entries.
    """
    told = locate(happenings, by_name(articles), entry_of)
    typed = [telling for telling in told if telling.typed]
    coded = [telling for telling in told if telling.entries]
    return {
        **prefixed("joined", score_pairs(told, all_entries)),
        **prefixed("joined_of_coded", score_pairs(coded, all_entries)),
        **prefixed("joined_of_typed", score_pairs(typed, typed_entries)),
        **prefixed("bcubed", score_bcubed(told, all_entries)),
        **prefixed("bcubed_of_typed", score_bcubed(typed, typed_entries)),
        "unmixed": share_unmixed(told),
        "coded": share(len(coded), len(told)),
        "typed": share(len(typed), len(told)),
    }


def all_entries(telling: GoldTelling) -> Entries:
    """Return the entries of a telling's events."""
    return telling.entries


def typed_entries(telling: GoldTelling) -> Entries:
    """Return the entries of a telling's events of the right type."""
    return telling.typed


def locate(happenings: Iterable[Json], known: Mapping[str, Article], entry_of: Mapping[str, str]) -> list[GoldTelling]:
    """Return every telling with the entries it came into."""
    found = []
    for happening in happenings:
        for telling in happening["tellings"]:
            events = events_told(telling, known)
            entries = frozenset(entry_of[event.id] for event in events)
            typed = frozenset(entry_of[event.id] for event in events if event.type == happening["type"])
            found.append(GoldTelling(happening.get("same_as") or happening["id"], entries, typed))
    return found


def score_pairs(told: Sequence[GoldTelling], entries: Callable[[GoldTelling], Entries]) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs of tellings that share an entry."""
    pairs = [
        (left.happening == right.happening, bool(entries(left) & entries(right)))
        for left, right in combinations(told, 2)
    ]
    hits = sum(same and met for same, met in pairs)
    return precision_recall_f1(hits, sum(met for _, met in pairs), sum(same for same, _ in pairs))


def score_bcubed(told: Sequence[GoldTelling], entries: Callable[[GoldTelling], Entries]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1; every telling counts among its own neighbours."""
    precision = recall = 0.0
    for telling in told:
        near = [other for other in told if other is telling or entries(other) & entries(telling)]
        right = sum(other.happening == telling.happening for other in near)
        precision += right / len(near)
        recall += right / sum(other.happening == telling.happening for other in told)
    p, r = share(precision, len(told)), share(recall, len(told))
    return {"p": p, "r": r, "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def share_unmixed(told: Iterable[GoldTelling]) -> float:
    """Return the share, among entries with several tellings, of those with one happening; 0 of no entry."""
    held: dict[str, list[str]] = {}
    for telling in told:
        for entry in telling.entries:
            held.setdefault(entry, []).append(telling.happening)
    joined = [happenings for happenings in held.values() if len(happenings) > 1]
    return share(sum(len(set(happenings)) == 1 for happenings in joined), len(joined))


def share(part: float, whole: int) -> float:
    """Return a rounded share; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0
