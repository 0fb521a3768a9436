"""Scores the entries of the register: gold happenings told in several articles, against where their tellings came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from regesta.evaluate.actor_clusters import tally_actors
from regesta.evaluate.align import Json
from regesta.evaluate.facets import outlet
from regesta.evaluate.halves import FITTED_HALF, halves
from regesta.evaluate.joining import by_name, events_told, read_joined
from regesta.evaluate.misses import tally_missed
from regesta.evaluate.tally import Tally, add, add_found, add_rate
from regesta.model.article import Article
from regesta.store.store import open_store

Entries = frozenset[str]


@dataclass(frozen=True)
class GoldTelling:
    """Words of an article that tell a happening, and where the register has them.

    Attributes:
        happening: Id of the happening.
        type: Its event type.
        publisher: Who tells it here; None when unknown.
        entries: Ids of the entries of all events whose triggers stand in the words; empty when nothing was coded.
        typed: Ids of the entries of those among them that have the happening's type.
    """

    happening: str
    type: str
    publisher: str | None
    entries: Entries
    typed: Entries


def tally_happenings(
    happenings: Iterable[Json], articles: Iterable[Article], entry_of: Mapping[str, str]
) -> list[Tally]:
    """Return what each happening adds to how well the entries agree with the happenings.

    Args:
        happenings: What was told: `id`, `type`, `tellings` with `article` and `quote`; `same_as` names another
            happening that this one is.
        articles: The coded articles that tell them.
        entry_of: Id of the entry that each event came into.

    Returns:
        Tallies of `joined`: pairs of tellings in one entry against pairs of one happening; a telling that was not coded
        cannot be joined, and a pair of two happenings counts half for each. `bcubed`: the same seen from each telling,
        so that much-told happenings do not outweigh the others. `unmixed`: share of the entries with several tellings
        that hold one happening only; an entry counts for the happening that it holds first. `coded`, `typed`: share of
        the tellings with an event, and with one of the happening's type; `..._of_coded`, `..._of_typed`: the scores
        among those alone. `other_half`: the half that no weight was fitted on. `missed`: what became of the pairs that
        should be joined and are not, as a share of all that should be.

    Raises:
        RegestaError: A happening names an article, or quotes words, that there is not.

    Source:
        B-cubed: Bagga and Baldwin 1998, with each telling's own neighbours, so that it may stand in several entries.
    """
    happenings, known = list(happenings), by_name(articles)
    told, half_of = locate(happenings, known, entry_of), halves(happenings)
    tallies: dict[str, Tally] = {telling.happening: Tally() for telling in told}
    tally_told(tallies, told)
    other = [telling for telling in told if half_of[telling.happening] != FITTED_HALF]
    tally_joins(tallies, ("other_half.joined", "other_half.bcubed"), other, all_entries)
    tally_missed(tallies, happenings, known, entry_of)
    return list(tallies.values())


def tally_chains(gold: Iterable[Json], store: Path) -> list[Tally]:
    """Return what each happening and each article of NewsWCL50 adds, of a store that holds its articles.

    Args:
        gold: As `evaluate.newswcl` reads it.
        store: The store.

    Returns:
        Tallies as of `tally_happenings`, but for `other_half`, since nothing was fitted on these; and as of
        `tally_actors`.
    """
    gold = list(gold)
    happenings = [row for row in gold if "tellings" in row]
    articles, entry_of = read_joined(store)
    known = by_name(articles)
    told = locate(happenings, known, entry_of)
    tallies: dict[str, Tally] = {telling.happening: Tally() for telling in told}
    tally_told(tallies, told)
    tally_missed(tallies, happenings, known, entry_of)
    with open_store(str(store), create=False) as opened, opened.view() as view:
        return [*tallies.values(), *tally_actors([row for row in gold if "actors" in row], view)]


def tally_told(tallies: Mapping[str, Tally], told: Sequence[GoldTelling]) -> None:
    """Add how tellings are coded, and how well the entries agree with the happenings."""
    coded, typed = [telling for telling in told if telling.entries], [telling for telling in told if telling.typed]
    for suffix, tellings, entries in (
        ("", told, all_entries),
        ("_of_coded", coded, all_entries),
        ("_of_typed", typed, typed_entries),
    ):
        tally_joins(tallies, (f"joined{suffix}", f"bcubed{suffix}"), tellings, entries)
    for telling in told:
        groups = (f"type={telling.type}", f"outlet={outlet({'publisher': telling.publisher})}")
        add_rate(tallies[telling.happening], "coded", bool(telling.entries), groups=groups)
        add_rate(tallies[telling.happening], "typed", bool(telling.typed), groups=groups)
    tally_unmixed(tallies, "unmixed", told)


def tally_joins(
    tallies: Mapping[str, Tally],
    scores: tuple[str, str],
    told: Sequence[GoldTelling],
    entries: Callable[[GoldTelling], Entries],
) -> None:
    """Add the pairs of tellings, and each telling as B-cubed counts it, under two names."""
    for left, right in combinations(told, 2):
        tally_two(tallies, scores[0], (left, right), bool(entries(left) & entries(right)))
    for telling in told:
        tally_neighbours(tallies[telling.happening], scores[1], telling, told, entries)


def tally_unmixed(tallies: Mapping[str, Tally], score: str, told: Iterable[GoldTelling]) -> None:
    """Add each entry with several tellings to the happening that it holds first."""
    for held in shared_entries(told):
        add_rate(tallies[held[0]], score, len(set(held)) == 1)


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
            publisher = known[telling["article"]].source.publisher
            name = happening.get("same_as") or happening["id"]
            found.append(GoldTelling(name, happening["type"], publisher, entries, typed))
    return found


def tally_two(tallies: Mapping[str, Tally], score: str, pair: tuple[GoldTelling, GoldTelling], met: bool) -> None:
    """Add a pair of tellings: to its happening, or one half to each of two."""
    left, right = (telling.happening for telling in pair)
    if left == right:
        add_found(tallies[left], score, met, met, 1)
    elif met:
        for happening in (left, right):
            add_found(tallies[happening], score, 0, 0.5, 0)


def tally_neighbours(
    tally: Tally,
    score: str,
    telling: GoldTelling,
    told: Sequence[GoldTelling],
    entries: Callable[[GoldTelling], Entries],
) -> None:
    """Add a telling as B-cubed counts it, among its own neighbours."""
    near = [other for other in told if other is telling or entries(other) & entries(telling)]
    right = sum(other.happening == telling.happening for other in near)
    for part, number in (
        ("right", right / len(near)),
        ("coded", 1.0),
        ("found", right / sum(other.happening == telling.happening for other in told)),
        ("gold", 1.0),
    ):
        add(tally, score, part, number)


def shared_entries(told: Iterable[GoldTelling]) -> list[list[str]]:
    """Return, for each entry with several tellings, the happenings they tell."""
    held: dict[str, list[str]] = {}
    for telling in told:
        for entry in sorted(telling.entries):
            held.setdefault(entry, []).append(telling.happening)
    return [happenings for happenings in held.values() if len(happenings) > 1]
