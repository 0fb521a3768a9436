"""The protocol of a runner: how steps are spread over processes."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Protocol, TypeVar

from regesta.model.article import Article
from regesta.run.pipeline import Pipeline

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Runner(Protocol):
    """Two verbs that every engine has: map a step over articles, and group items by key."""

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order."""
        ...

    def group(self, key: Callable[[T], K], items: Iterable[T]) -> Iterator[tuple[K, list[T]]]:
        """Yield every key with its items; keys in order of first appearance, items in input order."""
        ...
