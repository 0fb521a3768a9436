"""The one door for plugins: Regesta's own parts and third-party parts come through the same entry points."""

import difflib
import sys
from functools import lru_cache
from importlib.metadata import EntryPoints, entry_points
from typing import Any

from regesta.errors import ConfigError

GROUPS = ("stages", "readers", "stores", "runners", "exporters", "importers")


def names(group: str) -> list[str]:
    """List the plugin names of a group, sorted.

    Args:
        group: One of `GROUPS`, without the `regesta.` prefix.
    """
    return sorted(installed(group, tuple(sys.path)).names)


def load(group: str, name: str) -> Any:
    """Import and return the object registered under `name`.

    Raises:
        ConfigError: No plugin of that name is installed; the message names the nearest one.
    """
    found = installed(group, tuple(sys.path)).select(name=name)
    if not found:
        near = difflib.get_close_matches(name, names(group), n=1)
        hint = f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(names(group)) or 'none'}"
        raise ConfigError(f"no {group[:-1]} named {name!r}{hint}")
    return next(iter(found)).load()


@lru_cache(maxsize=len(GROUPS))
def installed(group: str, path: tuple[str, ...]) -> EntryPoints:
    """Return the entry points of a group; to find them takes 20 ms, and a run asks for a dozen readers.

    Args:
        group: One of `GROUPS`.
        path: Where modules are looked for (`sys.path`).
    """
    return entry_points(group=f"regesta.{group}")
