"""Fits choices among candidates, and puts what was fitted into the package, with the hash checked when it is read."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from regesta import shipped
from scripts.build_manifest import MANIFEST, manifest

RIDGE = 1.0  # keeps weights of rare evidence small
STEPS, RATE = 400, 0.05

Case = tuple[list[tuple[str, dict[str, float]]], str]  # the candidates with their evidence, and the right one


def ship(path: Path, weights: Any, indent: int = 1) -> None:
    """Write weights as JSON into the package and take their hash over."""
    path.write_text(json.dumps(weights, ensure_ascii=False, indent=indent) + "\n", encoding="utf-8")
    MANIFEST.write_text(manifest(), encoding="utf-8")
    shipped.manifest.cache_clear()


def fit_choice(some: Sequence[Case]) -> dict[str, float]:
    """Return the weights that make the right candidates likeliest; cases without the right one are left out."""
    known = [(rows, right) for rows, right in some if any(iso3 == right for iso3, _ in rows)]
    names = sorted({name for rows, _ in known for _, row in rows for name in row})
    column = {name: i for i, name in enumerate(names)}
    tables = []
    for rows, _ in known:
        table = np.zeros((len(rows), len(names)))
        for i, (_, row) in enumerate(rows):
            for name, value in row.items():
                table[i, column[name]] = value
        tables.append(table)
    rights = [next(i for i, (iso3, _) in enumerate(rows) if iso3 == right) for rows, right in known]
    w, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        slope = RIDGE * w
        for table, right in zip(tables, rights, strict=True):
            p = np.exp((scores := table @ w) - scores.max())
            slope += table.T @ (p / p.sum()) - table[right]
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        w -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.005}
