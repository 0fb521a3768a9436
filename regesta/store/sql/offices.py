"""The offices that the articles of an SQL database give to people."""

from collections.abc import Collection

from sqlalchemy import func, select

from regesta.model.office import OfficeSeen
from regesta.store.sql import decode, tables
from regesta.store.sql.dialects import listed
from regesta.store.sql.moment import Reader


def read_offices(reader: Reader, through_run: int | None, wanted: Collection[str] | None) -> list[OfficeSeen]:
    """List offices by article id, in text order; see `regesta.store.view.View`."""
    sightings, articles = tables.office_sightings, tables.articles
    joined = sightings.join(articles, sightings.c.article == articles.c.key)
    rows = select(*decode.OFFICE_COLUMNS).select_from(joined).order_by(articles.c.id, sightings.c.position)
    if through_run is None:
        rows = rows.where(articles.c.is_current)
    else:
        of_run = select(func.max(articles.c.key)).where(articles.c.run <= through_run).group_by(articles.c.id)
        rows = rows.where(articles.c.key.in_(of_run))
    if wanted is not None:
        rows = rows.where(listed(articles.c.id, wanted))
    return [decode.office_seen_of(row) for row in reader.execute(rows)]
