"""Files, folders and standard input, each through the right reader, whatever they hold."""

import gzip
import io
import os
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from documents import a_file

from regesta import plugins
from regesta.errors import ConfigError, InputError
from regesta.model.article import Article
from regesta.read import kinds
from regesta.read.published import DateOrder
from regesta.read.reader import Document, Reader
from regesta.read.sources import read_sources

RECORD = '{"id": "a1", "text": "The two met.", "publisher": "Baltic Wire"}\n'
STORY = "Putin in Minsk\n\nThe two presidents met in Minsk.\n\nThey agreed on nothing."
PAGE = (
    "<!DOCTYPE html><html><body><article><h1>Talks end</h1>"
    + "<p>The president of Utopia met his counterpart in the capital on Monday, and they spoke of gas and grain.</p>"
    * 3
    + "</article></body></html>"
)


def read(*given: Path | str) -> list[Article]:
    return list(read_sources([str(each) for each in given]))


def reasons(articles: list[Article]) -> list[str]:
    return [fault.reason for article in articles for fault in article.faults]


def test_a_missing_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    good = a_file(tmp_path, "a.txt", STORY)
    with pytest.raises(InputError, match=r"nowhere\.txt: no such file or folder"):
        read_sources([str(good), str(tmp_path / "nowhere.txt")])


def test_a_folder_is_read_by_extensions(tmp_path: Path) -> None:
    a_file(tmp_path, "b/a.HTML", PAGE)
    a_file(tmp_path, "rhine-post/2022-12-19-a.txt", STORY)
    a_file(tmp_path, "wire.jsonl", RECORD)
    a_file(tmp_path, "z.jsonl.gz", RECORD.replace("a1", "a2"))
    articles = read(tmp_path)
    assert [article.source.origin for article in articles] == [
        "b/a.HTML", "rhine-post/2022-12-19-a.txt", "wire.jsonl:1", "z.jsonl.gz:1",
    ]  # fmt: skip
    assert [article.source.publisher for article in articles] == ["B", "Rhine Post", "Baltic Wire", "Baltic Wire"]
    assert reasons(articles) == []


def test_what_no_reader_serves_is_counted(tmp_path: Path) -> None:
    a_file(tmp_path, "a.xlsx", b"PK")
    a_file(tmp_path, "LICENSE", "Apache")
    a_file(tmp_path, "README.md", "# Notes")
    first, second = reasons(read(tmp_path))
    assert first.startswith("LICENSE: files without an extension are not read; read are")
    assert second.startswith("a.xlsx: .xlsx files are not read; read are")


@pytest.mark.parametrize(("content", "is_title"), [(RECORD, None), (STORY, "Putin in Minsk"), (PAGE, "Talks end")])
@pytest.mark.parametrize("name", ["a.unknown", "noextension", "a.unknown.gz"])
def test_a_named_file_of_unknown_kind_goes_by_its_start(
    tmp_path: Path, name: str, content: str, is_title: str | None
) -> None:
    (article,) = read(a_file(tmp_path, name, content))
    assert article.title == is_title
    assert article.text.startswith("The ")


@pytest.mark.parametrize("content", [RECORD, STORY, "\n" + PAGE, "\ufeff" + RECORD])
@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_goes_by_its_start(monkeypatch: pytest.MonkeyPatch, content: str, packed: bool) -> None:
    given = gzip.compress(content.encode()) if packed else content.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    (article,) = read("-")
    assert article.text.startswith("The ")
    assert (article.source.origin or "").startswith("stdin")


def test_sources_are_read_in_the_order_given(tmp_path: Path) -> None:
    first, second = a_file(tmp_path, "b.txt", STORY), a_file(tmp_path, "a.txt", STORY + " Or so.")
    assert [article.source.origin for article in read(first, second, first)] == ["b.txt", "a.txt", "b.txt"]


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path: Path) -> None:
    first, second = a_file(tmp_path, "monday/1.txt", STORY), a_file(tmp_path, "tuesday/1.txt", STORY + " Or so.")
    assert len({article.id for article in read(first, second)}) == 2
    assert len({article.id for article in read(first.parent, second.parent)}) == 2


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.jsonl.gz", "a.unknown"])
def test_an_empty_file_is_a_fault(tmp_path: Path, name: str) -> None:
    (article,) = read(a_file(tmp_path, name, b""))
    assert article.text == ""
    assert len(reasons([article])) == 1
    assert reasons([article])[0].startswith(f"{name}: ")


