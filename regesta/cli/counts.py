"""`regesta counts`: counts over time with coverage."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.filters import EVENT_FILTERS, Filters, filtered
from regesta.cli.options import AsOfOption, StoreOption

GroupsOption = Annotated[
    str,
    typer.Option(help="Groups with commas: type, mode, quad, status, actor, recipient, state, dyad, place, publisher."),
]


@filtered(EVENT_FILTERS)
def counts(
    filters: Filters,
    store: StoreOption = None,
    by: GroupsOption = "",
    every: Annotated[str, typer.Option(help="day, week (ISO), month, year, or all for no periods.")] = "month",
    of: Annotated[
        str,
        typer.Option(help="entries (happenings, each once), events (reports of articles), killed or wounded."),
    ] = "entries",
    zeros: Annotated[bool, typer.Option(help="Rows for periods in which a group has nothing.")] = True,
    format: Annotated[str, typer.Option("--format", "-f", help="table, csv, json or parquet.")] = "table",
    out: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Count happenings or reports over time, with the number of articles read: zero is silence, null is no news.

    Example: regesta counts --by dyad --every year --store demo/regesta.db
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.counts import FORMATS, write_counts
    from regesta.query.count_options import read_count_query, remark
    from regesta.query.counts.count_table import count_table
    from regesta.query.known import choice

    wanted = {**filters, "by": by, "every": every, "of": of, "zeros": "yes" if zeros else "no"}
    with open_register_view(store, as_of) as opened:
        chosen = choice("format", format, FORMATS)
        found = count_table(opened.view, read_count_query(opened.filters, wanted))
        write_counts(found, chosen, out)
    print(remark(found), file=sys.stderr)
