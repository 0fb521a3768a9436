"""Connections to a Dask scheduler: one that runs elsewhere, or one of this machine for the time of a run."""

import json
import logging
import socket
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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
        ConfigError: Dask is not installed, nobody answers, or encryption is not settled.
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
    address = told_in(Path(address)) if Path(address).is_file() else address
    check_encryption(address, dask.Security())
    try:
        check_host(address)
        client = dask.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ConfigError(f"no Dask scheduler answers at {address}: start one with `dask scheduler`") from error
    with client:
        yield client


def told_in(path: Path) -> str:
    """Return the address in a scheduler file.

    Raises:
        ConfigError: It is none.
    """
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["address"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path}: is no scheduler file; `dask scheduler --scheduler-file` writes one") from error


def check_host(address: str) -> None:
    """Check that a scheduler's host has an address, without which Dask asks again and again and ends in a traceback.

    Raises:
        OSError: It has none.
        ValueError: It is none.
    """
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme in {"tcp", "tls"}:
        socket.getaddrinfo(parts.hostname or "", parts.port)


def check_encryption(address: str, security: Any) -> None:
    """Check that a scheduler and Dask's settings agree on TLS, of which Dask would tell in a traceback.

    Raises:
        ConfigError: They do not, or there are no such certificates.
    """
    encrypted = address.startswith("tls://")
    try:
        certified = security.get_connection_args("client")["ssl_context"] is not None
    except OSError as error:
        raise ConfigError(f"the certificates that Dask's settings name: {error}") from error
    if encrypted and not certified:
        raise ConfigError(f"{address}: encrypts; name your certificates in Dask's settings, `distributed.comm.tls`")
    if security.require_encryption and not encrypted:
        raise ConfigError(
            f"{address}: does not encrypt, as Dask's settings require; start it with `dask scheduler --protocol tls`"
        )


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
