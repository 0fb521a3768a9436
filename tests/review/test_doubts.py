from dataclasses import replace
from datetime import timedelta

from builders import DAY, a_decision, a_judgement, a_statement, an_article, an_event
from stores import a_register, filled

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.judgement import Judgement
from regesta.query.register import open_register
from regesta.query.speech.utterances import open_utterances
from regesta.review.doubts import (
    count_entries,
    count_pairs,
    count_utterances,
    doubtful_entries,
    doubtful_pairs,
    doubtful_utterances,
)


def account(number: int, **changes: object) -> Article:
    base = an_article(id=f"a{number}", published=DAY + timedelta(days=number))
    return replace(base, events=(an_event(base, **changes),))


ARTICLES = [account(n) for n in range(5)]
E = [article.events[0] for article in ARTICLES]


def test_pairs_of_much_reported_entries_come_first_then_the_likeliest() -> None:
    judged = [
        a_judgement(E[0], E[1], "unsure", score=0.69),
        a_judgement(E[2], E[3], "same"),
        a_judgement(E[3], E[4], "unsure", score=0.6),
        a_judgement(E[1], E[4], "unsure", score=0.65),
    ]
    with a_register(ARTICLES, judged) as register:
        found = doubtful_pairs(register)
        assert [pair.judgement.score for pair in found] == [0.6, 0.69, 0.65]
        assert {found[0].left.support, found[0].right.support} == {1, 2}
        assert count_pairs(register) == 3
        assert len(doubtful_pairs(register, 1)) == 1


def test_two_entries_are_asked_about_once_by_the_surest_judgement() -> None:
    judged = [a_judgement(E[0], E[1], "same"), a_judgement(E[0], E[2], "unsure", score=0.6)]
    judged.append(a_judgement(E[1], E[2], "unsure", score=0.66))
    with a_register(ARTICLES, judged) as register:
        assert [pair.judgement.score for pair in doubtful_pairs(register)] == [0.66]


def test_what_a_person_judged_or_others_joined_is_not_asked() -> None:
    judged = [a_judgement(E[0], E[1], "unsure"), a_judgement(E[0], E[2], "same"), a_judgement(E[1], E[2], "same")]
    judged.append(a_judgement(E[3], E[4], "unsure"))
    store = filled(ARTICLES, judged)
    with store.writer() as writer:
        writer.add_decisions([a_decision("different", E[3], other=E[4])])
    with store.view() as view:
        assert doubtful_pairs(open_register(view)) == []


def test_unsure_codings_come_by_support_then_gravity_then_doubt() -> None:
    mild, grave = account(5, confidence=0.3), account(6, confidence=0.45, intensity=-9.0)
    faint, sure = account(7, confidence=0.2), account(8, confidence=0.9)
    with a_register([mild, grave, faint, sure]) as register:
        found = doubtful_entries(register)
        assert [entry.reports[0].event.article_id for entry in found] == ["a6", "a7", "a5"]
        assert count_entries(register) == 3
        assert count_entries(register, below=0.25) == 1
        assert len(doubtful_entries(register, limit=2)) == 2


def test_a_confirmed_event_is_not_asked_about_again() -> None:
    mild = account(5, confidence=0.3)
    store = filled([mild])
    with store.writer() as writer:
        writer.add_decisions([a_decision("confirm", mild.events[0])])
    with store.view() as view:
        assert doubtful_entries(open_register(view)) == []


def an_account_of_words(number: int) -> Article:
    base = an_article(f"Poland said it would stay. It was day {number}.", id=f"s{number}", published=DAY)
    return replace(base, statements=(a_statement(base, "it would stay"),))


SAID = [an_account_of_words(n) for n in range(4)]
S = [article.statements[0].id for article in SAID]


def judged_words(left: int, right: int, verdict: str, score: float) -> Judgement:
    one, two = sorted((S[left], S[right]))
    return a_judgement(one, two, verdict, kind="statement", score=score)


def words_in_doubt(judged: list[Judgement], *decisions: Decision) -> list[tuple[float, int]]:
    """The score and the number of statements of each pair of utterances in doubt."""
    store = filled(SAID, judged)
    with store.writer() as writer:
        writer.add_decisions(decisions)
    with store.view() as view:
        register, utterances = open_register(view), open_utterances(view)
        found = doubtful_utterances(register, utterances)
        assert count_utterances(register, utterances) == len(found)
        assert len(doubtful_utterances(register, utterances, 1)) == min(1, len(found))
        return [(pair.judgement.score, pair.left.support + pair.right.support) for pair in found]


def test_utterances_that_many_report_come_first_and_two_are_asked_about_once() -> None:
    judged = [judged_words(0, 1, "same", 0.9), judged_words(2, 3, "unsure", 0.61)]
    judged += [judged_words(0, 2, "unsure", 0.5), judged_words(1, 2, "unsure", 0.55)]
    assert words_in_doubt(judged) == [(0.55, 3), (0.61, 2)]


def test_utterances_that_a_person_judged_are_not_asked_about_until_it_is_undone() -> None:
    judged = [judged_words(0, 1, "same", 0.9), judged_words(1, 2, "unsure", 0.55)]
    apart = a_decision("different", S[0], other=S[2])
    assert words_in_doubt(judged, apart) == []
    assert words_in_doubt(judged, a_decision("same", S[1], other=S[2])) == []
    assert words_in_doubt(judged, apart, a_decision("undo", "", undoes=apart.id)) == [(0.55, 3)]
