"""`regesta export`: the register for other programs."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from regesta.cli.options import StoreOption

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
) -> None:
    """Write the entries of the register in one of many formats, filtered as by `regesta query entries`.

    Example: regesta export --format csv --store demo/regesta.db > register.csv
    """
    from regesta.cli.options import given

    if dictionary is not None:
        print_dictionary(dictionary)
        return
    wanted = given(
        actor=actor, recipient=recipient, party=party, dyad=dyad, type=type, mode=mode, view=view, status=status,
        place=place, publisher=publisher, since=since, until=until, contains=contains, min_confidence=min_confidence,
        limit=limit,
    )  # fmt: skip
    write(store, format, output, wanted, sort)


def write(store: str | None, format: str, output: Path | None, wanted: Mapping[str, str], sort: str) -> None:
    """Write entries to a file, or to standard output.

    Raises:
        ConfigError: No such format, filter or order, or bytes that a terminal cannot show.
    """
    from regesta.cli.opened import open_register_view
    from regesta.errors import ConfigError
    from regesta.export.destination import export as export_to
    from regesta.export.destination import whole_file
    from regesta.query.register import SORTS

    exporter = loaded(format)
    if output is None and not exporter.is_text and is_terminal():
        raise ConfigError(f"{format} is no text for a terminal; write it to a file: --output FILE{exporter.suffix}")
    with open_register_view(store) as opened:
        filters = opened.filters.event_filter(wanted)
        order = opened.choice("sort", sort, SORTS)
        if output is None:
            export_to(opened.register, exporter, sys.stdout.buffer, filters, order)
            return
        with whole_file(output) as out:
            count = export_to(opened.register, exporter, out, filters, order)
    print(f"{count} entries written to {output}", file=sys.stderr)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def print_dictionary(format: str) -> None:
    """Print the data dictionary of a format as tab-separated columns."""
    from regesta.export.exporter import dictionary_lines

    for line in dictionary_lines(loaded(format)):
        print(line)


def loaded(format: str) -> Any:
    """Return an exporter by name.

    Raises:
        ConfigError: There is none, or what is registered under the name is none.
    """
    from regesta import plugins
    from regesta.errors import ConfigError
    from regesta.export.exporter import Exporter

    exporter = plugins.load("exporters", format)
    if not isinstance(exporter, Exporter):
        raise ConfigError(f"exporter {format!r} is registered with something else than a regesta Exporter")
    return exporter


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)
