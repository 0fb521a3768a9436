"""What changed between two releases, found in their files: added, updated, merged and deleted ids."""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta.errors import InputError
from regesta.export.files.table_text import ENDING
from regesta.export.release.described import sha256_of
from regesta.export.release.sheets import csv_path

COMPARED = ("articles", "entries", "events", "statements")
KINDS = ("added", "updated", "merged", "deleted")
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one id.

    Attributes:
        table: Its table.
        id: The id.
        kind: added, updated (a value differs), merged (an entry that is now part of another) or deleted.
        into: The entry that it was merged into; "" otherwise.
    """

    table: str
    id: str
    kind: str
    into: str = ""


def check_release(folder: Path) -> str:
    """Check that a folder holds a release whose files are as they were written; return the name of the release.

    Raises:
        InputError: It is none, or a file was changed or is missing.
    """
    try:
        version = str(json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["version"])
        sums = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{folder}: holds no release; --since takes the folder of an earlier one") from error
    for line in sums:
        expected, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or sha256_of(path) != expected:
            raise InputError(f"{path}: is not as it was released; take an unchanged copy of release {version}")
    return version


def changes(earlier: Path, later: Path) -> Iterator[Change]:
    """Yield what changed between two releases, by table, then id.

    Values are compared in the columns that both have, so that a new column is no change.
    """
    entry_of = {row["id"]: row["entry"] for row in read_rows(later, "events")}
    for table in COMPARED:
        shared = sorted(set(columns_of(earlier, table)) & set(columns_of(later, table)))
        before, after = digests(earlier, table, shared), digests(later, table, shared)
        for found in sorted(before.keys() | after.keys()):
            if found not in before:
                yield Change(table, found, "added")
            elif found in after:
                if before[found] != after[found]:
                    yield Change(table, found, "updated")
            elif table == "entries" and found in entry_of:
                yield Change(table, found, "merged", entry_of[found])
            else:
                yield Change(table, found, "deleted")


def columns_of(folder: Path, table: str) -> list[str]:
    """Return the columns of a table of a release."""
    with csv_path(folder, table).open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def read_rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table of a release."""
    with csv_path(folder, table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def digests(folder: Path, table: str, columns: Iterable[str]) -> dict[str, bytes]:
    """Return a short hash of some columns of every row, by id."""
    return {
        row["id"]: hashlib.sha256("\x1f".join(row[name] for name in columns).encode()).digest()[:16]
        for row in read_rows(folder, table)
    }


def write_changes(folder: Path, earlier: Path | None) -> None:
    """Write `CHANGES.csv` and `CHANGES.md` into a release.

    Args:
        folder: The release; its tables are there.
        earlier: The release to compare with; None for the first.

    Raises:
        InputError: `earlier` is no release, or was changed.
    """
    if earlier is None:
        (folder / "CHANGES.md").write_text("# Changes\n\nNot compared with an earlier release.\n", encoding="utf-8")
        return
    version = check_release(earlier)
    tally: Counter[tuple[str, str]] = Counter()
    with (folder / "CHANGES.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator=ENDING)
        writer.writerow(("table", "id", "change", "into"))
        for change in changes(earlier, folder):
            writer.writerow((change.table, change.id, change.kind, change.into))
            tally[change.table, change.kind] += 1
    lines = [f"# Changes since {version}", "", f"| table | {' | '.join(KINDS)} |", f"|{'---|' * (len(KINDS) + 1)}"]
    lines += [f"| {table} | {' | '.join(str(tally[table, kind]) for kind in KINDS)} |" for table in COMPARED]
    lines += ["", "`CHANGES.csv` lists every id; `into` is the entry that a merged one is now part of.", ""]
    (folder / "CHANGES.md").write_text("\n".join(lines), encoding="utf-8")
