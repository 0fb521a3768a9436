"""Text files: title, day, publisher and text; and files that are no text."""

from collections.abc import Iterator
from datetime import date

import pytest
from builders import an_article
from documents import a_document

from regesta.model.article import Article, Source
from regesta.read.files import read_text
from regesta.read.office import read_docx, read_pdf, read_rtf
from regesta.read.reader import Document, Reader, reads_whole
from regesta.read.webpage import read_webpage

STORY = "The two presidents met in Minsk.\n\nThey agreed on nothing."


def read(content: bytes | str, name: str = "minsk.txt", publisher: str | None = None) -> Article:
    (article,) = read_text(a_document(content, name, publisher))
    return article


def test_title_text_day_and_publisher_are_told_apart() -> None:
    article = read(
        f"Putin in Minsk\r\n\r\n{STORY}\r\n\r\nRead also: Soups\r\n",
        "dnipro-dispatch/2022-12-19-minsk.txt",
        "Dnipro Dispatch",
    )
    assert (article.title, article.text) == ("Putin in Minsk", STORY)
    assert (article.source.published, article.source.published_basis) == (date(2022, 12, 19), "given")
    assert article.source.publisher == "Dnipro Dispatch"
    assert article.source.origin == "dnipro-dispatch/2022-12-19-minsk.txt"
    assert article.faults == ()


def test_a_text_without_a_title_has_none() -> None:
    assert (read(STORY).title, read(STORY).text) == (None, STORY)


def test_a_day_is_inferred_from_the_dateline() -> None:
    source = read("MINSK, 19 December 2022 - The two met.").source
    assert (source.published, source.published_basis) == (date(2022, 12, 19), "inferred")


def test_without_any_day_there_is_none() -> None:
    assert (read(STORY).source.published, read(STORY).source.published_basis) == (None, None)


def test_the_id_says_the_file_name_and_depends_on_the_words_not_the_folder() -> None:
    here, there = read(STORY, "a/minsk.txt"), read(STORY, "b/minsk.txt")
    assert here.id.startswith("minsk-")
    assert here.id == there.id
    assert read(STORY + " Or so.", "a/minsk.txt").id != here.id


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "there is no text"),
        (b" \r\n\t\n", "there is no text"),
        (b"\xef\xbb\xbf", "there is no text"),
        (b"\x00\x01\x02" * 50, "not text but binary data"),
        (b"%PDF-1.4 ...", "not text but PDF"),
    ],
)
def test_a_file_without_text_is_a_fault(content: bytes, why: str) -> None:
    article = read(content)
    assert article.text == ""
    assert [fault.stage for fault in article.faults] == ["read"]
    assert article.faults[0].reason.startswith(f"minsk.txt: {why}")


def test_a_stray_nul_is_removed() -> None:
    assert read(b"The two presidents met in Minsk\x00 on Monday, and " + b"talked. " * 20).text.startswith(
        "The two presidents met in Minsk on Monday"
    )


def test_damage_is_told_and_the_text_coded() -> None:
    article = read(("Ünlü “Peña” met Çavuşoğlu. " * 20).encode()[:-5])
    assert article.text
    assert "U+FFFD" in article.faults[0].reason


def test_a_file_beyond_the_limit_is_a_fault() -> None:
    @reads_whole(".x", limit_bytes=1 << 20)
    def reader(document: Document, content: bytes, source: Source) -> Iterator[Article]:
        yield an_article(f"{len(content)} bytes")

    (within,) = reader(a_document(b"x" * (1 << 20), "a.x"))
    assert (within.text, within.faults) == ("1048576 bytes", ())
    (beyond,) = reader(a_document(b"x" * ((1 << 20) + 1), "a.x"))
    assert (beyond.text, beyond.source.sha256) == ("", None)
    assert beyond.faults[0].reason == "a.x: over 1 MiB: not read"


READERS = [(read_text, 128), (read_docx, 128), (read_rtf, 64), (read_pdf, 128), (read_webpage, 16)]


@pytest.mark.parametrize(("reader", "limit_mib"), READERS)
def test_each_reader_has_its_limit(reader: Reader, limit_mib: int, monkeypatch: pytest.MonkeyPatch) -> None:
    size_bytes = (limit_mib << 20) + 1
    monkeypatch.setattr(Document, "read_bytes", lambda _, limit_bytes: None if size_bytes > limit_bytes else b"")
    (article,) = reader(a_document(b"", "a.x"))
    assert article.faults[0].reason == f"a.x: over {limit_mib} MiB: not read"


def test_a_file_of_one_endless_line_is_read() -> None:
    assert len(read("word " * 1_000_000).text) == 4_999_999
