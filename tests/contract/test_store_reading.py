"""Finding statements, articles, actors, blocks and judgements: one suite for every registered store."""

from dataclasses import replace
from datetime import date

import pytest
from builders import (
    a_coded_article,
    a_decision,
    a_judgement,
    a_mention,
    a_role,
    a_statement,
    an_actor,
    an_article,
    an_event,
)
from stores import NOW, SETTINGS, write

from regesta.errors import StoreError
from regesta.model.annotation import Fault
from regesta.model.article import Article
from regesta.store.filters import ArticleFilter, StatementFilter
from regesta.store.store import Store


def test_statements_are_found_by_speaker_subject_words_and_article(store: Store) -> None:
    text = 'The minister said "Latvia and Riga are near" and Poland agreed.'
    one = an_article(text, id="a1", published=date(2022, 1, 1))
    one = replace(one, mentions=tuple(a_mention(one, words) for words in ("Latvia", "Riga", "Poland")))
    one = replace(one, statements=(a_statement(one, "Latvia and Riga are near"),))
    two = a_coded_article(id="a2", publisher="Vistula Courier", published=None)
    write(store, one, two)
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return [r.statement.article_id for r in view.statements(StatementFilter(**wanted))]

        assert ids() == ids(speaker="POL") == ids(speaker="state:POL") == ["a1", "a2"]
        assert ids(order="newest") == ["a1", "a2"]
        assert ids(speaker="LTU") == []
        assert ids(about="LVA") == ids(about="latvia") == ids(about="riga") == ["a1"]
        assert ids(about="POL") == []  # stands outside the words said
        assert ids(contains="riga near") == ["a1"]
        assert ids(publisher="Vistula Courier") == ids(article="a2") == ["a2"]
        assert ids(since=date(2022, 1, 1)) == ids(until=date(2022, 1, 2)) == ["a1"]
        assert ids(limit=1, offset=1) == ["a2"]
        assert view.count(StatementFilter(about="LVA")) == 1


