"""Finding events: one suite for every registered store."""

from dataclasses import replace
from datetime import date, timedelta

from builders import (
    DAY,
    a_coded_article,
    a_date,
    a_role,
    an_actor,
    an_article,
    an_event,
)
from stores import write

from regesta.model.span import Citation
from regesta.store.filters import EventFilter, EventKind
from regesta.store.store import Store
from regesta.store.view import View


def found(view: View, **wanted: object) -> list[str]:
    return [report.event.article_id for report in view.reports(EventFilter(**wanted))]


def test_a_report_cites_the_evidence_verbatim(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    with store.view() as view:
        (report,) = view.reports()
    assert (report.event, report.source, report.title) == (article.events[0], article.source, article.title)
    (citation,) = report.citations
    assert citation == Citation("a1", article.events[0].evidence[0], "Poland's minister visited Lithuania on Monday.")


def test_events_are_found_by_party(store: Store) -> None:
    text = "Poland's minister visited Lithuania. Recep Tayyip Erdoğan visited Latvia."
    one, two = an_article(text, id="a1"), an_article(text, id="a2")
    person = an_actor("Recep Tayyip Erdoğan", iso3="TUR", sector="GOV", entity="person:recep-tayyip-erdogan")
    erdogan = replace(a_role(two, "actor", "Recep Tayyip Erdoğan"), actor=person)
    visit = an_event(two, actor=None, recipient="Latvia")
    write(
        store,
        replace(one, events=(an_event(one),)),
        replace(two, events=(replace(visit, roles=(erdogan, *visit.roles)),)),
    )
    with store.view() as view:
        assert found(view, actor="POL") == ["a1"]
        assert found(view, actor="poland") == ["a1"]
        assert found(view, recipient="POL") == []
        assert found(view, party="LTU") == ["a1"]
        assert found(view, actor="erdogan") == found(view, actor="tayyip erdoğan") == found(view, actor="tur") == ["a2"]
        assert found(view, party="person:recep-tayyip-erdogan") == ["a2"]
        assert found(view, actor="erdo") == []  # whole words
        assert found(view, actor="") == []
        assert found(view, dyad=("LTU", "POL")) == found(view, dyad=("POL", "LTU")) == ["a1"]
        assert found(view, dyad=("POL", "LVA")) == []


def test_events_are_found_by_type_mode_kind_context_status_quad_and_confidence(store: Store) -> None:
    base = an_article()
    visit = an_event(base)
    pact = an_event(
        base, "talking", type="SUPPORT", mode=None, cameo="057", contexts=("economic", "legal"), confidence=0.4
    )
    threat = an_event(base, "keep", type="THREATEN", mode="violence", cameo="1384", quad=3, status="denied", day=None)
    write(store, replace(base, events=(visit, pact, threat)))
    with store.view() as view:

        def ids(**wanted: object) -> list[str]:
            return view.event_ids(EventFilter(**wanted))

        assert ids(type="SUPPORT") == [pact.id]
        assert ids(mode="visit") == [visit.id]
        assert sorted(ids(kinds=(EventKind(cameo="05"), EventKind(type="CONSULT", mode="visit")))) == sorted(
            [pact.id, visit.id]
        )
        assert ids(kinds=(EventKind(cameo="138"),), type="CONSULT") == []
        assert ids(kinds=(EventKind(cameo="138"),)) == [threat.id]
        assert ids(context="economic") == [pact.id]
        assert ids(status="denied") == ids(quad=3) == [threat.id]
        assert threat.id not in ids(min_confidence=0.81)
        assert pact.id not in ids(min_confidence=0.8)
        assert ids(ids=(visit.id, "unknown")) == [visit.id]
        assert ids(ids=()) == []


def test_events_are_found_by_their_days_and_those_of_their_articles(store: Store) -> None:
    base = an_article(published=date(2022, 12, 20))
    day = an_event(base)
    month = an_event(base, "keep", date=a_date(date(2022, 12, 1), 31))
    never = an_event(base, "talking", day=None)
    write(store, replace(base, events=(day, month, never)))
    with store.view() as view:

        def ids(**wanted: object) -> set[str]:
            return set(view.event_ids(EventFilter(**wanted)))

        assert ids(since=date(2022, 12, 20)) == {month.id}
        assert ids(since=date(2022, 12, 19), until=date(2022, 12, 20)) == {day.id, month.id}
        assert ids(until=date(2022, 12, 1)) == set()
        assert ids(published_since=date(2022, 12, 20)) == {day.id, month.id, never.id}
        assert ids(published_until=date(2022, 12, 20)) == set()


def test_events_are_found_by_place_publisher_article_and_words(store: Store) -> None:
    one, two = an_article(id="a1"), an_article(id="a2", publisher="Vistula Courier")
    write(
        store,
        replace(one, events=(an_event(one, place="Vilnius"),)),
        replace(two, events=(an_event(two, "keep"),)),
    )
    with store.view() as view:
        assert found(view, place="LTU") == found(view, place="vilnius") == ["a1"]
        assert found(view, place="LVA") == []
        assert found(view, publisher="Vistula Courier") == found(view, article="a2") == ["a2"]
        assert found(view, contains="minister monday") == ["a1"]
        assert found(view, contains='"talking the minister"') == ["a2"]
        assert found(view, contains="LITHU*") == ["a1"]
        assert found(view, contains="lithu") == found(view, contains="!?") == []


def test_events_come_by_day_undated_last_and_can_be_cut(store: Store) -> None:
    articles = []
    for number, day in enumerate((date(2022, 5, 3), None, date(2022, 5, 1), date(2022, 5, 2))):
        base = an_article(id=f"a{number}")
        articles.append(replace(base, events=(an_event(base, day=day),)))
    write(store, *articles)
    with store.view() as view:
        assert found(view) == ["a2", "a3", "a0", "a1"]
        assert found(view, order="newest") == ["a0", "a3", "a2", "a1"]
        assert found(view, limit=2) == ["a2", "a3"]
        assert found(view, limit=2, offset=3) == ["a1"]
        assert found(view, offset=2) == ["a0", "a1"]
        assert found(view, limit=0) == []
        assert view.count(EventFilter(limit=1)) == 4


def test_an_outline_agrees_with_its_event(store: Store) -> None:
    base = an_article()
    event = an_event(base, place="Vilnius", recipient="minister")
    write(store, replace(base, events=(event,)))
    with store.view() as view:
        (outline,) = view.outlines()
    assert (outline.id, outline.article_id, outline.publisher, outline.published) == (
        event.id,
        "a1",
        "Baltic Wire",
        DAY,
    )
    assert (outline.type, outline.mode, outline.quad, outline.intensity) == ("CONSULT", "visit", 1, 2.1)
    assert (outline.status, outline.confidence, outline.start, outline.end) == (
        "happened",
        0.8,
        DAY,
        DAY + timedelta(1),
    )
    assert event.place is not None
    assert (outline.place, outline.actors, outline.recipients) == (event.place.place, ("POL",), ("minister",))
    assert outline.states == ("POL",)


def test_many_ids_can_be_asked_for_at_once(store: Store) -> None:
    article = a_coded_article()
    write(store, article)
    ids = tuple(f"{number:016x}" for number in range(100_000))
    with store.view() as view:
        assert view.event_ids(EventFilter(ids=(*ids, article.events[0].id))) == [article.events[0].id]
