"""Where commands write what they make: a file that is there whole or not at all, or standard output."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from regesta.export.placed import placed


@contextmanager
def text_to(out: Path | None) -> Iterator[TextIO]:
    """Open a file for text without translation of line ends, else give standard output.

    Args:
        out: The file; None for standard output.
    """
    if out is None:
        yield sys.stdout
        return
    with placed(out) as made, made.open("w", encoding="utf-8", newline="") as stream:
        yield stream
