"""Keeps writes to those that a person makes on our own pages: allowed at all, from our address, with our token."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from secrets import token_bytes, token_hex
from urllib.parse import parse_qsl, urlsplit

from fastapi import HTTPException, Request, Response

COOKIE = "regesta_review"
KEY_COOKIE = "regesta_key"
KEY_SECONDS = 30 * 24 * 3600
NONCE = re.compile(r"[0-9a-f]{32}")
FORM = "application/x-www-form-urlencoded"
MAX_FORM_BYTES = 64 * 1024
READ_ONLY = "These pages are read-only. Whoever runs them can allow decisions with `regesta serve --allow-review`."


NO_KEY = (
    "Nothing was written: this browser has not shown the key. Open, once, the address that `regesta serve` printed "
    "when it was started."
)


@dataclass(frozen=True)
class Guard:
    """Tells the writes that are let through.

    A form carries a token that is signed with a secret of this process over a random cookie. Another site can make a
    browser send the cookie, but can neither read it nor make the token; and browsers say which site a form is from. As
    the addresses are named when the server starts, a name that an attacker points at this computer is not among them.

    Attributes:
        origins: Addresses of our pages ("http://127.0.0.1:8000"); none where nothing may be written.
        key: What a browser must have shown once to write; "" where whoever can open the pages may.
        secret: What tokens are signed with.
    """

    origins: frozenset[str] = frozenset()
    key: str = field(default="", repr=False)
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)

    @property
    def is_open(self) -> bool:
        """Whether anything may be written."""
        return bool(self.origins)

    def has_key(self, request: Request) -> bool:
        """Whether the browser has shown the key."""
        return not self.key or self.is_key(request.cookies.get(KEY_COOKIE, ""))

    def is_key(self, said: str) -> bool:
        """Whether it is the key; how long the answer takes tells nothing."""
        return hmac.compare_digest(self.key.encode(), said.encode("utf-8", "replace"))

    def may_write(self, request: Request) -> bool:
        """Whether a page shows the forms."""
        return self.is_open and self.has_key(request)

    def token(self, nonce: str) -> str:
        """Return the token that goes with a cookie."""
        return hmac.new(self.secret, nonce.encode(), "sha256").hexdigest()

    def check(self, request: Request, form: Mapping[str, str]) -> None:
        """Let a write through.

        Raises:
            HTTPException: 403, and why.
        """
        if not self.is_open:
            raise HTTPException(403, READ_ONLY)
        if origin_of(request) not in self.origins:
            raise HTTPException(
                403,
                "Nothing was written: this form was not sent from these pages. If it was, they must be served with "
                "`--origin` and the address that you see in your browser.",
            )
        if not self.has_key(request):
            raise HTTPException(403, NO_KEY)
        nonce = request.cookies.get(COOKIE, "")
        if not NONCE.fullmatch(nonce) or not hmac.compare_digest(self.token(nonce), form.get("token", "")):
            raise HTTPException(
                403,
                "Nothing was written: this form is too old, or your browser sent no cookie. Load the page again and "
                "repeat it.",
            )


def guard_of(request: Request) -> Guard:
    """Return the guard of the application that was asked."""
    guard: Guard = request.app.state.guard
    return guard


def nonce_of(request: Request) -> str:
    """Return the cookie of a request, or a new one."""
    given = request.cookies.get(COOKIE, "")
    return given if NONCE.fullmatch(given) else token_hex(16)


def with_cookie(response: Response, nonce: str) -> Response:
    """Return a response that sets the cookie, and that no cache keeps, since its forms are for one browser."""
    response.set_cookie(COOKIE, nonce, httponly=True, samesite="strict", path="/")
    response.headers["Cache-Control"] = "no-store"
    return response


def with_key(response: Response, key: str) -> Response:
    """Return a response that has the browser keep the key; the address with it is left, and no other site learns it."""
    response.set_cookie(KEY_COOKIE, key, max_age=KEY_SECONDS, httponly=True, samesite="strict", path="/review")
    response.headers["Cache-Control"] = "no-store"
    return response


def origin_of(request: Request) -> str:
    """Return the address of the site that a request is from, as the browser tells it; "" when it does not."""
    if origin := request.headers.get("origin"):
        return origin.lower()
    sent = urlsplit(request.headers.get("referer", ""))
    return f"{sent.scheme}://{sent.netloc}".lower() if sent.scheme else ""


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form; of a field given twice, the last.

    Raises:
        HTTPException: 415 when it is no form, 413 when it is too large, 400 when it is no text.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415, "Only forms of these pages are taken.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MAX_FORM_BYTES:
            raise HTTPException(413, f"The form is larger than {MAX_FORM_BYTES // 1024} KiB.")
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except ValueError as error:
        raise HTTPException(400, "The form cannot be read.") from error
