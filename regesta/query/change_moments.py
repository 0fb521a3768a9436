"""When what changed in the register did so: as runs stored its articles, or persons decided on it."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from regesta.query.change_options import just_before
from regesta.query.changes import EntryChange
from regesta.query.register import Register
from regesta.store.filters import ArticleFilter
from regesta.store.view import View


def newest_first(
    changes: Iterable[EntryChange], before: Register, after: Register, since: datetime
) -> list[tuple[EntryChange, datetime | None]]:
    """Return changes with the moment of each, UTC, the newest first.

    None, at the end, where only a judgement joined or parted what was stored earlier: that has no moment that is kept.

    Args:
        changes: The changes, as `list_changes` lists them.
        before: The register just before `since`.
        after: The register at the later moment.
        since: The moment from which changes count, UTC.
    """
    stored = read_stored(after.view, since)
    dated = []
    for change in changes:
        cluster = (before if change.is_gone else after).clusters.of(change.id)
        articles = {
            *change.added,
            *change.lost,
            *(member.article_id for member in (cluster.members if cluster else ())),
        }
        moments = [stored[article_id] for article_id in articles if article_id in stored]
        decided = (recorded.decision.made for recorded in change.decisions)
        dated.append((change, max((moment for moment in (*moments, *decided) if moment >= since), default=None)))
    return sorted(dated, key=lambda pair: pair[1] or since, reverse=True)


def read_stored(view: View, since: datetime) -> Mapping[str, datetime]:
    """Return when the runs began that stored versions of articles from a moment on, the last of each, by article."""
    began = {run.id: run.started for run in view.runs()}
    versions = view.article_outlines(ArticleFilter(stored_after=just_before(since), every_version=True))
    found: dict[str, datetime] = {}
    for version in versions:
        found[version.id] = max(began[version.run], found.get(version.id, since))
    return found
