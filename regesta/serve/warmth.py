"""What is worked out of a large register before anybody asks: what pages show without a filter."""

from functools import partial
from typing import Any

from regesta.query.claims import count_claims
from regesta.query.cycles import load_cycles
from regesta.query.histories import kept_histories
from regesta.query.register import Register
from regesta.review.doubts import count_entries, count_pairs
from regesta.serve.address import plain_address
from regesta.serve.beside import Warmth
from regesta.serve.listing import ListPage
from regesta.serve.pages import atlas, dyads, meetings, network, register, sources


def find_plain(listed: ListPage[Register, Any], opened: Register) -> None:
    """Find what a page shows without a filter."""
    listed.find(opened, plain_address(listed.listing))


def follow(cycle: str, opened: Register) -> None:
    """Follow the histories of a cycle."""
    kept_histories(opened, cycle)


WARMTH = Warmth(
    quick=(
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
