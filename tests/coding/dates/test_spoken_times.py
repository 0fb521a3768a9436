"""Whole articles of 20 December 2022, a Tuesday: times of meetings, of charges, of what is asked, of parts of days."""

from datetime import timedelta

import pytest

from regesta.model.event import Event
from tests.coding.conftest import Coder


def event_of(coded: Coder, text: str, trigger: str) -> Event:
    """Return the event of a text that a word triggers."""
    return next(event for event in coded(text).events if event.trigger_text == trigger)


def days_of(event: Event) -> tuple[str, str] | None:
    """Return the first and the last day of an event; None where it has none."""
    if event.date is None:
        return None
    days = event.date.interval
    return days.start.isoformat(), (days.end - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("European ministers, who met in Prague on Friday, condemned Belarus.", "condemned", "2022-12-16"),
        ("The Security Council, which convened on Sunday, demanded a ceasefire in Mali.", "demanded", "2022-12-18"),
        ("Chinese Premier Li Keqiang, who visited on Friday, promised Laos a railway.", "promised", "2022-12-16"),
        ("Gulf leaders, who met in Doha on Sunday, suspended Yemen from their council.", "suspended", "2022-12-18"),
        ("The Chilean minister, who met Morales in May, condemned Peru.", "condemned", "2022-12-20"),
        ("The Chilean minister, who resigned on Friday, condemned Peru.", "condemned", "2022-12-20"),
    ],
)
def test_what_those_say_who_have_met_is_of_the_day_they_met(coded: Coder, text: str, trigger: str, day: str) -> None:
    assert days_of(event_of(coded, text, trigger)) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad accused Sudan last week of arming rebels.", "arming"),
        ("Turkey condemned Greece on Monday and accused it of detaining two Turkish soldiers.", "detaining"),
        ("Latvia criticised Belarus on Monday over the arrests of three reporters.", "arrests"),
    ],
)
def test_the_day_of_a_charge_is_not_that_of_the_deed(coded: Coder, text: str, trigger: str) -> None:
    assert all(event.date is None for event in coded(text).events if event.trigger_text == trigger)


def test_the_month_of_the_clause_before_is_not_that_of_the_next(coded: Coder) -> None:
    text = (
        "Chad and Niger signed a pact on Monday. Police guarded the hall. Thousands watched. Turkey signed a treaty "
        "with Qatar in June, and Congo accuses Rwanda of arming rebels."
    )
    assert days_of(event_of(coded, text, "accuses")) != ("2022-06-01", "2022-06-30")


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Chad accused Sudan last week of bombing a market on 3 December.", "bombing", ("2022-12-03", "2022-12-03")),
        ("Chad accused Sudan last week of arming rebels.", "accused", ("2022-12-12", "2022-12-18")),
        ("Mali ordered French troops to leave a month ago.", "ordered", ("2022-11-01", "2022-11-30")),
        ("Cuba rejected a demand to withdraw in 2019.", "rejected", ("2019-01-01", "2019-12-31")),
        ("Mali ordered French troops to leave in January.", "ordered", ("2022-12-20", "2022-12-20")),
    ],
)
def test_the_words_about_a_deed_keep_their_own_day(
    coded: Coder, text: str, trigger: str, days: tuple[str, str]
) -> None:
    assert days_of(event_of(coded, text, trigger)) == days


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Qatar's emir received King Abdullah of Jordan on Sunday. He had met Sisi on Thursday. In the "
            "evening he met "
            "Turkish Foreign Minister Mevlut Cavusoglu.",
            "met Turkish",
            "2022-12-18",
        ),
        (
            "Japan signed a treaty with Peru on Sunday. President Castillo met the emperor the evening before.",
            "met the emperor",
            "2022-12-17",
        ),
        (
            "Iran released a French tourist on Saturday. The release came three days after the two ministers met "
            "in Oman.",
            "met in",
            "2022-12-14",
        ),
        (
            "Israel killed a Hamas commander on Sunday evening. Hamas vowed revenge. Hours later it fired "
            "rockets at Ashdod.",
            "fired",
            "2022-12-18",
        ),
        (
            "Armed men fired at tankers off Yemen. The attacks on 12 November killed two. Two days after the attacks, "
            "Yemen accused Iran.",
            "accused",
            "2022-11-14",
        ),
        (
            "On Tuesday Trump threatened Canada with tariffs from 26 December after Canada imposed a tax a day "
            "earlier.",
            "imposed",
            "2022-12-19",
        ),
        (
            "Kenya and Uganda held talks on Monday. They quarrelled in 2019. Hours before the talks Kenya arrested a "
            "Ugandan officer.",
            "arrested",
            "2022-12-19",
        ),
    ],
)
def test_what_is_counted_without_a_day_is_counted_from_the_story(
    coded: Coder, text: str, trigger: str, day: str
) -> None:
    at = text.index(trigger)
    event = next(event for event in coded(text).events if event.trigger.start == at)
    assert days_of(event) == (day, day)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        (
            "Ethiopia has detained 900 people since a curfew was declared on 8 December, officials said on Sunday.",
            "detained",
            ("2022-12-08", "2022-12-20"),
        ),
        ("India gave Nepal two helicopters in 2014 and another last year.", "gave", ("2014-01-01", "2014-12-31")),
        (
            "Egypt closed the Rafah crossing on December 3 and arrested ten Palestinians a week later.",
            "arrested",
            ("2022-12-10", "2022-12-10"),
        ),
        (
            "Norwegian Foreign Minister Huitfeldt met a Danish minister on Friday and signed a treaty the following "
            "day.",
            "signed",
            ("2022-12-17", "2022-12-17"),
        ),
        (
            "Police in Gambia arrested two journalists on Thursday, hours before Macron arrived.",
            "arrested",
            ("2022-12-15", "2022-12-15"),
        ),
        ("Egypt arrested ten Palestinians two weeks ago.", "arrested", ("2022-12-05", "2022-12-11")),
    ],
)
def test_the_nearest_time_is_taken_as_narrow_as_it_is_told(
    coded: Coder, text: str, trigger: str, days: tuple[str, str]
) -> None:
    assert days_of(event_of(coded, text, trigger)) == days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Theresa May criticised Russia in Salisbury.", []),
        ("Mrs May condemned Iran on Monday.", ["Monday"]),
        ("Iran fired missiles in May.", ["May"]),
        ("May 5 saw protests in Kabul.", ["May 5"]),
        ("Prime Minister Benjamin Netanyahu visited Kenya in May 2016.", ["May 2016"]),
    ],
)
def test_a_person_called_like_a_month_is_no_time(coded: Coder, text: str, words: list[str]) -> None:
    assert [time.span.of(text) for time in coded(text).times] == words
