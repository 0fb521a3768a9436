"""Where commands write what they make: a file that is there whole or not at all, or standard output."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from regesta.export.destination import whole_file


@contextmanager
def text_to(out: Path | None) -> Iterator[TextIO]:
    """Open a file for text without translation of line ends, else give standard output.

    Args:
        out: The file; None for standard output.

    Raises:
        ConfigError: The file's folder is missing, or it is a folder itself.
    """
    if out is None:
        yield sys.stdout
        return
    with whole_file(out) as file, io.TextIOWrapper(file, encoding="utf-8", newline="") as stream:
        yield stream