def test_a_compressed_file_that_breaks_off_gives_what_it_has_and_a_fault(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, os.urandom(600).hex().encode()) for n in range(400))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-60_000])
    articles = read(path, a_file(tmp_path, "b.txt", STORY))
    assert len(articles) > 100
    assert articles[-1].title == "Putin in Minsk"
    assert [reason.split(": ")[0] for reason in reasons(articles)] == ["a.jsonl.gz"]
    assert "EOFError" in reasons(articles)[0]


def test_a_broken_compressed_file_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"\x1f\x8b" + b"\0" * 100)
    assert reasons(read(path))[0].startswith("a.jsonl.gz: cannot be read: BadGzipFile")


def test_a_file_that_is_not_compressed_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_text(RECORD)
    assert read(path)[0].id == "a1"


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(tmp_path, "a.txt", STORY)
    a_file(tmp_path, "b.txt", STORY)
    opened = Path.open

    def deny(self: Path, mode: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", deny)
    articles = read(tmp_path)
    assert reasons(articles) == ["a.txt: cannot be opened: Permission denied"]
    assert articles[1].title == "Putin in Minsk"


def test_a_folder_that_cannot_be_listed_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_file(tmp_path, "locked/a.txt", STORY)
    a_file(tmp_path, "open/a.txt", STORY)
    listed = Path.iterdir

    def deny(self: Path) -> object:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", deny)
    articles = read(tmp_path)
    assert reasons(articles)[0].startswith("locked: cannot be opened: ")
    assert articles[1].source.publisher == "Open"


def test_names_that_are_not_unicode_can_be_stored(tmp_path: Path) -> None:
    try:
        a_file(tmp_path, os.fsdecode(b"\xff/\xfe.txt"), STORY)
    except OSError:
        pytest.skip("this file system has only Unicode names")
    (article,) = read(tmp_path)
    for words in (article.id, article.source.origin, article.source.publisher):
        (words or "").encode()


def test_a_reader_that_fails_costs_its_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document) -> Iterator[Article]:
        yield Article(id="a1", text="The two met.")
        raise ZeroDivisionError("a bug of a library")

    known = kinds.readers()
    monkeypatch.setattr(kinds, "readers", lambda: known | {".bad": Reader((".bad",), fail)})
    a_file(tmp_path, "a.bad", "x")
    a_file(tmp_path, "b.txt", STORY)
    articles = read(tmp_path)
    assert [bool(article.text) for article in articles] == [True, False, True]
    assert reasons(articles) == ["a.bad: cannot be read beyond article 1: ZeroDivisionError: a bug of a library"]


def test_two_readers_of_one_extension_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = {"one": Reader((".txt",), lambda _: iter(())), "two": Reader((".txt",), lambda _: iter(()))}
    monkeypatch.setattr(plugins, "names", lambda _: sorted(loaded))
    monkeypatch.setattr(plugins, "load", lambda _, name: loaded[name])
    with pytest.raises(ConfigError, match=r"two installed readers serve \.txt files"):
        kinds.readers.__wrapped__()


DATES = {
    "a.csv": 'Body,Pub date\n"The two met in Minsk.",12/04/2022\n',
    "b.jsonl": '{"Body": "The two met in Minsk.", "Pub date": "12/04/2022"}',
    "c.txt": "The two met in Minsk.",
}


@pytest.mark.parametrize(("order", "day"), [("day", date(2022, 4, 12)), ("month", date(2022, 12, 4)), (None, None)])
def test_the_order_of_days_and_months_holds_for_tables_and_records_also_in_archives(
    tmp_path: Path, order: DateOrder | None, day: date | None
) -> None:
    for name, content in DATES.items():
        a_file(tmp_path, f"news/{name}", content)
    with zipfile.ZipFile(tmp_path / "news" / "d.zip", "w") as archive:
        archive.writestr("a.csv", DATES["a.csv"])
    columns = {"text": "Body", "published": "Pub date"}
    articles = list(read_sources([str(tmp_path / "news")], columns, order=order))
    assert [article.source.published for article in articles] == [day, day, None, day]
    reasons = [fault.reason for article in articles for fault in article.faults]
    ambiguous = "published '12/04/2022' may be two days: say which comes first with --date-order"
    assert [reason.partition(": ")[2] for reason in reasons] == ([] if order else [ambiguous] * 3)
