"""`regesta evaluate`: scores against gold, compared with their floors."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from regesta.cli.options import ConfigOption, ProcessesOption

if TYPE_CHECKING:
    from regesta.evaluate.report import Coder
    from regesta.run.config import Config


def evaluate(
    config: ConfigOption = None,
    processes: ProcessesOption = None,
    only: str | None = typer.Option(None, "--only", help="Score only the data sets whose names contain this."),
    update: bool = typer.Option(False, "--update", help="Raise the floors to what was measured."),
    allow_regression: bool = typer.Option(False, "--allow-regression", help="With --update: lower floors too."),
) -> None:
    """Score the coder on the gold data sets that are present and compare with evaluation/floors.json.

    Run it in the repository. Exit code 1 when a score fell below its floor.

    Example: regesta evaluate --only own
    """
    from regesta.errors import ConfigError
    from regesta.evaluate import gate
    from regesta.evaluate.datasets import find_datasets
    from regesta.evaluate.report import as_table, score_dataset
    from regesta.run.config import load_config

    settings = load_config(config)
    settings = replace(settings, processes=processes or settings.processes)
    code, enter = coders(settings)
    datasets = [d for d in find_datasets() if only is None or only in d.name]
    if not datasets:
        raise ConfigError("no gold found: run this in the repository's root folder, or change --only")
    fingerprints = {dataset.name: gate.fingerprint(dataset.gold) for dataset in datasets}
    measured = {}
    for dataset in datasets:
        print(f"regesta: coding {dataset.name}", file=sys.stderr)
        measured[dataset.name] = score_dataset(dataset, code, enter)
    floors = gate.read_floors()
    print(as_table(measured, floors))
    if update:
        gate.write_floors(gate.raised(measured, floors, allow_regression=allow_regression), fingerprints)
    for name in gate.moved(fingerprints):
        print(f"regesta: the gold of {name} has changed since its floors were set", file=sys.stderr)
    fallen = gate.drops(measured, floors)
    for drop in fallen:
        print(
            f"regesta: {drop.dataset} {drop.score} fell to {drop.measured:.3f}, floor {drop.floor:.3f}", file=sys.stderr
        )
    if fallen and not allow_regression:
        raise typer.Exit(1)


def coders(settings: "Config") -> "tuple[Coder, Coder]":
    """Return what codes articles under these settings: into JSON lines, and into a store."""
    from regesta.export.jsonl import write_coded
    from regesta.read.sources import read_sources
    from regesta.run.ingest import ingest, runner_for
    from regesta.store.store import open_store

    runner, pipeline = runner_for(settings.processes), settings.pipeline()

    def code(articles: Path, coded: Path) -> None:
        with coded.open("w", encoding="utf-8") as out:
            write_coded(runner.map(pipeline, read_sources([str(articles)])), out)

    def enter(articles: Path, store: Path) -> None:
        with open_store(str(store)) as opened:
            ingest(read_sources([str(articles)]), opened, settings, lambda report: None)

    return code, enter


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)
