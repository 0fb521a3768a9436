"""Which times of a sentence date its act."""

from collections.abc import Callable
from datetime import date

import pytest

from regesta.model.article import Article

Coder = Callable[[str], Article]


def days_of(article: Article, event_type: str) -> list[tuple[str, str]]:
    dates = [event.date for event in article.events if event.type == event_type]
    return [(date.interval.start.isoformat(), date.interval.end.isoformat()) for date in dates if date]


@pytest.mark.parametrize(
    "text",
    [
        "French President Macron will meet German Chancellor Scholz during a summit in Prague next month.",
        "French President Macron will meet German Chancellor Scholz on the sidelines of a summit next month.",
    ],
)
def test_what_goes_on_within_another_act_has_its_time(coded: Coder, text: str) -> None:
    assert ("2023-01-01", "2023-02-01") in days_of(coded(text), "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey on Tuesday condemned Germany over the March 3 rally in Berlin.",
        "Turkey condemned Germany over its ban on the March 3 rally.",
        "The Iranian foreign minister accused Israel of the May 5 attack.",
    ],
)
def test_a_day_that_says_which_thing_is_meant_does_not_date_words_about_it(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "ACCUSE") == [("2022-12-20", "2022-12-21")]


def test_force_told_by_a_verb_above_has_the_day_of_the_sentence_before(coded: Coder) -> None:
    text = "Protesters gathered in Lagos on Friday. Nigerian police used batons to beat the demonstrators."
    assert days_of(coded(text), "ASSAULT") == [("2022-12-16", "2022-12-17")]


@pytest.mark.parametrize(
    "text",
    [
        "On 3 December Peru accused Chile of spying.",
        "On 3 December Peruvian ministers accused Chile of theft.",
        "On 3 December Peru's ambassador accused the Chilean navy of piracy.",
    ],
)
def test_a_day_before_a_state_dates_the_act(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "ACCUSE") == [("2022-12-03", "2022-12-04")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru condemned the arrest on 3 December of two Bolivian monks by Chile.",
        "Peru also condemned the closure in early November of a Chilean newspaper, and thanked Bolivia.",
        "Peru criticised Chile over the expulsion last week of a Bolivian reporter.",
    ],
)
def test_a_day_within_what_words_are_about_does_not_date_them(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "ACCUSE") == [("2022-12-20", "2022-12-21")]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian president met the Chilean foreign minister, who took office on 3 December.",
        "The Peruvian president met Luis Soto, the Chilean envoy named on 3 December.",
        "The Peruvian president met the Bolivian king, whose brother died last month.",
    ],
)
def test_a_day_told_of_a_party_does_not_date_what_it_takes_part_in(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "CONSULT") == [("2022-12-20", "2022-12-21")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru said on Monday that Chilean police had arrested two diplomats.",
        "Peruvian officials told reporters on Monday that Chile had detained a Bolivian priest.",
        "The army announced on Monday that it had seized a Chilean boat.",
    ],
)
def test_the_day_of_telling_is_a_guess_for_what_was_over_by_then(coded: Coder, text: str) -> None:
    dates = [event.date for event in coded(text).events if event.type == "COERCE"]
    assert [(date.interval.start.isoformat(), date.basis) for date in dates if date] == [("2022-12-19", "inferred")]


def test_a_word_wider_than_the_time_in_it_does_no_harm(coded: Coder) -> None:
    (event,) = coded("Ghana praised Course 27/2017 of Togo.").events
    assert event.type == "SUPPORT"


@pytest.mark.parametrize(
    "text",
    [
        "The government's 2000-2005 plan was criticised by the opposition.",
        "Greece's 2019 accord with Albania was condemned by the opposition.",
        "The opposition set aside the 2019 accord, which was condemned by Albania.",
    ],
)
def test_a_year_that_names_a_thing_does_not_date_words_about_it(coded: Coder, text: str) -> None:
    found = [event for event in coded(text).events if event.type == "ACCUSE"]
    assert found
    assert not [event for event in found if event.date and event.date.interval.start.year < 2022]


@pytest.mark.parametrize("text", ["The 2019 attack on Tirana killed three.", "Rebels killed three in Tirana in 2019."])
def test_a_year_dates_force(coded: Coder, text: str) -> None:
    assert days_of(coded(text), "ASSAULT")[0] == ("2019-01-01", "2020-01-01")


@pytest.mark.parametrize(
    "text",
    [
        "India suspended the 1960 Indus Waters Treaty after gunmen killed 26 people in Srinagar.",
        "Bolivia tore up the 1904 treaty with Chile after soldiers killed a farmer near Charana.",
    ],
)
def test_the_year_of_a_treaty_dates_nothing_beside_it(coded: Coder, text: str) -> None:
    found = [(event.trigger_text, event.date) for event in coded(text).events if event.trigger_text == "killed"]
    assert found
    assert all(date is None or date.interval.start.year == 2022 for _, date in found)


def test_the_year_of_an_attack_dates_it(coded: Coder) -> None:
    assert days_of(coded("The 2015 attacks in Paris killed 130 people."), "ASSAULT")[0][0] == "2015-01-01"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Norway welcomed the truce that Chad and Sudan reached in March.", "welcomed"),
        ("Norway criticised a pact struck by Chad and Sudan in August.", "criticised"),
        ("The Turkish president visited a dam in Georgia, which was opened in May.", "visited"),
    ],
)
def test_a_month_in_a_clause_about_some_thing_does_not_date_an_act(coded: Coder, text: str, trigger: str) -> None:
    event = next(e for e in coded(text).events if e.trigger_text == trigger)
    assert event.date is None or event.date.interval.start == date(2022, 12, 20)


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("Police in Kenya beat a man who was marching and arrested two on Friday.", "arrested", date(2022, 12, 16)),
        ("Soldiers in Mexico killed a smuggler and arrested two on Friday.", "killed", date(2022, 12, 16)),
        ("The Polish minister met the Czech one during a summit held in November.", "met", date(2022, 11, 1)),
        ("The blast, which happened on Friday, killed two soldiers in Mali.", "killed", date(2022, 12, 16)),
        ("Norway criticised Chad and Sudan in August.", "criticised", date(2022, 8, 1)),
    ],
)  # fmt: skip
def test_a_time_of_the_act_itself_dates_it(coded: Coder, text: str, trigger: str, first: date) -> None:
    event = next(e for e in coded(text).events if e.trigger_text == trigger)
    assert event.date is not None
    assert event.date.interval.start == first
