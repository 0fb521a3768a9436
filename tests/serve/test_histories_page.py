from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import a_date, an_article, an_event, span_of
from register_fixture import Opener, fill
from starlette.testclient import TestClient

from regesta.model.annotation import DateInterval, TimeExpression
from regesta.model.article import Article

SPRING, AUTUMN = date(2022, 3, 1), date(2022, 9, 1)


def told(number: int, text: str, trigger: str, published: date, **changes: Any) -> Article:
    """An article of one sentence that tells one event."""
    article = an_article(text, id=f"h{number}", published=published, publisher="Gulf Post")
    day = changes.pop("date", None)
    if day:
        changes["date"] = replace(a_date(day), basis="expression")
    else:
        changes.setdefault("day", None)
    return replace(article, events=(an_event(article, trigger, **changes),))


def banned(number: int = 1, recipient: str = "Estonia") -> Article:
    text = f"Poland imposed sanctions on {recipient}."
    changes = {"type": "SANCTION", "mode": None, "cameo": "163", "quad": 4, "recipient": recipient}
    return told(number, text, "imposed", SPRING, date=SPRING, **changes)


def warned(number: int = 2) -> Article:
    text = "Latvia warned that Sweden would strike Turkey."
    changes = {"type": "THREATEN", "mode": None, "cameo": "130", "quad": 3, "actor": "Latvia", "recipient": "Turkey"}
    return told(number, text, "warned", SPRING, **changes)


def foretold(number: int, due: date, published: date) -> Article:
    """A visit that is planned."""
    changes = {"status": "planned", "date": due, "actor": "Latvia", "recipient": "Estonia"}
    return told(number, "Latvia will visit Estonia.", "visit", published, **changes)


def forecast(number: int) -> Article:
    """A warning of an attack in a month that its sentence names."""
    changes = {"type": "THREATEN", "mode": None, "cameo": "130", "quad": 3, "actor": "Turkey", "recipient": "Poland"}
    article = told(number, "Turkey warned of an attack on Poland in September.", "warned", SPRING, **changes)
    september = DateInterval(date(2022, 9, 1), date(2022, 10, 1), "month")
    time = TimeExpression(span=span_of(article, "September"), timex="DATE", value="2022-09", interval=september)
    return replace(article, times=(time,))


def attack(number: int) -> Article:
    changes = {"type": "ASSAULT", "mode": None, "cameo": "190", "quad": 4, "actor": "Turkey", "recipient": "Poland"}
    return told(number, "Turkey attacked Poland.", "attacked", AUTUMN, date=AUTUMN, **changes)


@pytest.fixture
def pages(open_client: Opener) -> TestClient:
    articles = banned(1), warned(), foretold(3, SPRING, date(2022, 2, 25)), foretold(4, AUTUMN, date(2022, 8, 30))
    return open_client(articles)


def test_a_step_leads_to_its_entry_its_article_and_its_parties_with_the_words_that_tell_it(pages: TestClient) -> None:
    [history] = pages.get("/histories/sanctions.json").json()["histories"]
    [step] = history["steps"]
    page = pages.get("/histories/sanctions").text
    assert f'<a href="/entries/{step["entry"]}">1 Mar 2022</a>' in page
    assert f'<a href="/articles/h1?focus={step["event"]}"><bdi>Gulf Post</bdi></a>' in page
    assert '<a class="party" href="/actors/POL"><bdi>Poland</bdi></a>' in page
    assert '<blockquote><p>Poland <mark class="m-trigger " title="in force: SANCTION">imposed</mark> sanctions' in page
    assert pages.get(f"/articles/h1?focus={step['event']}").status_code == 200


def test_a_sentence_that_tells_several_steps_stands_once_with_each_act_marked(open_client: Opener) -> None:
    changes = {"type": "SANCTION", "mode": None, "cameo": "163", "quad": 4, "recipient": "Estonia"}
    article = an_article("Poland froze accounts of Estonia and banned its fish.", id="h9", published=SPRING)
    days = {"froze": SPRING, "banned": date(2022, 3, 3)}
    acts = tuple(an_event(article, trigger, day=day, **changes) for trigger, day in days.items())
    client = open_client([replace(article, events=acts)])
    [history] = client.get("/histories/sanctions.json").json()["histories"]
    page = client.get("/histories/sanctions").text
    assert len(history["steps"]) == 2
    assert all(f'<a href="/entries/{act.id}">' in page for act in acts)
    assert page.count("accounts of Estonia") == 1
    assert '<time datetime="2022-03-01">1–3 Mar 2022</time>' in page
    assert page.count('<mark class="m-trigger "') == 2


