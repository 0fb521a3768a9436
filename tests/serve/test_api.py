"""The HTTP API below /api: lists with cursors, single things, counts, problems, OpenAPI."""

import csv
import io
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from builders import a_coded_article, a_judgement
from register_fixture import Opener, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.event import Event
from regesta.serve.app import app_over
from regesta.serve.endpoints.cursor import Cursor, read_cursor
from regesta.store.memory import open_memory
from regesta.store.store import Store

LISTS = ("/api/entries", "/api/events", "/api/statements", "/api/articles")


def id_of(item: dict[str, Any]) -> str:
    return str(item["event"]["id"] if "event" in item else item["id"])


def walked(client: TestClient, path: str) -> list[str]:
    """Ids of a whole list, page by page."""
    found: list[str] = []
    following: str | None = path
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        found += [id_of(item) for item in answer.json()["items"]]
        following = answer.json()["next"]
        assert (f'<{following}>; rel="next"' == answer.headers.get("link")) == bool(following)
    return found


@pytest.fixture
def store() -> Store:
    """A store of nine like articles."""
    store = open_memory()
    fill(store, [a_coded_article(id=f"a{n}") for n in range(9)])
    return store


@pytest.fixture
def many(store: Store) -> TestClient:
    return TestClient(app_over(store), raise_server_exceptions=False)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 2, 4, 9, 500])
def test_pages_of_a_list_join_to_the_whole(many: TestClient, path: str, limit: int) -> None:
    whole = many.get(f"{path}?limit=500").json()
    assert (whole["total"], len(whole["items"]), whole["next"]) == (9, 9, None)
    assert walked(many, f"{path}?limit={limit}") == [id_of(item) for item in whole["items"]]


@pytest.mark.parametrize("path", LISTS)
def test_a_growing_register_repeats_and_leaves_out_nothing(many: TestClient, store: Store, path: str) -> None:
    first = many.get(f"{path}?limit=4").json()
    before = walked(many, path)
    fill(store, [a_coded_article(id=f"b{n}") for n in range(5)])
    rest = walked(many, first["next"])
    seen = [id_of(item) for item in first["items"]] + rest
    assert len(set(seen)) == len(seen)
    assert set(before) <= set(seen) | set(walked(many, path)[: walked(many, path).index(seen[3])])


