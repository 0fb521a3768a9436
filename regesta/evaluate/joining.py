"""Scores what the register joins: labelled pairs of tellings, against the entries their events came into."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from regesta.errors import RegestaError
from regesta.evaluate.align import Json
from regesta.evaluate.scores import precision_recall_f1, prefixed
from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.span import Span
from regesta.query.register import open_register
from regesta.store.store import open_store


def score_store(pairs: Iterable[Json], store: Path) -> dict[str, float]:
    """Score the register of a store that holds the articles of the pairs.

    Raises:
        RegestaError: A pair names an article, or quotes words, that the store does not have.
    """
    return score_joined(pairs, *read_joined(store))


def read_joined(store: Path) -> tuple[tuple[Article, ...], dict[str, str]]:
    """Return the articles of a store, and the id of the entry that each of their events came into."""
    with open_store(str(store), create=False) as opened, opened.view() as view:
        entry_of = {report.event.id: entry.id for entry in open_register(view).entries() for report in entry.reports}
        return tuple(view.articles()), entry_of


def score_joined(pairs: Iterable[Json], articles: Iterable[Article], entry_of: Mapping[str, str]) -> dict[str, float]:
    """Return how well joining agrees with the labels.

    Args:
        pairs: Tellings of two articles with their label: `left`, `right`, `same`.
        articles: The coded articles the pairs name.
        entry_of: Id of the entry that each event came into.

    Returns:
        `joined.p`, `joined.r`, `joined.f1` over all pairs, where a telling that was not coded cannot be joined;
        `coded`: share of the pairs with both tellings coded; `joined_of_coded.r`: recall among those.

    Raises:
        RegestaError: A pair names an article, or quotes words, that there is not.
    """
    known = by_name(articles)
    labelled = [
        (
            pair["same"],
            *({entry_of[event.id] for event in events_told(pair[side], known)} for side in ("left", "right")),
        )
        for pair in pairs
    ]
    coded = [(same, bool(left & right)) for same, left, right in labelled if left and right]
    hits, joined = sum(same and met for same, met in coded), sum(met for _, met in coded)
    same_coded = sum(same for same, _ in coded)
    return {
        **prefixed("joined", precision_recall_f1(hits, joined, sum(same for same, *_ in labelled))),
        "joined_of_coded.r": round(hits / same_coded, 4) if same_coded else 0.0,
        "coded": round(len(coded) / len(labelled), 4) if labelled else 0.0,
    }


def by_name(articles: Iterable[Article]) -> dict[str, Article]:
    """Return articles by what gold calls them: their id, and the file and record they were read from."""
    return {name: article for article in articles for name in (article.id, article.source.origin) if name}


def events_told(telling: Json, known: Mapping[str, Article]) -> tuple[Event, ...]:
    """Return the events whose triggers stand in the quoted words.

    Raises:
        RegestaError: No such article, or it does not have these words.
    """
    article, quote = known.get(telling["article"]), telling["quote"]
    start = article.text.find(quote) if article else -1
    if article is None or start < 0:
        raise RegestaError(f"gold: {telling['article']} does not have the words {quote!r}")
    words = Span(start, start + len(quote))
    return tuple(event for event in article.events if event.trigger.overlaps(words))
