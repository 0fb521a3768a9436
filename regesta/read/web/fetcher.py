"""Fetches one address: politely, within bounds of size and time, from the public internet only."""

import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin

import httpcore2
import httpx2
from protego import Protego

from regesta.read.web.addresses import PrivateAddress, public_addresses
from regesta.read.web.answer import Cause, Fetched, Refused
from regesta.read.web.politeness import Politeness
from regesta.read.web.settings import FetchSettings
from regesta.read.web.transport import CheckedTransport, Resolver
from regesta.version import __version__

AGENT = "Regesta"
USER_AGENT = f"{AGENT}/{__version__} (reads news; obeys robots.txt)"
MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_ROBOTS_BYTES = 512 * 1024  # RFC 9309 2.5
READ_TIMEOUT_S = 15.0
MAX_RETRY_AFTER_S = 365 * 24 * 3600.0  # who asks for longer means for ever; and longer times have no date
PATIENCE_S = 120.0  # a host that is to be left alone for longer is told to the caller, not waited for
TROUBLE = (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, ValueError, zlib.error)
TROUBLE_BELOW = (
    httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.TimeoutException, httpcore2.UnsupportedProtocol,
)  # fmt: skip


def any_addresses(host: str, port: int) -> list[str]:
    """Return the name itself: the system connects wherever it leads."""
    return [host]


