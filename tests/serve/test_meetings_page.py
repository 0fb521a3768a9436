from dataclasses import replace
from datetime import date

import pytest
from builders import an_article, an_event
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.model.article import Article


def visit(number: int, day: date | None, **changes: object) -> Article:
    article = an_article(id=f"v{number}")
    return replace(article, events=(an_event(article, day=day, **changes),))


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    return open_client(
        [
            visit(1, date(2021, 3, 1), place="Vilnius"),
            visit(2, date(2022, 5, 2), contexts=("diplomatic", "human_rights")),
            visit(3, None),
            visit(4, date(2022, 6, 4), cameo="041", mode="phone"),
            visit(5, date(2022, 6, 4), type="AID", mode=None, cameo="070", quad=2),
        ]
    )


def test_meetings_are_those_of_their_view_newest_first_with_host_place_and_purpose(pages: TestClient) -> None:
    twin = pages.get("/meetings.json").json()
    assert [(e["best"]["date"] or {}).get("start") for e in twin["entries"]] == ["2022-05-02", "2021-03-01", None]
    assert [(y["year"], y["happened"]) for y in twin["years"]] == [(2021, 1), (2022, 1)]
    page = pages.get("/meetings").text
    assert 'data-label="With"><a class="party" href="/actors/LTU">' in page
    assert '<a href="/meetings?place=Vilnius"><bdi>Vilnius</bdi></a>' in page
    assert "human rights" in page


def test_the_calendar_shows_the_newest_year_and_links_to_the_days(pages: TestClient) -> None:
    page = pages.get("/meetings").text
    assert "Calendar of 2022" in page
    assert 'href="/meetings?on=2022-05-02" title="1 meeting">2<span' in page
    assert "Calendar of 2021" in pages.get("/meetings?on=2021").text


def test_the_chart_keeps_all_years_when_one_is_chosen(pages: TestClient) -> None:
    twin = pages.get("/meetings.json?on=2021").json()
    assert (twin["total"], [year["year"] for year in twin["years"]]) == (1, [2021, 2022])


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("party=Poland", 3),
        ("dyad=POL-LTU", 3),
        ("place=Vilnius", 1),
        ("place=LTU", 1),
        ("context=human_rights", 1),
        ("status=planned", 0),
        ("since=2022", 1),
        ("contains=visit*", 3),
        ("mode=visit", 3),
    ],
)
def test_filters_narrow_meetings(pages: TestClient, query: str, count: int) -> None:
    assert pages.get(f"/meetings.json?{query}").json()["total"] == count
    assert pages.get(f"/meetings?{query}").status_code == 200


def test_what_fits_nothing_says_what_to_do(pages: TestClient, open_client: Opener) -> None:
    assert "No meeting fits these filters" in pages.get("/meetings?status=denied").text
    assert "There is no page 7" in pages.get("/meetings?page=7").text
    assert "No meetings yet" in open_client().get("/meetings").text
    answer = pages.get("/meetings?party=Polnd")
    assert answer.status_code == 422
    assert "did you mean &#39;Poland&#39;" in answer.text