@pytest.mark.parametrize("path", LISTS[1:])
def test_a_cursor_at_something_that_has_gone_is_refused(many: TestClient, store: Store, path: str) -> None:
    page = many.get(f"{path}?limit=2&publisher=Baltic+Wire&sort=newest").json()
    changed = [replace(a_coded_article(id=f"a{n}", publisher="Other"), events=(), statements=()) for n in range(9)]
    fill(store, changed)
    fill(store, [a_coded_article(id="z1")])
    answer = many.get(page["next"])
    assert (answer.status_code, answer.headers["content-type"]) == (410, "application/problem+json")
    assert answer.json()["detail"].endswith("begin again without a cursor.")


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("cursor=%21", "cursor: is none; take the one in `next`, or begin without."),
        ("cursor=W10", "cursor: is none; take the one in `next`, or begin without."),
        (
            "type=AID&cursor=" + Cursor("other", 1, 2, "x").written(),
            "cursor: belongs to other filters",
        ),
        ("limit=0", "limit: '0' is not a number from 1 to 500."),
        ("page=2", "no parameter 'page'"),
        ("typ=AID", "no parameter 'typ'; did you mean 'type'?"),
        ("type=CONSLT", "no event type 'CONSLT'; did you mean 'CONSULT'?"),
        ("sort=newst", "no order 'newst'; did you mean 'newest'?"),
    ],
)
def test_what_cannot_be_read_is_a_problem_that_names_it(client: TestClient, query: str, detail: str) -> None:
    answer = client.get(f"/api/entries?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    problem = answer.json()
    assert (problem["type"], problem["title"], problem["status"]) == ("about:blank", HTTPStatus(422).phrase, 422)
    assert detail in problem["detail"]


def test_a_cursor_is_read_as_it_was_written() -> None:
    cursor = Cursor("ab12", 7, 25, "Łódź/ü")
    assert read_cursor(cursor.written(), "ab12") == cursor


def test_entries_have_the_words_of_every_report(client: TestClient, visit_id: str) -> None:
    items = client.get("/api/entries?dyad=POL-LTU").json()["items"]
    assert [item["id"] for item in items] == [visit_id]
    assert [report["citations"][0]["quote"] for report in items[0]["reports"]] == [
        "Poland's minister visited Lithuania on Monday.",
        "Poland visited Lithuania, a witness said.",
    ]
    assert items[0]["permalink"] == f"http://testserver/entries/{visit_id}"


def test_events_name_their_entry(client: TestClient, visits: tuple[Event, Event], visit_id: str) -> None:
    items = client.get("/api/events?type=CONSULT&sort=newest").json()["items"]
    assert {item["event"]["id"]: item["entry"] for item in items} == {visit.id: visit_id for visit in visits}


def test_one_entry_is_found_by_any_of_its_events(
    client: TestClient, visits: tuple[Event, Event], visit_id: str
) -> None:
    for visit in visits:
        entry = client.get(f"/api/entries/{visit.id}").json()
        assert (entry["id"], entry["support"]) == (visit_id, 2)
        assert len(entry["statements"]) == 2


def test_one_article_has_its_text(client: TestClient) -> None:
    article = client.get("/api/articles/b/2.json").json()
    assert (article["id"], article["publisher"]) == ("b/2.json", "Riga Post")
    span = article["events"][0]["trigger"]
    assert article["text"][span["start"] : span["end"]] == "visited"


def test_one_actor_has_counts_and_citations(client: TestClient) -> None:
    actor = client.get("/api/actors/Poland").json()
    assert (actor["actor"], actor["entries"], actor["events_as_actor"], actor["events_as_recipient"]) == (
        "POL",
        1,
        2,
        0,
    )
    assert actor["names"][0]["name"] == "Poland"
    assert actor["latest_entries"][0]["reports"][0]["citations"][0]["quote"].startswith("Poland's minister")
    assert actor["latest_statements"][0]["words"] == "We will keep talking,"


def test_search_gives_passages(client: TestClient) -> None:
    found = client.get("/api/search?words=talking").json()
    assert (found["articles_total"], found["statements_total"]) == (1, 1)
    assert found["articles"][0]["passage"]["quote"].endswith("said in Vilnius.")


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/api/entries/x", "The register has no entry 'x'."),
        ("/api/articles/x", "The register has no article 'x'."),
        ("/api/actors/Polnd", "No actor 'Polnd'; did you mean 'Poland'?"),
        ("/api/nothing", "There is no such page."),
    ],
)
def test_what_is_not_there_is_a_problem(client: TestClient, path: str, detail: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["detail"] == detail


def test_a_search_without_words_says_so(client: TestClient) -> None:
    assert "words: is missing" in client.get("/api/search").json()["detail"]


def test_counts_say_what_they_count_and_how_much_was_read(client: TestClient) -> None:
    found = client.get("/api/counts?by=dyad&every=day&since=2022-12-18&until=2022-12-20").json()
    assert (found["unit"], found["every"], found["by"]) == ("entries", "day", ["dyad"])
    assert [(row["period"], row["count"], row["articles"]) for row in found["rows"]] == [
        ("2022-12-18", None, 0),
        ("2022-12-19", 1, 1),
        ("2022-12-20", None, 0),
    ]
    assert [column["name"] for column in found["columns"]] == list(found["rows"][0])
    events = client.get("/api/counts?of=events&every=all&type=CONSULT").json()
    assert events["rows"] == [{"unit": "events", "count": 2, "intensity_sum": 4.2, "articles": 3}]


def test_counts_as_csv(client: TestClient) -> None:
    answer = client.get("/api/counts?by=publisher&every=all&format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["publisher"], row["count"]) for row in rows] == [("Baltic Wire", "1"), ("Riga Post", "2")]
    assert "no parameter 'bye'; did you mean 'by'?" in client.get("/api/counts?bye=x").json()["detail"]


@pytest.mark.parametrize("path", [*LISTS, "/api/counts", "/api/counts?format=csv&of=events", "/api/search?words=x"])
def test_an_unchanged_answer_is_not_sent_again(many: TestClient, store: Store, path: str) -> None:
    tag = many.get(path).headers["etag"]
    again = many.get(path, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    if "search" not in path:
        fill(store, [first_article(), second_article()])
        assert many.get(path, headers={"if-none-match": tag}).status_code == 200


def test_long_answers_are_compressed(many: TestClient) -> None:
    for path in ("/api/entries", "/api/counts?by=publisher&every=day&format=csv&since=2020"):
        assert many.get(path, headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_other_sites_cannot_read_it(client: TestClient) -> None:
    answer = client.get("/api/entries", headers={"origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    asked = {"origin": "https://elsewhere.example", "access-control-request-method": "GET"}
    assert client.options("/api/entries", headers=asked).status_code == 405


def test_openapi_describes_every_parameter_with_an_example(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    assert {path for path in paths if path.startswith("/api/")} == {
        *LISTS,
        *("/api/entries/{entry_id}", "/api/articles/{article_id}", "/api/actors/{actor}"),
        *("/api/search", "/api/counts", "/api/export", "/api/changes"),
    }
    for path in (*LISTS, "/api/counts", "/api/search"):
        get = paths[path]["get"]
        assert all(parameter["description"] for parameter in get["parameters"])
        unlike = {"limit", "cursor", "sort"}
        assert all("example" in parameter for parameter in get["parameters"] if parameter["name"] not in unlike)
        assert "example" in get["responses"]["200"]["content"]["application/json"]
        assert "application/problem+json" in get["responses"]["422"]["content"]


def test_every_example_parameter_can_be_read(open_client: Opener) -> None:
    articles = (first_article(), second_article())
    client = open_client(articles, [a_judgement(articles[0].events[0], articles[1].events[0])])
    names = {"Lukashenko": "Poland", "Belarus": "Lithuania", "Minsk": "Poland", "Ukraine": "Vilnius"}
    for path in (*LISTS, "/api/counts"):
        for parameter in client.get("/openapi.json").json()["paths"][path]["get"]["parameters"]:
            if value := parameter.get("example"):
                answer = client.get(path, params={parameter["name"]: names.get(value, value)})
                assert answer.status_code == 200, answer.text


def test_the_address_above_all_lists_leads_to_what_describes_them(client: TestClient) -> None:
    assert client.get("/api", follow_redirects=True).json()["paths"].keys() >= set(LISTS)
