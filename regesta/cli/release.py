"""`regesta release`: the register as a data set to cite."""

from pathlib import Path
from typing import Annotated

import typer

from regesta.cli.options import StoreOption


def release(
    name: str = typer.Argument(metavar="NAME", help="Name of the release, its version: 2026-11."),
    store: StoreOption = None,
    out: Annotated[Path | None, typer.Option("--output", "-o", help="Folder to make; else regesta-NAME.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The register as it was at a moment (2026-11-26T14:30, UTC).")
    ] = None,
    since: Annotated[
        Path | None, typer.Option("--since", help="Folder of an earlier release, to list the changes against.")
    ] = None,
    title: Annotated[str, typer.Option(help="Title of the data set.")] = "Register of events in international affairs",
    author: Annotated[list[str] | None, typer.Option(help="Who compiled it; may be given several times.")] = None,
    licence: Annotated[
        str | None, typer.Option("--license", help="SPDX identifier of the licence you give: CC-BY-4.0.")
    ] = None,
    texts: Annotated[
        bool, typer.Option("--texts", help="Put in the articles' full texts, which belong to their publishers.")
    ] = False,
    parquet: Annotated[bool, typer.Option(help="Write Parquet beside CSV; needs pyarrow.")] = True,
) -> None:
    """Freeze the register as a data set to cite: tables, dictionary, citation, checksums, changes.

    Example: regesta release 2026-11 --store demo/regesta.db
    """
    import sys

    from regesta.cli.opened import open_register_view
    from regesta.export.release.build import build_release
    from regesta.export.release.plan import Plan

    authors = tuple(author or ())
    plan = Plan(name=name, title=title, authors=authors, licence=licence, texts=texts, parquet=parquet)
    folder = out or Path(f"regesta-{name}")
    with open_register_view(store, as_of) as opened:
        counts = build_release(opened.register, plan, folder, since=since)
    told = ", ".join(f"{counts[table]:,} {table}" for table in ("entries", "events", "statements", "articles"))
    print(f"{folder}: {told}", file=sys.stderr)
    if not author:
        print("regesta: no author is named; --author puts names into the citation", file=sys.stderr)
