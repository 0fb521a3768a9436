"""Pairs gold and coded items of one article, one to one, the best pairs first."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

Json = dict[str, Any]
Bounds = tuple[int, int]
Pair = tuple[Json, Json]
STATELESS = frozenset({None, "", "IGO", "NGO"})
CONTENT_OVERLAP = 0.5  # the share of the words of what is said that must be the same
FUNCTION_WORDS = frozenset({"the", "a", "an", "of", "and", "s", "in", "on", "for", "its", "their"})


def pair_up(gold: Sequence[Json], coded: Sequence[Json], weight: Callable[[Json, Json], float]) -> list[Pair]:
    """Return pairs of gold and coded items, greedily by falling weight; pairs of weight 0 are left out."""
    ranked = sorted(
        ((weight(g, c), i, j) for i, g in enumerate(gold) for j, c in enumerate(coded)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    pairs, used_gold, used_coded = [], set(), set()
    for value, i, j in ranked:
        if value > 0 and i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
            pairs.append((gold[i], coded[j]))
    return pairs


def overlap_ratio(left: Iterable[Bounds], right: Iterable[Bounds]) -> float:
    """Return shared characters over all characters of two sets of spans, 0 to 1."""
    left, right = list(left), list(right)
    shared = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)
    total = sum(end - start for start, end in (*left, *right)) - shared
    return shared / total if total else 0.0


def bounds(item: Json | None) -> Bounds:
    """Return the bounds of a span object; an empty span for None."""
    return (item["start"], item["end"]) if item else (0, 0)


def overlaps(left: Json | None, right: Json | None) -> bool:
    """Tell whether two span objects share characters."""
    first, second = bounds(left), bounds(right)
    return first[0] < second[1] and second[0] < first[1]


def words(text: str | None) -> frozenset[str]:
    """Return the content words of a name, lower-case."""
    cleaned = "".join(char.lower() if char.isalnum() else " " for char in text or "")
    return frozenset(cleaned.split()) - FUNCTION_WORDS


def party_keys(parties: Sequence[Json] | None) -> set[str | frozenset[str]]:
    """Return what parties are told apart by: the state, else the words of the name."""
    return {
        party["iso3"] if party.get("iso3") not in STATELESS else words(party.get("name") or party.get("text"))
        for party in parties or ()
    }


def same_party(left: str | frozenset[str], right: str | frozenset[str]) -> bool:
    """Tell whether two keys are of one party: the same state, or names that share a word."""
    return left == right if isinstance(left, str) or isinstance(right, str) else bool(left & right)


def same_parties(gold: Sequence[Json] | None, coded: Sequence[Json] | None) -> bool:
    """Tell whether two lists of parties agree: none coded that gold lacks, and at least half of gold found."""
    wanted, given = party_keys(gold), party_keys(coded)
    if not wanted:
        return not given
    found = sum(any(same_party(g, c) for c in given) for g in wanted)
    return 2 * found >= len(wanted) and all(any(same_party(g, c) for g in wanted) for c in given)


def roles_agree(gold: Json, coded: Json) -> bool:
    """Tell whether the parties of two events agree in their roles; order is free for reciprocal acts."""
    actors, recipients = gold.get("actors") or [], gold.get("recipients") or []
    theirs, others = coded.get("actors") or [], coded.get("recipients") or []
    if not recipients and len(actors) > 1:
        return same_parties(actors, [*theirs, *others])
    return same_parties(actors, theirs) and same_parties(recipients, others)
