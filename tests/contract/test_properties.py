"""What holds for all values: days, amounts, ids, and what is written and read again."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise

from builders import an_article
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from stores import write

from regesta.annotate.amounts import find_amounts
from regesta.annotate.quantities import BEYOND
from regesta.export.files.table_text import csv_lines, tsv_cell
from regesta.model.article import Article, Source
from regesta.model.event import fact_id
from regesta.query.moment import parse_days
from regesta.query.table import Column, Table
from regesta.read.published import FIRST_YEAR, parse_published
from regesta.read.record import article_of_record, record_of
from regesta.serve.endpoints.cursor import Cursor, read_cursor
from regesta.store.memory import open_memory

quickly = settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
LINES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(9998, 12, 30))
ZONES = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(datetime(FIRST_YEAR + 1, 1, 1), datetime(9998, 12, 30), timezones=ZONES)


@quickly
@given(DAYS, st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y"]))
def test_a_day_is_read_in_every_form_in_which_it_is_written(day: date, form: str) -> None:
    assert parse_published(day.strftime(form)) == day


@quickly
@given(TIMES)
def test_a_time_is_the_same_moment_in_any_zone(moment: datetime) -> None:
    found = parse_published(moment.isoformat())
    assert found == moment
    assert isinstance(found, datetime)
    assert found.tzinfo is UTC


@quickly
@given(st.dates(date(1, 1, 1), date(9998, 12, 30)))
def test_a_day_lies_in_its_day_month_and_year_and_they_in_each_other(day: date) -> None:
    spans = [parse_days(day.isoformat()[:length]) for length in (4, 7, 10)]
    for (outer_start, outer_end), (start, end) in pairwise(spans):
        assert outer_start <= start <= day < end <= outer_end
    assert spans[-1] == (day, day + timedelta(days=1))


@quickly
@example("9" * 40, "dollars")
@example("1" * 30, "million euros")
@given(
    st.integers(1, 10**40).map(str) | st.integers(1, 10**12).map("{:,}".format), st.sampled_from(["dollars", "euros"])
)
def test_an_amount_is_the_number_that_stands_in_the_text(number: str, unit: str) -> None:
    article = an_article(f"They paid {number} {unit} to the state.")
    found, value = find_amounts(article), Decimal(number.replace(",", ""))
    assert found or value >= BEYOND
    for amount in found:
        assert amount.span.of(article.text).startswith(number)
        assert amount.value >= value


@quickly
@given(st.lists(LINES, min_size=1, max_size=3), st.lists(LINES, min_size=1, max_size=3))
def test_ids_differ_where_what_they_stand_for_does(one: list[str], other: list[str]) -> None:
    assert (fact_id("a1", "event", *one) == fact_id("a1", "event", *other)) == (one == other)


@quickly
@given(TEXTS.filter(str.strip), LINES, DAYS | TIMES.map(lambda moment: moment.astimezone(UTC)), LINES)
def test_an_article_written_as_a_record_is_read_back(text: str, title: str, published: date, name: str) -> None:
    source = Source(
        publisher=name, published=published, published_basis="given", byline=name, url=f"https://a.example/{len(name)}"
    )
    article = replace(an_article(text), title=title, source=source, sentences=())
    again = article_of_record(json.loads(json.dumps(record_of(article))), Source())
    assert (again.id, again.text, again.source) == (article.id, article.text, article.source)


@quickly
@given(TEXTS.filter(str.strip))
def test_a_stored_text_is_the_text_to_the_letter(text: str) -> None:
    store = open_memory()
    article = Article(id="a1", text=text, source=Source())
    write(store, article)
    with store.view() as view:
        stored = view.article("a1")
    assert stored
    assert (stored.text, stored.text_sha256) == (text, article.text_sha256)


@quickly
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3))
def test_a_table_is_read_back_cell_by_cell_and_no_cell_is_a_formula(rows: list[list[str]]) -> None:
    table = Table("rows", (Column("one", "text", ""), Column("two", "text", "")), [tuple(row) for row in rows])
    written = "".join(csv_lines(table, for_spreadsheets=True))
    _, *found = csv.reader(io.StringIO(written, newline=""))
    assert [[cell.removeprefix("'") for cell in row] for row in found] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in found for cell in row)


@quickly
@given(TEXTS)
def test_a_cell_of_an_unquoted_table_is_one_cell_on_one_line(text: str) -> None:
    cell = tsv_cell(text)
    assert len(cell.splitlines()) <= 1
    assert "\t" not in cell
    assert '"' not in cell


@quickly
@given(st.integers(0, 10**9), st.integers(0, 10**9), st.text(max_size=30))
def test_a_cursor_is_read_as_it_was_written(revision: int, offset: int, last: str) -> None:
    cursor = Cursor("q", revision, offset, last)
    assert read_cursor(cursor.written(), "q") == cursor
