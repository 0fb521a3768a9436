"""WARC that is damaged: what lies behind is read, and each damaged stretch is a fault; memory and work are bounded."""

import gzip
import tracemalloc
from io import BufferedReader, BytesIO
from pathlib import Path

import pytest
from documents import a_document
from web_archives import PAGE, a_record

from regesta.model.article import Article
from regesta.read import bounded, gzip_members, warc_records
from regesta.read.sources import read_sources
from regesta.read.warc import read_warc
from regesta.read.warc_records import Damage, Record, Records

RECORDS = [a_record(f"https://a.example/{n}", PAGE.replace("Monday", f"day {n}")) for n in range(6)]
MEMBERS = [gzip.compress(record) for record in RECORDS]


def read(content: bytes) -> list[Article]:
    return list(read_warc(a_document(content, "a.warc")))


def read_packed(folder: Path, *members: bytes) -> list[Article]:
    path = folder / "a.warc.gz"
    path.write_bytes(b"".join(members))
    return list(read_sources([str(path)]))


def numbers(articles: list[Article]) -> list[int]:
    """The numbers of the pages that were read."""
    return [int((article.source.url or "").rpartition("/")[2]) for article in articles if article.text]


def reasons(articles: list[Article]) -> list[str]:
    return [fault.reason for article in articles for fault in article.faults]


def spoiled(content: bytes, at: int, length: int = 30) -> bytes:
    """Bytes of which some were overwritten."""
    return content[:at] + b"\xa5" * length + content[at + length :]


@pytest.mark.parametrize("at", [0, 3, 40, 150])
def test_what_follows_a_damaged_member_is_read(tmp_path: Path, at: int) -> None:
    articles = read_packed(tmp_path, MEMBERS[0], spoiled(MEMBERS[1], at), *MEMBERS[2:])
    assert numbers(articles) == [0, 2, 3, 4, 5]
    (reason,) = reasons(articles)
    assert "damaged after response 1: " in reason


def test_a_member_whose_checksum_is_wrong_is_not_believed(tmp_path: Path) -> None:
    articles = read_packed(tmp_path, MEMBERS[0], spoiled(MEMBERS[1], len(MEMBERS[1]) - 8, 4), *MEMBERS[2:])
    assert numbers(articles) == [0, 2, 3, 4, 5]
    assert len(reasons(articles)) == 1


def test_each_damaged_member_is_a_fault_of_its_own(tmp_path: Path) -> None:
    members = [spoiled(member, 40) if n in {1, 3} else member for n, member in enumerate(MEMBERS)]
    articles = read_packed(tmp_path, *members)
    assert numbers(articles) == [0, 2, 4, 5]
    assert len({article.id for article in articles if article.faults}) == 2


def test_bytes_that_are_missing_or_too_many_between_members_cost_no_other(tmp_path: Path) -> None:
    articles = read_packed(tmp_path, *MEMBERS[:2], b"junk" * 5, MEMBERS[2], MEMBERS[3][200:], *MEMBERS[4:])
    assert numbers(articles) == [0, 1, 2, 4, 5]
    assert len(reasons(articles)) == 2


def test_a_damaged_member_larger_than_what_is_read_at_once_costs_no_other(tmp_path: Path) -> None:
    noise = "".join(chr(33 + n * n % 89) for n in range(3_000_000))
    large = gzip.compress(a_record("https://a.example/9", noise), 0)
    articles = read_packed(tmp_path, MEMBERS[0], spoiled(large, 2_000_000), *MEMBERS[2:])
    assert numbers(articles) == [0, 2, 3, 4, 5]
    assert len(reasons(articles)) == 1


def test_zeros_that_fill_up_an_archive_are_no_damage(tmp_path: Path) -> None:
    articles = read_packed(tmp_path, MEMBERS[0], b"\0" * 5000, MEMBERS[1], b"\0" * 100_000)
    assert (numbers(articles), reasons(articles)) == ([0, 1], [])


def test_a_damaged_archive_in_one_member_keeps_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(a_record(f"https://a.example/{n}", PAGE + str(n) * 400_000) for n in range(6)), 0)
    articles = read_packed(tmp_path, spoiled(whole, 1_500_000, 70_000))
    assert numbers(articles) == [0, 1, 2]
    assert "breaks off after response 3" in reasons(articles)[-1]


