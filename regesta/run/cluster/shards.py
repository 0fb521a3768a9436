"""The coordinator's side of a work-list: hands shards out, waits for them in order, sets aside what kills workers."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from regesta.errors import RegestaError
from regesta.model.article import Article, Source
from regesta.read.record import unreadable
from regesta.run.cluster.coded_file import read_coded_file, remove_parts
from regesta.run.cluster.connection import result_of
from regesta.run.cluster.shard_task import Job, code_shard
from regesta.run.cluster.trail import Trail
from regesta.run.cluster.work_list import Shard

MANIFEST = "manifest.jsonl"
RETRIES = 2  # after errors of a worker, such as a disk that does not answer for a moment
TRIES = 5  # of a shard, each until four workers that had it were killed: most often for no fault of the shard


def write_manifest(job: Job, shards: Sequence[Shard]) -> None:
    """Write which files make up which shard; a shard is done when the file named by its key is there."""
    rows = ({"key": shard.key, "files": [str(file.path) for file in shard.files]} for shard in shards)
    part = job.folder / f"{MANIFEST}.new"
    part.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8", errors="surrogateescape")
    part.replace(job.folder / MANIFEST)


def code_shards(client: Any, job: Job, shards: Sequence[Shard]) -> Iterator[Article]:
    """Yield the coded articles of shards, in their order, whichever workers code them and in whatever order.

    Args:
        client: Of a Dask scheduler.
        job: What the workers need to know.
        shards: What is to be coded; those that are done are only read.

    Raises:
        RegestaError: A worker cannot do its work, or the scheduler was lost. What is coded is kept.
    """
    write_manifest(job, shards)
    sent = client.submit(itself, job, pure=False)
    waiting = [None if job.output(shard).exists() else submitted(client, sent, shard) for shard in shards]
    for number, shard in enumerate(shards):
        trouble = wait_for(client, job, shard, waiting[number])
        waiting[number] = None  # lets the scheduler forget it
        if trouble:
            yield unreadable(Source(origin=shard.name), trouble)
            continue
        if not job.output(shard).exists():
            raise RegestaError(
                f"{job.folder}: a worker coded {shard.name} into a folder of this name on its own machine: put it on a "
                "disk that all machines share"
            )
        yield from read_coded_file(job.output(shard))
    remove_parts(job.folder)


def submitted(client: Any, job: Any, shard: Shard, priority: int = 0) -> Any:
    """Hand out a shard, with the job or the task that gives it; those of higher priority are coded first."""
    return client.submit(on_worker, job, shard, pure=False, retries=RETRIES, priority=priority)


def wait_for(client: Any, job: Job, shard: Shard, future: Any) -> str | None:
    """Wait until a shard is done; return why it is set aside, if it is.

    Dask gives a task up when several workers that had it were killed, even if it only waited there behind others, or
    their jobs were cancelled or at their time limit. So a shard is handed out again, before all others, some times;
    and always when another article of it was found that kills workers.

    Raises:
        RegestaError: A worker cannot do its work, or the scheduler was lost.
    """
    from distributed import KilledWorker  # noqa: PLC0415 - an optional library

    tries = culprits = 0
    while future is not None:
        try:
            result_of(future)
            return None
        except KilledWorker:
            found = len(Trail(job.trail(shard)).set_aside)
            tries = 1 if found > culprits else tries + 1
            if tries == TRIES:
                return "set aside: reading it killed its worker again and again, perhaps for want of memory"
            culprits, future = found, submitted(client, job, shard, priority=1)
        except OSError as error:
            raise RegestaError(f"{shard.name}: a worker failed: {error}; put it right and run again") from error
    return None


def on_worker(job: Job, shard: Shard) -> None:
    """Code a shard in the worker that this is called in."""
    from distributed import get_worker  # noqa: PLC0415 - an optional library

    code_shard(job, shard, threads=get_worker().state.nthreads)


def itself(job: Job) -> Job:
    """Return a job: a task goes once to each worker, and is done again when the worker that had it is lost."""
    return job