def test_what_was_due_is_overdue_or_still_to_come_and_each_is_counted(pages: TestClient) -> None:
    twin = pages.get("/histories/meetings.json").json()
    assert (twin["total"], twin["outcomes"]) == (2, {"due": 1, "overdue": 1})
    page = pages.get("/histories/meetings").text
    assert '<span class="badge is-denied">overdue: nothing on record for 1 Mar 2022</span>' in page
    assert '<span class="badge is-planned">due 1 Sep 2022' in page
    assert '<a href="/histories/meetings?outcome=overdue">overdue <span>1</span></a>' in page


def test_what_is_on_record_in_the_days_foretold_is_shown_without_a_judgement(open_client: Opener) -> None:
    happened = attack(6)
    page = open_client([forecast(5), happened]).get("/histories/warnings").text
    assert '<span class="badge is-happened">on record</span> was foretold for 1–30 Sep 2022' in page
    assert "On record in those days: 1 entry" in page
    assert f'href="/entries/{happened.events[0].id}"' in page
    assert "not a judgement that the forecast came true" in page


def test_an_outcome_chosen_leaves_the_counts_of_the_others(pages: TestClient) -> None:
    twin = pages.get("/histories/meetings.json?outcome=overdue").json()
    assert (twin["total"], twin["outcomes"]) == (1, {"due": 1, "overdue": 1})


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("party=Latvia", 2),
        ("party=Poland", 0),
        ("dyad=LVA-EST", 2),
        ("state=planned", 2),
        ("stage=held", 0),
        ("since=2022-06", 1),
        ("until=2022-03", 1),
        ("min_steps=2", 0),
        ("limit=1&page=2", 2),
    ],
)
def test_filters_narrow_histories(pages: TestClient, query: str, count: int) -> None:
    assert pages.get(f"/histories/meetings.json?{query}").json()["total"] == count
    assert pages.get(f"/histories/meetings?{query}").status_code == 200


@pytest.mark.parametrize("kind", ["agreements", "sanctions", "exercises", "warnings", "meetings"])
def test_every_kind_has_its_page_and_leads_to_the_others(pages: TestClient, kind: str) -> None:
    page = pages.get(f"/histories/{kind}").text
    assert f'<a href="/histories/{kind}" aria-current="page">' in page
    assert page.count('<li><a href="/histories/') - page.count("?outcome=") == 5


def test_histories_lead_to_the_first_kind(pages: TestClient) -> None:
    assert pages.get("/histories").headers["location"] == "/histories/agreements"


def test_a_kind_that_does_not_exist_is_not_found_and_the_known_ones_are_named(pages: TestClient) -> None:
    for path in ("/histories/treaties", "/histories/treaties.json"):
        answer = pages.get(path)
        assert answer.status_code == 404
        assert "agreements, sanctions, exercises, warnings" in answer.text


def test_what_fits_nothing_says_what_to_do(pages: TestClient) -> None:
    assert "No history fits these filters" in pages.get("/histories/meetings?state=held").text
    assert "There is no page 7" in pages.get("/histories/meetings?page=7").text
    assert "No histories of this kind yet" in pages.get("/histories/exercises").text
    answer = pages.get("/histories/meetings?party=Latvja")
    assert answer.status_code == 422
    assert "did you mean &#39;Latvia&#39;" in answer.text


def test_a_form_sent_with_empty_fields_leads_to_the_short_address(pages: TestClient) -> None:
    answer = pages.get("/histories/meetings?party=Latvia&state=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/histories/meetings?party=Latvia")


def test_a_new_revision_of_the_store_has_new_histories(open_client: Opener) -> None:
    client = open_client([banned(1)])
    assert client.get("/histories/sanctions.json").json()["total"] == 1
    store = client.app.state.shelf.store  # type: ignore[attr-defined]  # the client knows only that it is an ASGI app
    fill(store, [banned(2, "Sweden")])
    assert client.get("/histories/sanctions.json").json()["total"] == 2
