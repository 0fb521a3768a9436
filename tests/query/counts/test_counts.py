from dataclasses import replace
from datetime import date

from builders import a_judgement, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.query.counts.counts import Count, count_by
from regesta.store.filters import EventFilter


def accounts() -> list[Article]:
    """Three tellings of two happenings, and one undated of a third."""
    made = []
    for number, changes in enumerate(
        [
            {"day": date(2022, 12, 31)},
            {"day": date(2022, 12, 31)},
            {"day": date(2023, 1, 1), "type": "AID", "mode": None, "quad": 2, "recipient": "Latvia"},
            {"day": None, "actor": None},
        ]
    ):
        publisher = None if number == 3 else f"Outlet {number % 2}"
        base = an_article("Poland visited Lithuania and Latvia.", id=f"a{number}", publisher=publisher)
        made.append(replace(base, events=(an_event(base, **changes),)))
    return made


def counts(dimension: str, **wanted: object) -> list[Count]:
    articles = accounts()
    with a_register(articles, [a_judgement(articles[0].events[0], articles[1].events[0])]) as register:
        return count_by(register, dimension, EventFilter(**wanted))


def test_events_and_entries_are_counted_by_type() -> None:
    assert counts("type") == [Count("CONSULT", 2, 3), Count("AID", 1, 1)]
    assert counts("mode") == [Count("visit", 2, 3), Count(None, 1, 1)]
    assert counts("quad") == [Count("1", 2, 3), Count("2", 1, 1)]


def test_times_come_in_order_of_time_and_the_undated_last() -> None:
    assert counts("month") == [Count("2022-12", 1, 2), Count("2023-01", 1, 1), Count(None, 1, 1)]
    assert counts("year") == [Count("2022", 1, 2), Count("2023", 1, 1), Count(None, 1, 1)]
    assert counts("day")[0] == Count("2022-12-31", 1, 2)


def test_pairs_of_states_are_counted_whatever_their_roles() -> None:
    assert counts("dyad") == [Count("LTU-POL", 1, 2), Count("LVA-POL", 1, 1)]
    assert counts("state")[0] == Count("LTU", 2, 3)


def test_an_entry_counts_for_each_publisher_that_reports_it() -> None:
    assert counts("publisher") == [Count("Outlet 0", 2, 2), Count("Outlet 1", 1, 1), Count(None, 1, 1)]


def test_only_what_the_filter_lets_through_is_counted() -> None:
    assert counts("type", publisher="Outlet 1") == [Count("CONSULT", 1, 1)]
    assert counts("type", type="ASSAULT") == []
