"""Options that several commands share."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        help="Files or folders: JSONL (.jsonl, .jsonl.gz), text (.txt), HTML (.html); - reads standard input."
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option("--store", help="Path or URL of the store; else `store` of the settings, regesta.db."),
]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Settings file; else regesta.toml in this folder, if there.")
]
ProcessesOption = Annotated[
    int | None, typer.Option("--processes", "-p", min=1, help="Worker processes; else `processes` of the settings, 1.")
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Stop at the first article with a fault.")]


def given(**options: object) -> Mapping[str, str]:
    """Return the options that were given, by name, as the filter reader takes them."""
    return {name: str(value) for name, value in options.items() if value is not None}
