"""Codes one text in one call: what `regesta.code` is."""

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from regesta.model.article import Article

if TYPE_CHECKING:
    from regesta.run.pipeline import Pipeline

# Reader and settings are loaded on the first call: they bring numpy and pydantic, most of the time that
# `import regesta`, and with it every command, would take to start.


@lru_cache(maxsize=1)
def default_pipeline() -> "Pipeline":
    """Build the default pipeline once per process."""
    from regesta.run.config import Config

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
    from regesta.read.record import make_article

    return next(default_pipeline()([make_article(text, published=published, title=title)]))
