"""A store as it was at an earlier moment."""

from datetime import UTC, datetime, timedelta

from regesta.errors import ConfigError
from regesta.store.filters import ArticleFilter
from regesta.store.memory_view import Content, MemoryView, Version
from regesta.store.store import View

DAY_CHARS = len("2026-11-26")


def parse_moment(value: str) -> datetime:
    """Return a moment in UTC: "2026-11-26T14:30", with an offset ("+02:00") if it is not UTC, or the end of a day.

    Raises:
        ConfigError: It is none.
    """
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ConfigError(f"{value!r} is no moment; write 2026-11-26 (its end), or 2026-11-26T14:30 (UTC)") from None
    if len(value.strip()) <= DAY_CHARS:
        moment += timedelta(days=1, microseconds=-1)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def view_at(view: View, moment: datetime) -> View:
    """Return a view of what the runs that ended by a moment had stored, with the judgements of now.

    It holds the articles of that moment in memory.

    Args:
        view: A view of now.
        moment: UTC.
    """
    runs = {run.id: run for run in view.runs() if (run.finished or run.started) <= moment}
    content = Content(revision=-1, runs=runs)
    ids = sorted({outline.id for outline in view.article_outlines(ArticleFilter(every_version=True))})
    for outline in (version for article_id in ids for version in view.versions(article_id)):
        article = view.article(outline.id, outline.version)
        if outline.run in runs and article:
            number = len(content.versions) + 1
            content.versions[outline.version] = Version(number, outline.version, outline.run, article)
            content.current[outline.id] = outline.version
    content.judgements = {(j.kind, j.left, j.right, j.author): j for j in view.judgements("event")}
    return MemoryView(content)
