from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from builders import a_decision, a_judgement, a_statement, an_article
from stores import filled

from regesta.model.article import Article
from regesta.model.entry import Utterance
from regesta.query.speech.said import said_over_time
from regesta.query.speech.utterances import Utterances, open_utterances
from regesta.query.speech.wordings import differences, wordings
from regesta.store.filters import StatementFilter
from regesta.store.store import Store

WORDS = ("The border will stay shut.", "the border will remain shut", "The harbour is open")


def an_account(id: str, words: str, day: date, **changes: object) -> Article:
    article = an_article(f"{words} Poland said.", id=id, published=day, publisher=f"Outlet {id}")
    return replace(article, statements=(a_statement(article, words, **changes),))


FIRST = an_account("a1", WORDS[0], date(2023, 1, 5), kind="indirect")
SECOND = an_account("a2", WORDS[1], date(2023, 1, 6), speech_class="denies", polarity="denied")
THIRD = an_account("a3", WORDS[2], date(2023, 3, 1), confidence=0.35)
IDS = [article.statements[0].id for article in (FIRST, SECOND, THIRD)]


@pytest.fixture
def store() -> Store:
    left, right = sorted(IDS[:2])
    joined = a_judgement(left, right, kind="statement", reasons=("both are said by Poland",))
    return filled([SECOND, THIRD, FIRST], [joined])


def found(store: Store, **wanted: object) -> list[Utterance]:
    with store.view() as view:
        return open_utterances(view).find(StatementFilter(**wanted))  # type: ignore[arg-type]


def test_an_utterance_is_called_by_its_first_report_and_shows_the_words_nearest_to_speech(store: Store) -> None:
    one, other = found(store)
    assert (one.id, other.id) == (IDS[0], IDS[2])
    assert [report.statement.id for report in one.reports] == IDS[:2]
    assert one.best.statement.id == IDS[1]  # quoted words go before reported ones
    assert (one.support, one.publishers, one.day) == (2, ("Outlet a1", "Outlet a2"), date(2023, 1, 5))
    assert one.judgements[0].reasons == ("both are said by Poland",)


def test_every_statement_of_an_utterance_leads_to_it(store: Store) -> None:
    with store.view() as view:
        utterances = open_utterances(view)
        assert [u.id if (u := utterances.utterance(id)) else None for id in (*IDS, "none")] == [
            IDS[0], IDS[0], IDS[2], None,
        ]  # fmt: skip


def test_filters_let_utterances_through_by_any_statement_and_count_them(store: Store) -> None:
    assert [u.id for u in found(store, publisher="Outlet a2")] == [IDS[0]]
    assert [u.id for u in found(store, order="newest")] == [IDS[2], IDS[0]]
    assert [u.id for u in found(store, limit=1, offset=1)] == [IDS[2]]
    assert [u.id for u in found(store, min_confidence=0.5)] == [IDS[0]]
    assert [u.id for u in found(store, speech_class="denies")] == [IDS[0]]
    with store.view() as view:
        assert open_utterances(view).count(StatementFilter(limit=1)) == 2


def test_pages_of_utterances_are_parts_of_the_whole_list_in_either_order(store: Store) -> None:
    for order in ("oldest", "newest"):
        every = [u.id for u in found(store, order=order)]
        pages = [[u.id for u in found(store, order=order, limit=1, offset=offset)] for offset in range(3)]
        assert pages == [every[:1], every[1:], []]


def test_a_person_may_part_and_join_statements(store: Store) -> None:
    left, right = sorted(IDS[:2])
    with store.writer() as writer:
        writer.add_decisions([a_decision("different", left, other=right)])
    assert [u.support for u in found(store)] == [1, 1, 1]
    left, right = sorted(IDS[1:])
    with store.writer() as writer:
        writer.add_decisions([a_decision("same", left, other=right, made=datetime(2024, 1, 1, tzinfo=UTC))])
    assert sorted(u.support for u in found(store)) == [1, 2]


def test_what_was_worked_out_is_kept_until_the_store_changes(store: Store) -> None:
    with store.view() as view:
        joined = open_utterances(view).joined
        assert open_utterances(view, joined).joined is joined
        assert open_utterances(view, replace(joined, revision=-1)).joined == joined


def test_wordings_show_what_each_source_has_else(store: Store) -> None:
    one = found(store)[0]
    shown, other = wordings(one)
    assert [(piece.change, piece.text) for piece in shown.pieces] == [("same", WORDS[1])]
    assert [(piece.change, piece.text) for piece in other.pieces] == [
        ("same", "The border will"),
        ("left out", "remain"),
        ("added", "stay"),
        ("same", "shut."),
    ]
    assert differences(one) == {"class": ("says", "denies"), "kind": ("indirect", "direct")}


def test_what_was_said_over_time_is_told_by_month_with_class_and_polarity(store: Store) -> None:
    with store.view() as view:
        utterances = open_utterances(view)
        periods = said_over_time(utterances, StatementFilter(speaker="Poland"))
        assert said_over_time(Utterances(view, utterances.joined), StatementFilter(speaker="nobody")) == []
    told = [(p.start.isoformat(), len(p.utterances), p.classes, p.denied) for p in periods]
    assert told == [
        ("2023-01-01", 1, (("denies", 1),), 1),
        ("2023-02-01", 0, (), 0),
        ("2023-03-01", 1, (("says", 1),), 0),
    ]
