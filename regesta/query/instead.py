"""What to try when nothing fits: which of several filters to leave out."""

from collections.abc import Callable, Mapping

from regesta.errors import ConfigError

BESIDE = frozenset({"limit", "offset", "order", "sort"})  # options that narrow nothing


def without_one(options: Mapping[str, str], count: Callable[[Mapping[str, str]], int]) -> list[tuple[str, int]]:
    """Return the filters without which something is found, with how much, most first; [] when only one is given.

    Args:
        options: The filters as written, which together let nothing through.
        count: Counts what filters let through.
    """
    narrowing = [name for name in options if name not in BESIDE]
    if len(narrowing) < 2:
        return []
    found = []
    for name in narrowing:
        try:
            found.append((name, count({other: value for other, value in options.items() if other != name})))
        except ConfigError:  # a mode that no type has once its own is left out
            continue
    return sorted(((name, number) for name, number in found if number), key=lambda pair: (-pair[1], pair[0]))
