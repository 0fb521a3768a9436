"""The file of results: every figure of the documentation comes from it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from regesta.errors import ConfigError
from regesta.evaluate.datasets import Dataset
from regesta.evaluate.gate import fingerprint
from regesta.evaluate.intervals import RESAMPLES, Measured
from regesta.evaluate.mistakes import count_kinds
from regesta.evaluate.report import Result
from regesta.evaluate.tally import WHOLE
from regesta.ontology.load import version as ontology_version
from regesta.shipped import manifest
from regesta.version import __version__

RESULTS = Path("evaluation/results.json")
FEWEST = 10  # gold items of a group that is kept: fewer say nothing
NETWORKS, ODDS = "weights", "coding/odds.json"


def made_by() -> dict[str, Any]:
    """Return what the scores were measured with: version, ontology, and hashes of what was trained."""
    shipped = manifest()
    networks = [f"{digest} {name}" for name, digest in sorted(shipped.items()) if NETWORKS in name.split("/")]
    hashes = {"network": hashlib.sha256("\n".join(networks).encode()).hexdigest()[:12], "odds": shipped[ODDS][:12]}
    return {"regesta": __version__, "ontology": ontology_version(), **hashes, "resamples": RESAMPLES}


def merged(before: Mapping[str, Any], measured: Mapping[Dataset, Result]) -> dict[str, Any]:
    """Return the content of the file after a measurement: data sets that were not measured keep their results."""
    mine = made_by()
    kept = before.get("datasets", {})
    fresh = {dataset.name: {"made_by": mine, **as_json(dataset, result)} for dataset, result in measured.items()}
    return {"datasets": dict(sorted({**kept, **fresh}.items()))}


def as_json(dataset: Dataset, result: Result) -> dict[str, Any]:
    """Return a result: each score as value, lower and upper end, and number."""
    found: dict[str, Any] = {"gold_sha256": fingerprint(dataset.gold), "items": result.items, "scores": {}}
    for group, scores in result.scores.items():
        kept = {name: score for name, score in scores.items() if group == WHOLE or score.of >= FEWEST}
        if kept:
            found["scores"][group] = {name: [s.value, s.low, s.high, s.of] for name, s in kept.items()}
    if result.mistakes:
        found["mistakes"] = count_kinds(result.mistakes)
    if dataset.task == "swaps":
        found["states_not_read"] = result.states_not_read
    if result.answers:
        found["answers"] = [
            {**asdict(answer.sentence), "coded": answer.coded, "is_right": answer.is_right} for answer in result.answers
        ]
    return found


def write_results(content: Mapping[str, Any], path: Path = RESULTS) -> None:
    """Write results, a line for each group, so that a change shows where it is."""
    path.write_text(nested(content, depth=4) + "\n", encoding="utf-8")


def nested(value: Any, *, depth: int, margin: str = "") -> str:
    """Return JSON whose objects down to a depth stand on lines of their own."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        rows = (f"{margin} {json.dumps(item, ensure_ascii=False)}" for item in value)
        return "[\n" + ",\n".join(rows) + f"\n{margin}]"
    if not isinstance(value, Mapping) or not value or depth == 0:
        return json.dumps(value, ensure_ascii=False)
    inner = margin + " "
    rows = (f"{inner}{json.dumps(key)}: {nested(item, depth=depth - 1, margin=inner)}" for key, item in value.items())
    return "{\n" + ",\n".join(rows) + f"\n{margin}}}"


def read_results(path: Path = RESULTS) -> dict[str, Any]:
    """Read results; none when the file is missing.

    Raises:
        ConfigError: The file is not JSON.
    """
    if not path.is_file():
        return {}
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConfigError(f"{path}: not JSON: {error}") from error
    return content


def score_in(results: Mapping[str, Any], dataset: str, score: str, group: str = WHOLE) -> Measured | None:
    """Return a score of the file; None where it was not measured."""
    found = results.get("datasets", {}).get(dataset, {}).get("scores", {}).get(group, {}).get(score)
    return Measured(*found) if found else None
