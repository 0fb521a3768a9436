"""Acts told several in one breath are no single one: they are left out of counts, and that is said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from builders import a_date, a_judgement, an_article, an_event
from stores import a_register

from regesta.model.article import Article
from regesta.model.judgement import Judgement
from regesta.query.count_options import remark
from regesta.query.counts.count_table import CountQuery, Counts, count_table
from regesta.query.counts.meetings import MeetingYear, by_year
from regesta.query.counts.several import single_acts
from regesta.store.filters import EVERY_EVENT


def a_telling(number: int, text: str, day: date, days: int) -> Article:
    """An article of late 2022 that tells of a visit, or of several."""
    article = an_article(text, id=f"s{number}", published=date(2022, 12, 30))
    return replace(article, events=(replace(an_event(article), date=a_date(day, days)),))


THRICE = a_telling(1, "Poland visited Lithuania three times in 2022.", date(2022, 1, 1), 365)
ONCE = a_telling(2, "Poland visited Lithuania.", date(2022, 5, 2), 1)
SOME_TIME = a_telling(3, "Poland visited Lithuania in 2022.", date(2022, 1, 1), 365)


def counted(articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> tuple[Counts, int]:
    with a_register(articles, judgements) as register:
        found = count_table(register.view, CountQuery(step="year", zeros=False), register.clusters)
        return found, sum(row[4] for row in found.table.rows)


def test_what_tells_of_several_visits_is_no_visit_more() -> None:
    found, visits = counted([THRICE, ONCE, SOME_TIME])
    assert (visits, found.left_out.several) == (2, 1)
    assert remark(found) == "entries (happenings) counted; left out: 1 that tell of several acts at once"


def test_an_entry_that_one_report_tells_singly_is_counted() -> None:
    found, visits = counted([THRICE, ONCE], [a_judgement(THRICE.events[0], ONCE.events[0])])
    assert (visits, found.left_out.several) == (1, 0)


def test_meetings_by_year_leave_out_several_at_once() -> None:
    with a_register([THRICE, ONCE]) as register:
        assert by_year(single_acts(register, EVERY_EVENT)[0]) == [MeetingYear(2022, 1, 0)]
