"""The runner that does everything in the calling process."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regesta.model.article import Article
from regesta.run.pipeline import Pipeline


@dataclass(frozen=True)
class Serial:
    """Run one article after the other in this process."""

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order."""
        return pipeline(articles)
