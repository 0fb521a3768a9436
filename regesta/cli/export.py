"""`regesta export`: the register for other programs."""

import sys
from typing import Annotated

import typer

from regesta.cli.options import StoreOption


def export(
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", "-f", help="An exporter; `regesta plugins` lists them.")] = "jsonl",
    since: Annotated[str | None, typer.Option("--from", help="On or after this day, month or year.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="Until the end of this day, month or year.")] = None,
    type: Annotated[str | None, typer.Option("--type", help="PLOVER event type.")] = None,
    dyad: Annotated[str | None, typer.Option(help="Two states that both take part: RUS-BLR.")] = None,
) -> None:
    """Write the entries of the register, each with its sources and their words, to standard output.

    Example: regesta export --format csv --store demo/regesta.db > register.csv
    """
    from regesta import plugins
    from regesta.cli.opened import open_register_view
    from regesta.cli.options import given

    exporter = plugins.load("exporters", format)
    with open_register_view(store) as opened:
        wanted = opened.filters.event_filter(given(since=since, until=until, type=type, dyad=dyad))
        exporter(opened.register.entries(wanted, "oldest"), sys.stdout)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)