@dataclass
class Fetcher:
    """Fetches addresses; close it, or use it in a `with` block.

    Attributes:
        settings: Bounds and manners.
        clock: Gives seconds.
        sleep: Waits for some seconds.
        resolve: Gives the addresses of a host that may be connected to; None for those of the public internet.
    """

    settings: FetchSettings = field(default_factory=FetchSettings)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    resolve: Resolver | None = None

    def __post_init__(self) -> None:
        resolve = self.resolve or (any_addresses if self.settings.allow_private else public_addresses)
        self.politeness = Politeness(AGENT, self.settings.delay_s, self.clock, self.sleep)
        self.client = httpx2.Client(
            transport=CheckedTransport(resolve, self.settings.timeout_s),
            headers={"User-Agent": USER_AGENT, "Accept-Encoding": "gzip"},
            timeout=httpx2.Timeout(min(READ_TIMEOUT_S, self.settings.timeout_s)),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def get(self, url: str, etag: str | None = None, modified: str | None = None) -> Fetched | Refused:
        """Fetch an address, following redirects, each of which is checked as the address itself.

        Args:
            url: The address.
            etag: Mark of the version that the caller has; an unchanged page then costs nothing.
            modified: The server's time of that version.
        """
        try:
            return self.follow(url, {"If-None-Match": etag, "If-Modified-Since": modified})
        except TROUBLE as error:  # an address that leads on may be broken in ways that only show when it is used
            return Refused(url=url, cause=cause_of(error), reason=str(error) or type(error).__name__)

    def follow(self, url: str, headers: Mapping[str, str | None]) -> Fetched | Refused:
        """Fetch an address and what it leads on to."""
        at = url
        for _ in range(MAX_REDIRECTS + 1):
            if refusal := self.refusal(url, at) or self.resting(url, at):
                return refusal
            self.politeness.wait(host_of(at))
            found = self.request(url, at, {name: value for name, value in headers.items() if value})
            if not isinstance(found, str):
                return found
            at = found
        return Refused(url=url, cause="redirects", reason=f"leads on more than {MAX_REDIRECTS} times")

    def refusal(self, url: str, at: str) -> Refused | None:
        """Return why an address is not to be asked: no web address, or its robots.txt forbids it; None when it may."""
        try:
            parsed = httpx2.URL(at)
        except httpx2.InvalidURL as error:
            return Refused(url=url, cause="address", reason=f"is no address: {error}")
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            return Refused(url=url, cause="address", reason="is no http or https address")
        if not self.settings.obey_robots:
            return None
        rules = self.robots(parsed)
        if isinstance(rules, Refused):
            return replace(rules, url=url)
        if not rules.can_fetch(at, AGENT):
            return Refused(url=url, cause="robots", reason="its robots.txt asks not to fetch it")
        return None

    def resting(self, url: str, at: str) -> Refused | None:
        """Return the refusal of a host that is left alone for long, after failures or because it asked; else None."""
        left_s = self.politeness.ready_s(host_of(at)) - self.clock()
        if left_s <= PATIENCE_S:
            return None
        reason = f"its host is left alone for another {left_s:.0f} s, after failures or because it asked"
        return Refused(url=url, cause="resting", reason=reason, retry_after_s=left_s)

    def robots(self, url: httpx2.URL) -> Protego | Refused:
        """Return the robots.txt of an address's host; all is allowed where there is none (RFC 9309 2.3.1)."""
        name = host_of(str(url))
        with self.politeness.host(name).lock:
            if known := self.politeness.rules(name):
                return known
            at = str(url.copy_with(raw_path=b"/robots.txt", fragment=None))
            found: Fetched | Refused | str = at
            for _ in range(MAX_REDIRECTS + 1):
                if resting := self.resting(at, at):
                    return resting
                self.politeness.wait(host_of(at))
                found = self.request(at, at, {}, cut_bytes=MAX_ROBOTS_BYTES)
                if not isinstance(found, str):
                    break
                at = found
            if isinstance(found, Fetched):
                return self.politeness.set_rules(name, found.content.decode("utf-8", "replace"))
            if isinstance(found, Refused) and not found.is_final:
                # RFC 9309 2.3.1.4: nothing may be fetched; but it may come back, so the pages are not lost for it.
                return replace(found, reason=f"its robots.txt cannot be read: {found.reason}")
            if isinstance(found, Refused) and found.cause == "address":
                return found
            return self.politeness.set_rules(name, "")

    def request(
        self, url: str, at: str, headers: dict[str, str], cut_bytes: int | None = None
    ) -> Fetched | Refused | str:
        """Send one request.

        Args:
            url: The address that the caller asked for.
            at: The address to ask now.
            headers: What to send along.
            cut_bytes: Content that is larger is cut behind its last whole line; None refuses what the settings do.

        Returns:
            Content, a refusal, or the address to which the answer leads on.
        """
        try:
            with self.client.stream("GET", at, headers=headers) as answer:
                found = self.read_answer(url, answer, cut_bytes)
        except (*TROUBLE, *TROUBLE_BELOW) as error:
            found = Refused(url=url, cause=cause_of(error), reason=str(error) or type(error).__name__)
        failed = isinstance(found, Refused) and not found.is_final
        retry_after_s = found.retry_after_s if isinstance(found, Refused) else None
        self.politeness.note(host_of(at), failed=failed, retry_after_s=retry_after_s)
        return found

    def read_answer(self, url: str, answer: httpx2.Response, cut_bytes: int | None) -> Fetched | Refused | str:
        """Return what an answer is: content, a refusal, or where it leads on."""
        status = answer.status_code
        if status in REDIRECTS and (target := answer.headers.get("location")):
            return urljoin(str(answer.url), target)
        now = datetime.now(UTC)
        if status == 304:
            return Fetched(url=str(answer.url), content=b"", retrieved=now, changed=False)
        if status != 200:
            asked = retry_after(answer.headers.get("retry-after"), now)
            return Refused(url=url, cause="status", reason=f"answers {status}", status=status, retry_after_s=asked)
        max_bytes = cut_bytes or self.settings.max_bytes
        content = self.read_body(answer, max_bytes)
        is_whole = len(content) <= max_bytes
        if not is_whole and cut_bytes is None:
            return Refused(url=url, cause="size", reason=f"is over {max_bytes:,} bytes")
        return Fetched(
            url=str(answer.url),
            content=content if is_whole else content[:max_bytes].rpartition(b"\n")[0],
            retrieved=now,
            kind=answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
            charset=answer.charset_encoding,
            etag=answer.headers.get("etag"),
            modified=answer.headers.get("last-modified"),
        )

    def read_body(self, answer: httpx2.Response, max_bytes: int) -> bytes:
        """Return the content of an answer, uncompressed; of one that is too large the beginning, longer than allowed.

        Raises:
            TimeoutError: It comes too slowly.
        """
        began = time.monotonic()
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if answer.headers.get("content-encoding") == "gzip" else None
        content = bytearray()
        for piece in answer.iter_raw():
            content += unpack.decompress(piece, max_bytes + 1 - len(content)) if unpack else piece
            if len(content) > max_bytes:
                break
            if time.monotonic() - began > self.settings.timeout_s:
                raise TimeoutError(f"took over {self.settings.timeout_s:g} seconds")
        return bytes(content)


def host_of(url: str) -> str:
    """Return scheme, host and port of an address: what one robots.txt rules."""
    parsed = httpx2.URL(url)
    return f"{parsed.scheme}://{parsed.netloc.decode('ascii', 'replace')}"


def cause_of(error: Exception) -> Cause:
    """Return the kind of reason that an error is."""
    if isinstance(error, PrivateAddress | httpx2.InvalidURL):
        return "address"
    if isinstance(error, httpx2.TimeoutException | httpcore2.TimeoutException | TimeoutError):
        return "time"
    return "connection"


def retry_after(said: str | None, now: datetime) -> float | None:
    """Return the seconds that a Retry-After header asks for, as seconds or a time, at most a year; None without one."""
    if not said:
        return None
    if said.strip().isdecimal():
        return min(float(said.strip()), MAX_RETRY_AFTER_S)
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, OverflowError):  # the latter: an offset from UTC beyond any calendar
        return None
    return min(max(0.0, (moment - now).total_seconds()), MAX_RETRY_AFTER_S) if moment.tzinfo else None
