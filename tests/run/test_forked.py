"""Workers that are forked from a process that has loaded code as the main process does."""

import sys
from dataclasses import replace

import pytest

from regesta.read.record import make_article
from regesta.run import forked
from regesta.run.config import Config
from regesta.run.forked import begin_loading, starting_for
from regesta.run.pipeline import Pipeline
from regesta.run.processes import Processes

ARTICLES = [
    make_article(f"The president of {state} visited Oslo on Tuesday and met Norway's premier.", published="2023-05-04")
    for state in ("Finland", "Iceland", "Denmark", "Latvia", "Estonia")
]


@pytest.mark.model
@pytest.mark.skipif(sys.platform != "linux", reason="only there are workers forked")
def test_forked_workers_code_as_the_main_process_does() -> None:
    pipeline = Config().pipeline()
    assert starting_for(pipeline).get_start_method() == "forkserver"
    alone = [replace(article, parse=None) for article in pipeline(ARTICLES)]
    assert list(Processes(2).map(pipeline, ARTICLES)) == alone
    assert all(article.events for article in alone)


def test_workers_that_need_nothing_loaded_start_anew() -> None:
    assert starting_for(Pipeline(())).get_start_method() == "spawn"


@pytest.mark.parametrize(
    "config",
    [Config(), Config(processes=2, stage={"parse": {"model": "other"}}), Config(processes=2, stages=())],
    ids=["one process", "another model", "no parse"],
)
def test_nothing_is_loaded_for_runs_that_need_it_not(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked.forkserver, "ensure_running", lambda: pytest.fail("started"))
    begin_loading(config)
