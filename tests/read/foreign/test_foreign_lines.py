import gzip
import io
import zipfile
from pathlib import Path

import pytest

from regesta.errors import InputError
from regesta.read.foreign.lines import MAX_LINE_BYTES, Line, files_of, lines_of


def lines(path: Path) -> list[Line]:
    return [line for file in files_of(path) for line in file]


def test_lines_are_numbered_and_empty_ones_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\n\r\ntwo\x0bthree\n\nlast")
    assert lines(path) == [Line("a.txt:1", "one"), Line("a.txt:3", "two\x0bthree"), Line("a.txt:5", "last")]


def test_latin_1_is_read_beside_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Žemaitija\n".encode() + "São Tomé\n".encode("latin-1"))
    assert [line.text for line in lines(path)] == ["Žemaitija", "São Tomé"]


def test_gzip_and_zip_are_opened_and_members_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"one\n"))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("2.txt", "two\n")
        archive.writestr("1.txt", "one\n")
        archive.mkdir("folder")
    assert lines(tmp_path / "a.txt.gz") == [Line("a.txt.gz:1", "one")]
    assert lines(tmp_path / "b.zip") == [Line("b.zip/1.txt:1", "one"), Line("b.zip/2.txt:1", "two")]


def test_a_line_without_end_does_not_fill_memory_and_the_next_is_read() -> None:
    stream = io.BytesIO(b"x" * (3 * MAX_LINE_BYTES) + b"\nnext\n")
    assert list(lines_of(stream, "a")) == [Line("a:1", None), Line("a:2", "next")]


@pytest.mark.parametrize(
    "content",
    [gzip.compress(b"one\n" * 999, mtime=0)[:-20], b"PK\x03\x04 no archive", gzip.compress(b"x", mtime=0)[:4]],
)
def test_a_file_that_breaks_off_is_named(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken"
    path.write_bytes(content)
    with pytest.raises(InputError, match="broken"):
        lines(path)
