"""Every store answers every filter as the memory store does."""

from dataclasses import replace
from datetime import date

import pytest
from builders import a_count, a_date, a_mention, a_role, a_statement, an_article, an_event
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import an_address, write

from regesta import plugins
from regesta.model.article import Article
from regesta.store.filters import ArticleFilter, EventFilter, EventKind, StatementFilter
from regesta.store.store import Store, open_store
from regesta.store.view import View

TEXT = 'Poland met Lithuania and Latvia. Estonia visited Riga. "Vilnius and Sweden talk," Turkey said.'
NAMES = ["Poland", "Lithuania", "Latvia", "Estonia", "Sweden", "Turkey"]
DAYS = [None, date(2022, 12, 18), date(2022, 12, 19), date(2022, 12, 25)]

values = st.sampled_from([None, *NAMES, "POL", "lva", "state:EST", "riga", "xyz"])
days = st.sampled_from(DAYS)
words = st.sampled_from([None, "poland", '"met lithuania"', "visit*", "said riga", "-"])
publishers = st.sampled_from([None, "One", "Two"])


@st.composite
def articles(draw: st.DrawFn) -> Article:
    base = an_article(TEXT, id=draw(st.sampled_from(["a", "b", "c"])), published=draw(days), publisher=draw(publishers))
    events = []
    for trigger in draw(st.lists(st.sampled_from(["met", "visited", "talk"]), unique=True)):
        event = an_event(
            base,
            trigger,
            actor=draw(st.sampled_from(NAMES)),
            recipient=draw(st.sampled_from([None, *NAMES])),
            place=draw(st.sampled_from([None, "Riga", "Vilnius"])),
            type=draw(st.sampled_from(["CONSULT", "AID"])),
            mode=draw(st.sampled_from([None, "visit"])),
            cameo=draw(st.sampled_from(["042", "0421", "07"])),
            contexts=draw(st.sampled_from([(), ("military",), ("economic", "military")])),
            confidence=draw(st.sampled_from([0.2, 0.8])),
        )
        killed = draw(st.sampled_from([(), (3,), (3, 12)]))
        roles = (*event.roles, *(a_count(base, "killed", number) for number in killed))
        event = replace(event, roles=roles)
        start = draw(days)
        events.append(replace(event, date=a_date(start, draw(st.integers(1, 9))) if start else None))
    said = a_statement(base, "Vilnius and Sweden talk,", speaker=draw(st.sampled_from([None, *NAMES])))
    beside = draw(st.sampled_from([(), ("Estonia",), ("Latvia", "Sweden")]))
    offices = st.sampled_from([None, "Foreign Minister", "deputy prime minister", "minister of state"])
    if said.speaker and said.speaker.actor:
        office = replace(said.speaker.actor, office=draw(offices))
        said = replace(said, speaker=replace(said.speaker, actor=office))
    said = replace(
        said,
        speech_class=draw(st.sampled_from([None, "says", "denies"])),
        confidence=draw(st.sampled_from([0.35, 0.9])),
        co_speakers=tuple(a_role(base, "speaker", name) for name in beside) if said.speaker else (),
    )
    mentions = tuple(a_mention(base, name) for name in ("Sweden", "Riga", "Vilnius", "Latvia"))
    return replace(base, events=tuple(events), statements=(said,), mentions=draw(st.sampled_from([(), mentions])))


kinds = st.builds(
    EventKind,
    type=st.sampled_from([None, "AID"]),
    mode=st.sampled_from([None, "visit"]),
    cameo=st.sampled_from([None, "04", "07"]),
)
shared = {
    "contains": words,
    "publisher": publishers,
    "every_version": st.booleans(),
    "order": st.sampled_from(["oldest", "newest"]),
    "limit": st.sampled_from([None, 0, 2]),
    "offset": st.integers(0, 2),
}
fields = {
    EventFilter: {
        **shared,
        **dict.fromkeys(["actor", "recipient", "party"], values),
        **dict.fromkeys(["since", "until", "published_since", "published_until"], days),
        "dyad": st.tuples(st.sampled_from(NAMES), st.sampled_from(["POL", "Sweden", "LTU"])),
        "type": st.just("AID"),
        "mode": st.just("visit"),
        "kinds": st.lists(kinds, max_size=2).map(tuple),
        "context": st.sampled_from(["military", "economic"]),
        "place": st.sampled_from(["Riga", "LTU"]),
        "min_confidence": st.just(0.5),
        "min_killed": st.sampled_from([0, 3, 12, 13]),
        "min_wounded": st.sampled_from([0, 1]),
    },
    StatementFilter: {
        **shared,
        **dict.fromkeys(["speaker", "about"], values),
        **dict.fromkeys(["since", "until"], days),
        "described": st.sampled_from([None, "Minister", "foreign minister", "prime minister", "sweden", "%", "-"]),
        "speech_class": st.sampled_from(["says", "denies"]),
        "min_confidence": st.just(0.5),
    },
    ArticleFilter: {**shared, "mentions": values, "since": days, "until": days},
}


@st.composite
def filters(draw: st.DrawFn) -> EventFilter | StatementFilter | ArticleFilter:
    kind = draw(st.sampled_from(list(fields)))
    names = draw(st.lists(st.sampled_from(sorted(fields[kind])), max_size=3, unique=True))
    return kind(**{name: draw(fields[kind][name]) for name in names})


def opened(address: str, written: list[Article]) -> Store:
    store = open_store(address)
    write(store, *written)
    return store


def answers(view: View, wanted: EventFilter | StatementFilter | ArticleFilter) -> tuple[int, object]:
    if isinstance(wanted, EventFilter):
        return view.count(wanted), (view.reports(wanted), view.outlines(wanted), view.event_ids(wanted))
    if isinstance(wanted, StatementFilter):
        return view.count(wanted), (view.statements(wanted), view.statement_ids(wanted))
    return view.count(wanted), (list(view.articles(wanted)), view.article_outlines(wanted))


@pytest.mark.parametrize("name", [name for name in plugins.names("stores") if name != "memory"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written=st.lists(articles(), max_size=5), wanted=st.lists(filters(), min_size=15, max_size=15))
def test_every_store_answers_every_filter_as_memory_does(
    name: str,
    written: list[Article],
    wanted: list[EventFilter | StatementFilter | ArticleFilter],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with (
        an_address(name, request, tmp_path_factory.mktemp("store")) as address,
        opened(address, written) as store,
        opened("memory:", written) as memory,
        store.view() as view,
        memory.view() as expected,
    ):
        for some in wanted:
            assert answers(view, some) == answers(expected, some)
        assert view.actors(limit=None) == expected.actors(limit=None)
        assert view.publishers() == expected.publishers()
        assert view.counts() == expected.counts()
