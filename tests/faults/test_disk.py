"""A disk that is full, or cannot be written: the command says so, nothing is lost, and with room it goes on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import Disk, a_disk
from killable import Ended, called
from places import Place, PostgresGround, SqliteGround, lent
from postgres_server import Server
from staged import PAIRS, Adding, all_stored, read_register, remembered, some_stored
from web_server import Site

from regesta.store.store import open_store

FULL = "disk is full; free some space and run the same command again, what was stored is kept"
ADDING = Adding("run news.jsonl -q", some_stored)


@pytest.fixture
def disk(tmp_path: Path, program: None) -> Iterator[Disk]:
    with a_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def place(disk: Disk) -> Place:
    """A place on the disk."""
    return SqliteGround(disk.path).empty()


def run(line: str, place: Place) -> Ended:
    return called(f"{line} --store '{place.store}'", place.folder, place.said)


def refused(ended: Ended) -> str:
    """What a command said that ended with an error: one line."""
    assert (ended.code, ended.out, len(ended.err.splitlines())) == (1, "", 1), ended
    return ended.err


def test_a_full_disk_under_sqlite(disk: Disk, place: Place, tmp_path: Path) -> None:
    some_stored(place)
    before = ADDING.outcome(place)
    with lent(SqliteGround(tmp_path / "elsewhere"), place) as other:
        assert run("run news.jsonl -q", other).code == 0
        after = ADDING.outcome(other)
    for room_kib in (0, 40, 100, 180):
        disk.resize(disk.used_kib() + room_kib)
        assert f"{place.store}: the {FULL}" in refused(run("run news.jsonl -q", place))
        with lent(SqliteGround(tmp_path / "copies"), place) as copy:
            ADDING.assert_sound(copy, before, after)
    disk.resize(8192)
    ADDING.assert_ended(run("run news.jsonl -q", place))
    assert ADDING.outcome(place) == after


@pytest.fixture
def tablespace(postgres: Server, program: None) -> Iterator[Disk]:
    """A disk on which databases can lie; everything else of the server is elsewhere."""
    if postgres.data is None:
        pytest.skip("the server that was given has a disk of its own")
    with a_disk(postgres.data.parent / "small", 65536) as disk:
        shutil.chown(disk.path, "postgres", "postgres")
        postgres.run(f"CREATE TABLESPACE small LOCATION '{disk.path}'")
        try:
            yield disk
        finally:
            postgres.run("DROP TABLESPACE small")


def test_a_full_disk_under_postgresql(tablespace: Disk, postgres: Server, tmp_path: Path) -> None:
    ground = PostgresGround(tmp_path, postgres)
    place = ground.empty()
    try:
        some_stored(place)
        with lent(ground, place) as other:
            assert run("run news.jsonl -q", other).code == 0
            after = ADDING.outcome(other)
        before = ADDING.outcome(place)
        postgres.run(f"ALTER DATABASE {place.folder.parent.name} SET TABLESPACE small")
        for room_kib in (0, 60):
            tablespace.resize(tablespace.used_kib() + room_kib)
            assert f"the server's {FULL}" in refused(run("run news.jsonl -q", place))
            ADDING.assert_sound(place, before, after)
        tablespace.resize(65536)
        ADDING.assert_ended(run("run news.jsonl -q", place))
        assert ADDING.outcome(place) == after
    finally:
        ground.clear(place)


@pytest.mark.parametrize("line", ["release 2026-11 -o made", "export -f csv -o made", "export -f parquet -o made"])
def test_what_a_full_disk_cannot_take_leaves_no_trace(line: str, disk: Disk, place: Place) -> None:
    all_stored(place)
    before = place.files()
    with open_store(place.store) as store, store.view() as view:
        assert view.revision > 0  # and the file that readers share is made
        disk.resize(disk.used_kib())
        said = refused(run(line, place))
    assert said.endswith("made: No space left on device\n")
    assert place.files() == before


def test_a_watch_on_a_full_disk_says_so_and_goes_on_later(disk: Disk, place: Place, site: Site) -> None:
    watching = f"watch {site.url}/feed --once"
    some_stored(place)
    for room_kib in (40, 60, 80, 120, 160):  # for the state, for some of what it remembers, for some articles
        disk.resize(disk.used_kib() + room_kib)
        said = run(watching, place)
        assert said.code == 1, said
        assert "Traceback" not in said.err
        assert FULL in said.err
    disk.resize(8192)
    assert run(watching, place).code == 0
    with open_store(place.store) as store, store.view() as view:
        assert len([a for a in view.articles() if (a.source.url or "").startswith(site.url)]) == len(PAIRS)
        assert read_register(view)["unjudged"] == 0
    [pages, _] = remembered(place)
    assert [done for _, done, _, _ in pages] == [1] * len(PAIRS)


def test_a_store_on_a_read_only_disk_is_read_and_not_written(disk: Disk, place: Place, tmp_path: Path) -> None:
    all_stored(place)
    lines = ("check", "query entries --json", "export -f csv", f"release 2026-11 -o {tmp_path}/{{}}")
    told = [run(line.format("one"), place) for line in lines]
    before = place.files()
    disk.make_read_only()
    assert [(e.code, e.out) for e in (run(line.format("two"), place) for line in lines)] == [(0, e.out) for e in told]
    assert "cannot be written: the file or its folder is read-only" in refused(run("run news.jsonl -q", place))
    assert refused(run("export -f csv -o made", place)).endswith("made: Read-only file system\n")
    assert refused(run("release 2026-11 -o made", place)).endswith("made: Read-only file system\n")
    assert "new.db: cannot be opened; check that folder and file exist" in refused(
        called("run news.jsonl -q --store new.db", place.folder, place.said)
    )
    assert place.files() == before
