"""Articles are written by strangers: whatever stands in any field, a page stays the page it is."""

import html
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from builders import a_claim, a_judgement, an_article, an_event
from register_fixture import Opener, faulty_article, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.model.event import Role
from regesta.serve.app import create_app
from regesta.serve.respond import HEADERS
from regesta.serve.visible_text import UNFIT
from regesta.store.sqlite import open_sqlite

HOSTILE = "<script>alert(1)</script>\"' onload=x {{7*191}} </mark>&lt;\u202e\x00\x1b\u2066"
OUR_SCRIPT = re.compile(r"/static/(vendor/)?[a-z-]+(\.min)?\.js(\?v=[\d.]+)?")
CODES = frozenset({"iso3", "entity", "sector", "cameo", "type", "mode"})  # what pages look things up by
FIXED = frozenset({"status", "precision", "basis", "kind", "form", "timex", "published_basis", "verdict", "label"})


def poisoned(value: Any, fixed: frozenset[str] = FIXED) -> Any:
    """The same value with hostile text before every text in it but those of a fixed vocabulary."""
    if isinstance(value, str):
        return HOSTILE + value
    if isinstance(value, tuple):
        return tuple(poisoned(item, fixed) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: poisoned(getattr(value, field.name), fixed)
            for field in fields(value)
            if field.init and not (field.name in fixed and isinstance(getattr(value, field.name), str))
        }
        if isinstance(value, Role) and fixed >= CODES:
            changed["name"] = value.name
        return replace(value, **changed)
    return value


