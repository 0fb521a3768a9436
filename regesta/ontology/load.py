"""Reads the ontology's data files and validates them; a wrong file fails on load and names the place."""

from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from regesta.errors import OntologyError
from regesta.shipped import read_shipped

T = TypeVar("T")
DATA = Path(str(files("regesta.ontology") / "data"))
# The C loader reads the trigger files seven times faster; wheels of PyYAML carry it, source builds may not.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, shape: type[T]) -> T:
    """Read a YAML file of the ontology as `shape`.

    Args:
        path: The file.
        shape: A type pydantic can validate, e.g. a frozen dataclass; unknown keys are errors.

    Raises:
        OntologyError: The file is missing, is not YAML, or does not have that shape; the message names file and field.
        ConfigError: The file is of the package, but not the one that was shipped.
    """
    try:
        content: Any = yaml.load(read_shipped(path), Loader=LOADER)  # a safe loader
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise OntologyError(f"{path}: not YAML: {error}") from error
    try:
        return TypeAdapter(shape).validate_python(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise OntologyError(f"{path}: {where}: {first['msg']} ({error.error_count()} problems in all)") from error


def version() -> str:
    """Return the version of the ontology's data."""
    return read_shipped(DATA / "VERSION").decode("utf-8").strip()
