"""Persons are found by their id, and events of replaced articles are in no block: adding an article stays quick."""

from alembic import op

revision = "r0004"
down_revision = "r0003"

REPLACED = """
DELETE FROM blocks WHERE event IN (
    SELECT events.key FROM events JOIN articles ON events.article = articles.key WHERE NOT articles.is_current
)
"""


def upgrade() -> None:
    """Index persons; take events of replaced articles out of their blocks."""
    op.create_index("actors_entity", "actors", ["entity", "iso3"])
    op.execute(REPLACED)
