"""What every registered runner owes: the pipeline's articles in input order, whichever process codes them."""

from collections.abc import Iterator
from concurrent.futures import Future
from itertools import count, islice
from multiprocessing import active_children

import pytest
from stand_in import StandIn, a_report

from regesta import plugins
from regesta.errors import ArticleError, RegestaError
from regesta.model.article import Article
from regesta.run.pipeline import BATCH_ARTICLES, Pipeline
from regesta.run.processes import LEAST_ARTICLES, READY_BATCHES, WAITING_BATCHES, Processes
from regesta.run.runner import Runner

PIPELINE = Pipeline((StandIn(),))
MOST_WAITING = BATCH_ARTICLES * 2 * (WAITING_BATCHES + READY_BATCHES + 1)  # of two workers; others need fewer


@pytest.fixture(scope="module", params=plugins.names("runners"))
def runner(request: pytest.FixtureRequest) -> Runner:
    if request.param == "dask":
        pytest.importorskip("distributed")
    made: Runner = plugins.load("runners", request.param)()
    return made


def reports(upto: int | None = None) -> Iterator[Article]:
    """Reports of visits, one in ten of which breaks the coder; endless without a bound."""
    numbers = range(upto) if upto is not None else count()
    return (a_report(f"a{n}", note="break here" if n % 10 == 3 else "") for n in numbers)


def test_what_is_coded_comes_in_input_order_with_its_faults(runner: Runner) -> None:
    articles = 2 * BATCH_ARTICLES + 1
    assert list(runner.map(PIPELINE, reports(articles))) == list(PIPELINE(reports(articles)))


def test_an_endless_stream_is_read_little_ahead_and_can_be_left(runner: Runner) -> None:
    read = 0

    def counted() -> Iterator[Article]:
        nonlocal read
        for article in reports():
            read += 1
            yield article

    coded = runner.map(PIPELINE, counted())
    assert [article.id for article in islice(coded, 3)] == ["a0", "a1", "a2"]
    assert read <= MOST_WAITING
    coded.close()  # type: ignore[attr-defined]
    assert active_children() == []


def test_nothing_in_nothing_out(runner: Runner) -> None:
    assert list(runner.map(PIPELINE, iter(()))) == []


def test_batches_get_smaller_towards_the_end_of_a_stream() -> None:
    sizes = [len(batch) for batch in Processes(2).batches(reports(4 * BATCH_ARTICLES))]
    assert sizes[:3] == [BATCH_ARTICLES] * 3
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] <= LEAST_ARTICLES
    assert sum(sizes) == 4 * BATCH_ARTICLES


def test_batches_that_are_coded_wait_for_a_slow_one_before_them_up_to_a_bound() -> None:
    slow, coded = Future[list[Article]](), Future[list[Article]]()
    coded.set_result([])
    two = Processes(2)
    assert two.is_wanting([slow, coded, coded, coded])
    assert not two.is_wanting([slow] * 2 * WAITING_BATCHES)
    assert not two.is_wanting([slow, *[coded] * 2 * (WAITING_BATCHES + READY_BATCHES)])


def test_a_strict_pipeline_stops_at_the_first_fault(runner: Runner) -> None:
    coded = runner.map(Pipeline((StandIn(),), strict=True), reports(40))
    with pytest.raises(ArticleError, match="a3: stand-in: ZeroDivisionError: told to break"):
        list(coded)
    assert active_children() == []


def test_a_worker_that_is_killed_is_an_error_that_says_what_to_do() -> None:
    articles = [*reports(BATCH_ARTICLES), a_report("k", note="kill here")]
    coded = Processes(2).map(PIPELINE, articles)
    with pytest.raises(RegestaError, match=r"a worker process was killed.*run again"):
        list(coded)
    assert active_children() == []
