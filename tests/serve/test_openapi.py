"""Every address of the web application, asked with what its OpenAPI allows, and with what attackers write.

`make attack` asks each of them many times; here it is a few.
"""

import os
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from register_fixture import faulty_article, fill, first_article, second_article
from starlette.testclient import TestClient

from regesta.serve.app import app_over
from regesta.serve.endpoints.described import EXAMPLES
from regesta.serve.respond import HEADERS
from regesta.store.sqlite import open_sqlite

ROUNDS = int(os.environ.get("REGESTA_EXAMPLES", "2"))
ATTACKS = (
    "\0", "%00", "' OR 1=1 --", "'; DROP TABLE articles; --", '"', "*", "a*", '"a', "AND OR NOT", "NEAR(a b)", "body:a",
    "^a", "{}", "%", "_", "\\", "()", "9" * 30, "-1", "1e400", "nan", "2022-13", "0001-01-01", "9999-12-31", "\u0661",
    "../../etc/passwd", "<script>alert(1)</script>", "javascript:alert(1)", "\u202e", "🙂", "a" * 2000, "POL-POL",
    "POL,", "WyJxIl0", "[[", "{{7*7}}",
)  # fmt: skip
IDS = (first_article().events[0].id, "a1", "b/2.json", "c3", "POL", "agreements", "meetings")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of the pages over a small register in SQLite."""
    store = open_sqlite(str(tmp_path_factory.mktemp("store") / "regesta.db"))
    fill(store, [first_article(), second_article(), faulty_article()])
    with TestClient(app_over(store), raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def cases(client: TestClient) -> list[Any]:
    """What OpenAPI describes: for each operation the requests that it allows."""
    schema = schemathesis.openapi.from_asgi("/openapi.json", client.app)
    return [found.ok().as_strategy() for found in schema.get_all_operations()]


@settings(max_examples=25 * ROUNDS, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_openapi_describes_never_fails(cases: list[Any], data: st.DataObject) -> None:
    case = data.draw(data.draw(st.sampled_from(cases)))
    answer = case.call()
    assert answer.status_code < 500, case.as_curl_command()
    assert answer.headers["content-security-policy"] == [HEADERS["Content-Security-Policy"]]


def attacks(client: TestClient) -> Iterator[tuple[str, dict[str, str]]]:
    """Addresses with an attack in one parameter, or in the path, and a sound value in another."""
    chosen = random.Random(8)
    for path, operations in client.get("/openapi.json").json()["paths"].items():
        parameters = operations.get("get", {}).get("parameters", [])
        asked = [each["name"] for each in parameters if each["in"] == "query"]
        for _ in range(ROUNDS):
            full = path
            for name in (each["name"] for each in parameters if each["in"] == "path"):
                full = full.replace(f"{{{name}}}", quote(chosen.choice(IDS + ATTACKS), safe="/"))
            query = {name: EXAMPLES.get(name, "1") for name in chosen.sample(asked, k=min(1, len(asked)))}
            query |= {name: chosen.choice(ATTACKS) for name in chosen.sample(asked, k=min(2, len(asked)))}
            yield full, query


def test_attacks_in_addresses_are_refused_or_find_nothing(client: TestClient) -> None:
    before = client.get("/status.json").json()
    for path, query in attacks(client):
        answer = client.get(path, params=query)
        assert answer.status_code < 500, (path, query)
        assert "Traceback" not in answer.text
        assert "<script>alert" not in answer.text or answer.headers["content-type"].startswith("application/")
    assert client.get("/status.json").json() == before


def test_words_of_search_are_never_sql(client: TestClient) -> None:
    for words in ATTACKS:
        answer = client.get("/search.json", params={"q": f"{words} visited"})
        assert answer.status_code in {200, 422}, words
