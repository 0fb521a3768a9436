"""Dates told by way of others, and places the article gives an act."""

from datetime import date

import pytest

import regesta
from regesta.model.event import Event

PUBLISHED = "2021-03-12"  # a Friday


def events_of(text: str) -> tuple[Event, ...]:
    """Return the events of a text."""
    return regesta.code(text, published=PUBLISHED).events


def event_of(text: str, trigger: str) -> Event:
    """Return the event of a text that a word triggers."""
    return next(e for e in regesta.code(text, published=PUBLISHED).events if e.trigger_text == trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "behind"),
    [
        ("Police attacked protesters in Minsk on Monday and Tuesday.", "attacked", date(2021, 3, 8), date(2021, 3, 10)),
        ("France bombed Syria on 3 March, a day after it shelled Iraq.", "shelled", date(2021, 3, 2), date(2021, 3, 3)),
        ("France bombed Syria early this month.", "bombed", date(2021, 3, 1), date(2021, 3, 11)),
        (
            "Police attacked protesters in Minsk on Monday, Tuesday and Wednesday.",
            "attacked", date(2021, 3, 8), date(2021, 3, 11),
        ),
        ("France bombed Syria this week.", "bombed", date(2021, 3, 8), date(2021, 3, 13)),
        ("France bombed Syria over the past month.", "bombed", date(2021, 2, 12), date(2021, 3, 13)),
        ("The French president will visit Poland this month.", "visit", date(2021, 3, 1), date(2021, 4, 1)),
        (
            "The French president will visit Poland before the end of the month.",
            "visit", date(2021, 3, 12), date(2021, 4, 1),
        ),
        ("France has bombed Syria in the last two weeks.", "bombed", date(2021, 2, 26), date(2021, 3, 13)),
    ],
)  # fmt: skip
def test_an_act_has_the_days_that_its_sentence_gives(text: str, trigger: str, first: date, behind: date) -> None:
    found = event_of(text, trigger).date
    assert found is not None
    assert (found.interval.start, found.interval.end) == (first, behind)


def test_a_plan_without_a_day_has_no_date() -> None:
    assert event_of("The French president will visit Poland.", "visit").date is None


def test_news_takes_the_recent_day_of_its_first_sentences() -> None:
    found = event_of("France bombed Syria on Thursday. Syria shelled French bases.", "shelled").date
    assert found is not None
    assert (found.interval.start, found.basis) == (date(2021, 3, 11), "inferred")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The French president said so after talks with Poland's prime minister.", "talks"),
        ("The French president said so at the start of a meeting with Poland's prime minister.", "meeting"),
        ("France is ready to support Poland.", "ready"),
    ],
)
def test_what_is_told_with_a_saying_is_news(text: str, trigger: str) -> None:
    assert [(e.date.basis if e.date else None) for e in events_of(text) if e.trigger_text == trigger] == ["published"]


def test_who_arrests_does_so_at_home() -> None:
    text = "Belarusian police arrested 20 students. The Polish president visited Paris on Monday."
    place = event_of(text, "arrested").place
    assert place is not None
    assert (place.place.iso3, place.basis) == ("BLR", "inferred")


@pytest.mark.parametrize(
    ("text", "trigger", "first", "behind"),
    [
        ("France urged Syria to leave Iraq next week.", "urged", date(2021, 3, 12), date(2021, 3, 13)),
        ("France urged Syria on Thursday to leave Iraq next week.", "urged", date(2021, 3, 11), date(2021, 3, 12)),
        (
            "France condemned soldiers who attacked Syria on 3 March.",
            "condemned", date(2021, 3, 12), date(2021, 3, 13),
        ),
        ("France had urged Syria to leave Iraq on 3 March.", "urged", date(2021, 3, 3), date(2021, 3, 4)),
    ],
)  # fmt: skip
def test_what_an_act_of_words_is_about_does_not_date_it(text: str, trigger: str, first: date, behind: date) -> None:
    found = event_of(text, trigger).date
    assert found is not None
    assert (found.interval.start, found.interval.end) == (first, behind)


def test_what_goes_on_since_something_has_lasted_since_its_day() -> None:
    text = "Syria has shelled Iraq since a truce ended on 3 March."
    shelled, truce = event_of(text, "shelled").date, event_of(text, "truce").date
    assert shelled is not None
    assert truce is not None
    assert (shelled.interval.start, shelled.interval.end) == (date(2021, 3, 3), date(2021, 3, 13))
    assert (truce.interval.start, truce.interval.end) == (date(2021, 3, 3), date(2021, 3, 4))


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels carried out the deadliest raid on a Syrian base since the truce signed in June 2004.", "raid"),
        ("Rebels carried out their worst attack on Syria since the invasion in 2003.", "attack"),
        ("The French president visited Syria in the first such trip since the war of 1999.", "visited"),
    ],
)
def test_what_is_measured_since_something_is_not_of_its_day(text: str, trigger: str) -> None:
    found = event_of(text, trigger).date
    assert found is not None
    assert found.interval.start == date(2021, 3, 12)


