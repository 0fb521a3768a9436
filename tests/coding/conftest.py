"""The whole pipeline over one sentence, loaded once."""

from collections.abc import Callable
from datetime import date

import pytest

from regesta.model.article import Article, Source
from regesta.run.config import Config
from regesta.run.pipeline import Pipeline

PUBLISHED = date(2022, 12, 20)
Coder = Callable[[str], Article]


@pytest.fixture(scope="session")
def coded() -> Coder:
    """Code a text published on Tuesday, 20 December 2022."""
    pipeline: Pipeline = Config().pipeline(strict=True)
    return lambda text: next(pipeline([Article(id="a", text=text, source=Source(published=PUBLISHED))]))
