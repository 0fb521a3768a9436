"""`regesta code`: articles in, coded articles out, one JSON object per line."""

import sys

from regesta.cli.options import (
    ColumnOption,
    ConfigOption,
    ProcessesOption,
    SchedulerOption,
    SourcesArgument,
    StrictOption,
    columns_of,
)


def code(
    sources: SourcesArgument,
    config: ConfigOption = None,
    column: ColumnOption = None,
    processes: ProcessesOption = None,
    scheduler: SchedulerOption = None,
    strict: StrictOption = False,
) -> None:
    """Code articles and write one JSON object per article, in input order, to standard output.

    Example: regesta code examples/baltic-wire.jsonl | head -1
    """
    from regesta.export.jsonl import write_coded
    from regesta.read.sources import read_sources
    from regesta.run.cluster.dask_runner import Dask
    from regesta.run.config import load_config
    from regesta.run.ingest import runner_for
    from regesta.run.translate import translated

    settings = load_config(config)
    runner = Dask(scheduler) if scheduler else runner_for(processes or settings.processes)
    write_coded(
        runner.map(
            settings.pipeline(strict=strict),
            translated(read_sources(sources, columns_of(column, settings.columns)), settings.translate),
        ),
        sys.stdout,
    )
