"""The runner that codes batches of articles in worker processes."""

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from regesta.errors import RegestaError
from regesta.garbage import look_seldom
from regesta.model.article import Article
from regesta.run.forked import interrupts_ignored, starting_for
from regesta.run.pipeline import BATCH_ARTICLES, Pipeline

CODING = threading.Lock()  # held by a worker while it codes
EDGE = threading.Lock()  # held where it stops coding
LOOK_EVERY_S = 0.02
WAITING_BATCHES = 2  # batches per worker handed out ahead: enough to keep it busy, few enough to bound memory
READY_BATCHES = 2  # and coded batches per worker that wait for one before them, so that a slow one holds nobody up
LEAST_ARTICLES = 4  # in the last batches: the smaller they are, the less one worker has to do when others have ended


@dataclass(frozen=True)
class Processes:
    """Code batches of articles in worker processes; output order is input order.

    Attributes:
        processes: Number of workers.
    """

    processes: int = 2

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order.

        Raises:
            RegestaError: A worker was killed; what was yielded before is good, and a second run takes up there.
        """
        batches = self.batches(articles)
        waiting: deque[Future[list[Article]]] = deque()
        starting = starting_for(pipeline)
        lifeline, ours = starting.Pipe(duplex=False)
        pool = ProcessPoolExecutor(self.processes, starting, begin_worker, (lifeline,))
        try:
            while True:
                while self.is_wanting(waiting) and (batch := next(batches, None)):
                    with interrupts_ignored():
                        waiting.append(pool.submit(code_batch, pipeline, batch))
                if not waiting:
                    return
                if waiting[0].done():
                    yield from waiting.popleft().result()
                else:
                    wait([future for future in waiting if not future.done()], return_when=FIRST_COMPLETED)
        except BrokenProcessPool as error:
            raise RegestaError(
                "a worker process was killed, perhaps for want of memory: run again (articles already stored are "
                "skipped), or set fewer `processes`"
            ) from error
        finally:
            ours.close()  # workers end in the middle of a batch: nobody waits for it any more
            pool.shutdown(cancel_futures=True)
            lifeline.close()

    def is_wanting(self, waiting: Collection[Future[list[Article]]]) -> bool:
        """Tell whether another batch is to be handed out, given those that have been and whose articles wait."""
        coding = sum(not future.done() for future in waiting)
        ahead, ready = self.processes * WAITING_BATCHES, self.processes * READY_BATCHES
        return coding < ahead and len(waiting) < ahead + ready

    def batches(self, articles: Iterable[Article]) -> Iterator[list[Article]]:
        """Yield articles in batches, the last ones smaller and smaller, so that workers end at about the same time."""
        stream = iter(articles)
        ahead: deque[Article] = deque()
        while True:
            ahead.extend(islice(stream, self.processes * BATCH_ARTICLES - len(ahead)))
            if not ahead:
                return
            size = min(len(ahead), max(LEAST_ARTICLES, len(ahead) // self.processes))
            yield [ahead.popleft() for _ in range(size)]


def code_batch(pipeline: Pipeline, batch: list[Article]) -> list[Article]:
    """Code one batch in a worker; the parse stays behind, since nothing after coding reads it."""
    with coding():
        return [replace(article, parse=None) for article in pipeline(batch)]


@contextmanager
def coding() -> Iterator[None]:
    """Mark the time in which a worker codes, and may end."""
    CODING.acquire()
    try:
        yield
    finally:
        with EDGE:
            CODING.release()


def begin_worker(lifeline: Connection) -> None:
    """Set a worker up: Ctrl-C is left to the main process; see `look_seldom` and `end_without`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look_seldom()
    end_without(lifeline)


def end_without(lifeline: Connection) -> None:
    """Make a worker end when the other end of a pipe closes, as it also does when the main process is killed.

    While the main process lives, it ends in the middle of coding only: ended in the middle of handing a batch back, it
    would leave the main process waiting for the rest of it for ever.
    """

    def wait() -> None:
        lifeline.poll(None)
        main = parent_process()
        while True:
            with EDGE:  # while this is held, the worker cannot go on from coding to handing back
                if main is None or not main.is_alive() or CODING.locked():
                    os._exit(1)
            time.sleep(LOOK_EVERY_S)

    threading.Thread(target=wait, daemon=True).start()
