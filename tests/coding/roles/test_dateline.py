"""Datelines are no part of what a report tells."""

import pytest

from regesta.coding.roles.dateline import dateline_end


@pytest.mark.parametrize(
    "dateline",
    [
        "KINGSTOWN, St Vincent — ", "MOSCOW (Baltic Wire) - ", "TEL AVIV, June 6. /TASS/. ",
        "NEW YORK, Feb. 27 (UPI) -- ", "ADDIS ABABA - ", "BLUE SPRINGS, Mo. (AP) -- ", "PORT-AU-PRINCE – ",
        "MÁLAGA, Spain — ", "GRAZ, Österreich — ", "ŁÓDŹ - ",
    ],
)  # fmt: skip
def test_a_dateline_ends_where_the_report_begins(dateline: str) -> None:
    assert dateline_end(f"{dateline}The presidents met on Monday.") == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "NATO Secretary General Jens Stoltenberg -- who met the king -- left.", "US-China talks - the third - ended.",
        "The UN said so.", "EU leaders met in Minsk - again.", "ISRAEL ATTACKS", "", "A NATO - led force left.",
    ],
)  # fmt: skip
def test_a_sentence_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0
