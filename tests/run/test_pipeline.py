from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from regesta.errors import ArticleError, ConfigError
from regesta.model.annotation import Quote
from regesta.model.article import Article
from regesta.model.span import Span
from regesta.run.pipeline import Pipeline


@dataclass(frozen=True)
class Quoting:
    """A stage that fails on texts that say so."""

    name: ClassVar[str] = "quoting"
    requires: ClassVar[frozenset[str]] = frozenset()
    assigns: ClassVar[frozenset[str]] = frozenset({"quotes"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            if article.text == "break":
                raise ZeroDivisionError("cannot read this")
            yield replace(article, quotes=(Quote(content=(Span(0, 1),), kind="direct"),))


@dataclass(frozen=True)
class NeedsQuotes(Quoting):
    name: ClassVar[str] = "needs-quotes"
    requires: ClassVar[frozenset[str]] = frozenset({"quotes"})
    assigns: ClassVar[frozenset[str]] = frozenset({"statements"})


def articles(*texts: str) -> list[Article]:
    return [Article(id=str(i), text=text) for i, text in enumerate(texts)]


def test_a_stage_before_the_layer_it_needs_is_refused_when_the_pipeline_is_built() -> None:
    with pytest.raises(ConfigError, match="needs quotes, which no stage before it assigns"):
        Pipeline((NeedsQuotes(), Quoting()))


def test_one_failing_article_gets_the_fault_and_the_others_are_coded() -> None:
    done = list(Pipeline((Quoting(),))(articles("a", "break", "c")))
    assert [len(article.quotes) for article in done] == [1, 0, 1]
    assert done[1].faults[0].stage == "quoting"
    assert "cannot read this" in done[1].faults[0].reason


def test_a_strict_pipeline_raises_on_the_first_fault() -> None:
    with pytest.raises(ArticleError, match="cannot read this"):
        list(Pipeline((Quoting(),), strict=True)(articles("break")))
