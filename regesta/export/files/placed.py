"""Files and folders that are there whole or not at all, whatever happens to who makes them."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regesta.errors import InputError

IS_POSIX = os.name == "posix"  # elsewhere one cannot ask whether a process is there, nor write a folder through


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """Give a temporary path beside another; what was made there is moved into place when the block ends.

    It is on the disk before it is moved. When the block raises, the temporary file or folder is removed and the place
    stays as it was. What a killed process left there is removed by the next one. A file that is there is replaced; a
    folder is not.

    Args:
        path: Where the file or folder is to be.

    Raises:
        InputError: Its folder does not exist, or there is a folder by now.
    """
    if not path.parent.is_dir():
        raise InputError(f"{path}: the folder {path.parent} does not exist; make it first")
    remove_leftovers(path)
    made = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        yield made
        write_through(made)
        move(made, path)
        if IS_POSIX:
            sync(path.parent)
    except OSError as error:  # a full disk does not say of which file, a read-only one says the temporary name
        if not error.filename or str(error.filename).startswith(str(made)):
            error.filename = str(path)
        raise
    finally:
        remove(made)


def move(made: Path, path: Path) -> None:
    """Move what was made into place.

    Raises:
        InputError: There is a folder by now.
    """
    try:
        made.replace(path)
    except OSError as error:
        if not path.is_dir():
            raise
        raise InputError(f"{path}: was made by another process meanwhile; it is left as it is") from error


def remove_leftovers(path: Path) -> None:
    """Remove what processes that were killed have left beside a path; who goes on making it keeps what it has."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.part"):
        maker = left.name.removeprefix(f".{path.name}.").removesuffix(".part")
        if maker.isdecimal() and not is_at_work(int(maker)):
            remove(left)


def is_at_work(process: int) -> bool:
    """Tell whether another process of some number is there."""
    if process == os.getpid():
        return False  # this process begins; in containers every one may have the same number
    if not IS_POSIX:
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()


def write_through(path: Path) -> None:
    """Have the disk take a file, or all that a folder holds, so that a power cut leaves no name without content."""
    for found in (path, *path.rglob("*")):
        if found.is_file() or IS_POSIX:
            sync(found)


def sync(path: Path) -> None:
    """Have the disk take one file or folder."""
    number = os.open(path, os.O_RDONLY if IS_POSIX else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
