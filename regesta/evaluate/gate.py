"""Floors: the scores that may only rise, with a fingerprint of the gold they were measured on."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from regesta.errors import ConfigError

FLOORS = Path("evaluation/floors.json")
NOISE = 0.002  # one flipped item of a small data set moves a score by this much; no alarm for it
NO_FLOOR = "missed."  # what is lost may fall
Scores = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Drop:
    """A score below its floor."""

    dataset: str
    score: str
    floor: float
    measured: float


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Read the floors by data set and score; none when the file is missing.

    Raises:
        ConfigError: The file is not JSON.
    """
    if not path.is_file():
        return {}
    try:
        content: dict[str, dict[str, dict[str, float]]] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConfigError(f"{path}: not JSON: {error}") from error
    return content["floors"]


def drops(measured: Scores, floors: Scores) -> list[Drop]:
    """Return the measured scores that are below their floors by more than noise."""
    return [
        Drop(dataset, score, floor, measured[dataset].get(score, 0.0))
        for dataset, scores in sorted(floors.items())
        if dataset in measured
        for score, floor in sorted(scores.items())
        if measured[dataset].get(score, 0.0) < floor - NOISE
    ]


def raised(measured: Scores, floors: Scores, *, allow_regression: bool = False) -> dict[str, dict[str, float]]:
    """Return the floors after a measurement: each the higher of old and measured.

    Args:
        measured: Scores by data set.
        floors: Present floors; data sets that were not measured keep theirs.
        allow_regression: Take lower scores too; goes with a line in the changelog.
    """
    result = {dataset: dict(scores) for dataset, scores in floors.items()}
    for dataset, scores in measured.items():
        mine = result.setdefault(dataset, {})
        for score, value in scores.items():
            if score.startswith(NO_FLOOR):
                continue
            mine[score] = value if allow_regression else max(value, mine.get(score, 0.0))
    return {dataset: dict(sorted(scores.items())) for dataset, scores in sorted(result.items())}


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a gold file, or of the parts in a folder, so that a moved goalpost shows."""
    parts = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()


def write_floors(floors: Scores, fingerprints: Mapping[str, str], path: Path = FLOORS) -> None:
    """Write floors and the fingerprints of their gold; data sets without a new fingerprint keep theirs."""
    content = {"floors": floors, "gold_sha256": dict(sorted({**read_fingerprints(path), **fingerprints}.items()))}
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def read_fingerprints(path: Path = FLOORS) -> dict[str, str]:
    """Read the fingerprints by data set; none when the file is missing."""
    if not path.is_file():
        return {}
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["gold_sha256"]
    return known


def moved(fingerprints: Mapping[str, str], path: Path = FLOORS) -> list[str]:
    """Return the data sets whose gold has changed since the floors were written."""
    known = read_fingerprints(path)
    return [name for name, digest in sorted(fingerprints.items()) if known.get(name, digest) != digest]
