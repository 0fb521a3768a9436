"""Days of visits and meetings, and of what is planned for them."""

from datetime import date

import pytest

import regesta
from regesta.model.event import Event

PUBLISHED = "2021-03-12"  # a Friday


def event_of(text: str, trigger: str) -> Event:
    """Return the event of a text that a word triggers."""
    return next(e for e in regesta.code(text, published=PUBLISHED).events if e.trigger_text == trigger)


def days_of(text: str, trigger: str) -> tuple[date, date] | None:
    """Return the first day of an event and the one behind its last; None without a date."""
    found = event_of(text, trigger).date
    return (found.interval.start, found.interval.end) if found else None


@pytest.mark.parametrize(
    ("text", "trigger", "first", "behind"),
    [
        (
            "The French president will begin a five-day visit to Poland on 20 March.",
            "visit", date(2021, 3, 20), date(2021, 3, 25),
        ),
        (
            "The French president ended a three-day visit to Poland on Thursday.",
            "visit", date(2021, 3, 9), date(2021, 3, 12),
        ),
        (
            "French and Polish ministers will attend a two-day summit that opens on 20 March.",
            "summit", date(2021, 3, 20), date(2021, 3, 22),
        ),
        (
            "Customs in Chile lifted a month-long ban on Peruvian fish on 3 March.",
            "ban", date(2021, 2, 3), date(2021, 3, 4),
        ),
        (
            "Customs in Chile lifted a month-long ban on Peruvian fish on 3 March.",
            "lifted", date(2021, 3, 3), date(2021, 3, 4),
        ),
        (
            "The talks between Chile and Peru opened in Lima on Tuesday and are to end on Sunday.",
            "talks", date(2021, 3, 9), date(2021, 3, 15),
        ),
        (
            "Bolivia denounced the naval exercise, which Chilean troops began on Monday and will go on until 20 March.",
            "exercise", date(2021, 3, 8), date(2021, 3, 21),
        ),
    ],
)  # fmt: skip
def test_a_stay_of_some_days_lasts_them(text: str, trigger: str, first: date, behind: date) -> None:
    assert days_of(text, trigger) == (first, behind)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "behind"),
    [
        ("The Peruvian president began a three-day visit to Chile.", "visit", date(2021, 3, 12), date(2021, 3, 15)),
        ("Chile's president ended his two-day talks with the Peruvian king.", "talks",
         date(2021, 3, 11), date(2021, 3, 13)),
        ("The Chilean king flew home after ending a four-day visit to Peru.", "visit",
         date(2021, 3, 9), date(2021, 3, 13)),
    ],
)  # fmt: skip
def test_a_stay_that_begins_or_ends_with_the_news_lasts_its_days(
    text: str, trigger: str, first: date, behind: date
) -> None:
    assert days_of(text, trigger) == (first, behind)


def test_what_is_on_the_programme_of_a_visit_has_its_days() -> None:
    text = (
        "The French president will start a five-day visit to Poland on 20 March. Polish protesters said on Friday that "
        "they were angry. He will telephone the Italian king."
    )
    assert days_of(text, "telephone") == (date(2021, 3, 20), date(2021, 3, 25))
    found = event_of(text, "telephone").date
    assert found is not None
    assert (found.basis, found.text) == ("inferred", "20 March")


def test_days_that_are_over_are_on_no_programme() -> None:
    text = "The French president visited Poland on 3 March. He will meet the German chancellor."
    assert days_of(text, "meet") is None


def test_acts_that_are_no_meetings_are_on_no_programme() -> None:
    text = "The French president will visit Poland on 20 March. France will deploy troops in Mali."
    assert days_of(text, "deploy") is None


def test_the_arrival_for_a_stay_is_on_its_first_day() -> None:
    text = "The French president arrived in Poland on Thursday for a five-day visit."
    assert days_of(text, "arrived") == (date(2021, 3, 11), date(2021, 3, 12))


def test_a_stay_may_be_told_in_weeks() -> None:
    text = "The French president will start a week-long visit to Poland on 20 March."
    assert days_of(text, "visit") == (date(2021, 3, 20), date(2021, 3, 27))


@pytest.mark.parametrize(
    ("text", "first", "behind"),
    [
        ("Three days of talks between Egypt and Sudan ended on Thursday.", date(2021, 3, 9), date(2021, 3, 12)),
        ("Egypt and Sudan concluded two days of talks on Thursday.", date(2021, 3, 10), date(2021, 3, 12)),
        # near misses
        ("The talks between Egypt and Sudan ended on Thursday.", date(2021, 3, 11), date(2021, 3, 12)),
        ("After days of rain, talks between Egypt and Sudan ended on Thursday.", date(2021, 3, 11), date(2021, 3, 12)),
    ],
)
def test_days_of_talks_that_end_are_counted_back(text: str, first: date, behind: date) -> None:
    assert days_of(text, "talks") == (first, behind)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Danish prime minister is due in Oslo on Tuesday.", date(2021, 3, 16)),
        ("Danish ministers are due in Oslo on Thursday.", date(2021, 3, 18)),
    ],
)
def test_who_is_due_on_a_day_comes_on_the_next_such_day(text: str, day: date) -> None:
    assert (days_of(text, "due") or (None,))[0] == day


@pytest.mark.parametrize(
    ("text", "trigger", "first", "behind"),
    [
        (
            "Chad's mission returned on Thursday from a four-day visit to Sudan.",
            "visit", date(2021, 3, 8), date(2021, 3, 12),
        ),
        (
            "The Chinese navy began three days of drills off Taiwan on Thursday.",
            "drills", date(2021, 3, 11), date(2021, 3, 14),
        ),
        (
            "Angola and rebels signed a truce in 2002 to end a 27-year war.",
            "war", date(1975, 1, 1), date(2003, 1, 1),
        ),
        (
            "Peru and Chile ended a two-year freeze on talks in May 2019.",
            "freeze", date(2017, 1, 1), date(2019, 6, 1),
        ),
        (
            "Rebels shelled the port of Misrata in 2011 during a nine-month war.",
            "shelled", date(2011, 1, 1), date(2012, 1, 1),
        ),
        (
            "Polish police arrested five men on Thursday after three days of riots.",
            "arrested", date(2021, 3, 11), date(2021, 3, 12),
        ),
    ],
)  # fmt: skip
def test_what_lasted_some_days_or_years_up_to_a_time_has_all_of_them(
    text: str, trigger: str, first: date, behind: date
) -> None:
    assert days_of(text, trigger) == (first, behind)
