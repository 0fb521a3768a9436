"""Answers are kept while nothing changes, made once for all who ask at once, and let go of when there are too many."""

import asyncio
from collections.abc import Iterable, Sequence

import httpx2
import pytest
from register_fixture import fill, first_article, second_article
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from regesta.errors import StoreError
from regesta.serve import kept_answers
from regesta.serve.app import app_over
from regesta.serve.kept_answers import KeptAnswers
from regesta.serve.shelf import Stamp
from regesta.store.memory import open_memory

TAG = {"ETag": 'W/"1"'}


class Counting:
    """An application that counts how often it is asked, behind `KeptAnswers`."""

    def __init__(self, answer: Response | None = None) -> None:
        self.asked = 0
        self.stamp: Stamp | None = (1, 1, 0)
        self.answer = answer
        self.may_answer: asyncio.Event | None = None
        self.kept = KeptAnswers(self.app, self.told, at_once=1)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await (self.may_answer.wait() if self.may_answer else asyncio.sleep(0.01))
        answer = self.answer or PlainTextResponse(f"{scope['path']} {self.asked}", headers=TAG)
        await answer(scope, receive, send)

    def told(self) -> Stamp:
        if self.stamp is None:
            raise StoreError("gone")
        return self.stamp

    async def awaits(self, requests: Sequence[asyncio.Task[httpx2.Response]]) -> None:
        """Wait until all requests, each for another path, have arrived under the present stamp."""
        while self.kept.kept.stamp != self.stamp or len(self.kept.kept.answers) < len(requests):
            await asyncio.sleep(0)

    def get(self, *paths: str, **headers: str) -> list[httpx2.Response]:
        """Ask for all paths at once."""

        async def ask() -> list[httpx2.Response]:
            transport = httpx2.ASGITransport(app=self.kept)
            async with httpx2.AsyncClient(transport=transport, base_url="http://desk") as client:
                return await asyncio.gather(*(client.get(path, headers=headers) for path in paths))

        return asyncio.run(ask())


def test_who_asks_again_gets_what_was_made_before() -> None:
    app = Counting()
    assert [answer.text for answer in app.get("/a") + app.get("/a") + app.get("/b")] == ["/a 1", "/a 1", "/b 2"]


def test_who_asks_at_once_waits_for_one_answer() -> None:
    app = Counting()
    assert {answer.text for answer in app.get(*["/a"] * 50)} == {"/a 1"}
    assert app.asked == 1


def test_a_change_makes_all_void() -> None:
    app = Counting()
    app.get("/a")
    app.stamp = (2, 1, 0)
    assert app.get("/a")[0].text == "/a 2"


def test_what_waits_while_the_store_changes_is_made_once_for_those_before_and_after() -> None:
    app = Counting()

    async def ask() -> list[str]:
        app.may_answer = asyncio.Event()
        transport = httpx2.ASGITransport(app=app.kept)
        async with httpx2.AsyncClient(transport=transport, base_url="http://desk") as client:
            before = [asyncio.create_task(client.get(path)) for path in ("/first", "/a", "/b")]
            await app.awaits(before)
            app.stamp = (2, 1, 0)
            after = [asyncio.create_task(client.get(path)) for path in ("/first", "/a", "/b")]
            await app.awaits(after)
            app.may_answer.set()
            return [(await task).text for task in (*before, *after)]

    told = asyncio.run(ask())
    assert told == ["/first 1", "/a 2", "/b 3", "/first 4", "/a 2", "/b 3"]
    assert app.asked == 4, "what is being made when the store changes is void; what waits is not made twice"


def test_who_holds_the_answer_is_told_so() -> None:
    app = Counting()
    for _ in range(2):  # made for a request that holds it, then kept
        (answer,) = app.get("/a", **{"If-None-Match": TAG["ETag"]})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", TAG["ETag"])
    assert app.get("/a")[0].text == "/a 1"


def test_a_browser_with_a_cookie_gets_its_own() -> None:
    app = Counting()
    app.get("/a")
    assert app.get("/a", Cookie="regesta_key=x")[0].text == "/a 2"


@pytest.mark.parametrize(
    "answer",
    [
        PlainTextResponse("no tag"),
        PlainTextResponse("not here", 404, headers=TAG),
        PlainTextResponse("mine", headers={**TAG, "Set-Cookie": "a=b"}),
        PlainTextResponse("x" * (kept_answers.MOST_BODY_BYTES + 1), headers=TAG),
    ],
    ids=["without a tag", "an error", "with a cookie", "too large"],
)
def test_what_is_not_for_everybody_is_not_kept(answer: Response) -> None:
    app = Counting(answer)
    for found in app.get(*["/a"] * 3) + app.get("/a"):
        assert (found.status_code, found.content) == (answer.status_code, answer.body)
    assert app.asked == 4
    assert not app.kept.kept.answers


def test_what_comes_in_pieces_is_passed_on() -> None:
    def pieces() -> Iterable[str]:
        yield from ("a", "b", "c")

    app = Counting()
    for _ in range(2):
        app.answer = StreamingResponse(pieces(), headers=TAG)
        assert app.get("/a")[0].text == "abc"
    assert app.asked == 2


def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_answers, "MOST_BYTES", 11)
    app = Counting()
    app.get("/a")
    app.get("/b")
    app.get("/a")
    app.get("/c")
    kept = app.kept.kept
    assert [key[0] for key in kept.answers] == ["/a", "/c"], "what was asked for least lately goes"
    assert kept.size == len("/a 1") + len("/c 3")


def test_a_store_that_cannot_be_read_is_left_to_the_application() -> None:
    app = Counting()
    app.stamp = None
    assert app.get("/a")[0].text == "/a 1"


def test_an_application_that_fails_leaves_nothing_behind() -> None:
    app = Counting()

    async def failing(scope: Scope, receive: Receive, send: Send) -> None:
        raise ZeroDivisionError

    good, app.kept.app = app.kept.app, failing
    with pytest.raises(ZeroDivisionError):
        app.get("/a")
    app.kept.app = good
    assert app.get("/a")[0].text == "/a 1"


def test_pages_show_every_change_of_the_store() -> None:
    with open_memory() as store:
        fill(store, [first_article()], ())
        with TestClient(app_over(store)) as client:
            before = client.get("/entries.json").json()["total"]
            assert client.get("/entries.json").json()["total"] == before
            fill(store, [second_article()], ())
            assert client.get("/entries.json").json()["total"] > before
