"""The whole pipeline over one sentence, loaded once; and weights to weigh evidence by."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from regesta.coding import odds
from regesta.model.article import Article, Source
from regesta.run.config import Config
from regesta.run.pipeline import Pipeline

PUBLISHED = date(2022, 12, 20)
Coder = Callable[[str], Article]
Weights = dict[str, dict[str, float]]


@pytest.fixture(scope="session")
def coded() -> Coder:
    """Code a text published on Tuesday, 20 December 2022."""
    pipeline: Pipeline = Config().pipeline(strict=True)
    return lambda text: next(pipeline([Article(id="a", text=text, source=Source(published=PUBLISHED))]))


@pytest.fixture
def shipped_weights() -> Weights:
    """The fitted weights that ship."""
    weights: Weights = json.loads(Path(odds.__file__).with_name("odds.json").read_text(encoding="utf-8"))
    return weights


@pytest.fixture
def weigh_by(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Weights], None]]:
    """Weigh evidence by given weights, whatever the fitted weights are."""

    def weigh(weights: Weights) -> None:
        (tmp_path / "odds.json").write_text(json.dumps(weights), encoding="utf-8")
        monkeypatch.setattr(odds, "PATH", tmp_path / "odds.json")
        odds.load_weights.cache_clear()

    yield weigh
    odds.load_weights.cache_clear()
