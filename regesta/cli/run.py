"""`regesta run`: read, code, resolve, merge and store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regesta.cli.options import (
    ColumnOption,
    ConfigOption,
    DateOrderOption,
    ProcessesOption,
    SchedulerOption,
    SourcesArgument,
    StoreOption,
    columns_of,
    file_beside,
)

if TYPE_CHECKING:
    from regesta.run.report import RunReport

ShardsOption = Annotated[
    Path | None,
    typer.Option("--shards", help="Folder, seen by all workers, for what they coded; else beside the store, .shards."),
]


def run(
    sources: SourcesArgument,
    store: StoreOption = None,
    config: ConfigOption = None,
    column: ColumnOption = None,
    date_order: DateOrderOption = None,
    processes: ProcessesOption = None,
    scheduler: SchedulerOption = None,
    shards: ShardsOption = None,
    quiet: bool = typer.Option(False, "--quiet", "-q", help="Show no progress."),
) -> None:
    """Read and code articles, store them, and join events that several articles tell. A second run adds nothing.

    Interrupt it at any time: what was stored is kept, and the same command goes on where it stopped.

    Example: regesta run examples --store regesta.db
    """
    from dataclasses import replace

    from regesta.run.config import load_config
    from regesta.run.forked import begin_loading

    given = load_config(config)
    given = replace(given, store=store or given.store, processes=processes or given.processes)
    settings = replace(given, columns=columns_of(column, given.columns), date_order=date_order or given.date_order)
    if not scheduler:
        begin_loading(settings)  # before all else is imported: that takes as long as a third of it

    from regesta.cli.clock import tell_if_behind
    from regesta.cli.output.progress import progress_to
    from regesta.read.sources import amount_of, read_sources
    from regesta.run.cluster.ingest_shards import Cluster, ingest_shards
    from regesta.run.ingest import ingest
    from regesta.run.translate import translated
    from regesta.store.store import open_store, shown_address

    amount = amount_of(sources)
    articles = translated(read_sources(sources, settings.columns, amount, settings.date_order), settings.translate)
    try:
        with open_store(settings.store) as opened, progress_to(sys.stderr, quiet=quiet, amount=amount) as on_progress:
            tell_if_behind(opened)
            if scheduler:
                cluster = Cluster(scheduler, shards or file_beside(settings.store, "shards"))
                report = ingest_shards(sources, opened, settings, cluster, on_progress)
            else:
                report = ingest(articles, opened, settings, on_progress)
    except KeyboardInterrupt:
        print("regesta: interrupted; what was stored is kept, the same command goes on from there", file=sys.stderr)
        raise
    tell(report, shown_address(settings.store), quiet=quiet)


def tell(report: "RunReport", shown: str, *, quiet: bool) -> None:
    """Print what a run did, and how to read on.

    Args:
        report: What it did.
        shown: The store as a command takes it.
        quiet: Leave out how to read on.
    """
    from regesta.model.display import counted

    without_text = f"{report.unread:,} without text, " if report.unread else ""
    print(
        f"{counted(report.read - report.unread, 'article')} read, {without_text}{report.added:,} added, "
        f"{report.skipped:,} already stored, "
        f"{counted(report.events, 'event')}, {counted(report.statements, 'statement')}, "
        f"{counted(report.same, 'pair')} joined, {report.unsure:,} left to judge, "
        f"{counted(report.faults.total(), 'fault')}, {report.per_second:.1f} articles/s"
    )
    for stage, count in sorted(report.faults.items()):
        print(f"  {counted(count, 'fault')} in {stage}; `regesta query faults --store {shown}` lists them")
    if report.met_again:
        tell_clashes(report)
    if not report.read:
        print("regesta: nothing to read: no file is there", file=sys.stderr)
    if report.added and not quiet:
        print(f"read on: regesta query entries --store {shown}, regesta serve --store {shown}", file=sys.stderr)


def tell_clashes(report: "RunReport") -> None:
    """Warn of articles that stand for others of the same id, which no longer count."""
    from regesta.model.display import counted

    print(
        f"regesta: {counted(report.met_again, 'article')} came under the id of another of this run, with another text; "
        "only the last of each id counts: give every article an id of its own",
        file=sys.stderr,
    )
    for id, origins in report.clashes.items():
        print(f"  id {id}: {', '.join(origins)}", file=sys.stderr)
    if report.met_again > len(report.clashes):
        print("  and others", file=sys.stderr)
