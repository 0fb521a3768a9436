"""Dates of acts that are counted from another act, that hang deep in a clause, or that are those of a report."""

from datetime import timedelta

import pytest

from regesta.model.article import Article
from tests.coding.conftest import Coder


def days_of(article: Article, trigger: str) -> tuple[str, str] | None:
    """Return the first and the last day of the act that a word tells."""
    event = next(e for e in article.events if e.trigger_text == trigger)
    shown = event.date.interval if event.date else None
    return (shown.start.isoformat(), (shown.end - timedelta(days=1)).isoformat()) if shown else None


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Three weeks before the ballot on 15 November, Kenya arrested two opposition leaders.", "arrested",
         "2022-10-25"),
        ("Kenya arrested two opposition leaders two days after the riot of 3 December.", "arrested", "2022-12-05"),
        ("A week before the congress, held on 30 November, Kenya arrested two editors.", "arrested", "2022-11-23"),
        ("Soldiers detained 14 villagers the day after the ambush on 3 December.", "detained", "2022-12-04"),
        ("On the eve of the ceremony on 10 December, soldiers detained two lawyers.", "detained", "2022-12-09"),
        ("Kenya arrested the editor a day after he printed the leaflet on 5 December.", "arrested", "2022-12-06"),
        ("Hours after the coup on 3 December, the junta expelled the French ambassador.", "expelled", "2022-12-03"),
        ("Two days before the 14 December vote, Kenya arrested nine activists.", "arrested", "2022-12-12"),
    ],
)  # fmt: skip
def test_an_act_is_dated_by_the_time_it_is_counted_from(coded: Coder, text: str, trigger: str, days: str) -> None:
    assert days_of(coded(text), trigger) == (days, days)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Kenya arrested two men on Monday, two days after the raid on 17 December.", "arrested", "2022-12-19"),
        ("France recalled its envoy on 12 December, a week after Mali recalled its own.", "recalled", "2022-12-12"),
        ("Kenya arrested two men on 14 December after the vote.", "arrested", "2022-12-14"),
    ],
)
def test_an_act_with_a_day_of_its_own_keeps_it(coded: Coder, text: str, trigger: str, days: str) -> None:
    assert days_of(coded(text), trigger) == (days, days)


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("Gunmen attacked two army posts near Gao in the early hours of 16 December, the ministry said Monday.",
         "attacked", ("2022-12-16", "2022-12-16")),
        ("The ministry said Monday that gunmen attacked an army post in the early hours of 16 December.",
         "attacked", ("2022-12-16", "2022-12-16")),
        ("On the night of 15 to 16 December, militants killed six soldiers in Mali, the army said Monday.",
         "killed", ("2022-12-15", "2022-12-16")),
        ("Soldiers killed 12 rebels overnight from 15 to 16 December, the army said Monday.",
         "killed", ("2022-12-15", "2022-12-16")),
        ("The rebels freed two hostages in the late evening of 15 December, the governor said Monday.",
         "freed", ("2022-12-15", "2022-12-15")),
        ("During the night of 15 December, soldiers killed two men in the camp, residents said Monday.",
         "killed", ("2022-12-15", "2022-12-15")),
        ("Rebels shelled the town on Saturday, killing two people, the mayor said Monday.",
         "killing", ("2022-12-17", "2022-12-17")),
        ("In the night from Friday to Saturday, rebels attacked the base, the army said Monday.",
         "attacked", ("2022-12-16", "2022-12-17")),
    ],
)  # fmt: skip
def test_the_day_of_an_act_wins_over_that_of_the_report(
    coded: Coder, text: str, trigger: str, days: tuple[str, str]
) -> None:
    assert days_of(coded(text), trigger) == days


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Rebels attacked the army base, the ministry said Monday.", "attacked", "2022-12-19"),
        ("France condemned the raid of 3 December on Monday.", "condemned", "2022-12-19"),
    ],
)
def test_the_day_of_the_report_dates_what_has_no_other(coded: Coder, text: str, trigger: str, day: str) -> None:
    assert days_of(coded(text), trigger) == (day, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce ended on 5 December. Three days after that, rebels shelled the city.", "2022-12-08"),
        ("The truce ended on 5 December. A day after this, rebels shelled the city.", "2022-12-06"),
        ("The truce ended on 5 December. The day after that, rebels shelled the city.", "2022-12-06"),
    ],
)
def test_after_that_counts_from_the_day_told_before(coded: Coder, text: str, day: str) -> None:
    assert days_of(coded(text), "shelled") == (day, day)
