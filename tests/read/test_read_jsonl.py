"""JSON lines: good ones, broken ones, hostile ones."""

import json
import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase
from typing import Any, cast

import pytest
from documents import a_document

from regesta.model.article import Article
from regesta.read import jsonl
from regesta.read.jsonl import lines, read_jsonl

GOOD = '{"id": "a1", "text": "The two met."}'


def read(content: bytes | str) -> list[Article]:
    return list(read_jsonl(a_document(content, "news.jsonl")))


def test_one_article_per_line_with_its_place_and_hash() -> None:
    articles = read(f'{GOOD}\r\n\n  \n{{"id": "a2", "text": "They left."}}')
    assert [article.id for article in articles] == ["a1", "a2"]
    assert [article.source.origin for article in articles] == ["news.jsonl:1", "news.jsonl:4"]
    assert all(len(article.source.sha256 or "") == 64 for article in articles)
    assert not any(article.faults for article in articles)


def test_the_end_of_a_line_does_not_change_its_hash() -> None:
    assert read(GOOD)[0].source.sha256 == read(GOOD + " \r\n")[0].source.sha256


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("not json", "news.jsonl:2: not JSON: Expecting value"),
        ('{"text": "cut', "news.jsonl:2: not JSON: Unterminated string"),
        ("[1, 2]", "news.jsonl:2: a JSON object is expected, not a list"),
        ('"text"', "news.jsonl:2: a JSON object is expected, not a string"),
        ("null", "news.jsonl:2: a JSON object is expected, not null"),
        ("{}", "news.jsonl:2: there is no text"),
        ("[" * 100_000, "news.jsonl:2: not JSON that can be read: nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", "news.jsonl:2: not JSON"),
        (b"\x00\x01\x02\x03\x04" * 9, "news.jsonl:2: not text but binary data"),
    ],
)
def test_a_bad_line_is_a_fault_that_names_it_and_the_others_are_read(line: bytes | str, why: str) -> None:
    bad = line.encode() if isinstance(line, str) else line
    articles = read(GOOD.encode() + b"\n" + bad + b"\n" + GOOD.replace("a1", "a3").encode())
    assert [bool(article.text) for article in articles] == [True, False, True]
    (fault,) = articles[1].faults
    assert fault.stage == "read"
    assert fault.reason.startswith(why)


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert read(b"\xef\xbb\xbf" + GOOD.encode())[0].id == "a1"


def test_utf16_as_some_shells_write_it_is_read() -> None:
    articles = read(f"{GOOD}\n{GOOD.replace('met', 'met in Łódź')}\n".encode("utf-16"))
    assert [article.text for article in articles] == ["The two met.", "The two met in Łódź."]


def test_a_line_in_another_encoding_is_read() -> None:
    assert read('{"text": "Peña met the delegation in the capital on Monday."}'.encode("cp1252"))[0].text[:4] == "Peña"


def test_escaped_lone_surrogates_are_replaced_with_a_fault() -> None:
    (article,) = read('{"id": "a1", "text": "a\\ud800b"}')
    assert article.text == "a\ufffdb"
    assert "cannot be stored" in article.faults[0].reason


def test_pairs_of_surrogates_are_one_character() -> None:
    assert read('{"text": "\\ud83d\\udd4a peace"}')[0].text == "🕊 peace"


def test_a_line_beyond_the_limit_is_skipped_with_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 1 << 20)
    articles = read(GOOD + "\n" + json.dumps({"text": "x" * (3 << 20)}) + "\n" + GOOD)
    assert [bool(article.text) for article in articles] == [True, False, True]
    assert articles[1].faults[0].reason == "news.jsonl:2: line of over 1 MiB: not read"


@pytest.mark.parametrize("size", [7, 8, 9, 10])
def test_lines_at_the_limit_swallow_no_neighbour(size: int) -> None:
    kept = list(lines(BytesIO(b"x" * size + b"\nnext\n"), 8))
    assert kept == [b"x" * size + b"\n" if size <= 8 else None, b"next\n"]


def test_a_long_article_is_read_whole() -> None:
    text = "The two met again. " * 2_700_000  # 50 MB
    (article,) = read(json.dumps({"id": "long", "text": text}))
    assert article.text == text
    assert article.faults == ()


class Endless(RawIOBase):
    """A stream of four hundred lines of 50 kB, made as they are read."""

    def __init__(self) -> None:
        line = json.dumps({"text": "word " * 10_000}).encode() + b"\n"
        self.parts: Iterator[bytes] = iter([line] * 400)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = next(self.parts, b"")
        buffer[: len(part)] = part
        return len(part)


def test_memory_does_not_grow_with_the_file() -> None:
    from io import BufferedReader

    from regesta.read.reader import Document

    document = Document("big.jsonl", BufferedReader(cast("RawIOBase", Endless()), 1 << 16))
    tracemalloc.start()
    count = sum(1 for _ in read_jsonl(document))
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 400
    assert peak_bytes < 5_000_000  # the file has 20 MB