class Outline(HTMLParser):
    """The elements of a page, with attributes; and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def check(page: str) -> None:
    """What holds on every page."""
    assert not UNFIT.search(page)
    for tag, attributes in Outline(page).elements:
        assert tag not in {"style", "iframe", "object", "embed", "base"}
        assert tag != "script" or OUR_SCRIPT.fullmatch(attributes["src"] or "")
        assert not [name for name in attributes if name.startswith("on") or name == "style" or name.startswith("hx-on")]
        for name in ("href", "src", "action"):
            assert re.match(r"/(?!/)|#|https?://", attributes.get(name) or "/"), attributes
    assert "1337" not in page


@pytest.fixture
def hostile(open_client: Opener) -> TestClient:
    first, second, third = map(poisoned, (first_article(), second_article(), faulty_article()))
    first = replace(first, source=replace(first.source, url="javascript:alert(1)"))
    return open_client(
        [first, second, third], [poisoned(a_judgement(first_article().events[0], second_article().events[0]))]
    )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/statements",
        "/articles",
        "/sources",
        "/faults",
        "/status",
        "/search?q=visited",
        f"/search?q={quote(HOSTILE)}",
        f"/actors?name={quote(HOSTILE)}",
        f"/dyads?left={quote(HOSTILE)}&right={quote(HOSTILE)}",
        f"/?contains={quote(HOSTILE)}",
        f"/{quote(HOSTILE)}",
    ],
)
def test_hostile_text_stays_text_in_lists(hostile: TestClient, path: str) -> None:
    page = hostile.get(path).text
    check(page)
    assert html.escape(HOSTILE[:25]) in page.replace("&#34;", "&quot;") or path == "/status" or path.startswith("/%")


@pytest.fixture
def hostile_names(open_client: Opener) -> TestClient:
    """A client over articles with hostile text in every field but the codes, so that pages find and show them."""
    placed = an_article("Poland visited farmers in Riga. It was said.", id="p1")
    visit = an_event(placed, place="Riga", recipient="farmers")
    later = an_event(placed, place="Riga", recipient="farmers", day=date(2023, 1, 5), trigger="said")
    claim = a_claim(placed, "visited farmers", recipient="farmers", speaker=visit.actors[0])
    articles = (first_article(), second_article(), replace(placed, events=(visit, later), claims=(claim,)))
    return open_client([poisoned(article, FIXED | CODES) for article in articles])


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/actors",
        "/actors/POL",
        "/dyads?left=Poland&right=Lithuania",
        "/dyads?left=Poland&right=farmers",
        "/meetings",
        "/histories/meetings",
        "/histories/warnings",
        "/claims",
        "/said",
        "/map",
        "/network",
        "/search?q=farmers",
        "/search?q=Poland",
    ],
)
def test_hostile_text_stays_text_where_actors_and_places_are_shown(hostile_names: TestClient, path: str) -> None:
    answer = hostile_names.get(path)
    assert answer.status_code == 200
    check(answer.text)
    assert "&lt;script&gt;alert(1)" in answer.text
    twin = answer.text.split('">This page as ')[0].rsplit('"', 1)[1]
    assert hostile_names.get(html.unescape(twin)).status_code == 200


@pytest.mark.parametrize(
    "path", ["/entries.svg", "/actors/POL.svg", "/meetings.svg", "/dyads.svg?left=POL&right=farmers"]
)
def test_a_drawing_stays_a_drawing(hostile_names: TestClient, path: str) -> None:
    answer = hostile_names.get(path)
    assert answer.status_code == 200
    tags = {tag.tag.rpartition("}")[2] for tag in ElementTree.fromstring(answer.text).iter()}
    assert tags <= {"svg", "title", "g", "rect", "line", "text", "circle"}
    assert not UNFIT.search(answer.text)


def test_hostile_text_stays_text_in_entries_and_documents(hostile: TestClient) -> None:
    pages = [hostile.get(path).text for path in ("/", "/articles")]
    links = sorted({link for page in pages for link in re.findall(r'href="(/(?:entries|articles)/[^"#]+)"', page)})
    assert len(links) == 5
    for link in links:
        answer = hostile.get(html.unescape(link))
        assert answer.status_code == 200, link
        check(answer.text)
        assert "&lt;script&gt;alert(1)" in answer.text
        assert hostile.get(html.unescape(link) + ".json").status_code == 200


def test_hostile_text_stays_text_in_claims_and_in_the_steps_of_histories(hostile_names: TestClient) -> None:
    for path, count in (("/claims", 1), ("/histories/meetings", 1), ("/histories/warnings", 1)):
        page = hostile_names.get(path).text
        assert page.count('<li class="entry"') >= count, path
        quotes = re.findall(r"<blockquote><p>(.*?)</p></blockquote>", page, re.DOTALL)
        assert quotes, path
        assert all("<script" not in quote for quote in quotes)


def test_a_lone_surrogate_breaks_neither_page_nor_twin(open_client: Opener) -> None:
    article = first_article()
    client = open_client([replace(article, title="broken \ud800 title")])
    assert "broken \ufffd title" in client.get("/articles/a1").text
    assert client.get("/articles/a1.json").json()["title"] == "broken \ud800 title"


@pytest.mark.parametrize(
    "path", ["/", "/entries.json", "/nowhere", "/static/style.css", "/status.json", "/favicon.ico"]
)
def test_every_answer_forbids_what_is_not_ours(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe-inline" not in headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/articles/none", 404),
        ("/entries/none", 404),
        ("/articles/%FF%FE", 404),
        ("/?page=0", 422),
        ("/?colour=red", 422),
        ("/faults?page=x", 422),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
    ],
)
def test_errors_are_pages_with_a_way_on(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert 'role="search"' in answer.text
    assert "Traceback" not in answer.text
    check(answer.text)


def test_errors_of_twins_are_problem_json(client: TestClient) -> None:
    answer = client.get("/entries.json?colour=red")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "no filter 'colour'" in answer.json()["detail"]


def test_a_bug_is_a_page_without_trace(client: TestClient) -> None:
    client.app.state.shelf.store = None  # type: ignore[attr-defined]
    answer = client.get("/status")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert "Something broke" in answer.text
    assert "NoneType" not in answer.text


def test_only_reading_is_possible(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.delete("/articles/a1").status_code == 405


def test_an_unchanged_page_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/")
    again = client.get("/", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/status", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_a_new_revision_shows_at_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = str(tmp_path_factory.mktemp("store") / "regesta.db")
    with open_sqlite(path) as store:
        fill(store, [first_article()])
        with TestClient(create_app(path)) as client:
            assert client.get("/entries.json").json()["total"] == 1
            fill(store, [second_article()])
            assert client.get("/entries.json").json()["total"] == 3
