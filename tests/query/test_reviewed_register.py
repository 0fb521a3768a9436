"""The register with decisions of persons applied."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

from builders import DAY, a_correction, a_date, a_decision, a_judgement, an_actor, an_article, an_event
from stores import a_register, filled, write

from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.query.register import Register, open_register
from regesta.store.filters import EventFilter
from regesta.store.store import Store, open_store


def account(number: int, published: date | None = DAY) -> Article:
    base = an_article(id=f"a{number}", published=published)
    return replace(base, events=(an_event(base),))


ONE, TWO, THREE = account(1), account(2, DAY + timedelta(days=1)), account(3, DAY + timedelta(days=2))
E1, E2, E3 = (article.events[0] for article in (ONE, TWO, THREE))


def reviewed(*decisions: Decision) -> Store:
    """A store with one happening told three times, and decisions."""
    store = filled([ONE, TWO, THREE], [a_judgement(left, right) for left, right in pairwise((E1, E2, E3))])
    with store.writer() as writer:
        writer.add_decisions(decisions)
    return store


def members(register: Register) -> list[set[str]]:
    return [{report.event.article_id for report in entry.reports} for entry in register.entries(sort="support")]


def test_a_rejected_event_leaves_the_register_and_nothing_else_is_lost() -> None:
    store = reviewed(a_decision("reject", E2))
    with store.view() as view:
        register = open_register(view)
        assert register.entry(E2.id) is None
        assert register.count() == len(register.entries()) == 2  # its joins went with it
        assert view.report(E2.id) is not None


def test_a_corrected_event_is_found_and_shown_by_its_new_value() -> None:
    store = reviewed(a_decision("correct", E3, correction=a_correction("type", "THREATEN")))
    with store.view() as view:
        register = open_register(view)
        assert register.count(EventFilter(type="THREATEN")) == 1
        (entry,) = register.entries(EventFilter(type="THREATEN"))
        assert entry.best.id == E3.id
        assert (entry.best.type, entry.best.quad) == ("THREATEN", 3)
        assert {report.event.type for report in entry.reports} == {"CONSULT", "THREATEN"}
        assert [recorded.decision.author for recorded in entry.decisions] == ["Ann"]
        assert register.count(EventFilter(ids=(E3.id,), type="CONSULT")) == 0


def test_what_a_person_confirmed_is_shown_though_others_name_more() -> None:
    described, named = account(1), account(2)
    premier = an_actor("Polish premier", iso3="POL")
    actors = (premier, replace(premier, name="Anna Nowak", entity="person:anna-nowak"))
    accounts = []
    for article, actor in zip((described, named), actors, strict=True):
        (event,) = article.events
        first, *others = event.roles
        accounts.append(replace(article, events=(replace(event, roles=(replace(first, actor=actor), *others)),)))
    left, right = (article.events[0] for article in accounts)
    store = filled(accounts, [a_judgement(left, right)])
    with store.view() as view:
        assert open_register(view).entries()[0].best.id == right.id
    with store.writer() as writer:
        writer.add_decisions([a_decision("confirm", left)])
    with store.view() as view:
        assert open_register(view).entries()[0].best.id == left.id


def test_what_a_person_parts_becomes_two_entries_and_undoing_joins_them_again() -> None:
    apart = a_decision("different", E1, other=E3)
    store = reviewed(apart)
    with store.view() as view:
        assert len(members(open_register(view))) == 2
    with store.writer() as writer:
        writer.add_decisions([a_decision("undo", "", undoes=apart.id)])
    with store.view() as view:
        assert members(open_register(view)) == [{"a1", "a2", "a3"}]


def test_the_register_of_an_earlier_moment_lacks_later_decisions() -> None:
    early = a_decision("reject", E1)
    late = replace(a_decision("reject", E2), made=early.made + timedelta(days=1))
    store = filled([ONE, TWO])
    with store.writer() as writer:
        writer.add_decisions([early, late])
    with store.view() as view:
        assert view.at(early.made).decisions() == [early]
        assert open_register(view).count() == 0


def test_an_entry_keeps_its_id_when_later_articles_join_it() -> None:
    ids = []
    with open_store("memory:") as store:
        for article, judgements in ((ONE, []), (TWO, [a_judgement(E1, E2)]), (THREE, [a_judgement(E2, E3)])):
            write(store, article)
            with store.writer() as writer:
                writer.add_judgements(judgements)
            with store.view() as view:
                (entry,) = open_register(view).entries()
                ids.append(entry.id)
    assert ids == [E1.id] * 3


def test_an_entry_merged_away_is_found_by_its_old_id() -> None:
    """The article that joins two entries comes last: one id goes, and still leads to the entry that took it."""
    store = filled([ONE, THREE])
    with store.view() as view:
        assert {entry.id for entry in open_register(view).entries()} == {E1.id, E3.id}
    write(store, TWO)
    with store.writer() as writer:
        writer.add_judgements([a_judgement(E1, E2), a_judgement(E2, E3)])
    with store.view() as view:
        entry = open_register(view).entry(E3.id)
        assert entry
        assert entry.id == E1.id


def test_any_order_of_arrival_ends_in_the_same_entries() -> None:
    judged = [a_judgement(left, right) for left, right in pairwise((E1, E2, E3))]
    ends = []
    for order in permutations((ONE, TWO, THREE)):
        with open_store("memory:") as store:
            for article in order:
                write(store, article)
            with store.writer() as writer:
                writer.add_judgements(judged)
            with store.view() as view:
                ends.append(open_register(view).entries())
    assert all(end == ends[0] for end in ends)


def test_single_events_are_listed_as_corrected_with_what_was_coded_and_without_those_rejected() -> None:
    later = a_correction("date", a_date(DAY + timedelta(days=30)))
    type_ = a_correction("type", "THREATEN")
    store = reviewed(
        a_decision("correct", E1, correction=later),
        a_decision("correct", E1, correction=type_, reason="second"),
        a_decision("reject", E2),
    )
    with store.view() as view:
        register = open_register(view)
        found = list(register.reports(size=1))
        assert [report.event.id for report in found] == register.event_ids() == [E3.id, E1.id]
        assert register.count_events() == 2
        assert (found[0].coded, found[0].corrected) == (None, ())
        assert found[1].event.type == "THREATEN"
        assert found[1].coded == E1
        assert found[1].corrected == ("type", "mode", "date")
        assert register.event_ids(EventFilter(type="THREATEN")) == [E1.id]
        assert register.event_ids(EventFilter(type="CONSULT")) == [E3.id]
        assert register.event_ids(EventFilter(order="newest", limit=1)) == [E1.id]
        assert register.event_ids(EventFilter(offset=1)) == [E1.id]


def test_entries_can_be_asked_for_by_the_number_of_articles_and_the_latest_report() -> None:
    other = account(4, DAY + timedelta(days=9))
    with a_register([ONE, TWO, THREE, other], [a_judgement(E1, E2), a_judgement(E2, E3)]) as register:
        [told] = register.entries(EventFilter(min_support=3))
        assert told.support == 3
        assert register.count(EventFilter(min_support=4)) == 0
        assert register.count(EventFilter(min_support=3, type="CONSULT")) == 1
        assert [entry.support for entry in register.entries(sort="reported")] == [1, 3]
