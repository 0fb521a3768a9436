"""Tables: columns by name or by mapping, encodings, delimiters, and tables that hold no articles."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
from documents import a_document

from regesta.model.article import Article
from regesta.read.parquet import read_parquet
from regesta.read.tables import read_csv

ROWS = 'Date,Text,Source\n2022-12-19,"Poland condemned the raid, twice.\nSo did Latvia.",Own notes\n'


def read(content: bytes | str, columns: Mapping[str, str] | None = None) -> list[Article]:
    return list(read_csv(replace(a_document(content, "a.csv"), columns=columns or {})))


def test_a_row_is_an_article_whose_line_is_named() -> None:
    (article,) = read(ROWS)
    assert article.text == "Poland condemned the raid, twice.\nSo did Latvia."
    assert (article.source.publisher, article.source.published) == ("Own notes", date(2022, 12, 19))
    assert article.source.origin == "a.csv:3"
    assert article.faults == ()


def test_columns_are_mapped_before_common_names_count() -> None:
    table = "text;Volltext;when\nhead;The two met in Minsk.;19 December 2022\n"
    (article,) = read(table, {"text": "Volltext", "published": "when"})
    assert (article.text, article.source.published) == ("The two met in Minsk.", date(2022, 12, 19))


def test_a_mapped_column_that_is_not_there_is_one_fault_naming_those_that_are() -> None:
    (article,) = read(ROWS * 1, {"text": "Body"})
    assert "no column 'Body', which the settings name; the table has: Date, Text, Source" in article.faults[0].reason


def test_a_table_without_text_says_how_to_name_its_column() -> None:
    (article,) = read("when,words\n1,2\n")
    assert "--column text=NAME" in article.faults[0].reason


def test_a_list_of_addresses_says_how_to_fetch_it() -> None:
    (article,) = read("stories_id,publish_date,title,url\n1,2022-12-19,Talks,https://a.example/1\n")
    assert "regesta fetch --list" in article.faults[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    (article,) = read(
        'text,title\n"Peña met Erdoğan’s envoy, and they spoke of gas, of grain and of the war."\n'.replace(
            "ğ", "g"
        ).encode(encoding)
    )
    assert article.text.startswith("Peña met Erdogan’s envoy,")


def test_a_row_of_too_few_cells_is_read_with_a_fault() -> None:
    (article,) = read("text,title\nThe two met.\n")
    assert article.text == "The two met."
    assert "has 1 cells where the header has 2" in article.faults[0].reason


def test_a_quote_that_never_closes_does_not_take_the_whole_file_into_memory() -> None:
    articles = list(read_csv(a_document('text\n"' + "word " * 2_000_000, "a.csv")))
    assert [bool(article.text) for article in articles] == [False]
    assert "field larger than field limit" in articles[0].faults[0].reason


def test_a_parquet_table_is_read_a_few_rows_at_a_time(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    rows = {
        "Body": [f"The two met {n} times." for n in range(200)],
        "day": [date(2022, 12, 19)] * 200,
        "x": [b"\0"] * 200,
    }
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    document = a_document((tmp_path / "a.parquet").read_bytes(), "a.parquet")
    articles = list(read_parquet(replace(document, columns={"text": "Body", "published": "day"})))
    assert [a.text for a in articles] == rows["Body"]
    assert articles[7].source.published == date(2022, 12, 19)
    assert articles[7].source.origin == "a.parquet:8"


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    (article,) = read_parquet(a_document(b"PAR1", "a.parquet"))
    assert "pip install 'regesta[parquet]'" in article.faults[0].reason


class Pipe(BytesIO):
    """Bytes that come through a pipe: one cannot go back in them."""

    def seekable(self) -> bool:
        return False


def test_a_table_in_a_pipe_is_copied_to_be_searched() -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    out = BytesIO()
    pq.write_table(pa.table({"text": ["The two met."]}), out)
    document = replace(a_document(b""), stream=BufferedReader(Pipe(out.getvalue())))
    (article,) = read_parquet(document)
    assert article.text == "The two met."
