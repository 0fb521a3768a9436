"""Codes one text in one call: what `regesta.code` is."""

from datetime import date, datetime
from functools import lru_cache

from regesta.model.article import Article
from regesta.read.record import make_article
from regesta.run.config import Config
from regesta.run.pipeline import Pipeline


@lru_cache(maxsize=1)
def default_pipeline() -> Pipeline:
    """Build the default pipeline once per process."""
    return Config().pipeline()


def code(text: str, *, published: str | date | datetime | None = None, title: str | None = None) -> Article:
    """Code one text with the default settings.

    Args:
        text: The article's text, in English.
        published: Day or time of publication, as ISO 8601 or as an object; anchors "on Monday" and "last week". None
            leaves relative dates unresolved.
        title: Headline; kept beside the text, not coded.

    Returns:
        The article with its events and statements; `print` it, or show it in a notebook. Trouble is in `faults`.
    """
    return next(default_pipeline()([make_article(text, published=published, title=title)]))
