"""Builds a release: all files in a temporary folder, which is then moved into place."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from regesta.errors import ConfigError
from regesta.export.files.placed import placed
from regesta.export.files.table_arrow import pyarrow
from regesta.export.release.changes import SUMS, check_release, write_changes
from regesta.export.release.contents import sheets_of, write_tables
from regesta.export.release.described import (
    citation_file,
    data_package,
    dictionary,
    licence_note,
    read_me,
    resources_of,
    sha256_of,
)
from regesta.export.release.plan import Plan
from regesta.query.register import Register

NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # the date of a release of an empty store


def build_release(register: Register, plan: Plan, folder: Path, *, since: Path | None = None) -> Mapping[str, int]:
    """Write a register as a release; the same register and plan give the same bytes.

    Args:
        register: The register, of now or of an earlier moment.
        plan: What the release is to be.
        folder: Where; it must not exist.
        since: Folder of an earlier release to list the changes against; None for none.

    Returns:
        The number of rows by table.

    Raises:
        ConfigError: The folder exists, or Parquet is wanted without pyarrow.
        InputError: `since` is no release, or was changed; or the folder above does not exist.
    """
    if folder.exists():
        raise ConfigError(f"{folder}: is there already; a release is never overwritten, give another folder")
    if plan.parquet:
        pyarrow()
    if since:
        check_release(since)
    with placed(folder) as made:
        made.mkdir()
        (made / "csv").mkdir()
        if plan.parquet:
            (made / "parquet").mkdir()
        counts = write_tables(register, made, texts=plan.texts, parquet=plan.parquet)
        describe(made, plan, register.view.last_change() or NEVER, counts)
        write_changes(made, since)
        write_sums(made)
    return counts


def describe(folder: Path, plan: Plan, created: datetime, counts: Mapping[str, int]) -> None:
    """Write what describes the tables of a release."""
    sheets = sheets_of(texts=plan.texts)
    resources = [found for sheet in sheets for found in resources_of(sheet, folder, plan, counts[sheet.name])]
    for name, text in {
        "datapackage.json": data_package(plan, created, resources),
        "DICTIONARY.md": dictionary(plan, sheets, counts),
        "CITATION.cff": citation_file(plan, created),
        "LICENSE.md": licence_note(plan),
        "README.md": read_me(plan, created, counts),
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of every file of a release, as `sha256sum` reads it."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    lines = [f"{sha256_of(folder / path)}  {path}\n" for path in paths]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
