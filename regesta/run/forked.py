"""How worker processes start: forked from one that has loaded what coding needs, or each anew."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context
from multiprocessing.context import BaseContext

from regesta.annotate.parse import ParseText
from regesta.run.config import Config
from regesta.run.pipeline import Pipeline


def starting_for(pipeline: Pipeline) -> BaseContext:
    """Return how workers start: forked from a process that has loaded what they need, else each anew.

    Loading takes as long as coding a dozen articles. The process that workers are forked from has loaded the network
    and what a parse with default settings needs; it runs no thread, and ends with the main process. Only on Linux can
    what numerical libraries have loaded be forked safely.
    """
    return forking() if sys.platform == "linux" and ParseText() in pipeline.stages else get_context("spawn")


def begin_loading(config: Config) -> None:
    """Let the process that workers are forked from load, while the main process has other things to do.

    Args:
        config: Settings of a run that is about to begin; those that need no such process change nothing.
    """
    parses_as_usual = "parse" in config.stages and not config.stage.get("parse")
    if sys.platform == "linux" and config.processes > 1 and parses_as_usual:
        forking()
        with interrupts_ignored():
            forkserver.ensure_running()


def forking() -> BaseContext:
    """Return how workers start that are forked."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["regesta.run.loaded"])
    return context


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C for a moment: processes that start in it ignore it for good and leave it to the main process."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread may set signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
