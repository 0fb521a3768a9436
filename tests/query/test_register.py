from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from builders import DAY, a_judgement, an_actor, an_article, an_event
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import a_register, filled

from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.entry import Entry
from regesta.model.judgement import Judgement
from regesta.query.register import SORTS, open_register
from regesta.store.filters import EventFilter


def an_account(number: int, **changes: object) -> Article:
    """An article with one event."""
    published = changes.pop("published", DAY)
    base = an_article(id=f"a{number}", publisher=f"Outlet {number % 2}", published=published)
    return replace(base, events=(an_event(base, **changes),))


def joined(*articles: Article) -> list[Judgement]:
    """Judgements that chain the first events of some articles."""
    pairs = pairwise(articles)
    return [a_judgement(left.events[0], right.events[0]) for left, right in pairs]


def article_ids(entries: list[Entry]) -> list[set[str]]:
    return [{report.event.article_id for report in entry.reports} for entry in entries]


def test_events_judged_the_same_are_one_entry() -> None:
    one, two, three, four = (an_account(n) for n in range(4))
    with a_register([one, two, three, four], joined(one, two, three)) as register:
        entries = register.entries(sort="support")
        assert article_ids(entries) == [{"a0", "a1", "a2"}, {"a3"}]
        assert entries[0].support == 3
        assert entries[0].publishers == ("Outlet 0", "Outlet 1")
        assert len(entries[0].judgements) == 2
        assert entries[1].judgements == ()
        assert register.count() == 2


def test_an_entry_is_found_by_the_id_of_any_of_its_events() -> None:
    one, two = an_account(1), an_account(2)
    with a_register([one, two], joined(one, two)) as register:
        found = [register.entry(article.events[0].id) for article in (one, two)]
        assert found[0] is not None
        assert found[0] == found[1]
        assert found[0].id == min(one.events[0].id, two.events[0].id)  # both appeared on one day
        assert register.entry("unknown") is None


def told_by(number: int, who: Actor, **changes: object) -> Article:
    """An account in which somebody of Poland pays the visit."""
    article = an_account(number, **changes)
    (event,) = article.events
    roles = tuple(replace(role, actor=who) if role.name == "actor" else role for role in event.roles)
    return replace(article, events=(replace(event, roles=roles),))


PREMIER = an_actor("Polish premier", iso3="POL", sector="GOV", office="premier")
NAMED = an_actor("Anna Nowak", iso3="POL", sector="GOV", office="premier", entity="person:anna-nowak")
MINISTRY = an_actor("Polish ministry", iso3="POL", sector="GOV")
BODY = an_actor("Ministry of the Sea", iso3="POL", sector="GOV", entity="org:ministry-of-the-sea")


@pytest.mark.parametrize(
    ("surest", "other", "shown"),
    [
        (PREMIER, NAMED, "Anna Nowak"),
        (MINISTRY, BODY, "Ministry of the Sea"),
        (NAMED, PREMIER, "Anna Nowak"),
        (PREMIER, an_actor("Poland"), "Polish premier"),
        (an_actor("Poland"), NAMED, "Poland"),
        (PREMIER, MINISTRY, "Polish premier"),
    ],
)
def test_who_is_named_is_shown_before_who_is_only_described(surest: Actor, other: Actor, shown: str) -> None:
    accounts = [told_by(1, surest, confidence=0.9), told_by(2, other, confidence=0.6)]
    with a_register(accounts, joined(*accounts)) as register:
        (entry,) = register.entries()
        assert [role.called for role in entry.best.actors] == [shown]
        assert entry.best_report.event == entry.best


def test_a_name_does_not_bring_other_values_with_it() -> None:
    accounts = [told_by(n, PREMIER, confidence=0.9) for n in range(2)]
    accounts.append(told_by(2, NAMED, day=DAY - timedelta(days=1)))
    with a_register(accounts, joined(*accounts)) as register:
        (entry,) = register.entries()
        assert [role.called for role in entry.best.actors] == ["Polish premier"]


def test_removing_the_judgement_parts_the_events() -> None:
    one, two = an_account(1), an_account(2)
    store = filled([one, two], joined(one, two))
    with store.view() as view:
        before = open_register(view)
        assert before.count() == 1
    with store.writer() as writer:
        writer.remove_judgements(joined(one, two))
    with store.view() as view:
        assert open_register(view, before.clusters).count() == 2  # kept clusters of an older revision are not used
        assert view.report(one.events[0].id) is not None


def test_reports_stand_by_day_of_publication_unknown_last() -> None:
    days = [None, DAY, DAY - timedelta(days=2)]
    accounts = [an_account(n, published=day) for n, day in enumerate(days)]
    with a_register(accounts, joined(*accounts)) as register:
        (entry,) = register.entries()
    assert [report.event.article_id for report in entry.reports] == ["a2", "a1", "a0"]


def test_an_entry_is_let_through_by_any_event_and_shows_all() -> None:
    one, two = an_account(1), an_account(2, type="AID", mode=None)
    with a_register([one, two], joined(one, two)) as register:
        assert article_ids(register.entries(EventFilter(type="AID"))) == [{"a1", "a2"}]
        assert register.count(EventFilter(type="ASSAULT")) == 0


def test_limit_and_offset_count_entries() -> None:
    accounts = [an_account(n, day=DAY + timedelta(days=n)) for n in range(5)]
    with a_register(accounts, joined(*accounts[3:])) as register:
        newest = register.entries(EventFilter(limit=2))
        assert len(newest) == 2
        assert article_ids(newest)[0] == {"a3", "a4"}
        assert article_ids(register.entries(EventFilter(offset=3), "newest")) == [{"a0"}]
        assert article_ids(register.entries(EventFilter(limit=1), "oldest")) == [{"a0"}]
        assert article_ids(register.most_cited(1)) == [{"a3", "a4"}]
        assert register.count(EventFilter(limit=1)) == 4


def test_entries_without_a_date_come_last_either_way() -> None:
    accounts = [an_account(0, day=None), an_account(1), an_account(2, confidence=0.9, day=date(2022, 1, 1))]
    with a_register(accounts) as register:
        assert article_ids(register.entries()) == [{"a1"}, {"a2"}, {"a0"}]
        assert article_ids(register.entries(sort="oldest")) == [{"a2"}, {"a1"}, {"a0"}]
        assert article_ids(register.entries(sort="confidence"))[0] == {"a2"}


def test_facts_of_replaced_versions_are_not_in_the_register() -> None:
    old, other = an_account(1), an_account(2)
    with a_register([old, other, an_article("Nothing.", id="a1")], joined(old, other)) as register:
        assert article_ids(register.entries()) == [{"a2"}]
        assert register.entry(old.events[0].id) is None


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6), pairs=st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=6))
def test_the_order_of_writing_does_not_change_the_register(seed: int, pairs: set[tuple[int, int]]) -> None:
    accounts = [an_account(n, day=DAY + timedelta(days=n % 3), confidence=(n % 4) / 4) for n in range(8)]
    judgements = [a_judgement(accounts[i].events[0], accounts[j].events[0]) for i, j in sorted(pairs) if i != j]
    shuffled = Random(seed).sample(accounts, len(accounts))
    reordered = Random(seed).sample(judgements, len(judgements))
    with a_register(accounts, judgements) as one, a_register(shuffled, reordered) as two:
        for sort in SORTS:
            assert one.entries(sort=sort) == two.entries(sort=sort)