def test_a_statement_is_found_by_id_and_cited_verbatim(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    with store.view() as view:
        report = view.statement(article.statements[0].id)
        assert view.statement("unknown") is None
        assert view.report("unknown") is None
        assert view.article("unknown") is None
    assert report is not None
    assert (report.statement, report.source) == (article.statements[0], article.source)
    assert [c.quote for c in report.citations] == ["We will keep talking,"]


# Articles, actors, publishers


def test_articles_are_found_by_words_mentions_publisher_run_and_faults(store: Store) -> None:
    write(store, a_coded_article(id="a1", published=date(2022, 2, 2)))
    faulty = replace(an_article("Nothing.", id="a2", title="Erdoğan", publisher=None, published=None))
    write(store, replace(faulty, faults=(Fault("parse", "empty"),)))
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return [outline.id for outline in view.article_outlines(ArticleFilter(**wanted))]

        assert ids() == [a.id for a in view.articles()] == ["a1", "a2"]
        assert ids(contains="lithuania visited") == ids(mentions="LTU") == ids(mentions="vilnius") == ["a1"]
        assert ids(contains="erdogan") == ids(faulty=True) == ids(run=2) == ["a2"]
        assert ids(publisher="Baltic Wire") == ids(since=date(2022, 2, 2)) == ids(until=date(2022, 2, 3)) == ["a1"]
        assert ids(limit=1, offset=1) == ["a2"]
        assert view.count(ArticleFilter(faulty=True)) == 1
        assert [(o.events, o.statements, o.faults, o.run) for o in view.article_outlines()] == [
            (1, 1, 0, 1),
            (0, 0, 1, 2),
        ]
        assert view.publishers() == {"Baltic Wire": 1}
        assert [(f.article_id, f.fault) for f in view.faults()] == [("a2", Fault("parse", "empty"))]
        assert view.faults(limit=1, offset=1) == []


def test_actors_are_counted_by_entity_under_their_commonest_name(store: Store) -> None:
    articles = []
    for number, name in enumerate(("Poland", "minister", "Poland", "Lithuania")):
        base = an_article(id=f"a{number}")
        role = replace(a_role(base, "actor", "Poland"), actor=an_actor(name, iso3="POL", sector="GOV", entity="one"))
        articles.append(replace(base, events=(replace(an_event(base), roles=(role,)),)))
    write(store, *articles)
    with store.view() as view:
        (count,) = view.actors()
        assert (count.name, count.entity, count.events) == ("Poland", "one", 4)
        assert [c.events for c in view.actors("pol")] == [4]  # the state
        assert [c.events for c in view.actors("lith")] == [1]
        assert view.actors("zzz") == view.actors(limit=0) == []


# Blocks and judgements


def test_blocks_join_events_and_tell_which_a_run_touched(store: Store) -> None:
    one, two, three = (a_coded_article(id=f"a{number}") for number in range(3))
    ids = [article.events[0].id for article in (one, two, three)]
    with store.writer() as writer:
        first = writer.start_run(SETTINGS, NOW)
        writer.add_article(first, one)
        writer.add_article(first, two)
        writer.set_blocks({ids[0]: ["x", "z"], ids[1]: ["x", "lonely"]})
        second = writer.start_run(SETTINGS, NOW)
        writer.add_article(second, three)
        writer.set_blocks({ids[2]: ["z"], "unknown": ["z"]})
    with store.view() as view:
        assert list(view.blocks()) == [("x", tuple(sorted(ids[:2]))), ("z", tuple(sorted((ids[0], ids[2]))))]
        assert [block for block, _ in view.blocks(of=[ids[2], "unknown"])] == ["z"]
        assert list(view.blocks(of=[])) == []
    with store.writer() as writer:
        writer.set_blocks({ids[0]: ["x"]})
    with store.view() as view:
        assert [block for block, _ in view.blocks()] == ["x"]


def test_block_keys_are_set_of_the_current_version_alone(store: Store) -> None:
    """Two versions of an article, as two programs coded it, may have one event."""
    one, two = a_coded_article(id="a1"), a_coded_article(id="a2")
    write(store, one, two)
    write(store, one, settings=replace(SETTINGS, config_hash="another"))
    with store.writer() as writer:
        writer.set_blocks({one.events[0].id: ["x"], two.events[0].id: ["x"]})
    with store.view() as view:
        assert [block for block, _ in view.blocks(most=2)] == ["x"]


def test_a_writer_shows_what_it_has_written(store: Store) -> None:
    one, two = a_coded_article(id="a1"), a_coded_article(id="a2")
    pair = tuple(sorted(article.events[0].id for article in (one, two)))
    write(store, one)
    with store.view() as before, store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        writer.add_article(run, two)
        writer.set_blocks({event_id: ["x"] for event_id in pair})
        writer.add_judgements([a_judgement(*pair)])
        writer.add_decisions([a_decision("reject", one.events[0])])
        view = writer.view()
        assert sorted(view.event_ids()) == list(pair)
        assert list(view.blocks()) == [("x", pair)]
        assert [judgement.pair for judgement in view.judgements()] == [pair]
        assert [decision.act for decision in view.decisions()] == ["reject"]
        assert view.state.moment == writer.now
        writer.remove_judgements(view.judgements())
        assert writer.view().judgements() == []
        assert before.event_ids() == [one.events[0].id]


def test_judgements_can_be_added_replaced_and_removed(store: Store) -> None:
    machine, person = a_judgement("e1", "e2"), a_judgement("e1", "e2", "different", author="Ann", score=0.0)
    other = a_judgement("e2", "e3")
    said = a_judgement("e1", "e2", kind="statement")
    with store.writer() as writer:
        assert writer.add_judgements([machine, person, other, said]) == 4
        assert writer.add_judgements([replace(machine, score=0.5)]) == 0
    with store.view() as view:
        assert view.judgements() == [person, replace(machine, score=0.5), other]
        assert view.judgements("statement") == [said]
        assert view.judgements(of=["e3"]) == [other]
        assert view.judgements(of=[]) == []
    with store.writer() as writer:
        assert writer.remove_judgements([machine, machine]) == 1
        assert writer.remove_judgements([]) == 0
    with store.view() as view:
        assert view.judgements() == [person, other]
        assert view.counts().judgements == 3


def test_a_judgement_has_the_smaller_id_left(store: Store) -> None:
    with pytest.raises(StoreError, match="smaller"), store.writer() as writer:
        writer.add_judgements([replace(a_judgement("e1", "e2"), left="e3")])


def test_blocks_of_more_events_than_asked_for_are_left_out_and_those_of_replaced_articles_do_not_count(
    store: Store,
) -> None:
    articles = [a_coded_article(id=f"a{number}") for number in range(3)]
    ids = sorted(article.events[0].id for article in articles)
    write(store, *articles)
    with store.writer() as writer:
        writer.set_blocks({ids[0]: ["large", "small"], ids[1]: ["large", "small"], ids[2]: ["large"]})
    with store.view() as view:
        assert [block for block, _ in view.blocks(most=3)] == ["large", "small"]
        assert [block for block, _ in view.blocks(most=2)] == ["small"]
        assert [block for block, _ in view.blocks(ids, most=2)] == ["small"]
        assert [block for block, _ in view.blocks(ids, least=3)] == ["large"]
    replaced = next(article for article in articles if article.events[0].id == ids[2])
    write(store, an_article("Poland closed its border.", id=replaced.id))
    with store.view() as view:
        assert list(view.blocks(most=2)) == [("large", tuple(ids[:2])), ("small", tuple(ids[:2]))]


def test_an_article_replaced_in_the_transaction_that_wrote_it_leaves_no_blocks(store: Store) -> None:
    one, two = a_coded_article(id="a1"), a_coded_article(id="a2")
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article in (one, two):
            writer.add_article(run, article)
            writer.set_blocks({event.id: ["x"] for event in article.events})
        writer.add_article(run, an_article("Poland closed its border.", id="a2"))
    with store.view() as view:
        assert list(view.blocks()) == []


def test_states_are_told_of_the_entities_asked_for(store: Store) -> None:
    text = "Ann Nowak visited Lithuania. Ann Novak visited Latvia."
    base = an_article(text)
    events = []
    for name, trigger, state in (("Ann Nowak", "visited", "POL"), ("Ann Novak", "visited Latvia", None)):
        person = an_actor(name, iso3=state, entity=f"person:{name.lower().replace(' ', '-')}")
        event = an_event(base, trigger, actor=name)
        events.append(replace(event, roles=(replace(event.roles[0], actor=person), *event.roles[1:])))
    write(store, replace(base, events=tuple(events)))
    with store.view() as view:
        asked = ["person:ann-nowak", "person:ann-novak", "person:nobody"]
        assert view.states_told(asked) == {"person:ann-nowak": "POL"}
        assert view.states_told([]) == {}
        assert list(view.entities("person").items()) == [("person:ann-novak", False), ("person:ann-nowak", True)]
        assert view.entities("state") == {"state:LTU": True}
    write(store, an_article("Poland closed its border."))
    with store.view() as view:
        assert view.states_told(["person:ann-nowak"]) == {}


def test_a_state_is_told_of_whom_most_events_give_it(store: Store) -> None:
    def told(id: str, *states: str) -> Article:
        base = an_article("Ann Nowak visited Lithuania.", id=id)
        event = an_event(base, "visited", actor="Ann Nowak")
        people = [an_actor("Ann Nowak", iso3=state, entity="person:ann-nowak") for state in states]
        parties = (replace(event.roles[0], actor=person) for person in people)
        return replace(base, events=(replace(event, roles=(*parties, *event.roles[1:])),))

    write(store, told("a1", "POL"), told("a2", "LVA"))
    with store.view() as view:
        assert view.states_told(["person:ann-nowak"]) == {}
    write(store, told("a3", "LVA"))
    with store.view() as view:
        assert view.states_told(["person:ann-nowak"]) == {"person:ann-nowak": "LVA"}


def test_blocks_of_statements_are_apart_from_those_of_events(store: Store) -> None:
    one, two = a_coded_article(id="a1"), a_coded_article(id="a2")
    said = tuple(sorted(article.statements[0].id for article in (one, two)))
    write(store, one, two)
    with store.writer() as writer:
        writer.set_blocks({one.events[0].id: ["x"], two.events[0].id: ["y"]})
        writer.set_blocks({said[0]: ["x", "z"], said[1]: ["x", "z"]}, "statement")
        writer.set_blocks({said[0]: ["x"]}, "statement")
    with store.view() as view:
        assert list(view.blocks()) == []
        assert list(view.blocks(kind="statement")) == [("x", said)]
        assert list(view.blocks(["none"], kind="statement")) == []
    write(store, an_article("Poland closed its border.", id="a2"))
    with store.view() as view:
        assert list(view.blocks(kind="statement")) == []
