"""`regesta evaluate`: scores against gold, compared with their floors."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from regesta.cli.options import ConfigOption, ProcessesOption

if TYPE_CHECKING:
    from regesta.evaluate.datasets import Dataset
    from regesta.evaluate.report import Coder, Enterer, Result
    from regesta.run.config import Config


def evaluate(
    config: ConfigOption = None,
    processes: ProcessesOption = None,
    only: str | None = typer.Option(None, "--only", help="Score only the data sets whose names contain this."),
    write: bool = typer.Option(False, "--write", help="Write evaluation/results.json, which the documentation quotes."),
    mistakes: str | None = typer.Option(None, "--mistakes", help="Write every mistake in whole articles to this file."),
    update: bool = typer.Option(False, "--update", help="Raise the floors to what was measured."),
    allow_regression: bool = typer.Option(False, "--allow-regression", help="With --update: lower floors too."),
) -> None:
    """Score the coder on the gold data sets that are present and compare with evaluation/floors.json.

    Each score has an interval, from 1,000 drawings of its articles or sentences with replacement. Run it in the
    repository. Exit code 1 when a score fell below its floor.

    Example: regesta evaluate --only own
    """
    from regesta.errors import ConfigError
    from regesta.evaluate import results as file
    from regesta.evaluate.datasets import list_datasets
    from regesta.evaluate.gate import fingerprint
    from regesta.evaluate.report import as_table, measure_datasets, plain_scores
    from regesta.run.config import load_config

    settings = load_config(config)
    settings = replace(settings, processes=processes or settings.processes)
    wanted = [d for d in list_datasets() if only is None or only in d.name]
    datasets = [d for d in wanted if d.is_present]
    for dataset in wanted:
        if not dataset.is_present:
            print(f"regesta: {dataset.name} is not scored: there is no {dataset.gold}", file=sys.stderr)
    if not datasets:
        raise ConfigError("no gold found: run this in the repository's root folder, or change --only")
    code, enter = coders(settings)
    measured: dict[Dataset, Result] = {}
    for dataset, result in measure_datasets(datasets, code, enter):
        print(f"regesta: scored {dataset.name}, {result.items} items", file=sys.stderr)
        measured[dataset] = result
    by_name = {dataset.name: result for dataset, result in measured.items()}
    print(as_table(by_name, read_floors_of(by_name)))
    if write:
        file.write_results(file.merged(file.read_results(), measured))
    if mistakes is not None:
        write_mistakes(by_name, Path(mistakes))
    fingerprints = {dataset.name: fingerprint(dataset.gold) for dataset in datasets}
    keep_floors(plain_scores(by_name), fingerprints, update=update, allow_regression=allow_regression)


def read_floors_of(measured: "Mapping[str, Result]") -> dict[str, dict[str, float]]:
    """Return the floors of what was measured."""
    from regesta.evaluate import gate

    return {name: scores for name, scores in gate.read_floors().items() if name in measured}


def keep_floors(
    scores: Mapping[str, Mapping[str, float]], fingerprints: Mapping[str, str], *, update: bool, allow_regression: bool
) -> None:
    """Tell which scores are below their floors, or whose gold has moved; raise the floors where that is asked for."""
    from regesta.evaluate import gate

    floors = gate.read_floors()
    if update:
        gate.write_floors(gate.raised(scores, floors, allow_regression=allow_regression), fingerprints)
    for name in gate.moved(fingerprints):
        print(f"regesta: the gold of {name} has changed since its floors were set", file=sys.stderr)
    fallen = gate.drops(scores, floors)
    for drop in fallen:
        print(
            f"regesta: {drop.dataset} {drop.score} fell to {drop.measured:.3f}, floor {drop.floor:.3f}", file=sys.stderr
        )
    if fallen and not allow_regression:
        raise typer.Exit(1)


def write_mistakes(measured: "Mapping[str, Result]", path: Path) -> None:
    """Write every mistake with its data set."""
    from regesta.evaluate.inputs import write_jsonl

    rows: Iterable[Any] = (
        {"dataset": name, **asdict(mistake)} for name, result in measured.items() for mistake in result.mistakes
    )
    write_jsonl(path, rows)


def coders(settings: "Config") -> "tuple[Coder, Enterer]":
    """Return what codes articles under these settings: files of them in one pass, and one file into a store."""
    from itertools import chain, islice

    from regesta.export.jsonl import coded_article
    from regesta.read.sources import read_sources
    from regesta.run.ingest import ingest, runner_for
    from regesta.store.store import open_store

    runner, pipeline = runner_for(settings.processes), settings.pipeline()

    def code(files: Sequence[Path]) -> Iterator[list[dict[str, Any]]]:
        read = [list(read_sources([str(file)])) for file in files]
        coded = runner.map(pipeline, chain.from_iterable(read))
        for articles in read:
            yield [coded_article(article) for article in islice(coded, len(articles))]

    def enter(articles: Path, store: Path) -> None:
        with open_store(str(store)) as opened:
            ingest(read_sources([str(articles)]), opened, settings, lambda report: None)

    return code, enter
