"""The pipeline: stages in order, checked when built, one article's trouble kept to that article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from regesta.errors import ArticleError, ConfigError, RegestaError
from regesta.model.annotation import Fault
from regesta.model.article import LAYERS, Article
from regesta.model.stage import Stage

BATCH_ARTICLES = 32


@dataclass(frozen=True)
class Pipeline:
    """Ordered stages from articles to coded articles.

    Attributes:
        stages: In the order they run.
        strict: Raise on the first fault instead of noting it on the article.

    Raises:
        ConfigError: A stage requires a layer that no earlier stage assigns, names an unknown layer, or stands twice.
    """

    stages: tuple[Stage, ...]
    strict: bool = False

    def __post_init__(self) -> None:
        assigned: set[str] = set()
        for at, stage in enumerate(self.stages):
            if stage.name in {earlier.name for earlier in self.stages[:at]}:
                raise ConfigError(f"stage {stage.name!r} stands twice in `stages`: take one out")
            if unknown := (stage.requires | stage.assigns) - LAYERS:
                raise ConfigError(f"stage {stage.name!r} names unknown layers {sorted(unknown)}")
            if missing := stage.requires - assigned:
                raise ConfigError(
                    f"stage {stage.name!r} needs {', '.join(sorted(missing))}, which no stage before it assigns: "
                    "change the order of `stages`"
                )
            assigned |= stage.assigns

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the coded articles in input order.

        Raises:
            ArticleError: An article met a fault, in a strict pipeline.
        """
        stream = iter(articles)
        while batch := list(islice(stream, BATCH_ARTICLES)):
            for stage in self.stages:
                batch = apply(stage, batch)
            for article in batch:
                if self.strict and article.faults:
                    fault = article.faults[0]
                    raise ArticleError(f"{article.id}: {fault.stage}: {fault.reason}")
                yield article


def apply(stage: Stage, batch: Sequence[Article]) -> list[Article]:
    """Run a stage over a batch; when it fails, run it article by article, so that only the culprit gets a fault."""
    try:
        return list(stage(batch))
    except RegestaError:
        raise  # a wrong setting or data file concerns every article
    except Exception:  # a stage may fail in any way on a hostile text; the next lines find the article
        return [apply_to_one(stage, article) for article in batch]


def apply_to_one(stage: Stage, article: Article) -> Article:
    """Run a stage over one article; a failure becomes a fault on it."""
    try:
        return next(iter(stage([article])))
    except RegestaError:
        raise
    except Exception as error:  # see above
        return replace(article, faults=(*article.faults, Fault(stage.name, f"{type(error).__name__}: {error}")))
