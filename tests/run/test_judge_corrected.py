"""What a person corrects is compared anew by the values given, in every kind of store and in any order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count, permutations
from pathlib import Path
from typing import Any

import pytest
from builders import DAY, a_correction, a_decision, a_judgement, an_actor
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stand_in import a_report, coded
from stores import SETTINGS, an_address

from regesta import plugins
from regesta.model.annotation import DateInterval
from regesta.model.article import Article
from regesta.model.decision import CorrectedField, Decision, Value
from regesta.model.event import EventDate, Role
from regesta.model.judgement import Judgement
from regesta.query.register import open_register
from regesta.run import judge, judge_corrected
from regesta.run.ingest import store_batch
from regesta.run.judge_corrected import store_decisions
from regesta.run.judge_fresh import judge_fresh
from regesta.run.kept import Kept
from regesta.run.report import RunReport
from regesta.store.store import Store, open_store

MADE = datetime(2026, 1, 2, tzinfo=UTC)  # of the first decision; those after it follow by the minute
MINUTE = timedelta(minutes=1)
Opened = Callable[[], AbstractContextManager[Store]]


@pytest.fixture(params=plugins.names("stores"))
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Opened:
    """Opens empty stores of one kind."""
    numbers = count()

    @contextmanager
    def open_another() -> Iterator[Store]:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        with an_address(request.param, request, folder) as address, open_store(address) as store:
            yield store

    return open_another


@pytest.fixture
def store(opened: Opened) -> Iterator[Store]:
    """An empty store."""
    with opened() as found:
        yield found


def run(store: Store, *articles: Article, version: str = "", kept: Kept | None = None) -> None:
    """Store coded articles and judge them, as a run does."""
    with store.writer() as writer:
        number = writer.start_run(replace(SETTINGS, config_hash=f"c0ffee{version}"), writer.now)
    store_batch(store, number, list(articles), RunReport())
    judge_fresh(store, RunReport(), kept)


def told_on(day: date) -> EventDate:
    """A day that the sentence tells."""
    return EventDate(interval=DateInterval(day, day + timedelta(days=1), "day"), basis="expression")


def visit(id: str, days: int = 0, actor: str = "Poland", host: str = "Lithuania") -> Article:
    """An article on a visit whose sentence tells the day, so many days after `DAY`."""
    article = coded(a_report(id, actor, host, published=DAY + timedelta(days=1)))
    events = tuple(replace(event, date=told_on(DAY + timedelta(days=days))) for event in article.events)
    return replace(article, events=events)


def correction(article: Article, field: CorrectedField, value: Value, number: int = 0) -> Decision:
    """A decision on the event of an article."""
    corrected = a_correction(field, value)
    return a_decision("correct", article.events[0], correction=corrected, made=MADE + number * MINUTE)


def day(days: int) -> EventDate:
    """A day as a person gives it, so many days after `DAY`."""
    return replace(told_on(DAY + timedelta(days=days)), basis="corrected")


def undoing(decision: Decision, number: int = 9) -> Decision:
    return replace(a_decision("undo", ""), undoes=decision.id, made=MADE + number * MINUTE)


def entries(store: Store, moment: datetime | None = None) -> set[frozenset[str]]:
    """The articles of each entry."""
    with store.view() as view:
        register = open_register(view.at(moment) if moment else view)
        return {frozenset(r.event.article_id for r in entry.reports) for entry in register.entries()}


def judged(store: Store) -> list[Judgement]:
    with store.view() as view:
        return view.judgements()


def moment(store: Store) -> datetime:
    with store.view() as view:
        assert view.state.moment
        return view.state.moment


TOGETHER, APART = {frozenset({"a1", "a2"})}, {frozenset({"a1"}), frozenset({"a2"})}
A1, A2, LATE = visit("a1"), visit("a2"), visit("a2", 40)


def test_an_event_that_a_wrong_date_kept_apart_comes_to_the_others(store: Store) -> None:
    run(store, A1, LATE)
    assert entries(store) == APART
    store_decisions(store, [correction(LATE, "date", day(0))])
    assert entries(store) == TOGETHER
    [found] = judged(store)
    assert (found.verdict, found.author.partition("@")[0]) == ("same", "dedupe")


def test_an_event_that_a_wrong_date_joined_leaves_and_undoing_brings_it_back(store: Store) -> None:
    run(store, A1, A2)
    before, joined = judged(store), moment(store)
    wrong = correction(A2, "date", day(40))
    store_decisions(store, [wrong])
    parted = moment(store)
    assert (entries(store), judged(store)) == (APART, [])
    store_decisions(store, [undoing(wrong)])
    assert (entries(store), judged(store)) == (TOGETHER, before)
    with store.view() as view:  # nothing was overwritten
        assert (view.at(joined).judgements(), view.at(parted).judgements()) == (before, [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "ASSAULT"),
        ("actors", (Role(name="actor", span=A2.events[0].trigger, text="Latvia", actor=an_actor("Latvia")),)),
        ("recipients", (Role(name="recipient", span=A2.events[0].trigger, text="Sweden", actor=an_actor("Sweden")),)),
    ],
)
def test_other_values_count_as_well(store: Store, field: CorrectedField, value: Value) -> None:
    run(store, A1, A2)
    before = judged(store)
    store_decisions(store, [correction(A2, field, value)])
    assert sum(judgement.score for judgement in judged(store)) < before[0].score
    store_decisions(store, [undoing(correction(A2, field, value))])
    assert judged(store) == before


def test_wrong_parties_are_put_right(store: Store) -> None:
    """The reader took the host for the guest: only with the right parties does the event meet the other."""
    wrong = visit("a2", actor="Latvia", host="Estonia")
    run(store, A1, wrong)
    assert entries(store) == APART
    fixed = [
        correction(wrong, "actors", A1.events[0].actors, 0),
        correction(wrong, "recipients", A1.events[0].recipients, 1),
    ]
    store_decisions(store, fixed[:1])
    store_decisions(store, fixed[1:])
    assert entries(store) == TOGETHER


def test_articles_of_later_runs_are_compared_with_the_corrected_values(store: Store) -> None:
    run(store, LATE)
    store_decisions(store, [correction(LATE, "date", day(0))])
    run(store, A1)
    assert entries(store) == TOGETHER
    run(store, visit("a3", 40))
    assert entries(store) == {*TOGETHER, frozenset({"a3"})}


def test_an_article_coded_again_keeps_what_was_corrected(store: Store) -> None:
    run(store, A1, LATE)
    store_decisions(store, [correction(LATE, "date", day(0))])
    before = judged(store)
    run(store, LATE, version="again")
    assert (entries(store), judged(store)) == (TOGETHER, before)
    run(store, replace(A1, title="another headline"))
    assert entries(store) == TOGETHER


def test_what_persons_say_of_a_pair_goes_before(store: Store) -> None:
    run(store, A1, LATE)
    apart = a_decision("different", A1.events[0], other=LATE.events[0], made=MADE - MINUTE)
    by_hand = a_judgement(A1.events[0], LATE.events[0], "different", author="Ann")
    with store.writer() as writer:
        writer.add_judgements([by_hand])
    store_decisions(store, [apart])
    store_decisions(store, [correction(LATE, "date", day(0))])
    assert entries(store) == APART
    assert by_hand in judged(store)
    store_decisions(store, [undoing(apart)])
    assert entries(store) == APART  # the judgement of a person that is stored beside the log
    with store.writer() as writer:
        writer.remove_judgements([by_hand])
    assert entries(store) == TOGETHER


def test_what_older_versions_of_the_program_judged_gives_way(store: Store) -> None:
    run(store, A1, A2)
    with store.writer() as writer:
        writer.remove_judgements(judged(store))
        writer.add_judgements([a_judgement(A1.events[0], A2.events[0], author="dedupe@0.0.1")])
    store_decisions(store, [correction(A2, "date", day(40))])
    assert judged(store) == []


def test_of_two_corrections_the_later_counts_and_an_equal_one_changes_nothing(store: Store) -> None:
    run(store, A1, A2)
    away, back = correction(A2, "date", day(40)), correction(A2, "date", day(0), 1)
    store_decisions(store, [away])
    store_decisions(store, [back])
    [found] = judged(store)
    assert found.verdict == "same"
    store_decisions(store, [undoing(back)])
    assert entries(store) == APART
    written = moment(store)
    store_decisions(store, [correction(A2, "date", day(40), 5)])
    with store.view() as view:
        assert view.changes(written).judged == frozenset()


def test_other_decisions_compare_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    run(store, A1, A2)
    monkeypatch.setattr(judge_corrected, "judgements", lambda *_: pytest.fail("compared"))
    store_decisions(store, [a_decision("confirm", A1.events[0])])
    store_decisions(store, [a_decision("reject", A2.events[0])])
    assert entries(store) == {frozenset({"a1"})}


def test_an_event_of_a_replaced_version_is_left_alone(store: Store) -> None:
    run(store, A1, A2)
    fixed = correction(A2, "date", day(40))
    store_decisions(store, [fixed])
    run(store, visit("a2", host="Latvia"))  # another text: another event
    store_decisions(store, [undoing(fixed)])
    assert entries(store) == APART
    run(store, replace(A2, title="As it was"))
    assert entries(store) == TOGETHER


def test_a_correction_made_while_a_run_judges_is_taken_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    comparing, done = judge.judgements, []

    def correct_meanwhile(*arguments: Any) -> Iterator[Judgement]:
        found = list(comparing(*arguments))
        if not done:
            done.append(store_decisions(store, [correction(A2, "date", day(40))]))
        return iter(found)

    run(store, A2)
    monkeypatch.setattr(judge, "judgements", correct_meanwhile)
    run(store, A1)
    assert done
    assert (entries(store), judged(store)) == (APART, [])


def test_what_cannot_be_compared_is_not_decided_either(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """One transaction: a correction without its outcome is never seen."""
    run(store, A1, LATE)
    monkeypatch.setattr(judge_corrected, "judgements", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store_decisions(store, [correction(LATE, "date", day(0))])
    with store.view() as view:
        assert view.decisions() == []
    assert entries(store) == APART


def test_what_is_kept_is_of_complete_transactions(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept()
    run(store, A1, LATE, kept=kept)
    before = moment(store)
    monkeypatch.setattr(judge_corrected, "judgements", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store_decisions(store, [correction(LATE, "date", day(0))], kept)
    assert kept.moment == before


# Order


@st.composite
def histories(draw: st.DrawFn) -> list[Article | Decision]:
    """Articles on visits, and decisions on them, in the order in which they come in."""
    hosts = ("Lithuania", "Latvia")
    actors = [*map(an_actor, ("Poland", "Sweden")), *(person(name, None) for name in ("ann nowak", "jan kask"))]
    articles: list[Article] = []
    for number in range(draw(st.integers(2, 5))):
        article = visit(f"a{number}", draw(st.integers(0, 2)) * 3, host=draw(st.sampled_from(hosts)))
        actor = draw(st.sampled_from([*actors, person("ann nowak", "POL"), person("jan kask", "SWE")]))
        articles.append(replace(article, events=tuple(acted_by(event, actor) for event in article.events)))
    decided: list[Decision] = []
    for number in range(draw(st.integers(1, 5))):
        article = draw(st.sampled_from(articles))
        if decided and draw(st.booleans()):
            decided.append(undoing(draw(st.sampled_from(decided)), number))
            continue
        field = draw(st.sampled_from(("date", "type", "actors")))
        role = article.events[0].actors[0]
        value: Any = {
            "date": day(draw(st.integers(0, 2)) * 3),
            "type": draw(st.sampled_from(("CONSULT", "THREATEN"))),
            "actors": (replace(role, actor=draw(st.sampled_from(actors))),),
        }[field]
        decided.append(correction(article, field, value, number))
    return in_between(draw, articles, decided)


def person(name: str, state: str | None) -> Any:
    return an_actor(name.title(), iso3=state, sector=None, entity=f"person:{name.replace(' ', '-')}")


def acted_by(event: Any, actor: Any) -> Any:
    roles = tuple(replace(role, actor=actor) if role.name == "actor" else role for role in event.roles)
    return replace(event, roles=roles)


def in_between(draw: st.DrawFn, articles: list[Article], decided: list[Decision]) -> list[Article | Decision]:
    """Articles in any order, and decisions in theirs, each at any time."""
    found: list[Article | Decision] = list(draw(st.permutations(articles)))
    at = sorted(draw(st.integers(0, len(articles))) for _ in decided)
    for number, (place, decision) in enumerate(zip(at, decided, strict=True)):
        found.insert(place + number, decision)
    return found


def store_of(store: Store, steps: Iterable[Article | Decision]) -> list[Judgement]:
    """What a program that goes on judges when articles and decisions come in one after the other."""
    kept = Kept()
    for step in steps:
        if isinstance(step, Article):
            run(store, step, kept=kept)
        else:
            store_decisions(store, [step], kept)
    return judged(store)


def at_once(store: Store, steps: Sequence[Article | Decision]) -> list[Judgement]:
    """What is judged of articles that come together, after all decisions were made."""
    store_decisions(store, [step for step in steps if isinstance(step, Decision)])
    run(store, *(step for step in steps if isinstance(step, Article)))
    return judged(store)


def test_what_later_articles_tell_of_a_person_counts_for_a_corrected_event() -> None:
    """The person whom a correction names has no state until an article tells it."""
    other = visit("a2", actor="Sweden")
    named = correction(other, "actors", acted_by(other.events[0], person("ann nowak", None)).actors)
    told = visit("a3", 90, host="Latvia")
    told = replace(told, events=(acted_by(told.events[0], person("ann nowak", "POL")),))
    for steps in permutations([A1, other, told, named]):
        with open_store("memory:") as ours, open_store("memory:") as theirs:
            assert store_of(ours, steps) == at_once(theirs, steps)
            assert judged(ours)


def check_any_order(ours: Store, theirs: Store, steps: list[Article | Decision], most: int) -> None:
    """Hold what is judged step by step against what is judged at once, where blocks hold so many events at most."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (judge, judge_corrected):
            patched.setattr(module, "MAX_BLOCK_EVENTS", most)
        assert store_of(ours, steps) == at_once(theirs, steps)


