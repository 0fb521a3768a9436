"""The runner that codes batches of articles in the workers of a Dask cluster."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from regesta.model.article import Article
from regesta.run.cluster.connection import connected, result_of
from regesta.run.cluster.shard_task import aside
from regesta.run.pipeline import BATCH_ARTICLES, Pipeline
from regesta.run.processes import WAITING_BATCHES, code_batch


@dataclass(frozen=True)
class Dask:
    """Code batches of articles in the workers of a cluster; output order is input order.

    A worker that is killed is replaced, and its batches are coded by others. An article that kills its workers again
    and again gets a fault.

    Attributes:
        address: Address of a scheduler, or the path of its scheduler file; "" starts workers on this machine.
        processes: Number of those workers.
    """

    address: str = ""
    processes: int = 2

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order.

        Raises:
            RegestaError: The scheduler does not answer, or was lost.
        """
        stream = iter(articles)
        waiting: deque[tuple[Any, list[Article]]] = deque()
        with connected(self.address, self.processes) as client:
            shared = client.submit(itself, pipeline, pure=False)
            while True:
                ahead = WAITING_BATCHES * max(1, len(client.nthreads()))
                while len(waiting) < ahead and (batch := list(islice(stream, BATCH_ARTICLES))):
                    waiting.append((client.submit(code_batch, shared, batch, pure=False), batch))
                if not waiting:
                    return
                yield from self.results(client, shared, *waiting.popleft())

    def results(self, client: Any, shared: Any, future: Any, batch: list[Article]) -> Iterator[Article]:
        """Yield the coded articles of a batch; where it kills its workers, one by one, the culprit with a fault."""
        from distributed import KilledWorker  # noqa: PLC0415 - an optional library

        try:
            yield from result_of(future)
        except KilledWorker:
            if len(batch) == 1:
                yield aside(batch[0])
                return
            for article in batch:
                alone = client.submit(code_batch, shared, [article], pure=False)
                yield from self.results(client, shared, alone, [article])


def itself(pipeline: Pipeline) -> Pipeline:
    """Return a pipeline: a task goes once to each worker, and is done again when the worker that had it is lost."""
    return pipeline
