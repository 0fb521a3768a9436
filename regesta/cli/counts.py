"""`regesta counts`: counts over time with coverage."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.options import AsOfOption, StoreOption

Text = str | None
GroupsOption = Annotated[
    str,
    typer.Option(help="Groups with commas: type, mode, quad, status, actor, recipient, state, dyad, place, publisher."),
]


def counts(
    store: StoreOption = None,
    by: GroupsOption = "",
    every: Annotated[str, typer.Option(help="day, week (ISO), month, year, or all for no periods.")] = "month",
    of: Annotated[
        str, typer.Option(help="entries (happenings, each once) or events (reports of single articles).")
    ] = "entries",
    actor: Annotated[Text, typer.Option(help="Who acted: a state (BLR, Belarus), a name, an entity id.")] = None,
    recipient: Annotated[Text, typer.Option(help="To whom it was done.")] = None,
    party: Annotated[Text, typer.Option(help="Either.")] = None,
    dyad: Annotated[Text, typer.Option(help="Two that both take part: RUS-BLR, or two names with a comma.")] = None,
    type: Annotated[Text, typer.Option("--type", help="PLOVER event type.")] = None,
    mode: Annotated[Text, typer.Option(help="Mode of the type.")] = None,
    view: Annotated[Text, typer.Option(help="A named view: meetings, sanctions, exercises ...")] = None,
    status: Annotated[Text, typer.Option(help="happened, planned, denied or hypothetical.")] = None,
    quad: Annotated[Text, typer.Option(help="Quad class, 1 to 4.")] = None,
    place: Annotated[Text, typer.Option(help="Where: a state or a place's name.")] = None,
    publisher: Annotated[Text, typer.Option(help="Who published a report.")] = None,
    since: Annotated[Text, typer.Option("--from", help="On or after this day, month or year.")] = None,
    until: Annotated[Text, typer.Option("--to", help="Until the end of this day, month or year.")] = None,
    min_confidence: Annotated[Text, typer.Option(help="At least this confidence, 0 to 1.")] = None,
    zeros: Annotated[bool, typer.Option(help="Rows for periods in which a group has nothing.")] = True,
    format: Annotated[str, typer.Option("--format", "-f", help="table, csv, json or parquet.")] = "table",
    out: Annotated[Path | None, typer.Option("--output", "-o", help="File to write; else standard output.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Count happenings or reports over time, with the number of articles read: zero is silence, null is no news.

    Example: regesta counts --by dyad --every year --store demo/regesta.db
    """
    from regesta.cli.counted import FORMATS, write_counts
    from regesta.cli.opened import open_register_view
    from regesta.cli.options import given
    from regesta.query.count_options import read_count_query, remark
    from regesta.query.count_table import count_table

    wanted = given(
        actor=actor, recipient=recipient, party=party, dyad=dyad, type=type, mode=mode, view=view, status=status,
        quad=quad, place=place, publisher=publisher, since=since, until=until, min_confidence=min_confidence,
        by=by, every=every, of=of, zeros="yes" if zeros else "no",
    )  # fmt: skip
    with open_register_view(store, as_of) as opened:
        chosen = opened.choice("format", format, FORMATS)
        found = count_table(opened.view, read_count_query(opened.filters, wanted))
        write_counts(found, chosen, out)
    print(remark(found), file=sys.stderr)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(counts)
