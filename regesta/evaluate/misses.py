"""Why tellings of one happening did not come into one entry: the first step that lost each pair."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from regesta.dedupe.block import block_keys, first_words
from regesta.dedupe.compare import akin, compare
from regesta.dedupe.telling import Telling
from regesta.dedupe.when import days_apart
from regesta.evaluate.align import Json
from regesta.evaluate.joining import events_told
from regesta.evaluate.tally import Tally, add_rate
from regesta.model.article import Article

CAUSES = ("not_coded", "unlike_types", "days_apart", "no_shared_block", "judged_different", "unsure", "kept_apart")
Pairs = list[tuple[Telling, Telling]]


def tally_missed(
    tallies: Mapping[str, Tally],
    happenings: Iterable[Json],
    known: Mapping[str, Article],
    entry_of: Mapping[str, str],
) -> None:
    """Add the share of pairs of tellings of one happening lost by each cause, under `missed.` and its name.

    Args:
        tallies: By happening.
        happenings: What was told, as in `evaluate.happenings`.
        known: The coded articles that tell them, by name.
        entry_of: Id of the entry that each event came into.
    """
    tellings: dict[str, list[list[Telling]]] = {}
    for happening in happenings:
        told = tellings.setdefault(happening.get("same_as") or happening["id"], [])
        told += [tellings_in(known[telling["article"]], telling, known) for telling in happening["tellings"]]
    for name, told in tellings.items():
        for left, right in combinations(told, 2):
            found = set(cause_of(list(product(left, right)), entry_of))
            for cause in CAUSES:
                add_rate(tallies[name], f"missed.{cause}", cause in found)


def tellings_in(article: Article, telling: Json, known: Mapping[str, Article]) -> list[Telling]:
    """Return the events of a telling as comparing has them."""
    return [Telling(e, article.source.day, first_words(e, article)) for e in events_told(telling, known)]


def cause_of(pairs: Pairs, entry_of: Mapping[str, str]) -> Iterator[str]:
    """Yield what kept the events of two tellings apart, by the pair of events that came farthest; nothing if joined."""
    if any(entry_of[left.event.id] == entry_of[right.event.id] for left, right in pairs):
        return
    related = [pair for pair in pairs if akin(pair[0].event.type, pair[1].event.type)]
    near = [pair for pair in related if not days_apart(*pair)]
    met = [pair for pair in near if not keys_of(pair[0]).isdisjoint(keys_of(pair[1]))]
    verdicts = {compare(*pair).verdict for pair in met}
    furthest = (
        ("kept_apart", "same" in verdicts),
        ("unsure", "unsure" in verdicts),
        ("judged_different", bool(met)),
        ("no_shared_block", bool(near)),
        ("days_apart", bool(related)),
        ("unlike_types", bool(pairs)),
        ("not_coded", True),
    )
    yield next(cause for cause, reached in furthest if reached)


def keys_of(telling: Telling) -> set[str]:
    """Return the block keys of a telling."""
    return set(block_keys(telling.event, telling.published, telling.words))
