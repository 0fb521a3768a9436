from dataclasses import replace
from datetime import date

import pytest
from builders import a_mention, a_statement, an_article, an_event
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.model.article import Article

TEXT = 'Poland visited Lithuania. "Lithuania is near," Poland said.'


def visit(number: int, day: date, **changes: object) -> Article:
    article = an_article(TEXT, id=f"v{number}", published=day)
    said = a_statement(article, "Lithuania is near,", speaker="Poland")
    mentions = (a_mention(article, "Poland"), replace(a_mention(article, "Lithuania"), span=said.content[0]))
    return replace(article, events=(an_event(article, day=day, **changes),), statements=(said,), mentions=mentions)


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    call = {"cameo": "041", "mode": "phone"}
    return open_client(
        [
            visit(1, date(2021, 3, 1)),
            visit(2, date(2022, 5, 2)),
            visit(3, date(2022, 9, 3), status="planned"),
            visit(4, date(2022, 6, 4), **call),
        ]
    )


def test_two_parties_show_events_meetings_calls_and_what_they_say(pages: TestClient) -> None:
    page = pages.get("/dyads?left=Poland&right=Lithuania").text
    assert '<dt>meetings that took place</dt><dd><a href="/meetings?dyad=POL%2CLTU&amp;status=happened">2</a>' in page
    assert "<dt>last meeting</dt><dd>" in page
    assert "about 2 May 2022" in page
    assert "<dt>announced after it</dt>" in page
    assert "<bdi>Poland</bdi> on <bdi>Lithuania</bdi>" in page
    assert '<a href="/claims?dyad=POL%2CLTU">what articles claim of them</a>' in page
    assert "Lithuania is near," in page


def test_the_twin_of_a_dyad_counts_meetings_by_year(pages: TestClient) -> None:
    twin = pages.get("/dyads.json?left=POL&right=LTU").json()
    assert twin["meetings"] == [
        {"year": 2021, "happened": 1, "planned": 0},
        {"year": 2022, "happened": 1, "planned": 1},
    ]
    assert (twin["entries"], twin["calls"]) == (4, 1)
    assert [said["total"] for said in twin["said"]] == [4, 0]
    assert twin["next_meeting"]["best"]["status"] == "planned"


def test_dates_narrow_a_dyad(pages: TestClient) -> None:
    twin = pages.get("/dyads.json?left=POL&right=LTU&until=2021").json()
    assert (twin["entries"], twin["next_meeting"], twin["said"][0]["total"]) == (1, None, 1)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("left=Poland", "needs two parties"),
        ("left=Poland&right=POL", "are the same"),
        ("left=Polnd&right=LTU", "did you mean &#39;Poland&#39;"),
    ],
)
def test_what_is_wrong_with_a_dyad_is_said_on_the_page(pages: TestClient, query: str, words: str) -> None:
    answer = pages.get(f"/dyads?{query}")
    assert answer.status_code == 422
    assert words in answer.text
    assert "Dyads of states with most entries" in answer.text
    assert pages.get(f"/dyads.json?{query}").status_code == 422


def test_two_parties_with_nothing_between_them_say_so(pages: TestClient) -> None:
    assert "Nothing between the two" in pages.get("/dyads?left=Poland&right=Fiji").text


def test_without_a_dyad_the_dyads_of_states_are_listed(pages: TestClient) -> None:
    assert '<a href="/dyads?left=LTU&amp;right=POL">Lithuania and Poland</a>' in pages.get("/dyads").text
    assert pages.get("/dyads.json").json()["dyads"] == [{"dyad": "LTU-POL", "entries": 4}]
