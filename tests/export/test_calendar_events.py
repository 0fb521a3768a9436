from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from builders import a_date
from icalendar import Calendar

from regesta.model.article import Article
from tests.export.export_scenes import a_visit, entries_of, written


def events_of(*articles: Article, joined: bool = False) -> list[Any]:
    return list(Calendar.from_ical(written("icalendar", entries_of(*articles, joined=joined))).walk("VEVENT"))


def test_a_planned_visit_is_an_all_day_event_not_yet_certain() -> None:
    [event] = events_of(a_visit(status="planned", url="https://wire.example/1"))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2022, 12, 19), date(2022, 12, 20))
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert event["SUMMARY"] == "Poland (POL) -> Lithuania (LTU): CONSULT visit, Vilnius, 2022-12-19 [planned]"
    assert (event["LOCATION"], event["GEO"].to_ical()) == ("Vilnius", "54.69;25.28")
    assert event["URL"] == "https://wire.example/1"
    assert event["UID"] == f"{entries_of(a_visit())[0].id}@regesta"
    assert "Poland's minister visited Lithuania" in event["DESCRIPTION"]


def test_an_event_of_several_days_ends_after_its_last() -> None:
    article = a_visit()
    [told] = article.events
    [event] = events_of(replace(article, events=(replace(told, date=a_date(date(2022, 12, 30), 3)),)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2022, 12, 30), date(2023, 1, 2))


def test_the_stamp_is_that_of_the_last_report() -> None:
    at = datetime(2022, 12, 21, 7, 30, tzinfo=UTC)
    [event] = events_of(a_visit("a1"), a_visit("a2", published=at), joined=True)
    assert event["DTSTAMP"].dt == at


@pytest.mark.parametrize(("status", "written_as"), [("happened", "CONFIRMED"), ("denied", "CANCELLED")])
def test_the_status_is_told(status: str, written_as: str) -> None:
    [event] = events_of(a_visit(status=status))
    assert event["STATUS"] == written_as


def test_what_is_undated_or_only_imagined_is_left_out() -> None:
    assert events_of(a_visit("a1", day=None), a_visit("a2", status="hypothetical")) == []


def test_lines_are_folded_at_75_bytes_and_special_characters_escaped() -> None:
    publisher = "Žinių, tarnyba; \\ Ünïon \n BEGIN:VEVENT\r\nX:1" + "ž" * 80
    text = written("icalendar", entries_of(a_visit(publisher=publisher)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT") - text.count("BEGIN:VEVENT\r\n") == 1, "as text, on no line of its own"
    assert "\n" not in text.replace("\r\n", "")
    [event] = events_of(a_visit(publisher=publisher))
    assert "Žinių, tarnyba; \\ Ünïon BEGIN:VEVENT X:1" in event["DESCRIPTION"]
