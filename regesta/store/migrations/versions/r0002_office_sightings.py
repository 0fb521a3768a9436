"""Who is told to hold which office, and where: learned by runs; filled here for the articles already stored."""

import json
import zlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from regesta.store.sql.column_types import Key, Text

revision = "r0002"
down_revision = "r0001"

# What counted as a sighting when this migration was written; the program may learn more from later articles.
TELLING_BASES = {"name", "demonym", "capital", "seat", "organization"}
LONGEST_NAME = 5
BATCH = 200


def upgrade() -> None:
    """Make the table, and fill it from the mentions of stored articles."""
    sightings = op.create_table(
        "office_sightings",
        sa.Column("article", Key, sa.ForeignKey("articles.key"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("person", Text, nullable=False),
        sa.Column("office", Text, nullable=False),
        sa.Column("iso3", Text, nullable=False),
        sa.Column("sector", Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    articles = sa.table("articles", sa.column("key", sa.Integer), sa.column("layers", sa.LargeBinary))
    connection = op.get_bind()
    keys = list(connection.scalars(sa.select(articles.c.key).order_by(articles.c.key)))
    for first in range(0, len(keys), BATCH):
        stored = sa.select(articles).where(articles.c.key.in_(keys[first : first + BATCH]))
        found = [row for key, layers in connection.execute(stored) for row in sightings_of(key, layers)]
        if found:
            op.bulk_insert(sightings, found)


def sightings_of(key: int, layers: bytes) -> Iterator[dict[str, Any]]:
    """Yield the rows of one article, from its deflated layers."""
    position = 0
    for mention in json.loads(zlib.decompress(layers)).get("mentions", ()):
        actor = mention.get("actor") or {}
        is_told = mention.get("label") == "PERSON" and actor.get("office") and actor.get("iso3")
        if is_told and actor.get("basis") in TELLING_BASES and is_full_name(actor["name"]):
            yield {
                "article": key, "position": position, "person": " ".join(actor["name"].split()),
                "office": " ".join(actor["office"].split()), "iso3": actor["iso3"], "sector": actor.get("sector"),
                "start": mention["span"]["start"], "end": mention["span"]["end"],
            }  # fmt: skip
            position += 1


def is_full_name(name: str) -> bool:
    """Tell whether a name has a given name and a surname, written like names."""
    words = name.split()
    return 1 < len(words) <= LONGEST_NAME and all(word[:1].isupper() for word in (words[0], words[-1]))
