"""Imports files of other data sets into a store."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from regesta.errors import InputError
from regesta.model.foreign import ForeignFault, ForeignReport
from regesta.read.foreign.importer import Importer
from regesta.read.foreign.lines import STDIN, files_of
from regesta.resolve.states.states import state_code
from regesta.store.store import Store

GROUP_ROWS = 10_000  # in one transaction: an interrupted import goes on from there


@dataclass
class ImportReport:
    """What an import did: rows that were new, rows the store had, and lines that are no rows."""

    added: int = 0
    known: int = 0
    faults: int = 0


def import_foreign(
    paths: Iterable[Path], importer: Importer, store: Store, on_fault: Callable[[ForeignFault], None], strict: bool
) -> ImportReport:
    """Read files of another data set and keep their rows in a store; a second import adds nothing.

    Args:
        paths: Files, zip archives or gzip files; "-" is standard input.
        importer: Who reads them.
        store: Where to keep them.
        on_fault: Called with each line that is no row.
        strict: Whether to stop at the first of them.

    Raises:
        InputError: A file is missing, cannot be read, or is of another kind; or a line is no row, and `strict` is set.
    """
    files = list(paths)
    for path in files:
        if path != STDIN and not path.is_file():
            raise InputError(f"{path}: {'is a folder; name the files in it' if path.is_dir() else 'no such file'}")
    result = ImportReport()

    def reports() -> Iterator[ForeignReport]:
        for found in found_in(files, importer):
            if isinstance(found, ForeignReport):
                yield found
                continue
            if strict:
                raise InputError(f"{found.origin}: {found.reason}")
            result.faults += 1
            on_fault(found)

    left = reports()
    while group := list(islice(left, GROUP_ROWS)):
        with store.writer() as writer:
            added = writer.add_foreign(group)
        result.added += added
        result.known += len(group) - added
    return result


def found_in(files: Iterable[Path], importer: Importer) -> Iterator[ForeignReport | ForeignFault]:
    """Yield what an importer finds in files."""
    state_of = lru_cache(maxsize=None)(state_code)  # data sets name some 300 states, millions of times
    for path in files:
        for lines in files_of(path):
            yield from importer.read(lines, state_of)
