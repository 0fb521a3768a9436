"""A web server on this machine that answers from a dictionary and remembers what it was asked."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Page:
    """What the server answers at one path."""

    body: bytes | str = ""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    packed: bool = False


@dataclass
class Site:
    """A server.

    Attributes:
        url: Where it is, without a slash at the end.
        pages: What it answers, by path; change it at any time.
        asked: Paths in the order in which they were asked for.
        agents: Who asked.
        conditions: Headers that ask whether something changed, by path.
    """

    url: str
    pages: dict[str, Page]
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    conditions: dict[str, str] = field(default_factory=dict)


def a_story(title: str, *paragraphs: str) -> str:
    """The page of a news story."""
    words = paragraphs or (
        f"The president of Utopia met his counterpart in the capital on Monday: {title}, said a spokesman for both.",
        "They agreed on nothing, he said, and would meet again in the spring to speak of gas, grain and the war.",
        "Others who were present denied that anything of the kind had been discussed by the two in private.",
    )
    story = "".join(f"<p>{paragraph}</p>" for paragraph in words)
    return (
        f"<!doctype html><html><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{story}</article></body></html>"
    )


def a_feed(site: str, *paths: str, title: str = "Rhine Post") -> Page:
    """An RSS feed that lists paths of a site."""
    items = "".join(
        f"<item><title>Story {path}</title><link>{site}{path}</link>"
        "<pubDate>Mon, 19 Dec 2022 12:00:00 GMT</pubDate></item>"
        for path in paths
    )
    return Page(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>',
        "application/rss+xml",
    )


@contextmanager
def a_site(pages: Mapping[str, Page] | None = None) -> Iterator[Site]:
    """Serve pages on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers.get("User-Agent", ""))
            condition = self.headers.get("If-None-Match") or self.headers.get("If-Modified-Since")
            if condition:
                site.conditions[self.path] = condition
            page = site.pages.get(self.path, Page("not here", status=404))
            unchanged = condition and condition in {page.headers.get("ETag"), page.headers.get("Last-Modified")}
            body = page.body.encode() if isinstance(page.body, str) else page.body
            body = gzip.compress(body) if page.packed else body
            self.send_response(304 if unchanged else page.status)
            for name, value in page.headers.items():
                self.send_header(name, value)
            if page.packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", page.kind)
            self.send_header("Content-Length", "0" if unchanged else str(len(body)))
            self.end_headers()
            if not unchanged:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_port}", dict(pages or {}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
