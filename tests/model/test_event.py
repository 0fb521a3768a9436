from dataclasses import replace
from typing import get_args

from builders import a_role, an_article, an_event

from regesta.model.event import PROSPECTIVE, UNREALISED, Status

ARTICLE = an_article("Poland visited Lithuania with forty aides, Latvia said.")


def test_who_takes_part_who_is_cited_and_what_else_is_told_are_kept_apart() -> None:
    visit = an_event(ARTICLE)
    assert (visit.source, visit.arguments) == (None, ())
    source, size = a_role(ARTICLE, "source", "Latvia"), a_role(ARTICLE, "size", "forty")
    told = replace(visit, roles=(source, size, *visit.roles))
    assert told.parties == visit.roles
    assert (told.source, told.arguments) == (source, (size,))


def test_what_has_not_happened_may_still_happen_unless_it_is_denied() -> None:
    assert set(get_args(Status)) - UNREALISED == {"happened"}
    assert {"denied"} == UNREALISED - PROSPECTIVE