@pytest.mark.parametrize("junk", [b"junk", b"junk\r\n\r\n", b"\0" * 3000, b"WARC/1.0\r\n", b"WARC/1.0\r\nA: b\r\n\r\n"])
def test_junk_between_records_costs_none(junk: bytes) -> None:
    articles = read(b"".join([*RECORDS[:2], junk, *RECORDS[2:]]))
    assert numbers(articles) == [0, 1, 2, 3, 4, 5]
    (reason,) = reasons(articles)
    assert reason.endswith(f"damaged after response 2: {len(junk):,} bytes passed over")


@pytest.mark.parametrize("written", ["1", "10", "99999", "99999999999", "-5", "x", ""])
def test_a_record_of_a_wrong_length_costs_no_other(written: str) -> None:
    head, _, body = RECORDS[1].partition(b"Content-Length: ")
    wrong = head + f"Content-Length: {written}".encode() + body[body.index(b"\r\n") :]
    articles = read(b"".join([RECORDS[0], wrong, *RECORDS[2:]]))
    assert numbers(articles) == [0, 2, 3, 4, 5]
    assert "a.warc@" in reasons(articles)[0]


def test_a_record_that_was_cut_short_costs_no_other() -> None:
    articles = read(b"".join([RECORDS[0], RECORDS[1][:-100], *RECORDS[2:]]))
    assert numbers(articles) == [0, 2, 3, 4, 5]
    assert len(reasons(articles)) == 1


def test_a_page_that_tells_of_web_archives_is_one_page() -> None:
    shown = PAGE.replace("Monday", "a day.\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n")
    articles = read(b"".join([RECORDS[0], a_record("https://a.example/1", shown), RECORDS[2]]))
    assert (numbers(articles), reasons(articles)) == ([0, 1, 2], [])


def test_an_archive_that_ends_in_junk_is_one_that_breaks_off() -> None:
    articles = read(RECORDS[0] + b"junk")
    assert reasons(articles) == [
        "a.warc: cannot be read beyond article 1: ValueError: breaks off after response 1: 4 bytes are no whole record"
    ]


def test_records_too_long_to_be_kept_are_passed_without_being_held() -> None:
    long = a_record("https://a.example/1", b"x" * 30_000_000)
    archive = BufferedReader(BytesIO(RECORDS[0] + long + RECORDS[2]))
    tracemalloc.start()
    found = [each for each in Records(archive, 1_000_000) if isinstance(each, Record)]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [len(each.content) for each in found] == [len(RECORDS[0]) - 4, 1_000_000, len(RECORDS[2]) - 4]
    assert peak < 10_000_000


def test_a_record_too_long_to_be_kept_that_lies_about_its_length_costs_no_other() -> None:
    long = a_record("https://a.example/1", b"x" * 3_000_000).replace(b"Content-Length: 3", b"Content-Length: 9", 1)
    found = [*Records(BufferedReader(BytesIO(RECORDS[0] + long + RECORDS[2] + RECORDS[3])), 1_000_000)]
    assert [type(each) for each in found] == [Record] * 4


def test_a_file_of_false_beginnings_is_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_records, "MAX_DAMAGED", 50)
    records = Records(BufferedReader(BytesIO(b"WARC/1.0\r\nA: b\r\n" * 10_000)), 1_000_000)
    assert sum(isinstance(each, Damage) for each in records) == 50
    assert "is damaged in over 50 places" in str(records.trouble)


def test_false_beginnings_of_members_are_not_tried_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzip_members, "MAX_DAMAGED", 50)
    articles = read_packed(tmp_path, MEMBERS[0], b"\x1f\x8b\x08\0\0\0\0\0\0\0\xff" * 10_000)
    assert numbers(articles) == [0]
    assert "breaks off after response 1" in reasons(articles)[-1]


def test_a_bomb_behind_damage_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "FREE_BYTES", 1 << 20)
    bomb = gzip.compress(a_record("https://a.example/7", b" " * (20 << 20)))
    articles = read_packed(tmp_path, MEMBERS[0], spoiled(MEMBERS[1], 40), bomb)
    assert numbers(articles) == [0]
    assert "unpacks to over 200 times its size" in reasons(articles)[-1]


def test_other_compressed_files_end_where_they_are_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = [gzip.compress(f'{{"text": "The talks number {n} ended."}}\n'.encode()) for n in range(3)]
    path.write_bytes(lines[0] + spoiled(lines[1], 12, 10) + lines[2])
    articles = list(read_sources([str(path)]))
    assert [article.text for article in articles] == ["The talks number 0 ended.", ""]
