"""The protocol of a stage: one step from articles to richer articles."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Protocol, runtime_checkable

from regesta.model.article import Article


@runtime_checkable
class Informed(Protocol):
    """A stage that uses what is known besides the articles: users' own tables, what earlier runs learned."""

    def knowing(self, knowledge: bytes) -> "Stage":
        """Return the stage with knowledge, as `regesta.resolve.persons.knowledge.pack` gives it."""
        ...


@runtime_checkable
class Stage(Protocol):
    """One step from articles to richer articles.

    A stage maps a stream to a stream: one article out per article in, in the same order, with the same id and text,
    and only the layers in `assigns` changed. Trouble with one article becomes a `Fault` on it.

    Attributes:
        name: Name under which it is registered.
        requires: Layers it reads.
        assigns: Layers it writes.
    """

    name: ClassVar[str]
    requires: ClassVar[frozenset[str]]
    assigns: ClassVar[frozenset[str]]

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with the assigned layers filled."""
        ...