def test_a_toll_since_a_war_covers_the_time_since() -> None:
    found = event_of("Some 900 Iraqi soldiers have been killed since the 2003 invasion.", "killed").date
    assert found is not None
    assert (found.interval.start, found.interval.end) == (date(2003, 1, 1), date(2021, 3, 13))


def test_what_was_announced_for_sunday_lies_ahead() -> None:
    found = event_of("French rallies against Belarus were announced for Sunday.", "rallies")
    assert found.date is not None
    assert (found.date.interval.start, found.status) == (date(2021, 3, 14), "planned")


def test_force_goes_on_as_a_story_from_the_day_last_named() -> None:
    found = event_of("Rebels attacked a Syrian base on 3 March. Turkey shelled Greece.", "shelled").date
    assert found is not None
    assert (found.interval.start, found.basis, found.text) == (date(2021, 3, 3), "inferred", "3 March")


def test_words_are_news_whatever_was_told_before() -> None:
    found = event_of("Rebels attacked a Syrian base on 3 March. Syria accused Iraq of terrorism.", "accused").date
    assert found is not None
    assert (found.interval.start, found.basis) == (date(2021, 3, 12), "published")


def test_a_plan_is_not_of_the_day_it_was_announced_on() -> None:
    assert (
        event_of("France will expel the Syrian ambassador, the French president said on Thursday.", "expel").date
        is None
    )


def test_what_an_act_came_before_does_not_date_it() -> None:
    found = event_of("The French president met the Polish president ahead of Sunday's vote.", "met").date
    assert found is not None
    assert found.basis == "published"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Chile and Peru signed a treaty on Thursday. Hours earlier Bolivia had bombed a Chilean port.", 11),
        ("On Monday the Chilean king spoke. Two hours later Bolivian jets bombed his palace.", 8),
        ("The Chilean minister resigned hours after Bolivia bombed Lima.", 12),
        ("The Chilean minister resigned 48 hours after Bolivia bombed Lima.", 10),
        ("The Chilean minister resigned on Tuesday, 30 minutes before Bolivia bombed Lima.", 9),
    ],
)
def test_what_is_some_hours_away_is_on_the_same_day(text: str, first: int) -> None:
    found = event_of(text, "bombed").date
    assert found is not None
    assert (found.interval.start, found.basis) == (date(2021, 3, first), "expression")


def test_a_refusal_answers_what_was_told_before() -> None:
    found = event_of("On 3 March Peru accused Chile of spying. Chile rejected the charge.", "rejected").date
    assert found is not None
    assert (found.interval.start, found.basis) == (date(2021, 3, 3), "inferred")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministers of Chile and Peru agreed on the price of gas for 2022.", "agreed"),
        ("Chile and Peru agreed on the rules of the 2023 games.", "agreed"),
    ],
)
def test_what_has_happened_is_not_of_a_day_ahead(text: str, trigger: str) -> None:
    found = event_of(text, trigger)
    assert found.date is not None
    assert (found.status, found.date.basis) == ("happened", "published")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The EU extended the ban by three months after Sweden accused Serbia of fraud.", "accused"),
        ("The guild closed the pass for two weeks after Chile accused Peru of fraud.", "accused"),
    ],
)
def test_how_long_something_lasts_is_no_distance(text: str, trigger: str) -> None:
    found = event_of(text, trigger).date
    assert found is None or found.interval.start > date(2021, 3, 1)


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        (
            "France shelled Mali on 3 March, two years after it left Chad and a month after it bombed Libya.",
            "bombed", date(2021, 2, 1),
        ),
        (
            "On 3 March, three days after rebels kidnapped a judge in Mali, France bombed them.",
            "kidnapped", date(2021, 2, 28),
        ),
    ],
)  # fmt: skip
def test_the_nearest_distance_counts(text: str, trigger: str, first: date) -> None:
    found = event_of(text, trigger).date
    assert found is not None
    assert found.interval.start == first


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("The Polish foreign minister is due in Kenya on Tuesday for a state visit.", "visit", date(2021, 3, 16)),
        ("The Polish minister had been due to visit Kenya on Tuesday.", "visit", date(2021, 3, 9)),
    ],
)  # fmt: skip
def test_what_is_due_on_a_weekday_is_due_on_the_next_one(text: str, trigger: str, first: date) -> None:
    found = event_of(text, trigger).date
    assert found is not None
    assert found.interval.start == first
