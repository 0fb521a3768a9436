from dataclasses import replace

from builders import a_correction, a_decision, a_judgement, a_statement, an_article, an_event, span_of
from measured import scores
from stores import filled, write

from regesta.evaluate.joining import tally_pairs
from regesta.export.records.reviewed import reviewed_articles, reviewed_pairs
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.query.register import open_register
from regesta.store.store import Store

BASE = an_article()
VISIT, TALKS = an_event(BASE), an_event(BASE, "said", type="REQUEST")
TWO = replace(BASE, events=(VISIT, TALKS))
OTHER_BASE = an_article(id="a2")
OTHER = replace(OTHER_BASE, events=(an_event(OTHER_BASE),))


def decided(*decisions: Decision, articles: tuple[Article, ...] = (TWO, OTHER)) -> Store:
    store = filled(articles)
    with store.writer() as writer:
        writer.add_decisions(decisions)
    return store


def test_an_article_has_its_text_its_corrected_events_and_what_was_wrong() -> None:
    fixed = a_decision("correct", VISIT, correction=a_correction("status", "denied", old="happened"))
    with decided(fixed, a_decision("reject", TALKS)).view() as view:
        (record,) = reviewed_articles(open_register(view))
    assert record["text"] == BASE.text
    (event,) = record["events"]
    assert (event["id"], event["status"]) == (VISIT.id, "denied")
    trigger = event["trigger"]
    assert record["text"][trigger["start"] : trigger["end"]] == trigger["text"] == "visited"
    assert [wrong["id"] for wrong in record["rejected"]] == [TALKS.id]
    (said,) = record["reviewed"][VISIT.id]
    assert (said["act"], said["field"], said["old"], said["new"]) == ("correct", "status", "happened", "denied")
    assert (said["by"], said["reason"]) == ("Ann", "because")
    assert record["complete"]


def test_an_article_of_which_an_event_was_not_looked_at_is_not_complete() -> None:
    with decided(a_decision("confirm", VISIT)).view() as view:
        (record,) = reviewed_articles(open_register(view))
    assert not record["complete"]
    assert len(record["events"]) == 2


def test_what_was_undone_or_is_no_longer_reported_is_not_written() -> None:
    confirmed, rejected = a_decision("confirm", OTHER.events[0]), a_decision("reject", VISIT)
    store = decided(confirmed, rejected, a_decision("undo", "", undoes=rejected.id))
    write(store, replace(OTHER, title="Coded again", events=()))
    with store.view() as view:
        assert list(reviewed_articles(open_register(view))) == []


def test_pairs_are_in_the_form_that_the_evaluation_reads() -> None:
    with decided(a_decision("same", VISIT, other=OTHER.events[0], reason="one visit")).view() as view:
        register = open_register(view)
        pairs = list(reviewed_pairs(register))
        entry_of = {report.event.id: entry.id for entry in register.entries() for report in entry.reports}
        found = scores(tally_pairs(pairs, view.articles(), entry_of))
    assert [(pair["kind"], pair["same"], pair["why"]) for pair in pairs] == [("event", True, "one visit")]
    assert (found["joined.r"], found["coded"]) == (1.0, 1.0)


def test_pairs_of_statements_have_the_passage_with_all_their_words() -> None:
    one = an_article('"We sign," he said, "on Monday."')
    two = an_article("He said that they would sign on Monday.", id="a2")
    parts = (span_of(one, "We sign,"), span_of(one, "on Monday."))
    split = replace(a_statement(one, "We sign,", speaker=None), content=parts)
    plain = a_statement(two, "they would sign on Monday", speaker=None)
    articles = (replace(one, statements=(split,)), replace(two, statements=(plain,)))
    decision = a_decision("different", split.id, other=plain.id, reason="two days")
    with decided(decision, articles=articles).view() as view:
        (pair,) = reviewed_pairs(open_register(view))
    sides = [pair["left"], pair["right"]] if split.id < plain.id else [pair["right"], pair["left"]]
    assert sides == [
        {"article": "a1", "quote": 'We sign," he said, "on Monday.'},
        {"article": "a2", "quote": "they would sign on Monday"},
    ]
    assert (pair["kind"], pair["same"], pair["why"]) == ("statement", False, "two days")


def test_judgements_of_the_method_are_no_training_data() -> None:
    store = filled([TWO, OTHER], [a_judgement(VISIT, OTHER.events[0])])
    with store.view() as view:
        assert list(reviewed_pairs(open_register(view))) == []
