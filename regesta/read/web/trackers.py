"""Addresses without the parameters that only tell where a reader comes from."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

import yaml

from regesta.shipped import read_shipped

DATA = Path(__file__).parent / "trackers.yaml"


@lru_cache(maxsize=1)
def load_trackers() -> tuple[tuple[str, ...], frozenset[str]]:
    """Load how such parameters begin, and the names of others."""
    # courlan, which trafilatura brings, has a list too; it also takes "source", "eid", "gallery" and "uid" for such, by
    # which sites name their articles, and orders the others anew.
    found = yaml.safe_load(read_shipped(DATA))
    return tuple(found["begins"]), frozenset(found["names"])


def without_trackers(url: str) -> str:
    """Return an address without parameters that track; all else of it stays to the letter."""
    base, hash_mark, fragment = url.partition("#")
    path, _, query = base.partition("?")
    if not query:
        return url
    begins, names = load_trackers()
    parts = query.split("&")
    told = [unquote(part.partition("=")[0]).lower() for part in parts]
    kept = [part for part, name in zip(parts, told, strict=True) if name not in names and not name.startswith(begins)]
    if len(kept) == len(parts):
        return url
    return path + ("?" if kept else "") + "&".join(kept) + hash_mark + fragment
