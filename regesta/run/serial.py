"""The runner that does everything in the calling process."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from regesta.model.article import Article
from regesta.run.pipeline import Pipeline

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Serial:
    """Run one article after the other in this process."""

    def map(self, pipeline: Pipeline, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order."""
        return pipeline(articles)

    def group(self, key: Callable[[T], K], items: Iterable[T]) -> Iterator[tuple[K, list[T]]]:
        """Yield every key with its items; keys in order of first appearance, items in input order."""
        groups: dict[K, list[T]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        yield from groups.items()
