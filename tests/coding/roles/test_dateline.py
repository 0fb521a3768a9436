"""Datelines are no part of what a report tells."""

import pytest

from regesta.coding.roles.dateline import dateline_end
from tests.coding.conftest import Coder


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


@pytest.mark.parametrize("dateline", ["BAMAKO: ", "ISLAMABAD, Feb 27: ", "BEIRUT (Levant Wire): "])
def test_a_town_before_a_colon_is_a_dateline(dateline: str) -> None:
    text = f"{dateline}Soldiers seized the palace."
    assert dateline_end(text, [0]) == len(dateline)
    assert dateline_end(text) == 0  # "BREAKING: ", "LAVROV: "


@pytest.mark.model
def test_a_town_in_a_dateline_takes_no_part(coded: Coder) -> None:
    article = coded("BAMAKO: Mutinying soldiers detained the president on Tuesday.")
    assert all(role.text != "BAMAKO" for event in article.events for role in event.roles)
    assert any(
        role.text == "LAVROV"
        for event in coded("LAVROV: We reject the demands of Kyiv.").events
        for role in event.roles
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DAKAR - Thousands of students marched through the city on Monday.", "Thousands of students"),
        ("PRISTINA - Kosovo police arrested two Serbian officials on Monday.", "Kosovo police"),
        ("GOMA, April 30 (KE) - Rwandan troops attacked a Congolese village.", "Rwandan troops"),
        (
            "GOMA, April 30 (KE) - Thousands of Rwandan troops attacked a Congolese village.",
            "Thousands of Rwandan troops",
        ),
    ],
)
def test_a_dateline_is_no_part_of_a_name(coded: Coder, text: str, words: str) -> None:
    assert words in {role.text for event in coded(text).events for role in event.actors}
