from dataclasses import replace
from datetime import date

import pytest
from builders import a_judgement, a_statement, an_article
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.model.article import Article

TOLD = "The border will stay shut."
RETOLD = "the border will remain shut"


def an_account(id: str, words: str, day: date, **changes: object) -> Article:
    article = an_article(f"{words} Poland said.", id=id, published=day, publisher=f"Outlet {id}")
    return replace(article, statements=(a_statement(article, words, **changes),))


FIRST = an_account("a1", TOLD, date(2023, 1, 5))
SECOND = an_account("a2", RETOLD, date(2023, 1, 6), kind="indirect", polarity="denied", speech_class="denies")
ATTITUDE = an_account("a3", "a rise in taxes", date(2023, 2, 1), confidence=0.35, kind="indirect")
LATER = an_account("a4", "The harbour is open", date(2023, 3, 1))


@pytest.fixture
def said(open_client: Opener) -> TestClient:
    left, right = sorted((FIRST.statements[0].id, SECOND.statements[0].id))
    joined = a_judgement(left, right, kind="statement", reasons=("both are said by Poland",))
    return open_client([FIRST, SECOND, ATTITUDE, LATER], [joined])


def test_one_utterance_is_listed_once_with_its_wordings(said: TestClient) -> None:
    page = said.get("/statements").text
    assert page.count('<article class="statement">') == 2
    assert "2 sources, 2 wordings" in page
    assert "<del>stay</del>" in page
    assert "<ins>remain</ins>" in page
    assert "both are said by Poland" in page


def test_the_json_of_page_and_api_has_every_source_of_an_utterance(said: TestClient) -> None:
    for path, key in (("/statements.json", "statements"), ("/api/statements", "items")):
        answer = said.get(f"{path}?sort=oldest").json()
        first = answer[key][0]
        assert answer["total"] == 2
        assert (first["utterance"], first["words"], first["support"]) == (FIRST.statements[0].id, TOLD, 2)
        assert [report["article"] for report in first["reports"]] == ["a1", "a2"]
        assert first["differences"]["class"] == ["says", "denies"]
        assert [change["change"] for change in first["wordings"][1]["changes"]] == ["same", "left out", "added", "same"]


def test_attitudes_are_shown_where_they_are_asked_for(said: TestClient) -> None:
    assert said.get("/statements.json").json()["total"] == 2
    assert said.get("/statements.json?min_confidence=0").json()["total"] == 3
    assert said.get("/api/statements?min_confidence=0").json()["total"] == 3
    assert said.get("/statements.json?speech_class=denies").json()["total"] == 1
    assert said.get("/statements?speech_class=sings").status_code == 422


def test_the_list_says_that_attitudes_are_left_out_and_leads_to_them(said: TestClient) -> None:
    shown = "2 statements; attitudes, as in “Russia opposes the bid”, are left out"
    page = said.get("/statements").text
    assert shown in page
    assert '<a href="/statements?min_confidence=0">show them too</a>' in page
    assert "are left out" not in said.get("/statements?min_confidence=0").text


def test_the_api_leads_through_utterances_page_by_page(said: TestClient) -> None:
    first = said.get("/api/statements?limit=1&min_confidence=0").json()
    seen, following = [first["items"][0]["id"]], first["next"]
    while following:
        answer = said.get(following).json()
        seen, following = [*seen, *(item["id"] for item in answer["items"])], answer["next"]
    assert len(seen) == len(set(seen)) == 3


def test_what_was_said_over_time_is_told_by_month(said: TestClient) -> None:
    page = said.get("/said?speaker=Poland").text
    assert page.index("March 2023") < page.index("January 2023")
    assert 'data-tip="2023-01: 1 statement, 0 not so"' in page
    told = said.get("/said.json?speaker=Poland&sort=oldest").json()
    assert (told["total"], told["every"]) == (2, "month")
    assert [(p["start"], p["classes"]) for p in told["periods"]] == [
        ("2023-01-01", {"says": 1}),
        ("2023-03-01", {"says": 1}),
    ]
    assert ">statements</text>" in said.get("/said.svg").text
    assert said.get("/said.svg?until=2023-01").status_code == 404


def test_over_time_a_filter_that_cannot_be_read_says_so(said: TestClient) -> None:
    answer = said.get("/said?speaker=Polnd")
    assert answer.status_code == 422
    assert "This filter finds nothing it knows" in answer.text
    assert "No statement fits" in said.get("/said?until=1990").text
    assert said.get("/said?speaker=").headers["location"] == "/said"


def test_a_speaker_is_found_by_office_and_the_page_tells_what_to_leave_out(open_client: Opener) -> None:
    article = an_account("a1", TOLD, date(2023, 1, 5))
    [said] = article.statements
    assert said.speaker
    assert said.speaker.actor
    minister = replace(said.speaker, actor=replace(said.speaker.actor, office="foreign minister"))
    client = open_client([replace(article, statements=(replace(said, speaker=minister),))])
    for asked in ("minister", "Polish foreign minister"):
        assert client.get(f"/statements.json?speaker={asked}").json()["total"] == 1
        assert client.get(f"/api/statements?speaker={asked}").json()["total"] == 1
    page = client.get("/statements?speaker=minister&speech_class=denies").text
    assert "1 statement without “how <bdi>denies</bdi>”</a>." in page
