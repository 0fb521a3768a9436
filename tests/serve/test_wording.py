from datetime import date
from decimal import Decimal

import pytest
from builders import a_date, an_article, an_event

from regesta.model.annotation import Amount, DateInterval, DatePrecision
from regesta.model.display import counted
from regesta.serve.chips import option_name, option_words
from regesta.serve.wording import (
    amount_text,
    date_text,
    event_line,
    intensity_text,
    interval_text,
    sector_text,
    sentence,
)


def test_an_event_reads_as_one_line() -> None:
    assert event_line(an_event(an_article(), place="Vilnius")) == "Poland (POL) → Lithuania (LTU): visit, Vilnius"


def test_an_intensity_has_its_sign_and_no_minus_before_nothing() -> None:
    assert [intensity_text(value) for value in (2.06, -5, -0.04, 0)] == ["+2.1", "\N{MINUS SIGN}5.0", "0.0", "0.0"]


def test_an_event_without_parties_says_so() -> None:
    assert event_line(an_event(an_article(), actor=None, recipient=None, mode=None)) == "unnamed: meet or talk"


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        (date(2022, 12, 19), date(2022, 12, 20), "day", "19 Dec 2022"),
        (date(2022, 12, 12), date(2022, 12, 19), "week", "week of 12 Dec 2022"),
        (date(2022, 12, 1), date(2023, 1, 1), "month", "December 2022"),
        (date(2022, 6, 1), date(2022, 9, 1), "season", "summer 2022"),
        (date(2022, 10, 1), date(2023, 1, 1), "quarter", "fourth quarter of 2022"),
        (date(2022, 1, 1), date(2023, 1, 1), "year", "2022"),
        (date(1990, 1, 1), date(2000, 1, 1), "decade", "1990s"),
        (date(2022, 12, 19), date(2022, 12, 22), "range", "19–21 Dec 2022"),
        (date(2022, 11, 30), date(2022, 12, 3), "range", "30 Nov – 2 Dec 2022"),
        (date(2022, 12, 31), date(2023, 1, 2), "range", "31 Dec 2022 – 1 Jan 2023"),
    ],
)
def test_days_read_at_the_precision_the_text_gives(
    start: date, end: date, precision: DatePrecision, words: str
) -> None:
    assert interval_text(DateInterval(start, end, precision)) == words


def test_a_day_taken_from_publication_is_only_approximate() -> None:
    assert date_text(a_date(date(2022, 12, 19))) == "about 19 Dec 2022"
    assert date_text(None) == "undated"


def test_amounts_read_with_bounds_and_unit() -> None:
    amount = Amount(span=an_event(an_article()).trigger, value=Decimal("1200"), unit="soldier", upper=Decimal("1500"))
    assert amount_text(amount) == "1,200–1,500 soldier"
    percent = Amount(span=amount.span, value=Decimal("4.5"), unit="percent", approximate=True)
    assert amount_text(percent) == "about 4.5%"


def test_counts_agree_with_their_noun() -> None:
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(1204, "source") == "1,204 sources"


def test_a_sentence_begins_and_ends_as_one() -> None:
    assert sentence("no actor 'x'; did you mean 'y'?") == "No actor 'x'; did you mean 'y'?"
    assert sentence("no actor 'x'") == "No actor 'x'."


def test_a_sector_is_called_by_the_first_words_of_its_description() -> None:
    assert (sector_text("GOV"), sector_text("MED"), sector_text("XYZ")) == ("Government", "Health", "XYZ")


def test_the_filters_in_force_read_as_words() -> None:
    assert (option_name("min_support"), option_name("speech_class"), option_name("actor")) == (
        "sources, at least",
        "how",
        "actor",
    )
    assert (option_words("consult", "type"), option_words("<b>", "type")) == ("meet or talk (CONSULT)", "<b>")
    assert (option_words("3", "quad"), option_words("x", "quad")) == ("verbal conflict", "x")
