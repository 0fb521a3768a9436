"""Days in file names and at the top of texts."""

from datetime import UTC, date, datetime

import pytest

from regesta.model.article import Source
from regesta.read.datelines import dated, day_in_dateline, day_in_name

DAY = date(2022, 12, 19)


@pytest.mark.parametrize("name", ["2022-12-19-minsk", "minsk_20221219", "minsk-2022_12_19-b"])
def test_a_file_name_gives_its_day(name: str) -> None:
    assert day_in_name(name) == DAY


@pytest.mark.parametrize("name", ["minsk-2022-12", "2022-13-01", "id99202212191", "2022-1-2"])
def test_other_numbers_in_a_file_name_are_no_day(name: str) -> None:
    assert day_in_name(name) is None


@pytest.mark.parametrize(
    "top",
    [
        "MINSK, 19 December 2022 - The two met.",
        "MINSK, Dec 19, 2022 (Agency) - The two met.",
        "MINSK (Agency), December 19, 2022 — The two met.",
        "MINSK, Belarus, Dec. 19 2022 – The two met.",
        "Minsk, 19 December 2022. /Agency/. The two met.",
        "19 December 2022\n\nThe two met.",
        "By a correspondent\n\nPublished: Monday, 19 December 2022 at 10:15 CET\n\nThe two met.",
        "Updated 3:45 PM EST, Mon December 19, 2022\n\nThe two met.",
    ],
)
def test_a_dateline_with_a_year_gives_its_day(top: str) -> None:
    assert day_in_dateline(top) == DAY


@pytest.mark.parametrize(
    "top",
    [
        "MINSK, Dec 19 (Agency) - The two met.",
        "The treaty of 8 December 1999 - signed in Moscow - is void.",
        "He left on 19 December 2022.",
        "19 December 2022 was a dark day for both.",
        "MINSK, 31 February 2022 - The two met.",
        "\n".join(["One line."] * 9) + "\n19 December 2022",
    ],
)
def test_a_day_in_the_story_is_no_dateline(top: str) -> None:
    assert day_in_dateline(top) is None


def test_the_day_of_the_file_name_goes_before_the_dateline() -> None:
    source = dated(Source(), "2022-12-20-minsk", "MINSK, 19 December 2022 - The two met.")
    assert (source.published, source.published_basis) == (date(2022, 12, 20), "given")


def test_a_dateline_is_marked_inferred() -> None:
    source = dated(Source(), "minsk", "MINSK, 19 December 2022 - The two met.")
    assert (source.published, source.published_basis) == (DAY, "inferred")


def test_a_known_time_is_kept() -> None:
    known = Source(published=datetime(2022, 12, 18, 9, tzinfo=UTC), published_basis="page")
    assert dated(known, "2022-12-20-minsk", "MINSK, 19 December 2022 - The two met.") == known
