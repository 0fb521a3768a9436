from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import pytest
from builders import DAY, a_statement, an_article
from stores import NOW, SETTINGS

from regesta.dedupe.block_statements import statement_block_keys
from regesta.model.article import Article
from regesta.query.speech.utterances import open_utterances
from regesta.run import judge_statements
from regesta.run.judge_fresh import judge_fresh
from regesta.run.report import RunReport
from regesta.store.store import Store, open_store

SHUT = "The border of Poland will stay shut until the last lorry has gone."
OTHER = "The schools of Poland will get new roofs before the winter comes."


def an_account(id: str, words: str = SHUT, days: int = 0) -> Article:
    article = an_article(f"{words}\nPoland said so.", id=id, published=DAY + timedelta(days=days))
    return replace(article, statements=(a_statement(article, words, kind="indirect"),))


def stored(store: Store, articles: Iterable[Article]) -> None:
    """Store articles in a run of their own, judge it, and finish it."""
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article in articles:
            writer.add_article(run, article)
            day = article.source.day
            writer.set_blocks({s.id: statement_block_keys(s, day) for s in article.statements}, "statement")
    judge_fresh(store, RunReport())
    with store.writer() as writer:
        writer.finish_run(run, NOW, {})


def together(store: Store) -> list[list[str]]:
    """The articles of each utterance that several report."""
    with store.view() as view:
        found = open_utterances(view).find()
    return [[r.statement.article_id for r in utterance.reports] for utterance in found if utterance.support > 1]


def test_statements_are_joined_whatever_the_order_of_articles_and_runs() -> None:
    accounts = [an_account("a1"), an_account("a2", days=2), an_account("a3", OTHER), an_account("a4", days=40)]
    for order in permutations(accounts):
        store = open_store("memory:")
        for article in order:
            stored(store, [article])
        assert together(store) == [["a1", "a2"]]


def test_a_block_that_grows_too_large_says_nothing_of_earlier_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge_statements, "MAX_BLOCK_STATEMENTS", 3)
    accounts = [an_account(f"a{number}") for number in range(5)]
    found = []
    for batches in ([accounts], [[each] for each in accounts], [accounts[3:], accounts[:3]]):
        store = open_store("memory:")
        for batch in batches:
            stored(store, batch)
        found.append(together(store))
    assert found == [found[0]] * 3


def test_a_statement_that_is_no_longer_reported_leaves_its_utterance() -> None:
    store = open_store("memory:")
    stored(store, [an_account("a1"), an_account("a2")])
    assert together(store) == [["a1", "a2"]]
    stored(store, [an_account("a2", OTHER)])
    assert together(store) == []


def test_what_a_killed_run_left_is_judged_by_the_next() -> None:
    store = open_store("memory:")
    stored(store, [an_account("a1")])
    with store.writer() as writer:  # a run that never judged nor finished
        run = writer.start_run(SETTINGS, NOW)
        article = an_account("a2")
        writer.add_article(run, article)
        writer.set_blocks({s.id: statement_block_keys(s, DAY) for s in article.statements}, "statement")
    stored(store, [])
    assert together(store) == [["a1", "a2"]]
