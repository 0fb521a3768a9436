import json
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))
sys.path.append(str(Path(__file__).parents[2] / "training"))

import fitted

from regesta import shipped
from scripts import build_manifest


def test_what_was_fitted_can_be_read_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (shipped, build_manifest):
        monkeypatch.setattr(module, "PACKAGE", tmp_path)
        monkeypatch.setattr(module, "MANIFEST", tmp_path / "sha256.json")
    monkeypatch.setattr(fitted, "MANIFEST", tmp_path / "sha256.json")
    try:
        for weights in ({"bias": 0.5}, {"bias": 0.25}):
            fitted.ship(tmp_path / "odds.json", weights)
            assert shipped.read_weights(tmp_path / "odds.json") == weights
        assert list(json.loads((tmp_path / "sha256.json").read_text())) == ["odds.json"]
    finally:
        shipped.manifest.cache_clear()
