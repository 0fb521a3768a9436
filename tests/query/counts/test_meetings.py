from dataclasses import replace
from datetime import date

from builders import a_date, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.model.event import Status
from regesta.query.counts.meetings import MeetingYear, by_day, by_year


def meeting(number: int, day: date | None, status: Status = "happened", days: int = 1) -> Article:
    article = an_article(id=f"a{number}")
    event = an_event(article, day=day, status=status)
    return replace(article, events=(replace(event, date=a_date(day, days) if day else None),))


def test_years_without_meetings_count_and_what_is_denied_or_undated_does_not() -> None:
    found = [
        meeting(1, date(2020, 5, 1)),
        meeting(2, date(2022, 1, 1), "planned"),
        meeting(3, date(2022, 12, 31)),
        meeting(4, date(2022, 6, 1), "hypothetical"),
        meeting(5, date(2019, 6, 1), "denied"),
        meeting(6, None),
    ]
    with a_register(found) as register:
        years = by_year(register.matching())
    assert years == [MeetingYear(2020, 1, 0), MeetingYear(2021, 0, 0), MeetingYear(2022, 1, 2)]


def test_no_meeting_is_no_year() -> None:
    with a_register([meeting(1, None)]) as register:
        assert by_year(register.matching()) == []


def test_a_calendar_holds_only_meetings_whose_day_is_known() -> None:
    found = [
        meeting(1, date(2022, 3, 4)),
        meeting(2, date(2022, 3, 4), "planned"),
        meeting(3, date(2022, 3, 1), days=31),
        meeting(4, date(2021, 3, 4)),
        meeting(5, date(2022, 3, 5), "denied"),
    ]
    with a_register(found) as register:
        assert by_day(register.matching(), 2022) == {(3, 4): 2}
