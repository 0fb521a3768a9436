"""What a worker of a cluster does with one shard: read, code, write; alone with its files, without the store."""

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from regesta.errors import ConfigError
from regesta.model.annotation import Fault
from regesta.model.article import Article, Source
from regesta.ontology.load import version as ontology_version
from regesta.read.sources import read_listed
from regesta.run.cluster.coded_file import write_coded_file
from regesta.run.cluster.trail import DEATHS_ALONE, Trail
from regesta.run.cluster.work_list import Shard, key_of
from regesta.run.pipeline import BATCH_ARTICLES, Pipeline
from regesta.run.translate import TranslateSettings, translated
from regesta.version import __version__

FIRST = "Poland's minister visited Lithuania on Monday, he said."  # has something for every stage
SET_ASIDE = "set aside, not coded: its worker was killed each time, perhaps for want of memory"


def versions() -> tuple[str, str]:
    """Return the versions of this program and its ontology."""
    return __version__, ontology_version()


@dataclass(frozen=True, slots=True)
class Job:
    """All that a worker must know besides the shard.

    Attributes:
        pipeline: Codes; its models load in the worker, once.
        translate: How other languages are translated.
        folder: Where what is coded goes; every worker and the coordinator see it.
        settings: Hash of what decides how files are coded, part of the key of every shard.
        version: Versions of program and ontology of the coordinator.
    """

    pipeline: Pipeline
    translate: TranslateSettings
    folder: Path
    settings: str
    version: tuple[str, str] = field(default_factory=versions)

    def output(self, shard: Shard) -> Path:
        """Return the file that holds a shard when it is coded."""
        return self.folder / f"{shard.key}.jsonl.gz"

    def trail(self, shard: Shard) -> Path:
        """Return the file that tells how far a shard is."""
        return self.folder / f"{shard.key}.trail"


def code_shard(job: Job, shard: Shard, threads: int = 1) -> None:
    """Code a shard, unless that was done before; what is written is the same whoever does it, and how often.

    Args:
        job: What to do.
        shard: The files.
        threads: Number of tasks that this worker process does at a time.

    Raises:
        ConfigError: The worker is not one that can do it.
    """
    if job.output(shard).exists():
        return
    check_worker(job, shard, threads)
    load_models(job.pipeline)
    trail = Trail(job.trail(shard))
    articles = translated((a for file in shard.files for a in read_listed(file)), job.translate)
    try:
        write_coded_file(job.output(shard), coded(articles, job.pipeline, trail))
    except Exception:
        trail.left()
        raise
    trail.end()


def load_models(pipeline: Pipeline) -> None:
    """Have a pipeline load what it loads on first use: no article is to be blamed for a worker killed meanwhile."""
    for _ in pipeline([Article(id="first", text=FIRST, language="en", source=Source())]):
        pass


def check_worker(job: Job, shard: Shard, threads: int) -> None:
    """Check that a worker has the coordinator's program and files, and does one task at a time, as its models need.

    Raises:
        ConfigError: It has not, or does not.
    """
    host, own = socket.gethostname(), versions()
    if own != job.version:
        raise ConfigError(
            f"the worker on {host} has Regesta {own[0]} with ontology {own[1]}, the coordinator {job.version[0]} with "
            f"{job.version[1]}: install the same on all"
        )
    if threads != 1:
        raise ConfigError(
            f"the worker on {host} has {threads} threads: start it as `dask worker --nthreads 1 --nworkers {threads}`"
        )
    if not job.folder.is_dir() or key_of(shard.files, job.settings) != shard.key:
        path = shard.files[0].path if job.folder.is_dir() else job.folder
        raise ConfigError(
            f"the worker on {host} does not see {path} as the coordinator does: put articles and shards on a disk that "
            "all machines share, and leave them unchanged during the run"
        )


def coded(articles: Iterator[Article], pipeline: Pipeline, trail: Trail) -> Iterator[Article]:
    """Yield coded articles, in batches; where a worker was killed, one by one, but for those it was killed over."""
    start = 0
    while True:
        span = (start, start + BATCH_ARTICLES)
        size = 1 if trail.is_suspect(span) else BATCH_ARTICLES
        trail.at((start, start + size))
        batch = list(islice(articles, size))
        if not batch:
            return
        yield from [aside(batch[0])] if start in trail.set_aside else pipeline(batch)
        start += len(batch)


def aside(article: Article) -> Article:
    """Return an article that is not coded, with the fault that says why."""
    fault = Fault("cluster", f"{SET_ASIDE} ({DEATHS_ALONE} times when coded alone)")
    return replace(article, faults=(*article.faults, fault))
