"""The protocol of a runner: how coding is spread over processes and machines."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from regesta.model.article import Article
from regesta.run.pipeline import Pipeline


class Runner(Protocol):
    """One verb that every engine has: map a pipeline over articles."""

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order."""
        ...
