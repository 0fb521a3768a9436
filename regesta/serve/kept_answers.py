"""Keeps answers while what they depend on is the same, and lets readers who ask the same wait for one answer.

A page takes some hundredths of a second of the one processor core that Python uses. Hundreds of readers, or a program
that asks again and again, are answered from what was made for the first of them; a change of the store makes void all
that is kept. What a browser that sends a cookie gets, which may decide, is made for it alone.
"""

from asyncio import Future, Lock, Semaphore, Task, create_task, get_running_loop
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from regesta.errors import StoreError
from regesta.serve.shelf import Stamp

MOST_BYTES = 32 * 2**20  # of all bodies kept; those asked for least lately are let go
MOST_BODY_BYTES = 2**20
PASSED_ON = ("/static/", "/api/export")  # files, and answers that are sent while they are made

Key = tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """A whole answer, as it is sent."""

    start: Message
    body: bytes

    @property
    def headers(self) -> Headers:
        """Its headers."""
        return Headers(raw=self.start["headers"])

    @property
    def may_be_kept(self) -> bool:
        """Whether it is for everybody, says what it is known by, and is not too large."""
        headers = self.headers
        told = self.start["status"] == 200 and "etag" in headers and "set-cookie" not in headers
        return told and len(self.body) <= MOST_BODY_BYTES

    def is_held(self, asked: Headers) -> bool:
        """Whether who asks has it already."""
        return self.headers["etag"] in asked.get("if-none-match", "")


@dataclass
class Kept:
    """The answers kept for one stamp, the one asked for last at the end.

    Attributes:
        stamp: What all of them depend on.
        answers: The answers; one that is being made is a future, with None where it could not be kept.
        size: Bytes of the bodies.
    """

    stamp: Stamp | None = None
    answers: OrderedDict[Key, Future[Answer | None]] = field(default_factory=OrderedDict)
    size: int = 0

    def keep(self, key: Key, answer: Answer) -> None:
        """Count an answer that was made, and let go of others where there are too many."""
        if key in self.answers:  # else the store changed meanwhile
            self.size += len(answer.body)
            while self.size > MOST_BYTES:
                _, oldest = self.answers.popitem(last=False)
                found = oldest.result() if oldest.done() else None
                self.size -= len(found.body) if found else 0


class KeptAnswers:
    """Middleware that answers from what it keeps."""

    def __init__(self, app: ASGIApp, stamp: Callable[[], Stamp], at_once: int) -> None:
        """Stand before an application.

        Args:
            app: The application.
            stamp: Returns what all answers depend on; may take a moment.
            at_once: How many answers that may be kept are made at a time.
        """
        self.app, self.stamp = app, stamp
        self.kept = Kept()
        self.turns = Semaphore(at_once)
        self.looking = Lock()
        self.next_look: Task[Stamp] | None = None
        self.thread = ThreadPoolExecutor(1, "stamp")  # apart: it does not wait for those that make answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        asked = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if scope["type"] != "http" or scope["method"] != "GET" or "cookie" in asked or is_passed_on(scope["path"]):
            await self.app(scope, receive, send)
            return
        try:
            kept = await self.fresh()
        except StoreError:  # the application says it on a page
            await self.app(scope, receive, send)
            return
        zipped = str("gzip" in asked.get("accept-encoding", ""))
        key = (scope["path"], scope["query_string"].decode("latin-1"), scope["scheme"], asked.get("host", ""), zipped)
        if key in kept.answers:
            kept.answers.move_to_end(key)
            answer = await kept.answers[key]
            if answer is None:
                await self.app(scope, receive, send)
                return
        else:
            answer = await self.made(kept, key, scope, receive, send)
            if answer is None:
                return
        await sent(answer, asked, send)

    async def made(self, kept: Kept, key: Key, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Make an answer and keep it; None when it was sent because it cannot be kept.

        One that waits for its turn while the store changes is made once, of the store as it is then, for those who
        asked before the change and after it.
        """
        own: Future[Answer | None] = get_running_loop().create_future()
        kept.answers[key] = promised = own
        answer = None
        try:
            async with self.turns:
                if not own.done():
                    kept = self.kept
                    promised = kept.answers.setdefault(key, own)
                if not promised.done():
                    answer = await self.recorded(scope, receive, send)
                    if answer:
                        kept.keep(key, answer)
                    return answer
            answer = promised.result()
            if answer is None:
                await self.app(scope, receive, send)
            return answer
        finally:
            if answer is None and kept.answers.get(key) is promised:
                del kept.answers[key]
            for future in {own, promised}:
                if not future.done():
                    future.set_result(answer)

    async def recorded(self, scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """Return the application's answer; None when it was sent because it cannot be kept."""
        recorder = Recorder(send)
        await self.app(without_condition(scope), receive, recorder)
        answer = recorder.answer
        if answer and not answer.may_be_kept:
            await sent(answer, Headers(scope=scope), send)
            return None
        return answer

    async def fresh(self) -> Kept:
        """Return what is kept for the store as it is now; what was kept for an earlier state is let go.

        Those who ask while the store is looked at share the look that follows.
        """
        if self.next_look is None:
            self.next_look = create_task(self.look())
        stamp = await self.next_look
        if self.kept.stamp != stamp:
            self.kept = Kept(stamp)
        return self.kept

    async def look(self) -> Stamp:
        """Return what answers depend on now."""
        async with self.looking:
            self.next_look = None
            return await get_running_loop().run_in_executor(self.thread, self.stamp)


class Recorder:
    """Takes down an answer; one that comes in pieces is passed on instead."""

    def __init__(self, send: Send) -> None:
        """Take down, or pass on to `send`."""
        self.send = send
        self.start: Message | None = None
        self.answer: Answer | None = None
        self.passes_on = False

    async def __call__(self, message: Message) -> None:
        """Take a message of the application."""
        if message["type"] == "http.response.start":
            self.start = message
        elif self.start and not self.passes_on and not message.get("more_body", False):
            self.answer = Answer(self.start, message.get("body", b""))
        else:
            if self.start and not self.passes_on:
                self.passes_on = True
                await self.send(self.start)
            await self.send(message)


async def sent(answer: Answer, asked: Headers, send: Send) -> None:
    """Send an answer, or that who asks has it already."""
    if answer.start["status"] == 200 and "etag" in answer.headers and answer.is_held(asked):
        kept = [
            (name, value) for name, value in answer.start["headers"] if name in {b"etag", b"cache-control", b"vary"}
        ]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({**answer.start, "headers": list(answer.start["headers"])})
    await send({"type": "http.response.body", "body": answer.body})


def without_condition(scope: Scope) -> Scope:
    """Return a request that asks for the whole answer, also where the client holds it."""
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name != b"if-none-match"]}


def is_passed_on(path: str) -> bool:
    """Tell whether answers at a path are never kept."""
    return path.startswith(PASSED_ON)
