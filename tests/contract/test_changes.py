"""What changed between two moments, in every kind of store."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from builders import DAY, a_correction, a_count, a_decision, a_judgement, an_article, an_event
from stores import SETTINGS, write

from regesta.errors import ConfigError
from regesta.model.article import Article
from regesta.model.decision import Decision
from regesta.model.judgement import Judgement
from regesta.query.change_options import just_before, read_changes, read_since
from regesta.query.changes import ChangeFilter, EntryChange, list_changes
from regesta.query.filters import FilterReader
from regesta.query.register import open_register
from regesta.store.filters import EventFilter
from regesta.store.store import Store


def telling(id: str, days: int = 0, killed: int = 0, **changes: Any) -> Article:
    """An article that tells the visit, published some days later."""
    article = an_article(id=id, published=DAY + timedelta(days=days))
    event = an_event(article, **changes)
    counts = (a_count(article, "killed", killed),) if killed else ()
    return replace(article, events=(replace(event, roles=(*event.roles, *counts)),))


ONE, TWO, THREE = telling("a1"), telling("a2", 1), telling("a3", 2)
E1, E2, E3 = (article.events[0] for article in (ONE, TWO, THREE))


def judge(store: Store, *judgements: Judgement) -> None:
    with store.writer() as writer:
        writer.add_judgements(judgements)


def decide(store: Store, *decisions: Decision) -> None:
    """Write decisions as made now."""
    with store.writer() as writer:
        writer.add_decisions([replace(decision, made=writer.now) for decision in decisions])


def moment(store: Store) -> datetime:
    """The moment after all that was written so far."""
    with store.view() as view:
        changed = view.last_change()
    return (changed or datetime(2020, 1, 1, tzinfo=UTC)) + timedelta(microseconds=1)


def changed(store: Store, since: datetime, until: datetime | None = None, **wanted: Any) -> list[EntryChange]:
    with store.view() as now:
        view = now.at(until) if until else now
        before, after = open_register(view.at(just_before(since))), open_register(view)
        return list_changes(before, after, ChangeFilter(since=since, **wanted))


def test_a_new_entry_and_a_new_source_are_told_apart(store: Store) -> None:
    write(store, ONE)
    since = moment(store)
    write(store, TWO, telling("b1", actor="Lithuania", recipient="Poland"))
    judge(store, a_judgement(E1, E2))
    more, new = changed(store, since)
    assert (more.id, more.kinds, more.added, more.values) == (E1.id, ("sources",), ("a2",), ())
    assert (new.kinds, new.added, new.before) == (("new",), ("b1",), ())
    assert changed(store, since, kinds=("new",)) == [new]
    assert changed(store, since, entries=EventFilter(actor="Poland")) == [more]
    assert changed(store, moment(store)) == []


def test_between_two_moments_only_what_changed_there_is_told(store: Store) -> None:
    write(store, ONE)
    since = moment(store)
    write(store, TWO)
    until = just_before(moment(store))
    write(store, THREE)
    assert [change.added for change in changed(store, since, until)] == [("a2",)]
    assert len(changed(store, since)) == 2


def test_entries_that_became_one_and_one_that_was_parted(store: Store) -> None:
    write(store, ONE, TWO, THREE)
    judge(store, a_judgement(E2, E3))
    since = moment(store)
    judge(store, a_judgement(E1, E2))
    [merged] = changed(store, since)
    assert (merged.id, merged.kinds) == (E1.id, ("merged",))
    assert merged.before == tuple(sorted((E1.id, E2.id)))
    assert (merged.added, merged.lost) == ((), ())
    since = moment(store)
    with store.writer() as writer:
        writer.remove_judgements([a_judgement(E1, E2)])
    parted = changed(store, since)
    assert {change.id: change.beside for change in parted} == {E1.id: (E2.id,), E2.id: (E1.id,)}
    assert all(change.kinds == ("split",) and not change.lost for change in parted)


def test_values_shown_now_stand_beside_those_before(store: Store) -> None:
    write(store, telling("a1", killed=3))
    since = moment(store)
    second = telling("a2", 1, killed=12, place="Vilnius", confidence=0.9)
    write(store, second, telling("a3", 2, place="Vilnius", confidence=0.85))
    judge(store, *(a_judgement(E1, event) for event in (second.events[0], E3)))
    [change] = changed(store, since)
    assert change.kinds == ("values", "sources")
    assert [(v.point, v.old, v.new) for v in change.values] == [("killed", "3", "12"), ("place", "", "Vilnius")]


def test_what_persons_correct_or_reject_is_told_with_the_decision(store: Store) -> None:
    write(store, ONE, TWO)
    since = moment(store)
    decide(
        store,
        a_decision("correct", E1, correction=a_correction("status", "planned")),
        a_decision("reject", E2),
    )
    gone, corrected = changed(store, since)
    assert (gone.id, gone.kinds, gone.lost, gone.is_gone) == (E2.id, ("retracted",), ("a2",), True)
    assert [recorded.decision.act for recorded in gone.decisions] == ["reject"]
    assert corrected.kinds == ("corrected", "values")
    assert [(v.point, v.old, v.new) for v in corrected.values] == [("status", "happened", "planned")]
    since = moment(store)
    decide(store, a_decision("confirm", E1))
    assert changed(store, since) == []


def test_an_entry_is_gone_when_its_article_tells_it_no_more(store: Store) -> None:
    write(store, ONE, TWO)
    judge(store, a_judgement(E1, E2))
    since = moment(store)
    write(store, replace(ONE, events=()), settings=replace(SETTINGS, config_hash="other"))
    [renamed] = changed(store, since)
    assert (renamed.id, renamed.before, renamed.kinds, renamed.lost) == (E2.id, (E1.id,), ("sources",), ("a1",))
    since = moment(store)
    write(store, replace(TWO, events=()), settings=replace(SETTINGS, config_hash="other"))
    [gone] = changed(store, since)
    assert (gone.id, gone.kinds, gone.decisions) == (E2.id, ("retracted",), ())


def test_changes_are_asked_for_as_users_write(store: Store) -> None:
    write(store, ONE)
    with store.view() as view:
        reader = FilterReader(view)
        last = view.last_change()
        assert last
        assert read_changes(reader, {}).since == last.replace(hour=0, minute=0, second=0, microsecond=0)
        wanted = read_changes(reader, {"since": "2026-11-26", "what": "New, merged", "party": "POL", "limit": "3"})
        assert (wanted.since, wanted.kinds) == (datetime(2026, 11, 26, tzinfo=UTC), ("new", "merged"))
        assert (wanted.entries.party, wanted.limit) == ("POL", 3)
        for options, told in (
            ({"since": "yesterday"}, "write 2026-11-26"),
            ({"what": "newer"}, "did you mean 'new'"),
            ({"quod": "1"}, "no option 'quod'"),
        ):
            with pytest.raises(ConfigError, match=told):
                read_changes(reader, options)


def test_a_moment_may_have_a_time() -> None:
    assert read_since("2026-11-26T14:30") == datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
    assert read_since("2026-11") == datetime(2026, 11, 1, tzinfo=UTC)
