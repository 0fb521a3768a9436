"""Keeps one client from taking all of the server: so many requests a minute from each address."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from regesta.serve.errors import error

MOST_CLIENTS = 10_000  # addresses remembered, some 2 MiB; of more, the one silent for longest is forgotten
MINUTE_S = 60.0


class RateLimit:
    """Middleware that answers 429 to an address that asks too often.

    Each address has a bucket of requests that fills evenly: some pages come at once, a program that reads on and on is
    slowed down. Our own static files cost nothing.

    Attributes:
        app: What answers.
        per_minute: Requests that an address may make in a minute, and at once when it was silent for one.
        clock: Seconds that only grow.
    """

    def __init__(self, app: ASGIApp, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.app = app
        self.per_minute = per_minute
        self.clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # requests left, and when that was so

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or ask its sender to wait."""
        if scope["type"] != "http" or scope["path"].startswith("/static/") or not (wait := self.wait_s(scope)):
            await self.app(scope, receive, send)
            return
        message = f"This address asked more than {self.per_minute} times in a minute; ask again in {wait} s."
        response = error(Request(scope), 429, message)
        response.headers["Retry-After"] = str(wait)
        await response(scope, receive, send)

    def wait_s(self, scope: Scope) -> int:
        """Count a request; return in how many whole seconds it may come again, 0 when it may pass."""
        client, now = (scope.get("client") or ("",))[0], self.clock()
        left, since = self._left.pop(client, (float(self.per_minute), now))
        left = min(self.per_minute, left + (now - since) * self.per_minute / MINUTE_S)
        passes = left >= 1
        self._left[client] = (left - passes, now)
        if len(self._left) > MOST_CLIENTS:
            self._left.popitem(last=False)
        return 0 if passes else math.ceil((1 - left) * MINUTE_S / self.per_minute)
