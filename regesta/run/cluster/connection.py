"""Connections to a Dask scheduler: one that runs elsewhere, or one of this machine for the time of a run."""

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from regesta.errors import ConfigError, RegestaError

CONNECT_S = 15
MISSING = "a cluster needs Dask: pip install 'regesta[cluster]'"
LOST = (
    "the Dask scheduler was lost; what is coded is kept: start the scheduler and its workers, and give the same "
    "command again"
)


@contextmanager
def connected(address: str, processes: int = 2) -> Iterator[Any]:
    """Give a client of a scheduler.

    Args:
        address: Address of the scheduler, as `tcp://host:8786`, or the path of its scheduler file; "" starts one with
            workers on this machine, which end with it.
        processes: Number of those workers.

    Raises:
        ConfigError: Dask is not installed, or nobody answers.
    """
    try:
        dask: Any = import_module("distributed")  # an optional library, 0.5 s of import, half of it without types
    except ImportError as error:
        raise ConfigError(MISSING) from error
    for name in ("distributed", "distributed.client"):  # each has a level of its own
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what concerns the user, our errors say
    if not address:
        with (
            dask.LocalCluster(
                n_workers=processes,
                threads_per_worker=1,
                dashboard_address="127.0.0.1:0",  # it cannot be left out; 8787 may be taken
                silence_logs=logging.CRITICAL,
            ) as cluster,
            dask.Client(cluster) as client,
        ):
            yield client
        return
    given = {"scheduler_file": address} if Path(address).is_file() else {"address": address}
    try:
        client = dask.Client(**given, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigError(f"no Dask scheduler answers at {address}: start one with `dask scheduler`") from error
    with client:
        yield client


def result_of(future: Any) -> Any:
    """Wait for a task and return what it gives.

    Raises:
        RegestaError: The scheduler was lost, or the task raised one.
        KilledWorker: The task killed its worker again and again.
    """
    from distributed.comm.core import CommClosedError  # noqa: PLC0415 - as above

    try:
        return future.result()
    except (CancelledError, CommClosedError) as error:
        raise RegestaError(LOST) from error
