"""`regesta code`: articles in, coded articles out, one JSON object per line."""

import sys

import typer

from regesta.cli.options import ConfigOption, ProcessesOption, SourcesArgument, StrictOption


def code(
    sources: SourcesArgument,
    config: ConfigOption = None,
    processes: ProcessesOption = None,
    strict: StrictOption = False,
) -> None:
    """Code articles and write one JSON object per article, in input order, to standard output.

    Example: regesta code examples/baltic-wire.jsonl | head -1
    """
    from regesta.export.jsonl import write_coded
    from regesta.read.sources import read_sources
    from regesta.run.config import load_config
    from regesta.run.ingest import runner_for

    settings = load_config(config)
    runner = runner_for(processes or settings.processes)
    write_coded(runner.map(settings.pipeline(strict=strict), read_sources(sources)), sys.stdout)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(code)
