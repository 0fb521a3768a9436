from collections.abc import Callable

import pytest
from register_fixture import fill, first_article
from starlette.testclient import TestClient

from regesta.serve import rate
from regesta.serve.app import app_over
from regesta.store.memory import open_memory


@pytest.fixture
def limited() -> TestClient:
    """A client that may ask three times a minute."""
    store = open_memory()
    fill(store, [first_article()])
    return TestClient(app_over(store, rate=3), raise_server_exceptions=False)


def test_who_asks_too_often_is_asked_to_wait(limited: TestClient) -> None:
    assert [limited.get("/api/entries").status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = limited.get("/api/entries")
    assert answer.headers["content-type"] == "application/problem+json"
    assert "asked more than 3 times in a minute; ask again in 20 s" in answer.json()["detail"]
    assert (answer.headers["retry-after"], answer.headers["x-content-type-options"]) == ("20", "nosniff")
    assert limited.get("/").status_code == 429
    assert "<h1>Too Many Requests</h1>" in limited.get("/").text
    assert limited.get("/static/seal.svg").status_code == 200


def bucket(per_minute: int, clock: Callable[[], float]) -> rate.RateLimit:
    async def nothing(*_: object) -> None: ...

    return rate.RateLimit(nothing, per_minute, clock)


def test_requests_come_back_evenly_and_each_address_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    limit = bucket(2, lambda: now[0])
    ask = lambda client: limit.wait_s({"client": (client, 1)})  # noqa: E731
    assert [ask("a"), ask("a"), ask("a"), ask("b")] == [0, 0, 30, 0]
    now[0] = 28.5
    assert ask("a") == 2
    now[0] = 31.3
    assert ask("a") == 0
    monkeypatch.setattr(rate, "MOST_CLIENTS", 2)
    assert [ask("c"), ask("a")] == [0, 29]  # "b" is forgotten, "a" is not


def test_without_the_option_there_is_no_limit(client: TestClient) -> None:
    assert {client.get("/api/entries?limit=1").status_code for _ in range(50)} == {200}
