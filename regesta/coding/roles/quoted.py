"""Who speaks where words stand that are quoted."""

from collections.abc import Iterable

from regesta.coding.roles.vague_parties import is_first_person
from regesta.model.annotation import Quote
from regesta.model.event import Role
from regesta.model.span import Span

Said = tuple[Span, Quote, tuple[Role, ...]]  # some words, the quote they are of, and who says them


def innermost(said: Iterable[Said]) -> Role | None:
    """Return who speaks where words stand, given the quotes around them; None of no quotes."""
    named = [(span, roles[0]) for span, _, roles in said if roles and not is_first_person(roles[0].text)]
    return min(named, key=lambda pair: pair[0].end - pair[0].start)[1] if named else None
