"""Zip and tar: files as in a folder, bombs bounded, names harmless."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from documents import a_document, a_file
from office_files import a_docx
from web_archives import a_record

from regesta.model.article import Article
from regesta.read import bounded
from regesta.read.archives import read_tar, read_zip
from regesta.read.sources import read_sources

STORY = "The two presidents met in Minsk."


def a_zip(files: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def a_tar(files: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            given = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(given)
            archive.addfile(info, io.BytesIO(given))
    return out.getvalue()


def reasons(articles: list[Article]) -> list[str]:
    return [fault.reason for article in articles for fault in article.faults]


@pytest.mark.parametrize(("reader", "make"), [(read_zip, a_zip), (read_tar, a_tar)])
def test_files_are_read_as_if_they_lay_in_a_folder(reader: object, make: object) -> None:
    files = {
        "README.md": "#",
        ".hidden.txt": STORY,
        "rhine-post/2022-12-19-a.txt": STORY,
        "b.jsonl": '{"text": "One."}',
    }
    articles = sorted(reader(a_document(make(files), "news.zip")), key=lambda a: a.text, reverse=True)  # type: ignore[operator]
    assert [a.text for a in articles] == [STORY, "One."]
    assert articles[0].source.publisher == "Rhine Post"
    assert [a.source.origin for a in articles] == ["news.zip/rhine-post/2022-12-19-a.txt", "news.zip/b.jsonl:1"]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "C:\\..\\a.txt"])
def test_a_name_that_leads_elsewhere_is_only_a_name(name: str) -> None:
    (article,) = read_tar(a_document(a_tar({name: STORY}), "a.tar"))
    assert article.text == STORY
    assert ".." not in (article.source.origin or "")


def test_links_and_devices_of_a_tar_are_passed_over() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    (article,) = read_tar(a_document(out.getvalue(), "a.tar"))
    assert reasons([article]) == ["a.tar: there is no article in it"]


def test_a_compressed_tar_is_known_by_its_name_or_its_start(tmp_path: Path) -> None:
    for name in ("a.tar.gz", "a.tgz", "a.unknown"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(a_tar({"a.txt": STORY})))
        assert [a.text for a in read_sources([str(path)])] == [STORY]


def test_a_zip_of_a_zip_is_read_and_one_deeper_is_not() -> None:
    inner = a_zip({"a.txt": STORY})
    assert [a.text for a in read_zip(a_document(a_zip({"b.zip": inner}), "c.zip"))] == [STORY]
    articles = list(read_zip(a_document(a_zip({"c.zip": a_zip({"b.zip": inner})}), "d.zip")))
    assert reasons(articles) == ["d.zip/c.zip/b.zip: lies in 2 archives: deeper ones are not read"]


def test_a_tar_holds_files_of_all_kinds_also_those_that_are_read_from_their_end() -> None:
    files: dict[str, bytes | str] = {
        "a.zip": a_zip({"in-zip.txt": STORY}),
        "b.csv": f'text,day\n"{STORY}",1\n',
        "c.jsonl": f'{{"text": "{STORY}"}}',
        "d.warc": a_record("https://a.example/1"),
        "e.docx": a_docx([STORY]),
        "f.tar": a_tar({"in-tar.txt": STORY}),
    }
    assert reasons(list(read_tar(a_document(a_tar(files), "a.tar")))) == []
    assert [bool(a.text) for a in read_tar(a_document(a_tar(files), "a.tar"))] == [True] * len(files)
    deeper = a_tar({"b.tar": a_tar({"c.zip": a_zip({"d.txt": STORY})})})
    assert reasons(list(read_tar(a_document(deeper, "a.tar")))) == [
        "a.tar/b.tar/c.zip: lies in 2 archives: deeper ones are not read"
    ]


def test_a_table_in_parquet_in_a_tar_is_read() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    out = io.BytesIO()
    parquet.write_table(arrow.table({"text": [STORY, STORY + " They spoke."]}), out)
    for make, read in ((a_tar, read_tar), (a_zip, read_zip)):
        articles = list(read(a_document(make({"a.parquet": out.getvalue(), "b.txt": STORY}), "a.tar")))
        assert [a.text for a in articles] == [STORY, STORY + " They spoke.", STORY]


def test_a_bomb_in_a_zip_in_a_tar_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 1 << 20)
    bomb = a_zip({"b.jsonl": b'{"text": "x"}' + b" " * (8 << 20)})
    articles = list(read_tar(a_document(a_tar({"a.zip": bomb, "c.txt": STORY}), "a.tar")))
    assert articles[-1].text == STORY
    assert any("unpacks to over 200 times its size" in reason for reason in reasons(articles))


def test_a_bomb_in_a_zip_is_a_fault_and_its_neighbours_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 1 << 20)
    bomb = a_zip({"a.txt": STORY, "b.jsonl": b'{"text": "x"}' + b" " * (8 << 20)})
    articles = list(read_zip(a_document(bomb, "a.zip")))
    assert articles[0].text == STORY
    assert any("unpacks to over 200 times its size" in reason for reason in reasons(articles))


def test_members_that_share_their_bytes_share_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    from regesta.read import archives

    monkeypatch.setattr(archives, "FREE_BYTES", 0)
    monkeypatch.setattr(archives, "MAX_RATIO", 1)
    files = {f"{n}.txt": "word " * 2000 for n in range(9)}
    assert any("unpacks to over" in reason for reason in reasons(list(read_zip(a_document(a_zip(files), "a.zip")))))


def test_a_gzip_bomb_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 1 << 20)
    path = a_file(tmp_path, "a.jsonl.gz", b" " * (8 << 20))
    (article,) = read_sources([str(path)])
    assert "unpacks to over 200 times its size" in article.faults[0].reason


def test_an_encrypted_file_is_a_fault() -> None:
    content = bytearray(a_zip({"a.txt": STORY}))
    content[6] |= 1  # the flag in the file's own header
    content[content.index(b"PK\x01\x02") + 8] |= 1  # and in the list
    (article,) = read_zip(a_document(bytes(content), "a.zip"))
    assert reasons([article]) == ["a.zip/a.txt: is encrypted: not read"]


def test_a_tar_that_breaks_off_keeps_what_was_read() -> None:
    content = a_tar({"a.txt": STORY, "b.txt": STORY * 1000})
    articles = list(read_tar(a_document(content[:3000], "a.tar")))
    assert articles[0].text == STORY
    assert "beyond article" in reasons(articles)[-1]
