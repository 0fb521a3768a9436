"""Fetching one address: bounds, redirects, manners; all on this machine."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from web_server import Page, Site, a_site, a_story

from regesta.read.web.answer import Fetched, Refused
from regesta.read.web.fetcher import MAX_ROBOTS_BYTES, Fetcher, FetchSettings, retry_after

HERE = FetchSettings(delay_s=0, allow_private=True, timeout_s=5)


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site({"/1": Page(a_story("Talks end"))}) as found:
        yield found


def get(site: Site, path: str, settings: FetchSettings = HERE, **marks: str) -> Fetched | Refused:
    with Fetcher(settings) as fetcher:
        return fetcher.get(site.url + path, **marks)


def refused(found: Fetched | Refused) -> Refused:
    assert isinstance(found, Refused)
    return found


def test_a_page_comes_with_its_type_and_time_and_the_server_learns_who_asks(site: Site) -> None:
    found = get(site, "/1")
    assert isinstance(found, Fetched)
    assert (found.kind, found.charset, found.changed) == ("text/html", "utf-8", True)
    assert b"Talks end" in found.content
    assert site.asked == ["/robots.txt", "/1"]
    assert all(agent.startswith("Regesta/") for agent in site.agents)


def test_this_machine_is_refused_unless_the_settings_allow_it(site: Site) -> None:
    assert refused(get(site, "/1", FetchSettings(delay_s=0))).cause == "address"
    assert site.asked == []


def test_a_redirect_into_a_private_network_is_refused(site: Site) -> None:
    def resolve(host: str, port: int) -> list[str]:
        if host == "public.example":
            return ["127.0.0.1"]  # stands for a public address
        raise AssertionError("asked for another host without a check")

    from regesta.read.web.addresses import PrivateAddress

    def checked(host: str, port: int) -> list[str]:
        if host != "public.example":
            raise PrivateAddress(f"{host} is private")
        return resolve(host, port)

    port = site.url.rsplit(":", 1)[1]
    for target in (
        "http://169.254.169.254/latest",
        f"http://localhost:{port}/1",
        "http://0x7f.1/",
        "file:///etc/passwd",
    ):
        site.pages["/away"] = Page(status=302, headers={"Location": target})
        with Fetcher(FetchSettings(delay_s=0), resolve=checked) as fetcher:
            found = refused(fetcher.get(f"http://public.example:{port}/away"))
        assert found.cause == "address", target


def test_the_checked_address_is_the_one_connected_to(site: Site) -> None:
    port = site.url.rsplit(":", 1)[1]
    calls: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        calls.append(host)
        return ["127.0.0.1"]

    with Fetcher(FetchSettings(delay_s=0, obey_robots=False), resolve=resolve) as fetcher:
        found = fetcher.get(f"http://rebinding.example:{port}/1")  # no resolver of the system knows this name
    assert isinstance(found, Fetched)
    assert calls == ["rebinding.example"]


def test_redirects_are_followed_a_few_times(site: Site) -> None:
    site.pages["/old"] = Page(status=301, headers={"Location": "/1"})
    site.pages["/round"] = Page(status=302, headers={"Location": "/round"})
    found = get(site, "/old")
    assert isinstance(found, Fetched)
    assert found.url == f"{site.url}/1"
    assert refused(get(site, "/round")).cause == "redirects"


def test_robots_txt_is_obeyed_also_after_a_redirect(site: Site) -> None:
    site.pages["/robots.txt"] = Page("User-agent: Regesta\nDisallow: /private", "text/plain")
    site.pages["/way"] = Page(status=302, headers={"Location": "/private/1"})
    site.pages["/private/1"] = Page(a_story("Secret"))
    assert refused(get(site, "/private/1")).cause == "robots"
    assert refused(get(site, "/way")).cause == "robots"
    assert "/private/1" not in site.asked
    assert isinstance(get(site, "/1"), Fetched)


def test_robots_txt_that_fails_closes_the_site_and_none_opens_it(site: Site) -> None:
    site.pages["/robots.txt"] = Page("down", status=503)
    found = refused(get(site, "/1"))
    assert (found.cause, found.is_final) == ("status", False)
    assert "robots.txt cannot be read" in found.reason
    assert "/1" not in site.asked
    site.pages["/robots.txt"] = Page("none", status=404)
    assert isinstance(get(site, "/1"), Fetched)


def test_a_robots_txt_that_is_too_large_is_obeyed_as_far_as_it_is_read(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /private\n" + "# nothing\n" * (MAX_ROBOTS_BYTES // 10) + "Disallow: /1\n"
    site.pages["/robots.txt"] = Page(rules, "text/plain")
    assert refused(get(site, "/private/1")).cause == "robots"
    assert isinstance(get(site, "/1"), Fetched)


def test_a_page_under_the_known_mark_is_unchanged(site: Site) -> None:
    site.pages["/1"] = Page(
        a_story("Talks end"), headers={"ETag": '"7"', "Last-Modified": "Mon, 19 Dec 2022 12:00:00 GMT"}
    )
    first = get(site, "/1")
    assert isinstance(first, Fetched)
    again = get(site, "/1", etag=first.etag or "")
    assert isinstance(again, Fetched)
    assert (again.changed, again.content) == (False, b"")
    again = get(site, "/1", modified=first.modified or "")
    assert isinstance(again, Fetched)
    assert not again.changed


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_beyond_the_limit_is_refused_and_so_is_one_that_unpacks_beyond_it(site: Site, packed: bool) -> None:
    site.pages["/1"] = Page(b"x" * 3_000_000, packed=packed)
    settings = FetchSettings(delay_s=0, allow_private=True, max_bytes=1_000_000)
    assert refused(get(site, "/1", settings)).cause == "size"


def test_a_compressed_page_is_unpacked(site: Site) -> None:
    site.pages["/1"] = Page(a_story("Talks end"), packed=True)
    found = get(site, "/1")
    assert isinstance(found, Fetched)
    assert b"Talks end" in found.content


@pytest.mark.parametrize(
    ("status", "is_final"), [(404, True), (410, True), (403, True), (429, False), (500, False), (503, False)]
)
def test_an_answer_that_is_none_says_whether_to_try_again(site: Site, status: int, is_final: bool) -> None:
    site.pages["/1"] = Page("no", status=status, headers={"Retry-After": "7"})
    found = refused(get(site, "/1"))
    assert (found.cause, found.status, found.is_final, found.retry_after_s) == ("status", status, is_final, 7.0)


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "a.example", "http://", "https://[::1", ""])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with Fetcher(HERE) as fetcher:
        assert refused(fetcher.get(url)).cause == "address"


def test_a_server_that_dribbles_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def dribble() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            while not stop.wait(0.05):
                try:
                    connection.sendall(b"X-A: b\r\n")
                except OSError:
                    return

    thread = threading.Thread(target=dribble, daemon=True)
    thread.start()
    began = time.monotonic()
    settings = FetchSettings(delay_s=0, allow_private=True, timeout_s=1, obey_robots=False)
    with Fetcher(settings) as fetcher:
        found = refused(fetcher.get(f"http://127.0.0.1:{listener.getsockname()[1]}/"))
    stop.set()
    thread.join()
    listener.close()
    assert found.cause == "time"
    assert time.monotonic() - began < 4


def test_a_server_that_is_not_there_is_a_refusal_not_an_error() -> None:
    with Fetcher(FetchSettings(delay_s=0, allow_private=True, obey_robots=False)) as fetcher:
        assert refused(fetcher.get("http://127.0.0.1:9/")).cause == "connection"


def test_a_host_is_asked_once_in_its_pause_and_less_after_failures(site: Site) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    settings = FetchSettings(delay_s=2, allow_private=True, obey_robots=False)
    with Fetcher(settings, clock=lambda: now[0], sleep=sleep) as fetcher:
        fetcher.get(site.url + "/1")
        fetcher.get(site.url + "/1")
        assert slept == [2.0]
        site.pages["/1"] = Page("down", status=503)
        fetcher.get(site.url + "/1")
        fetcher.get(site.url + "/1")
        fetcher.get(site.url + "/1")
    assert slept == [2.0, 2.0, 4.0, 8.0]


def test_a_host_that_asks_to_be_left_alone_for_long_is_told_not_waited_for(site: Site) -> None:
    site.pages["/1"] = Page("busy", status=429, headers={"Retry-After": "3600"})
    with Fetcher(HERE, sleep=lambda seconds: pytest.fail(f"slept {seconds} s") if seconds > 5 else None) as fetcher:
        assert refused(fetcher.get(site.url + "/1")).status == 429
        found = refused(fetcher.get(site.url + "/2"))
    assert (found.cause, found.is_final) == ("resting", False)
    assert found.retry_after_s == pytest.approx(3600, abs=60)
    assert "/2" not in site.asked


@pytest.mark.parametrize("target", ["http://[::1", "http://a b/", "http://a.example:99999/", "\\\\x", "javascript:1"])
@pytest.mark.parametrize("path", ["/away", "/robots.txt"])
def test_a_redirect_to_nonsense_is_a_refusal(site: Site, path: str, target: str) -> None:
    site.pages[path] = Page(status=302, headers={"Location": target})
    assert isinstance(get(site, "/away"), Refused)


def test_retry_after_is_seconds_or_a_time() -> None:
    from datetime import UTC, datetime

    now = datetime(2022, 12, 19, 12, tzinfo=UTC)
    assert retry_after("120", now) == 120
    assert retry_after("Mon, 19 Dec 2022 12:01:00 GMT", now) == 60
    assert retry_after("soon", now) is None
    assert retry_after(None, now) is None
