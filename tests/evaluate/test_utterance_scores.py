from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builders import a_statement, an_article
from measured import scores

from regesta.errors import RegestaError
from regesta.evaluate.inputs import read_jsonl
from regesta.evaluate.speech import tally_speech
from regesta.evaluate.utterances import tally_utterances
from regesta.model.article import Article

WORDS = "We will keep talking,"
GOLD = Path(__file__).parents[2] / "evaluation/gold"


def coded(id: str, *, is_coded: bool = True) -> Article:
    article: Article = an_article(id=id)
    return replace(article, statements=(a_statement(article, WORDS),) if is_coded else ())


def utterance(id: str, *articles: str) -> dict[str, Any]:
    start = an_article().text.index(WORDS)
    return {"id": id, "tellings": [{"article": a, "content": [{"start": start, "end": start + 18}]} for a in articles]}


def score(articles: list[Article], groups: dict[str, str]) -> dict[str, float]:
    gold = [utterance("u1", "a1", "a2"), utterance("u2", "a3")]
    of = {s.id: groups.get(article.id, s.id) for article in articles for s in article.statements}
    return scores(tally_utterances(gold, {article.id: article for article in articles}, of.__getitem__))


def test_utterances_are_scored_by_the_pairs_that_came_together() -> None:
    articles = [coded("a1"), coded("a2"), coded("a3")]
    assert set(score(articles, {"a1": "x", "a2": "x"}).values()) == {1.0}
    apart = score(articles, {})
    assert (apart["joined.r"], apart["bcubed.p"], apart["coded"]) == (0.0, 1.0, 1.0)
    mixed = score(articles, {"a1": "x", "a2": "x", "a3": "x"})
    assert (mixed["joined.p"], mixed["joined.r"], mixed["unmixed"]) == (pytest.approx(1 / 3, abs=1e-4), 1.0, 0.0)


def test_a_telling_that_was_not_coded_cannot_be_joined() -> None:
    found = score([coded("a1"), coded("a2", is_coded=False), coded("a3")], {})
    assert (found["joined.r"], found["coded"]) == (0.0, pytest.approx(2 / 3, abs=1e-4))


def test_gold_of_an_article_that_there_is_not_is_refused() -> None:
    with pytest.raises(RegestaError, match="a2"):
        score([coded("a1")], {})


def test_the_gold_quotes_its_articles_to_the_letter() -> None:
    for part in "ab":
        texts = {row["id"]: row["text"] for row in read_jsonl(GOLD / f"utterances/articles_{part}.jsonl")}
        rows = list(read_jsonl(GOLD / f"utterances/utterances_{part}.jsonl"))
        ids = {row["id"] for row in rows}
        for row in rows:
            assert len({telling["article"] for telling in row["tellings"]}) == len(row["tellings"]) >= 2
            assert ids.issuperset(row["near"])
            for telling in row["tellings"]:
                for span in telling["content"]:
                    assert texts[telling["article"]][span["start"] : span["end"]] == span["text"]
        for row in read_jsonl(GOLD / f"speech/sentences_{part}.jsonl"):
            for span in filter(None, (row["cue"], row["addressee"], row["channel"])):
                assert row["text"][span["start"] : span["end"]] == span["text"]


def test_class_addressee_and_channel_are_scored_on_the_statement_at_the_cue() -> None:
    def span(start: int, end: int, **more: Any) -> dict[str, Any]:
        return {"start": start, "end": end, **more}

    row = {"id": "s1", "cue": span(4, 8), "speech_class": "says", "addressee": span(9, 19)}
    row["channel"] = span(30, 31, kind="post")
    right = {
        "cue": span(4, 8),
        "speech_class": "says",
        "addressee": span(9, 19),
        "channel": span(30, 32, kind="letter"),
    }
    found = scores(tally_speech([row], {"s1": {"statements": [right]}}))
    assert (found["class.accuracy"], found["addressee.f1"]) == (1.0, 1.0)
    assert (found["channel.f1"], found["channel_and_kind.f1"]) == (1.0, 0.0)
    assert scores(tally_speech([row], {}))["addressee.r"] == 0.0
