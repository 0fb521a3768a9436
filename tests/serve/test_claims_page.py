from dataclasses import replace
from datetime import date

import pytest
from builders import a_claim, a_role, an_article, an_event
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.model.article import Article

TEXT = "Poland visited Lithuania seven times this year, Estonia said. It is much."


def claiming() -> Article:
    article = an_article(TEXT, id="k1", title="Seven", published=date(2022, 12, 30))
    claim = a_claim(article, "visited Lithuania seven times this year", speaker=a_role(article, "speaker", "Estonia"))
    return replace(article, claims=(claim,))


def visit(number: int, day: date) -> Article:
    article = an_article(id=f"v{number}", published=day)
    return replace(article, events=(an_event(article, day=day),))


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    return open_client([claiming(), visit(1, date(2022, 3, 1)), visit(2, date(2022, 6, 1)), visit(3, date(2021, 6, 1))])


def test_a_claim_stands_beside_what_is_on_record_in_its_period(pages: TestClient) -> None:
    [claim] = pages.get("/claims.json").json()["claims"]
    assert (claim["finding"], len(claim["on_record"])) == ("7 stated, 2 on record", 2)
    page = pages.get("/claims").text
    assert "<strong>7 stated, 2 on record</strong>" in page
    assert claim["note"] in page
    for entry in claim["on_record"]:
        assert f'<a href="/entries/{entry["entry"]}">' in page


def test_a_claim_on_a_round_stands_beside_the_rounds_on_record(open_client: Opener) -> None:
    text = "Poland imposed a {} round of sanctions on Lithuania."
    articles = [an_article(text.format(which), id=which, published=date(2022, 5, 1)) for which in ("second", "third")]
    act = {"type": "SANCTION", "mode": "discontinue"}
    second = replace(articles[0], events=(an_event(articles[0], "sanctions", day=date(2022, 5, 1), **act),))
    words = "a third round of sanctions"
    claim = a_claim(articles[1], words, "sanctions", kind="ordinal", value=3, period=None, **act)
    pages = open_client([second, replace(articles[1], claims=(claim,))])
    page = pages.get("/claims").text
    assert "<strong>the 3rd stated, 1 on record: the 2nd</strong>" in page
    assert "</a>, no. 2, 1 source</li>" in page
    [record] = pages.get("/claims.json").json()["claims"]
    assert record["rounds"] == [{"number": 2, "entries": [second.events[0].id]}]


def test_the_words_that_claim_are_marked_in_their_sentence(pages: TestClient) -> None:
    page = pages.get("/claims").text
    assert (
        'Poland <mark class="m-said " title="claimed">visited Lithuania seven times this year</mark>, Estonia' in page
    )


def test_parties_speaker_and_article_lead_to_their_pages(pages: TestClient) -> None:
    page = pages.get("/claims").text
    assert '<a class="party" href="/actors/POL">' in page
    assert 'claimed by <a class="party" href="/actors/EST">' in page
    assert '<a href="/articles/k1"><bdi>Seven</bdi></a>' in page


def test_a_claim_that_cannot_be_compared_says_why(open_client: Opener) -> None:
    article = an_article(TEXT, id="k2", published=None)
    client = open_client([replace(article, claims=(a_claim(article, "seven times"),))])
    page = client.get("/claims").text
    assert "7 stated; not compared: the article has no day" in page
    assert "no period to look at" in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("party=Poland", 1),
        ("dyad=POL-LTU", 1),
        ("speaker=Estonia", 1),
        ("kind=last", 0),
        ("type=consult&mode=visit", 1),
        ("until=2021", 0),
        ("on=2022", 1),
        ("publisher=Baltic Wire", 1),
        ("min_confidence=0.9", 0),
    ],
)
def test_filters_narrow_claims(pages: TestClient, query: str, count: int) -> None:
    assert pages.get(f"/claims.json?{query}").json()["total"] == count
    assert pages.get(f"/claims?{query}").status_code == 200


def test_what_fits_nothing_says_what_to_do(pages: TestClient, open_client: Opener) -> None:
    assert "No claim fits these filters" in pages.get("/claims?kind=last").text
    assert "There is no page 7" in pages.get("/claims?page=7").text
    assert "No claims yet" in open_client().get("/claims").text
    answer = pages.get("/claims?party=Polnd")
    assert answer.status_code == 422
    assert "did you mean &#39;Poland&#39;" in answer.text
