"""What users write, read: a known name, whatever the case, or a number within bounds; else the nearest is named."""

import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from regesta.errors import ConfigError

T = TypeVar("T", bound=str)


def filled(options: Mapping[str, str]) -> dict[str, str]:
    """Return options without white space at their ends, those left out that say nothing."""
    return {name: value.strip() for name, value in options.items() if value.strip()}


def choice(what: str, value: str, known: Iterable[T]) -> T:
    """Return the known value that a user means, whatever the case.

    Raises:
        ConfigError: None is meant; the message names the nearest.
    """
    by_key = {name.lower(): name for name in known}
    if value.lower() not in by_key:
        raise unknown(what, value, by_key.values())
    return by_key[value.lower()]


def check_names(what: str, names: Iterable[str], known: Collection[str]) -> None:
    """Refuse the first name that is not known.

    Raises:
        ConfigError: One is not; the message names the nearest.
    """
    for name in names:
        if name not in known:
            raise unknown(what, name, known)


def unknown(what: str, value: str, known: Iterable[str]) -> ConfigError:
    """Return the error for a value that is not known, naming the nearest one."""
    by_key = {name.lower(): name for name in known}
    near = difflib.get_close_matches(value.lower(), by_key, n=1)
    if near:
        return ConfigError(f"no {what} {value!r}; did you mean {by_key[near[0]]!r}?")
    few = f"; known: {', '.join(sorted(by_key.values()))}" if 0 < len(by_key) <= 40 else ""
    return ConfigError(f"no {what} {value!r}{few}")


def number(name: str, value: str, least: float, most: float) -> float:
    """Return a number within bounds.

    Raises:
        ConfigError: It is none, or out of bounds.
    """
    try:
        found = float(value)
    except ValueError:
        found = float("nan")
    if not least <= found <= most:
        raise ConfigError(f"{name}: {value!r} is not a number from {least:g} to {most:g}")
    return found


def whole(name: str, value: str, least: int, most: int) -> int:
    """Return a whole number within bounds.

    Raises:
        ConfigError: It is none, or out of bounds.
    """
    found = number(name, value, least, most)
    if found != int(found):
        raise ConfigError(f"{name}: {value!r} is not a whole number")
    return int(found)
