"""Files and folders that are there whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regesta.errors import InputError


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Give a temporary path beside another; what was made there is moved into place when the block ends.

    When the block raises, the temporary file or folder is removed and the place stays as it was. A file that is there
    is replaced; a folder is not.

    Args:
        path: Where the file or folder is to be.

    Raises:
        InputError: Its folder does not exist.
    """
    if not path.parent.is_dir():
        raise InputError(f"{path}: the folder {path.parent} does not exist; make it first")
    made = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        yield made
        made.replace(path)
    finally:
        if made.is_dir():
            shutil.rmtree(made)
        made.unlink(missing_ok=True)
