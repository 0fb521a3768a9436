"""Writes what `regesta export` exports."""

import sys
from pathlib import Path

from regesta.export.destination import export, whole_file
from regesta.export.exporter import Exporter
from regesta.query.register import Register, Sort
from regesta.store.filters import EventFilter


def write_entries(register: Register, exporter: Exporter, output: Path | None, wanted: EventFilter, sort: Sort) -> None:
    """Write entries to a file, which appears when it is whole, or to standard output.

    Raises:
        ConfigError: The file's folder is missing, or it is a folder itself.
    """
    if output is None:
        export(register, exporter, sys.stdout.buffer, wanted, sort)
        return
    with whole_file(output) as out:
        count = export(register, exporter, out, wanted, sort)
    print(f"{count} entries written to {output}", file=sys.stderr)
