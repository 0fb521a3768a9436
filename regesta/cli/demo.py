"""`regesta demo`: the example articles, coded and summed up."""

import sys
from pathlib import Path

import typer

CITED = 5


def examples_folder() -> Path:
    """Return the folder of the example articles: shipped in the wheel, or at the root of a checkout."""
    package = Path(__file__).parent.parent
    return next(folder for folder in (package / "examples", package.parent / "examples") if folder.is_dir())


def demo(store: str = typer.Option("demo/regesta.db", "--store", help="Where to make the demo register.")) -> None:
    """Code the example articles into a register, sum it up, and show the five most-cited entries.

    Example: regesta demo --store demo/regesta.db
    """
    from regesta.cli.output.printing import event_sentence, one_line
    from regesta.cli.output.progress import progress_to
    from regesta.cli.output.shown import source_line
    from regesta.model.display import counted
    from regesta.query.register import open_register
    from regesta.read.sources import read_sources
    from regesta.run.config import Config
    from regesta.run.ingest import ingest
    from regesta.store.store import is_path, open_store, shown_address

    if is_path(store):
        Path(store).parent.mkdir(parents=True, exist_ok=True)
    print(f"Coding the example articles in {examples_folder()} ...", flush=True)
    with open_store(store) as opened, progress_to(sys.stderr, quiet=False) as on_progress:
        report = ingest(read_sources([str(examples_folder())]), opened, Config(store=store), on_progress)
        with opened.view() as view:
            counts, found = view.counts(), open_register(view)
            print(
                f"\n{report.read} articles read, {found.count()} entries from {counts.events} events, "
                f"{counts.statements} statements, {counted(counts.faults, 'fault')}, {report.per_second:.1f} articles/s"
            )
            print(f"\nThe {CITED} most-cited entries:")
            for entry in found.most_cited(CITED):
                print(f"\n{entry.id}  {event_sentence(entry.best)}")
                for told in entry.reports:
                    print(f"    {source_line(told.source)}: {one_line(told.citations[0].quote, 90)}")
    print(
        f"\nRead on:  regesta serve --store {shown_address(store)}   (or: make serve), then open http://127.0.0.1:8000"
    )
    print(f"          regesta show ID --store {shown_address(store)}, regesta query --help")
