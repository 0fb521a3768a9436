"""Data files as they were shipped: each is checked against its hash when it is read."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from regesta.errors import ConfigError, OntologyError

PACKAGE = Path(__file__).parent
MANIFEST = PACKAGE / "sha256.json"
REMEDY = "install Regesta again; or, if you changed it on purpose, run `python scripts/build_manifest.py`"


def read_shipped(path: Path) -> bytes:
    """Return the bytes of a data file, which for one inside of the package are those that were shipped.

    The bytes that are checked are those that are returned, so that no file can change in between.

    Raises:
        ConfigError: A file of the package is not the one that was shipped, or was not shipped at all.
        OSError: The file cannot be read.
    """
    content = path.read_bytes()
    if path.is_relative_to(PACKAGE):
        name = path.relative_to(PACKAGE).as_posix()
        wanted = manifest().get(name)
        if wanted is None:
            raise ConfigError(f"{path}: is no file that Regesta ships; {REMEDY}")
        if hashlib.sha256(content).hexdigest() != wanted:
            raise ConfigError(f"{path}: is not the file that was shipped; {REMEDY}")
    return content


def read_weights(path: Path) -> Any:
    """Return the content of a JSON file of fitted weights.

    Raises:
        ConfigError: As for `read_shipped`.
        OntologyError: The file is missing or is not JSON.
    """
    try:
        return json.loads(read_shipped(path))
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read; install Regesta again ({error})") from error


@lru_cache(maxsize=1)
def manifest() -> dict[str, str]:
    """Return the SHA-256 of every data file of the package, by its path in it.

    Raises:
        ConfigError: The list of hashes is missing or broken.
    """
    try:
        found: dict[str, str] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigError(f"{MANIFEST}: cannot be read ({error}); install Regesta again") from error
    return found
