"""`regesta code`: articles in, coded articles out, one JSON object per line."""

import sys

from regesta.cli.options import (
    ColumnOption,
    ConfigOption,
    DateOrderOption,
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
    date_order: DateOrderOption = None,
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
    columns = columns_of(column, settings.columns)
    articles = read_sources(sources, columns, order=date_order or settings.date_order)
    write_coded(
        runner.map(settings.pipeline(strict=strict), translated(articles, settings.translate)),
        sys.stdout,
    )
