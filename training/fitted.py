"""Puts what was fitted into the package, with the hash against which it is checked when it is read."""

import json
from pathlib import Path
from typing import Any

from regesta import shipped
from scripts.build_manifest import MANIFEST, manifest


def ship(path: Path, weights: Any, indent: int = 1) -> None:
    """Write weights as JSON into the package and take their hash over."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")
    MANIFEST.write_text(manifest(), encoding="utf-8")
    shipped.manifest.cache_clear()
