"""A run on a cluster: workers code shards, the coordinator alone loads them into the store and judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from regesta.read.sources import Origin
from regesta.run.cluster.connection import connected
from regesta.run.cluster.shard_task import Job
from regesta.run.cluster.shards import code_shards
from regesta.run.cluster.work_list import settings_hash, work_list
from regesta.run.config import Config
from regesta.run.ingest import Progress, take_in
from regesta.run.report import RunReport
from regesta.store.store import Store


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a run is spread to.

    Attributes:
        scheduler: Address of a Dask scheduler, or the path of its scheduler file; "" starts workers on this machine.
        folder: Where the workers put what they coded; on a disk that all machines share, one folder for each store.
        processes: Number of workers on this machine.
    """

    scheduler: str
    folder: Path
    processes: int = 2


def ingest_shards(
    sources: Sequence[str], store: Store, config: Config, cluster: Cluster, on_progress: Progress
) -> RunReport:
    """Code files and folders on a cluster, store the articles, and judge their events, as `ingest` does.

    The store comes to hold what it holds after a run in one process. Killed at any moment, the same call goes on with
    the shards that are not done.

    Args:
        sources: Paths, as every worker sees them.
        store: Where articles go.
        config: Settings of the coder.
        cluster: Where the work goes.
        on_progress: Called with the running counts after every batch.

    Raises:
        ConfigError: The settings describe no pipeline, or the cluster does not answer or is not fit.
        InputError: A path does not exist.
        StoreError: The store cannot be written.
    """
    settings = settings_hash(config)
    shards = work_list(sources, Origin("", columns=config.columns, order=config.date_order), settings)
    cluster.folder.mkdir(parents=True, exist_ok=True)
    folder = cluster.folder.absolute()
    with connected(cluster.scheduler, cluster.processes) as client:
        return take_in(
            store,
            config,
            on_progress,
            lambda pipeline, unseen: unseen(
                code_shards(client, Job(pipeline, config.translate, folder, settings), shards)
            ),
        )
