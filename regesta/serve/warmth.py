"""What is worked out of a large register before anybody asks: what pages show without a filter."""

from datetime import date
from functools import partial
from typing import Any

from regesta.query.claims.claims import count_claims
from regesta.query.counts.entry_counts import make_count_columns
from regesta.query.matters.cycles import load_cycles
from regesta.query.matters.histories import kept_histories
from regesta.query.party_names import names_of
from regesta.query.profile import parties_of
from regesta.query.register import SORT_KEYS, Register
from regesta.review.doubts import count_entries, count_pairs
from regesta.serve.address import plain_address
from regesta.serve.beside import Warmth
from regesta.serve.listing import ListPage
from regesta.serve.pages import atlas, dyads, meetings, network, register, sources
from regesta.store.filters import EventFilter

EVERYTHING_ASKED = EventFilter(
    type="", mode="", status="happened", quad=0, publisher="", since=date.max, until=date.max,
    published_since=date.max, published_until=date.max, min_confidence=1,
)  # fmt: skip


def find_plain(listed: ListPage[Register, Any], opened: Register) -> None:
    """Find what a page shows without a filter."""
    listed.find(opened, plain_address(listed.listing))


def make_columns(opened: Register) -> None:
    """Make the columns that filters and the pages of actors ask for; a change brings up to date those that are made."""
    opened.columns.keys(opened.view.keys_of)
    opened.columns.hits(EVERYTHING_ASKED)
    opened.columns.flat("parties", parties_of)
    make_count_columns(opened.columns)
    for sort, key in SORT_KEYS.items():
        opened.columns.order(sort, key)


def follow(cycle: str, opened: Register) -> None:
    """Follow the histories of a cycle."""
    kept_histories(opened, cycle)


WARMTH = Warmth(
    quick=(
        make_columns,
        names_of,
        *(partial(find_plain, listed) for listed in (register.PAGE, meetings.PAGE, atlas.PAGE, network.PAGE)),
        dyads.dyads,
        count_pairs,
        count_entries,
    ),
    slow=(
        (sources.KEPT_AS, sources.contributions),
        ("claiming articles", count_claims),
        *(
            (("histories", name), partial(lambda name, opened: kept_histories(opened, name), name))
            for name in load_cycles()
        ),
    ),
)
