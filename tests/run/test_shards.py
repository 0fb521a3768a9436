"""Shards of a work-list: how files are put together, coded, written and, where workers were killed, gone through."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from stand_in import HandMade, StandIn, a_report

from regesta.errors import ConfigError, InputError
from regesta.model.article import Article
from regesta.read.sources import UNKNOWN, Origin
from regesta.run.cluster.coded_file import read_coded_file, write_coded_file
from regesta.run.cluster.shard_task import Job, code_shard, coded
from regesta.run.cluster.shards import TRIES, wait_for
from regesta.run.cluster.trail import Range, Trail
from regesta.run.cluster.work_list import MAX_SHARD_FILES, Shard, settings_hash, work_list
from regesta.run.pipeline import BATCH_ARTICLES, Pipeline
from regesta.run.translate import TranslateSettings

PIPELINE = Pipeline((StandIn(),))
SETTINGS = settings_hash(HandMade())


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "shards").mkdir()
    return Job(PIPELINE, TranslateSettings(), tmp_path / "shards", SETTINGS)


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    """One file of one article."""
    (tmp_path / "minsk.txt").write_text("Poland's minister visited Lithuania on Monday.", encoding="utf-8")
    [found] = work_list([str(tmp_path / "minsk.txt")], UNKNOWN, SETTINGS)
    return found


def test_small_files_share_a_shard_and_large_ones_do_not(tmp_path: Path) -> None:
    for number in range(MAX_SHARD_FILES + 1):
        (tmp_path / f"{number:04}.txt").touch()
    with (tmp_path / "0001.txt").open("wb") as large:
        large.truncate(1 << 30)
    found = work_list([str(tmp_path)], UNKNOWN, SETTINGS)
    assert [len(shard.files) for shard in found] == [1, 1, MAX_SHARD_FILES - 1]
    assert found[2].name == f"0002.txt and {MAX_SHARD_FILES - 2} more"


def test_a_shard_has_another_key_when_its_files_or_settings_change(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    keys = [work_list([str(path)], UNKNOWN, SETTINGS)[0].key, work_list([str(path)], UNKNOWN, "others")[0].key]
    keys.append(work_list([str(path)], Origin("", columns={"text": "Body"}), SETTINGS)[0].key)
    keys.append(work_list([str(path)], Origin("", order="day"), SETTINGS)[0].key)
    path.write_text("more", encoding="utf-8")
    keys.append(work_list([str(path)], UNKNOWN, SETTINGS)[0].key)
    assert len(set(keys)) == 5
    assert work_list([str(path)], UNKNOWN, SETTINGS)[0].key == keys[-1]


def test_what_is_written_is_read_back_and_is_the_same_every_time(tmp_path: Path) -> None:
    articles = list(PIPELINE(a_report(f"a{n}", note="break here" if n == 1 else "") for n in range(3)))
    assert write_coded_file(tmp_path / "one.gz", articles) == 3
    write_coded_file(tmp_path / "two.gz", articles)
    assert list(read_coded_file(tmp_path / "one.gz")) == articles
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_a_file_that_breaks_off_is_not_there(tmp_path: Path) -> None:
    def articles() -> Iterator[Article]:
        yield a_report("a")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_coded_file(tmp_path / "one.gz", articles())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    write_coded_file(tmp_path / "one.gz", [a_report("a")])
    whole = (tmp_path / "one.gz").read_bytes()
    (tmp_path / "one.gz").write_bytes(whole[:40])
    with pytest.raises(InputError, match=r"one\.gz: is no file of coded articles .*delete it and run again"):
        list(read_coded_file(tmp_path / "one.gz"))


def test_a_shard_that_is_done_is_not_done_again(job: Job, shard: Shard) -> None:
    code_shard(job, shard)
    before = job.output(shard).stat()
    code_shard(job, shard)
    assert job.output(shard).stat() == before
    assert [path.name for path in job.folder.iterdir()] == [f"{shard.key}.jsonl.gz"]


def test_a_worker_that_does_several_tasks_at_a_time_is_refused(job: Job, shard: Shard) -> None:
    with pytest.raises(ConfigError, match=r"has 4 threads: start it as `dask worker --nthreads 1 --nworkers 4`"):
        code_shard(job, shard, threads=4)


def test_a_worker_that_sees_other_files_is_refused(job: Job, shard: Shard) -> None:
    os.utime(shard.files[0].path, (0, 0))
    with pytest.raises(ConfigError, match=r"does not see .*minsk\.txt as the coordinator does"):
        code_shard(job, shard)


def test_a_worker_of_another_version_is_refused(job: Job, shard: Shard) -> None:
    other = Job(PIPELINE, TranslateSettings(), job.folder, SETTINGS, version=("0.0.1", "0.1.0"))
    with pytest.raises(ConfigError, match=r"the coordinator 0\.0\.1 with 0\.1\.0: install the same on all"):
        code_shard(other, shard)


def killed_over(articles: list[Article], fatal: set[int], path: Path) -> list[str]:
    """Code articles as workers do that are killed over some of them; return what is coded at last, by id and faults."""
    for _ in range(50):
        try:
            done = list(coded(iter(articles), Deadly(fatal), Trail(path)))  # type: ignore[arg-type]
        except Killed:
            continue
        return [f"{article.id}{' aside' if article.faults else ''}" for article in done]
    raise AssertionError("never comes to the end")


class Killed(BaseException):
    """What a worker does not live to see."""


class Deadly:
    """A pipeline that dies over some articles."""

    def __init__(self, fatal: set[int]) -> None:
        self.fatal = {f"a{number}" for number in fatal}

    def __call__(self, batch: list[Article]) -> list[Article]:
        if self.fatal & {article.id for article in batch}:
            raise Killed
        return batch


@pytest.mark.parametrize("fatal", [set(), {0}, {5, 6}, {31, 32}, {40, 69}])
def test_only_what_kills_workers_is_set_aside(fatal: set[int], tmp_path: Path) -> None:
    articles = [a_report(f"a{number}") for number in range(2 * BATCH_ARTICLES + 6)]
    found = killed_over(articles, fatal, tmp_path / "trail")
    assert found == [f"a{number}{' aside' if number in fatal else ''}" for number in range(len(articles))]


class TooLarge:
    """A pipeline whose models do not find room."""

    def __call__(self, batch: list[Article]) -> list[Article]:
        raise Killed


class Ending:
    """A task of which Dask says that it killed its workers, until it is done."""

    def __init__(self, cluster: "Killing") -> None:
        self.cluster = cluster

    def result(self) -> None:
        from distributed import KilledWorker

        if self.cluster.left:
            self.cluster.killed()
            raise KilledWorker("task", None, 3)  # type: ignore[arg-type]


class Killing:
    """A cluster that loses workers; told is where in a shard each was, None for where it only waited there."""

    def __init__(self, trail: Path, *places: Range | None) -> None:
        self.trail = trail
        self.left = list(places)

    def submit(self, *_: Any, **__: Any) -> Ending:
        return Ending(self)

    def killed(self) -> None:
        if place := self.left.pop(0):
            Trail(self.trail).at(place)


GIVEN_UP = "set aside: reading it killed its worker again and again, perhaps for want of memory"


@pytest.mark.parametrize(
    ("places", "told"),
    [
        ([None] * (TRIES - 1), None),  # workers were killed over others, while this one waited
        ([None] * TRIES, GIVEN_UP),
        ([(0, 32), (3, 4), (3, 4), (5, 6), (5, 6), (40, 72)], None),  # articles that are set aside are no fault of it
        ([(0, 32), (3, 4), *[(3, 4)] * TRIES], GIVEN_UP),  # an article that cannot even be read
    ],
)
def test_a_shard_is_given_up_when_no_culprit_is_found_and_it_goes_on_killing(
    job: Job, shard: Shard, places: list[Range | None], told: str | None
) -> None:
    pytest.importorskip("distributed")
    cluster = Killing(job.trail(shard), *places)
    assert wait_for(cluster, job, shard, cluster.submit()) == told
    assert cluster.left == []


def test_a_worker_killed_while_its_models_load_is_held_against_no_article(job: Job, shard: Shard) -> None:
    with pytest.raises(Killed):
        code_shard(replace(job, pipeline=TooLarge()), shard)  # type: ignore[arg-type]
    assert not Trail(job.trail(shard)).deaths


def test_an_error_is_no_death(job: Job, shard: Shard) -> None:
    trail = Trail(job.trail(shard))
    trail.at((0, 32))
    trail.left()
    assert not Trail(job.trail(shard)).deaths
