from dataclasses import replace
from typing import Any

from builders import an_article, an_event
from measured import scores

from regesta.evaluate.read_pairs import is_scored, tally_read_pairs
from regesta.model.article import Article
from regesta.model.span import Span

Json = dict[str, Any]


def coded(id: str) -> Article:
    article = an_article(id=id)
    return replace(article, events=(an_event(article),))


ONE, TWO, THREE = (coded(f"AFP_ENG_1997040{day}.0001") for day in (1, 2, 3))
ARTICLES = (ONE, TWO, THREE)


def pair(left: Article, right: Article, *, same: bool, stands_for: float = 1.0) -> Json:
    sides = {
        name: {"article": a.id, "type": e.type, "trigger": [e.trigger.start, e.trigger.end]}
        for name, a in (("left", left), ("right", right))
        for e in a.events
    }
    return {**sides, "same": same, "stands_for": stands_for}


def entries(*groups: tuple[Article, ...]) -> dict[str, str]:
    return {event.id: str(n) for n, group in enumerate(groups) for a in group for event in a.events}


def test_each_pair_counts_as_often_as_it_stands_for_others() -> None:
    pairs = [pair(ONE, TWO, same=True), pair(ONE, THREE, same=False, stands_for=3.0)]
    found = scores(tally_read_pairs(pairs, ARTICLES, entries(ARTICLES)))
    assert (found["joined.p"], found["joined.r"], found["coded"]) == (0.25, 1.0, 1.0)


def test_what_is_not_joined_or_not_coded_is_missed() -> None:
    silent = pair(ONE, TWO, same=True)
    silent["left"] = {**silent["left"], "trigger": [900, 901]}
    found = scores(tally_read_pairs([silent, pair(ONE, TWO, same=True)], ARTICLES, entries((ONE,), (TWO,), (THREE,))))
    assert (found["joined.r"], found["coded"]) == (0.0, 0.5)


def test_a_word_that_tells_an_event_again_is_coded_where_only_one_can_be_meant() -> None:
    again = pair(ONE, TWO, same=True)
    (event,) = ONE.events
    again["left"] = {**again["left"], "trigger": [event.evidence[0].start, event.evidence[0].start + 1]}
    assert scores(tally_read_pairs([again], ARTICLES, entries(ARTICLES)))["joined.r"] == 1.0
    twice = replace(ONE, events=(event, replace(event, id="other", trigger=Span(5, 6))))
    known = {**entries((twice, TWO)), "other": "0"}
    assert scores(tally_read_pairs([again], (twice, TWO), known))["coded"] == 0.0


def test_a_month_is_left_out_of_fitting_whichever_side_is_of_it() -> None:
    later = coded("XIN_ENG_20061104.0002")
    assert is_scored(pair(ONE, TWO, same=True))
    assert is_scored(pair(later, ONE, same=True))
    assert not is_scored(pair(later, later, same=True))
