"""`regesta export`: the register for other programs."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from regesta.cli.filters import ENTRY_FILTERS, STATEMENT_FILTERS, Filters, Text, filtered
from regesta.cli.options import AsOfOption, SortOption, StoreOption, given


@filtered({**STATEMENT_FILTERS, **ENTRY_FILTERS})
def export(
    filters: Filters,
    store: StoreOption = None,
    format: Annotated[str, typer.Option("--format", "-f", help="An exporter; `regesta plugins` lists them.")] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="A file, which appears when it is whole; else standard output."),
    ] = None,
    dictionary: Annotated[
        Text, typer.Option("--dictionary", metavar="FORMAT", help="Print the data dictionary of a format, and stop.")
    ] = None,
    sort: SortOption = "oldest",
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="At most so many; else all.")] = None,
    as_of: AsOfOption = None,
) -> None:
    """Write entries, or with a format of statements those, filtered as by `regesta query entries` or `statements`.

    Example: regesta export --format csv --store demo/regesta.db > register.csv
    """
    from regesta.cli.opened import open_register_view
    from regesta.cli.output.exports import write_selected
    from regesta.export.selection import Selection

    if dictionary is not None:
        print_dictionary(dictionary)
        return
    exporter = loaded(format, to_terminal=output is None and is_terminal())
    options = {**filters, **given(limit=limit)}
    with open_register_view(store, as_of) as opened:
        write_selected(Selection(opened.filters, lambda: opened.register, options, sort), exporter, output)


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
    from regesta.errors import ConfigError
    from regesta.export.exporter import load_exporter

    exporter = load_exporter(format)
    if to_terminal and not exporter.is_text:
        raise ConfigError(f"{format} is no text for a terminal; write it to a file: --output FILE{exporter.suffix}")
    return exporter
