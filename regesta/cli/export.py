"""`regesta export`: the register for other programs."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from regesta.cli.options import AsOfOption, StoreOption

Text = str | None


def export(
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", "-f", help="An exporter; `regesta plugins` lists them.")] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file, which appears when it is whole; else standard output."),
    ] = None,
    dictionary: Annotated[
        Text, typer.Option("--dictionary", metavar="FORMAT", help="Print the data dictionary of a format, and stop.")
    ] = None,
    actor: Annotated[Text, typer.Option(help="Who acted: a state (BLR, Belarus), a name, an entity id.")] = None,
    recipient: Annotated[Text, typer.Option(help="To whom it was done.")] = None,
    party: Annotated[Text, typer.Option(help="Either.")] = None,
    dyad: Annotated[Text, typer.Option(help="Two states that both take part: RUS-BLR.")] = None,
    type: Annotated[Text, typer.Option("--type", help="PLOVER event type.")] = None,
    mode: Annotated[Text, typer.Option(help="Mode of the type.")] = None,
    view: Annotated[Text, typer.Option(help="A named view: meetings, sanctions, exercises ...")] = None,
    status: Annotated[Text, typer.Option(help="happened, planned, denied or hypothetical.")] = None,
    place: Annotated[Text, typer.Option(help="Where: a state or a place's name.")] = None,
    publisher: Annotated[Text, typer.Option(help="Who published a report.")] = None,
    since: Annotated[Text, typer.Option("--from", help="On or after this day, month or year.")] = None,
    until: Annotated[Text, typer.Option("--to", help="Until the end of this day, month or year.")] = None,
    contains: Annotated[Text, typer.Option(help="Words of the evidence.")] = None,
    min_confidence: Annotated[Text, typer.Option(help="At least this confidence, 0 to 1.")] = None,
    sort: Annotated[str, typer.Option(help="newest, oldest, support or confidence.")] = "oldest",
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many entries; else all.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write the entries of the register in one of many formats, filtered as by `regesta query entries`.

    Example: regesta export --format csv --store demo/regesta.db > register.csv
    """
    from regesta.cli.exported import write_entries
    from regesta.cli.opened import open_register_view
    from regesta.cli.options import given
    from regesta.query.register import SORTS

    if dictionary is not None:
        print_dictionary(dictionary)
        return
    wanted = given(
        actor=actor, recipient=recipient, party=party, dyad=dyad, type=type, mode=mode, view=view, status=status,
        place=place, publisher=publisher, since=since, until=until, contains=contains, min_confidence=min_confidence,
        limit=limit,
    )  # fmt: skip
    exporter = loaded(format, to_terminal=output is None and is_terminal())
    with open_register_view(store, as_of) as opened:
        filters = opened.filters.event_filter(wanted)
        write_entries(opened.register, exporter, output, filters, opened.choice("sort", sort, SORTS))


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def print_dictionary(format: str) -> None:
    """Print the data dictionary of a format as tab-separated columns."""
    from regesta.export.exporter import dictionary_lines

    for line in dictionary_lines(loaded(format)):
        print(line)


def loaded(format: str, *, to_terminal: bool = False) -> Any:
    """Return an exporter by name.

    Args:
        format: Its name.
        to_terminal: Whether a terminal is to show what it writes.

    Raises:
        ConfigError: There is none, what is registered under the name is none, or it writes no text for a terminal.
    """
    from regesta import plugins
    from regesta.errors import ConfigError
    from regesta.export.exporter import Exporter

    exporter = plugins.load("exporters", format)
    if not isinstance(exporter, Exporter):
        raise ConfigError(f"exporter {format!r} is registered with something else than a regesta Exporter")
    if to_terminal and not exporter.is_text:
        raise ConfigError(f"{format} is no text for a terminal; write it to a file: --output FILE{exporter.suffix}")
    return exporter


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)
