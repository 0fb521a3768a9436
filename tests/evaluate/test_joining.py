from typing import Any

import pytest
from builders import an_article, an_event
from measured import scores

from regesta.errors import RegestaError
from regesta.evaluate.joining import tally_pairs
from regesta.model.article import Article, Source

Json = dict[str, Any]


def coded(id: str, *, events: bool = True) -> Article:
    article = an_article(id=id)
    return an_article(id=id, events=(an_event(article),) if events else ())


def entries(*groups: tuple[Article, ...]) -> dict[str, str]:
    """Each group of articles tells one entry."""
    return {event.id: str(n) for n, group in enumerate(groups) for a in group for event in a.events}


def pair(left: str, right: str, *, same: bool, quote: str = "minister visited Lithuania") -> Json:
    return {"left": {"article": left, "quote": quote}, "right": {"article": right, "quote": quote}, "same": same}


ONE, TWO, THREE, SILENT = coded("a1"), coded("a2"), coded("a3"), coded("a4", events=False)
ARTICLES = (ONE, TWO, THREE, SILENT)
PAIRS = [pair("a1", "a2", same=True), pair("a1", "a3", same=False), pair("a1", "a4", same=True)]


def test_what_is_joined_rightly_counts_over_all_pairs_and_over_those_coded() -> None:
    found = scores(tally_pairs(PAIRS, ARTICLES, entries((ONE, TWO), (THREE,))))
    assert (found["joined.p"], found["joined.r"]) == (1.0, 0.5)  # what was not coded cannot be joined: a miss
    assert (found["joined_of_coded.r"], found["coded"]) == (1.0, 0.6667)


def test_a_near_miss_that_is_joined_costs_precision() -> None:
    assert scores(tally_pairs(PAIRS, ARTICLES, entries((ONE, TWO, THREE))))["joined.p"] == 0.5


def test_nothing_joined_scores_zero() -> None:
    found = scores(tally_pairs(PAIRS, ARTICLES, entries((ONE,), (TWO,), (THREE,))))
    assert (found["joined.f1"], found["joined_of_coded.r"]) == (0.0, 0.0)


def test_an_event_outside_the_quoted_words_does_not_tell_the_act() -> None:
    elsewhere = [pair("a1", "a2", same=True, quote="We will keep talking")]
    assert scores(tally_pairs(elsewhere, ARTICLES, entries((ONE, TWO))))["coded"] == 0.0


def test_an_article_is_found_by_the_file_it_was_read_from() -> None:
    filed = an_article(id="a5", source=Source(origin="outlet/visit.txt"), events=ONE.events)
    pairs = [pair("outlet/visit.txt", "a2", same=True)]
    assert scores(tally_pairs(pairs, (filed, TWO), entries((ONE, TWO))))["joined.f1"] == 1


@pytest.mark.parametrize(("article", "quote"), [("a9", "visited"), ("a2", "never said")])
def test_gold_that_does_not_fit_its_texts_is_named(article: str, quote: str) -> None:
    wrong = pair("a1", "a2", same=True) | {"right": {"article": article, "quote": quote}}
    with pytest.raises(RegestaError, match=f"{article} does not have the words '{quote}'"):
        tally_pairs([wrong], ARTICLES, entries((ONE, TWO)))
