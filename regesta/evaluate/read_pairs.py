"""Scores what the register joins of the news: pairs of newswire events that were judged by reading."""

from collections.abc import Iterable, Mapping, Sequence

from regesta.evaluate.align import Json
from regesta.evaluate.tally import Tally, add_found, add_rate
from regesta.model.article import Article
from regesta.model.event import Event
from regesta.model.span import Span

SCORED_MONTH = "199704"  # the month whose pairs no weight was fitted on, as it stands in the ids of articles
SIDES = ("left", "right")


def event_at(events: Sequence[Event], side: Json) -> Event | None:
    """Return the event of an article that a judged word tells: whose trigger it is, or which it tells again.

    That is the only one of its type with the word in its evidence; None where there are several, or none.
    """
    start, end = side["trigger"]
    alike = [event for event in events if event.type == side["type"]]
    own = next((event for event in alike if event.trigger.start == start), None)
    again = [event for event in alike if any(span.contains(Span(start, end)) for span in event.evidence)]
    return own or (again[0] if len(again) == 1 else None)


def is_scored(pair: Json) -> bool:
    """Tell whether a pair is one that scores are counted on: any side is of the month that is left out of fitting."""
    return any(is_of_month(pair[side]["article"]) for side in SIDES)


def is_of_month(article: str) -> bool:
    """Tell whether an article is of that month, by its id: "AFP_ENG_19970401.0099"."""
    return article.rpartition("_")[2].startswith(SCORED_MONTH)


def tally_read_pairs(pairs: Iterable[Json], articles: Iterable[Article], entry_of: Mapping[str, str]) -> list[Tally]:
    """Return what each pair judged by reading adds to the scores of joining.

    Args:
        pairs: Pairs of events with their judgement: `left` and `right` with `article`, `type`, `trigger`; `same`;
            `stands_for`, how many pairs of like odds it was drawn from.
        articles: The coded articles.
        entry_of: Id of the entry that each event came into.

    Returns:
        Tallies of `joined`, each pair counted as often as it stands for others: precision of the pairs that came into
        one entry, recall of those that are one happening; a pair of which an event is not coded is not joined. Of
        `coded`: share of the pairs with both events coded.
    """
    events = {article.id: article.events for article in articles}
    return [tally_read_pair(pair, events, entry_of) for pair in pairs]


def tally_read_pair(pair: Json, events: Mapping[str, Sequence[Event]], entry_of: Mapping[str, str]) -> Tally:
    """Return what one pair adds, given the events by article."""
    found = (event_at(events.get(pair[side]["article"], ()), pair[side]) for side in SIDES)
    left, right = (entry_of[event.id] if event else None for event in found)
    joined, number = left is not None and left == right, pair["stands_for"]
    tally: Tally = Tally()
    add_found(tally, "joined", number * (joined and pair["same"]), number * joined, number * pair["same"])
    add_rate(tally, "coded", number * bool(left and right), of=number)
    return tally
