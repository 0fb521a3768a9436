"""Several at once, by mistake or by plan: writers take turns or say so, and no delivery is counted twice."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest
import sqlalchemy
from command_line import write_records
from killable import Ended, called, ended, started
from places import ROUNDS, Ground, Place, leave_to_make_faults, lent
from staged import PAIRS, READ, STORED, Adding, all_stored, read_register, remembered, reports, some_stored
from web_server import Site

from regesta.model.article import Article
from regesta.store.postgres import LOCK, TAKE_LOCK
from regesta.store.store import open_store

ADDING = Adding("run news.jsonl -q", some_stored)


def with_timeout(place: Place, wait_s: float) -> str:
    """The address of a store at which a writer waits so long."""
    return f"{place.store}&timeout={wait_s}" if "://" in place.store else f"sqlite:///{place.store}?timeout={wait_s}"


@pytest.fixture
def place(ground: Ground) -> Iterator[Place]:
    """A place where some articles are stored and more can be read."""
    made = ground.empty()
    some_stored(made)
    yield made
    ground.clear(made)


@contextmanager
def write_lock(place: Place) -> Iterator[None]:
    """Hold the lock of a writer, as another program may for long."""
    if "://" in place.store:
        engine = sqlalchemy.create_engine(place.store)
        with engine.begin() as connection:
            connection.execute(TAKE_LOCK, {"lock": LOCK})
            yield
        engine.dispose()
    else:
        with closing(sqlite3.connect(place.store, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield


def test_a_writer_that_waits_in_vain_says_so_and_readers_go_on(place: Place) -> None:
    before = ADDING.outcome(place)
    with write_lock(place):
        refused = called(f"run news.jsonl --store '{with_timeout(place, 0.2)}'", place.folder, place.said)
        reader = called(f"check --store '{place.store}'", place.folder, place.said)
    assert (refused.code, refused.out, len(refused.err.splitlines())) == (1, "", 1)
    assert "another process is writing to it; wait until it has finished, or stop it" in refused.err
    assert reader.code == 0
    assert ADDING.outcome(place) == before


def test_two_runs_at_once_make_what_one_makes(ground: Ground, place: Place) -> None:
    with lent(ground, place) as other:
        run(other)
        after = ADDING.outcome(other)
    for ending in at_once([f"run news.jsonl -q --store '{place.store}'"] * 2, place):
        ADDING.assert_ended(ending)
    assert ADDING.outcome(place) == after


def test_two_watches_of_one_state_make_what_one_makes(ground: Ground, place: Place, site: Site) -> None:
    leave_to_make_faults(ground)
    for ending in at_once([f"watch {site.url}/feed --once --store '{place.store}'"] * 2, place):
        assert ending.code == 0, ending
    with open_store(place.store) as store, store.view() as view:
        found = read_register(view)
    assert len(found["articles"]) == STORED + len(PAIRS)
    assert set(found["versions"].values()) == {1}
    [pages, _] = remembered(place)
    assert [done for _, done, _, _ in pages] == [1] * len(PAIRS)


def test_two_releases_to_one_folder_are_one_release(ground: Ground) -> None:
    leave_to_make_faults(ground)
    place = ground.empty()
    all_stored(place)
    codes = []
    for ending in at_once([f"release 2026-11 --output made --store '{place.store}'"] * 2, place):
        codes.append(ending.code)
        assert ending.code == 0 or "made: is there already" in ending.err or "made by another process" in ending.err
    assert 0 in codes
    assert {name.split("/")[0] for name in place.files()} <= {"made", "news.jsonl", "regesta.toml", "regesta.db"}
    ground.clear(place)


@pytest.mark.parametrize("seed", range(ROUNDS // 20 or 1))
def test_articles_come_in_any_order_and_more_than_once(ground: Ground, seed: int) -> None:
    leave_to_make_faults(ground)
    chance = random.Random(seed)
    with arrived([reports(READ)], ground) as after:
        deliveries = [a for a in reports(READ) for _ in range(chance.choice((1, 1, 2, 3)))]
        chance.shuffle(deliveries)
        cut = chance.randrange(len(deliveries))
        with arrived([deliveries[:cut], deliveries[cut:]], ground) as found:
            assert found == after


def test_an_older_version_that_is_delivered_again_does_not_come_back(ground: Ground) -> None:
    leave_to_make_faults(ground)
    [old, *others] = reports(READ)
    new = replace(old, title="Corrected")
    with arrived([[old, *others], [new], [old, *others]], ground) as found:
        assert found["articles"][old.id].title == "Corrected"
        assert found["versions"][old.id] == 2


@contextmanager
def arrived(deliveries: list[list[Article]], ground: Ground) -> Iterator[dict[str, object]]:
    """What a register says when articles arrive in several runs."""
    place = ground.empty()
    try:
        for articles in deliveries:
            write_records(place.folder / "news.jsonl", articles)
            run(place)
        with open_store(place.store) as store, store.view() as view:
            yield read_register(view)
    finally:
        ground.clear(place)


def run(place: Place) -> None:
    ADDING.assert_ended(called(f"run news.jsonl -q --store '{place.store}'", place.folder, place.said))


def at_once(lines: list[str], place: Place) -> list[Ended]:
    """Run commands at the same time; return how they ended."""
    running = [
        started(line, place.folder, place.said.with_name(f"{place.said.name}-{n}")) for n, line in enumerate(lines)
    ]
    return [ended(each) for each in running]
