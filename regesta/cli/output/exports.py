"""Writes what `regesta export` exports."""

import sys
from pathlib import Path
from typing import Any

from regesta.export.destination import whole_file
from regesta.export.exporter import Exporter
from regesta.export.selection import Selection


def write_selected(selection: Selection, exporter: Exporter[Any], output: Path | None) -> None:
    """Write entries or statements to a file, which appears when it is whole, or to standard output.

    Raises:
        ConfigError: A filter cannot be read; the file's folder is missing, or it is a folder itself.
    """
    items = selection.items(exporter)
    if output is None:
        exporter(items, sys.stdout.buffer)
        return
    with whole_file(output) as out:
        count = exporter(items, out)
    print(f"{count} {exporter.of} written to {output}", file=sys.stderr)
