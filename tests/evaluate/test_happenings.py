from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from builders import a_judgement, an_article, an_event
from measured import scores
from stores import write

from regesta.errors import RegestaError
from regesta.evaluate.happenings import tally_chains, tally_happenings
from regesta.evaluate.inputs import read_jsonl
from regesta.model.article import Article
from regesta.store.store import open_store

Json = dict[str, Any]
VISIT = "minister visited Lithuania"
FOLDER = Path(__file__).parents[2] / "evaluation/gold/happenings"


def gold(kind: str) -> list[Json]:
    return [row for path in sorted(FOLDER.glob(f"{kind}_*.jsonl")) for row in read_jsonl(path)]


def coded(id: str, *, type: str | None = "CONSULT") -> Article:
    """An article with an event of a type; with none when the type is None."""
    article: Article = an_article(id=id)
    return article if type is None else replace(article, events=(an_event(article, type=type),))


def entries(*groups: tuple[Article, ...]) -> dict[str, str]:
    """Each group of articles tells one entry."""
    return {event.id: str(n) for n, group in enumerate(groups) for a in group for event in a.events}


def happening(id: str, *articles: str, **changes: Any) -> Json:
    return {"id": id, "type": "CONSULT", "tellings": [{"article": a, "quote": VISIT} for a in articles]} | changes


ONE, TWO, THREE, OTHER = coded("a1"), coded("a2"), coded("a3"), coded("a4")
ARTICLES = (ONE, TWO, THREE, OTHER)
HAPPENINGS = [happening("h1", "a1", "a2", "a3"), happening("h2", "a4")]


def test_entries_that_are_the_happenings_score_one() -> None:
    found = scores(tally_happenings(HAPPENINGS, ARTICLES, entries((ONE, TWO, THREE), (OTHER,))))
    assert {value for name, value in found.items() if not name.startswith("missed.")} == {1.0}
    assert {value for name, value in found.items() if name.startswith("missed.")} == {0.0}


def test_a_happening_in_two_entries_costs_recall_alone() -> None:
    found = scores(tally_happenings(HAPPENINGS, ARTICLES, entries((ONE, TWO), (THREE,), (OTHER,))))
    assert (found["joined.p"], found["joined.r"]) == (1.0, 0.3333)  # one pair of three
    assert (found["bcubed.p"], found["bcubed.r"]) == (1.0, 0.6667)  # 2/3, 2/3, 1/3 and 1
    assert found["unmixed"] == 1.0


def test_an_entry_with_two_happenings_costs_precision() -> None:
    found = scores(tally_happenings(HAPPENINGS, ARTICLES, entries((ONE, TWO), (THREE, OTHER))))
    assert (found["joined.p"], found["joined.r"]) == (0.5, 0.3333)
    assert (found["bcubed.p"], found["unmixed"]) == (0.75, 0.5)  # 1, 1, 1/2 and 1/2


def test_a_telling_without_an_event_cannot_be_joined() -> None:
    articles = (ONE, TWO, coded("a3", type=None), OTHER)
    found = scores(tally_happenings(HAPPENINGS, articles, entries((ONE, TWO), (OTHER,))))
    assert (found["joined.r"], found["joined_of_typed.r"]) == (0.3333, 1.0)
    assert (found["coded"], found["typed"]) == (0.75, 0.75)


def test_a_telling_of_another_type_counts_as_coded_only() -> None:
    wrong = coded("a3", type="SUPPORT")
    found = scores(tally_happenings(HAPPENINGS, (ONE, TWO, wrong, OTHER), entries((ONE, TWO), (wrong,), (OTHER,))))
    assert (found["coded"], found["typed"]) == (1.0, 0.75)
    assert (found["joined.r"], found["joined_of_typed.r"]) == (0.3333, 1.0)


def test_a_happening_that_is_another_one_counts_with_it() -> None:
    parts = [happening("h1", "a1", "a2"), happening("h3", "a3", same_as="h1"), happening("h2", "a4")]
    assert scores(tally_happenings(parts, ARTICLES, entries((ONE, TWO, THREE), (OTHER,))))["joined.f1"] == 1.0


def test_nothing_joined_scores_zero_for_pairs() -> None:
    found = scores(tally_happenings(HAPPENINGS, ARTICLES, entries((ONE,), (TWO,), (THREE,), (OTHER,))))
    assert found["joined.f1"] == 0.0
    assert "unmixed" not in found  # no entry has several tellings


@pytest.mark.parametrize(("article", "quote"), [("a9", VISIT), ("a1", "never said")])
def test_a_telling_that_does_not_fit_its_article_is_named(article: str, quote: str) -> None:
    wrong = happening("h1") | {"tellings": [{"article": article, "quote": quote}]}
    with pytest.raises(RegestaError, match=f"{article} does not have the words '{quote}'"):
        tally_happenings([wrong], ARTICLES, entries(ARTICLES))


def test_every_gold_quote_stands_once_in_its_article() -> None:
    texts = {article["id"]: article["text"] for article in gold("articles")}
    tellings = [telling for told in gold("happenings") for telling in told["tellings"]]
    assert [telling for telling in tellings if texts[telling["article"]].count(telling["quote"]) != 1] == []
    assert {telling["article"] for telling in tellings} == set(texts)


def test_every_gold_happening_is_told_in_two_to_nine_articles() -> None:
    told: dict[str, list[str]] = {}
    for happening in gold("happenings"):
        told.setdefault(happening.get("same_as") or happening["id"], []).extend(
            t["article"] for t in happening["tellings"]
        )
    assert {
        name: articles for name, articles in told.items() if not 2 <= len(set(articles)) == len(articles) <= 9
    } == {}


def test_gold_near_misses_are_other_happenings_of_the_gold() -> None:
    happenings = {happening["id"]: happening for happening in gold("happenings")}
    named = [(id, other) for id, happening in happenings.items() for other in [*happening["near"]]]
    assert all(other in happenings and other != id for id, other in named)
    assert all(happening.get("same_as", id) in happenings for id, happening in happenings.items())


def test_no_words_tell_two_gold_happenings() -> None:
    texts = {article["id"]: article["text"] for article in gold("articles")}
    spans: dict[str, list[tuple[int, int]]] = {}
    for happening in gold("happenings"):
        for telling in happening["tellings"]:
            start = texts[telling["article"]].index(telling["quote"])
            spans.setdefault(telling["article"], []).append((start, start + len(telling["quote"])))
    crossing = [pair for found in spans.values() for pair in combinations(sorted(found), 2) if pair[0][1] > pair[1][0]]
    assert crossing == []


def test_chains_are_scored_with_their_actors_and_without_halves(tmp_path: Path) -> None:
    path = tmp_path / "coded.db"
    with open_store(str(path)) as store:
        write(store, ONE, TWO)
        with store.writer() as writer:
            writer.add_judgements([a_judgement(ONE.events[0], TWO.events[0])])
    start = ONE.text.index("visited")
    tellings = [{"article": id, "spans": [(start, start + len("visited"))]} for id in ("a1", "a2")]
    actors = [{"id": id, "story": "0", "actors": [{"chain": "POL", "start": 0, "end": 6}]} for id in ("a1", "a2")]
    found = scores(tally_chains([{"id": "h1", "type": "CONSULT", "tellings": tellings}, *actors], path))
    assert (found["joined.p"], found["joined.r"], found["typed"]) == (1.0, 1.0, 1.0)
    assert found["actors.bcubed.r"] == 0.5  # nobody was read
    assert not [name for name in found if name.startswith("other_half")]