ORDERS = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("most", [2, 3, 400])  # few, so that blocks become too large, or small enough
@settings(ORDERS, max_examples=60)
@given(steps=histories())
def test_in_any_order_the_judgements_are_those_of_the_last_values(most: int, steps: list[Article | Decision]) -> None:
    check_any_order(open_store("memory:"), open_store("memory:"), steps, most)


@settings(ORDERS, max_examples=4)
@given(steps=histories())
def test_so_they_are_in_every_kind_of_store(opened: Opened, steps: list[Article | Decision]) -> None:
    with opened() as ours, opened() as theirs:
        check_any_order(ours, theirs, steps, 3)


def test_a_block_is_too_large_or_small_enough_by_the_corrected_values(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (judge, judge_corrected):
        monkeypatch.setattr(module, "MAX_BLOCK_EVENTS", 3)
    articles = [visit(f"a{number}") for number in range(4)]
    elsewhere = correction(articles[3], "recipients", visit("x", host="Latvia").events[0].recipients)
    later = correction(articles[3], "date", day(200), 1)
    nobody = correction(articles[3], "actors", (), 2)
    for steps in permutations([*articles[1:3], elsewhere, later, nobody]):
        order = [articles[0], articles[3], *steps]
        ours, theirs = open_store("memory:"), open_store("memory:")
        assert store_of(ours, order) == at_once(theirs, order)
        assert len(judged(ours)) == 3
        store_decisions(ours, [undoing(elsewhere, 7), undoing(later, 8), undoing(nobody, 9)])
        assert len(judged(ours)) < 3
