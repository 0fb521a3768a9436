"""WARC: pages to articles record by record, what is passed over counted, broken archives bounded."""

import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from documents import a_document, a_file
from web_archives import PAGE, a_record

from regesta.model.article import Article
from regesta.read.sources import read_sources
from regesta.read.warc import read_warc


def read(content: bytes) -> list[Article]:
    return list(read_warc(a_document(content, "a.warc")))


def test_a_page_keeps_its_address_and_when_it_was_fetched() -> None:
    (article,) = read(a_record("https://a.example/1"))
    assert article.title == "Talks end"
    assert article.id == article.source.url == "https://a.example/1"
    assert article.source.retrieved == datetime(2022, 12, 19, 12, tzinfo=UTC)
    assert article.source.origin == "a.warc:1"


def test_what_is_passed_over_is_counted_by_its_cause() -> None:
    records = [
        a_record("https://a.example/1"),
        a_record("https://a.example/2", status="404 Not Found"),
        a_record("https://a.example/3", b"\x89PNG", kind="image/png"),
        a_record("https://a.example/4", b"\x89PNG", kind="image/png"),
    ]
    articles = read(b"".join(records))
    assert [bool(a.text) for a in articles] == [True, False]
    assert articles[1].faults[0].reason == "a.warc: 4 responses found, 1 read, 3 not: 2 no web page, 1 of status 404"


def test_a_page_without_an_article_is_a_fault_of_its_own() -> None:
    articles = read(a_record("https://a.example/1", "<html><body>Home</body></html>") + a_record("https://a.example/2"))
    assert [bool(a.text) for a in articles] == [False, True]


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "GZIP": bytes,  # some recorders unpack pages and keep the header
    "deflate ": bytes,
}


@pytest.mark.parametrize("encoding", PACKERS)
def test_pages_are_read_in_whatever_compression_they_were_sent(encoding: str) -> None:
    body = PACKERS[encoding](PAGE.encode())
    packed = a_record("https://a.example/1", body, kind=f"text/html\r\nContent-Encoding: {encoding}")
    found = read(packed + a_record("https://a.example/2"))
    assert [article.title for article in found] == ["Talks end", "Talks end"]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "identity"])
def test_what_lies_behind_a_page_that_is_too_large_is_read(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.read.warc.MAX_PAGE_BYTES", 100_000)
    body = PACKERS.get(encoding, bytes)(b" " * 5_000_000)
    packed = a_record("https://a.example/1", body, kind=f"text/html\r\nContent-Encoding: {encoding}")
    chunked = b"4c4b40\r\n" + b" " * 5_000_000 + b"\r\n0\r\n\r\n"
    sent = a_record("https://a.example/3", chunked, kind="text/html\r\nTransfer-Encoding: chunked")
    found = read(packed + a_record("https://a.example/2") + sent + a_record("https://a.example/4"))
    assert [article.source.url for article in found if article.text] == ["https://a.example/2", "https://a.example/4"]
    assert found[-1].faults[0].reason.startswith("a.warc: 4 responses found, 2 read, 2 not: 2 over")


def test_compressed_record_by_record_as_crawlers_write_them(tmp_path: Path) -> None:
    content = b"".join(gzip.compress(a_record(f"https://a.example/{n}")) for n in range(3))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    assert [a.source.url for a in read_sources([str(path)])] == [f"https://a.example/{n}" for n in range(3)]


def test_an_archive_that_breaks_off_keeps_what_was_read(tmp_path: Path) -> None:
    content = gzip.compress(a_record("https://a.example/1")) + gzip.compress(a_record("https://a.example/2"))[:-60]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    articles = list(read_sources([str(path)]))
    assert articles[0].text
    assert articles[-1].faults


def test_a_record_that_lies_about_its_length_does_not_hang() -> None:
    broken = a_record("https://a.example/1").replace(b"Content-Length: ", b"Content-Length: 9", 1)
    assert [bool(a.text or a.faults) for a in read(broken)] == [True]


def test_standard_input_and_unknown_names_go_by_the_first_bytes(tmp_path: Path) -> None:
    assert [
        a.source.url for a in read_sources([str(a_file(tmp_path, "x.unknown", a_record("https://a.example/1")))])
    ] == ["https://a.example/1"]
