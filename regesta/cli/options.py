"""Options that several commands share."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer


def not_empty(value: str | None) -> str | None:
    """Refuse an option that is given and empty, as that of a shell's variable that is not set.

    Raises:
        typer.BadParameter: It is.
    """
    if value is not None and not value.strip():
        raise typer.BadParameter("it is empty; leave the option out, or give a value")
    return value


SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files or folders: JSONL, CSV, Parquet, text, HTML, PDF, DOCX, RTF, WARC, zip, tar; - is standard input.",
    ),
]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        help="Path or URL of the store; else REGESTA_STORE, else `store` of the settings.",
        callback=not_empty,
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="The register as it was at the end of a day, or at a moment (2026-11-26T14:30, UTC)."),
]
SortOption = Annotated[
    str, typer.Option(help="newest, oldest, support, confidence, reported (latest news), killed, wounded.")
]
LimitOption = Annotated[int, typer.Option("--limit", min=1, max=10**9, help="At most so many.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
IdsOption = Annotated[bool, typer.Option("--ids", help="Ids alone, one a line, to be passed on with xargs.")]
ConfigOption = Annotated[
    Path | None, typer.Option("--config", help="Settings file; else regesta.toml in this folder, if there.")
]
ProcessesOption = Annotated[
    int | None, typer.Option("--processes", "-p", min=1, help="Worker processes; else `processes` of the settings, 1.")
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(help="Code on the Dask cluster of this scheduler: its address, or its scheduler file."),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Name of the column that holds a field (text, title, published, publisher, url, id, byline); repeatable.",
    ),
]
DateOrderOption = Annotated[
    Literal["day", "month"] | None,
    typer.Option(help="What comes first in dates of publication such as 12/04/2022, which else are not read."),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Stop at the first article with a fault.")]


def given(**options: object) -> Mapping[str, str]:
    """Return the options that were given, by name, as the filter reader takes them."""
    return {name: str(value) for name, value in options.items() if value is not None}


def columns_of(given: Sequence[str] | None, settings: Mapping[str, str]) -> dict[str, str]:
    """Return fields to names of columns: those of the settings, then those of the command line.

    Raises:
        typer.BadParameter: An option is not FIELD=NAME, or the field is none that records have.
    """
    from regesta.read.record import COLUMN_FIELDS

    found = dict(settings)
    for each in given or ():
        field, equals, name = each.partition("=")
        if not equals or not name:
            raise typer.BadParameter(f"{each!r} is not FIELD=NAME, such as text=Body")
        found[field] = name
    if unknown := sorted(set(found) - set(COLUMN_FIELDS)):
        raise typer.BadParameter(f"{unknown[0]!r} is no field of an article; fields are {', '.join(COLUMN_FIELDS)}")
    return found


def file_beside(store: str, ending: str) -> Path:
    """Return where a command keeps what it needs besides a store: beside one that is a file, else in this folder."""
    path = store.removeprefix("sqlite:///").partition("?")[0]
    return Path(f"{path}.{ending}") if "://" not in path and ":" not in path[2:] else Path(f"regesta.{ending}")
