"""Scores what the register joins: labelled pairs of tellings, against the entries their events came into."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from regesta.errors import RegestaError
from regesta.evaluate.align import Json
from regesta.evaluate.tally import Tally, add_found, add_rate
from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.span import Span
from regesta.query.register import open_register
from regesta.store.store import open_store


def read_joined(store: Path) -> tuple[tuple[Article, ...], dict[str, str]]:
    """Return the articles of a store, and the id of the entry that each of their events came into."""
    with open_store(str(store), create=False) as opened, opened.view() as view:
        entry_of = {report.event.id: entry.id for entry in open_register(view).entries() for report in entry.reports}
        return tuple(view.articles()), entry_of


def tally_pairs(pairs: Iterable[Json], articles: Iterable[Article], entry_of: Mapping[str, str]) -> list[Tally]:
    """Return what each labelled pair of tellings adds to the scores of joining.

    Args:
        pairs: Tellings of two articles with their label: `left`, `right`, `same`.
        articles: The coded articles the pairs name.
        entry_of: Id of the entry that each event came into.

    Returns:
        Tallies of `joined`, where a telling that was not coded cannot be joined; of `coded`: share of the pairs with
        both tellings coded; of `joined_of_coded.r`: recall among those.

    Raises:
        RegestaError: A pair names an article, or quotes words, that there is not.
    """
    known = by_name(articles)
    return [
        tally_pair(pair["same"], *(entries_of(pair[side], known, entry_of) for side in ("left", "right")))
        for pair in pairs
    ]


def tally_pair(same: bool, left: set[str], right: set[str]) -> Tally:
    """Return what one pair adds, by its label and the entries of both sides."""
    tally: Tally = Tally()
    joined = bool(left & right)
    add_found(tally, "joined", joined and same, joined, same)
    add_rate(tally, "coded", bool(left and right))
    if left and right and same:
        add_rate(tally, "joined_of_coded.r", joined)
    return tally


def entries_of(telling: Json, known: Mapping[str, Article], entry_of: Mapping[str, str]) -> set[str]:
    """Return the entries of the events that a telling tells."""
    return {entry_of[event.id] for event in events_told(telling, known)}


def by_name(articles: Iterable[Article]) -> dict[str, Article]:
    """Return articles by what gold calls them: their id, and the file and record they were read from."""
    return {name: article for article in articles for name in (article.id, article.source.origin) if name}


def events_told(telling: Json, known: Mapping[str, Article]) -> tuple[Event, ...]:
    """Return the events whose triggers stand in the words of a telling: its `spans`, else its `quote`.

    Raises:
        RegestaError: No such article, or it does not have the words quoted.
    """
    article, words = known.get(telling["article"]), telling.get("quote", "")
    start = article.text.find(words) if article else -1
    if article is None or start < 0:
        raise RegestaError(f"gold: {telling['article']} does not have the words {words!r}")
    spans = [Span(*span) for span in telling.get("spans", [(start, start + len(words))])]
    return tuple(event for event in article.events if any(event.trigger.overlaps(span) for span in spans))
