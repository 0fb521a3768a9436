"""`regesta import` and `regesta compare`: rows of other event data sets, and the register beside them."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.filters import FOREIGN_FILTERS, Filters, filtered
from regesta.cli.options import StoreOption

FAULTS_SHOWN = 20


def import_(
    files: Annotated[list[Path], typer.Argument(help="Files of the data set, zipped or not; - reads standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help="gdelt, polecat, icews, or another importer.")],
    store: StoreOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first line that is no row.")] = False,
) -> None:
    """Import rows of another event data set, kept apart from the register, for `regesta compare`.

    A second import of the same rows adds nothing. Lines that are no rows are named and left out.

    Example: regesta export --format polecat --store demo/regesta.db |
        regesta import - --format polecat --store demo/regesta.db
    """
    from regesta import plugins
    from regesta.model.display import counted
    from regesta.model.foreign import ForeignFault
    from regesta.run.config import load_config
    from regesta.run.foreign import import_foreign
    from regesta.store.store import open_store

    shown: list[ForeignFault] = []

    def on_fault(fault: ForeignFault) -> None:
        if len(shown) < FAULTS_SHOWN:
            shown.append(fault)
            print(f"{fault.origin}: {fault.reason}", file=sys.stderr)

    importer = plugins.load("importers", format)
    with open_store(store or load_config().store) as opened:
        done = import_foreign(files, importer, opened, on_fault, strict)
    if done.faults > len(shown):
        print(f"... and {done.faults - len(shown)} more lines that are no rows", file=sys.stderr)
    print(f"{counted(done.added, 'row')} added, {done.known:,} already stored, {counted(done.faults, 'line')} left out")


@filtered(FOREIGN_FILTERS)
def compare(
    filters: Filters,
    dataset: Annotated[str, typer.Option("--with", help="The imported data set: gdelt, polecat, icews.")],
    store: StoreOption = None,
    by: Annotated[str, typer.Option("--by", help="type, dyad, day, month or year.")] = "type",
    status: Annotated[
        str, typer.Option(help="Of our entries: happened, planned, denied, hypothetical, or any.")
    ] = "happened",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Count entries of the register and rows of an imported data set side by side, and what both tell.

    Example: regesta compare --with polecat --by dyad --store demo/regesta.db
    """
    from dataclasses import asdict
    from typing import get_args

    from regesta.cli.opened import open_register_view
    from regesta.query.compare import ComparedBy
    from regesta.query.compare import compare as compared
    from regesta.query.known import choice

    asked = filters if status == "any" else {**filters, "status": status}
    with open_register_view(store) as opened:
        check_imported(opened.view.foreign_datasets(), dataset)
        wanted = opened.filters.event_filter(asked)
        found = compared(opened.register, dataset, choice("dimension", by, get_args(ComparedBy)), wanted)
    share = found.agreement.share
    if as_json:
        print(json.dumps({"with": dataset, "by": by, **asdict(found), "share": share}))
        return
    print(f"{by}\tregesta\t{dataset}")
    for row in found.counts:
        print(f"{row.value or ''}\t{row.ours}\t{row.theirs}")
    told = found.agreement
    print(
        f"{found.ours} entries, {found.theirs} rows; type, dyad and day: {told.both} in both, {told.ours_only} only "
        f"here, {told.theirs_only} only in {dataset}" + (f", {share:.1%} shared" if share is not None else ""),
        file=sys.stderr,
    )


def check_imported(known: dict[str, int], dataset: str) -> None:
    """Refuse a data set of which nothing was imported.

    Raises:
        ConfigError: There are no rows of it.
    """
    from regesta.errors import ConfigError

    if dataset not in known:
        few = f"; imported are: {', '.join(sorted(known))}" if known else ""
        raise ConfigError(
            f"no rows of {dataset!r} in the store{few}; `regesta import FILE --format {dataset}` adds some"
        )
