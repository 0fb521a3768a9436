"""What changed since a moment is found without reading every judgement."""

from alembic import op

revision = "r0008"
down_revision = "r0007"


def upgrade() -> None:
    """Add the indexes by moment."""
    op.create_index("judgements_made", "judgements", ["made"])
    op.create_index("past_judgements_replaced", "past_judgements", ["replaced"])
