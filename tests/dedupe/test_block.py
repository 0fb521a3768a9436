from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import DAY, a_role, an_article, an_event

from regesta.dedupe.block import MAX_PARTIES, WINDOW_DAYS, block_keys
from regesta.model.event import Event, Role

TEXT = "Poland, Latvia, Estonia, Sweden, Turkey, rebels, Lithuania, Ann Nowak and the alliance visited Vilnius."


def visit(*parties: str | Role, **changes: Any) -> Event:
    """A visit in which the first party is the actor and the others are recipients."""
    article = an_article(TEXT)
    names = ["actor"] + ["recipient"] * (len(parties) - 1)
    roles = [
        replace(party, name=name) if isinstance(party, Role) else a_role(article, name, party)
        for name, party in zip(names, parties, strict=True)
    ]
    return an_event(article, roles=tuple(roles), **changes)


def nowak(state: str | None) -> Role:
    return a_role(an_article(TEXT), "actor", "Ann Nowak", iso3=state, entity="person:ann-nowak")


def shared(left: Event, right: Event) -> set[str]:
    return {*block_keys(left, DAY)} & {*block_keys(right, DAY)}


def parties_of(event: Event) -> set[str]:
    return {key.split("|")[1] for key in block_keys(event, DAY)}


def test_keys_are_type_parties_and_window_sorted_without_repeats() -> None:
    keys = block_keys(visit("Poland", "Lithuania"), DAY)
    assert keys == tuple(sorted(set(keys)))
    assert {key.split("|")[0] for key in keys} == {"CONSULT"}
    assert parties_of(visit("Poland", "Lithuania")) == {"POL", "LTU", "LTU+POL"}


def test_turned_roles_share_all_blocks() -> None:
    assert block_keys(visit("Poland", "Lithuania"), DAY) == block_keys(visit("Lithuania", "Poland"), DAY)


def test_a_telling_that_names_one_party_meets_one_that_names_both() -> None:
    assert shared(visit("Poland"), visit("Poland", "Lithuania"))
    assert shared(visit("Lithuania"), visit("Poland", "Lithuania"))


@pytest.mark.parametrize("days", range(WINDOW_DAYS // 2 + 1))
@pytest.mark.parametrize("start", range(WINDOW_DAYS))
def test_days_up_to_half_a_window_apart_always_meet(start: int, days: int) -> None:
    first = DAY + timedelta(days=start)
    left, right = (visit("Poland", day=day) for day in (first, first + timedelta(days=days)))
    assert shared(left, right)


def test_days_a_window_apart_never_meet() -> None:
    assert not shared(visit("Poland"), visit("Poland", day=DAY + timedelta(days=WINDOW_DAYS)))


def test_other_types_and_other_parties_never_meet() -> None:
    assert not shared(visit("Poland"), visit("Poland", type="SANCTION"))
    assert not shared(visit("Poland", "Lithuania"), visit("Sweden", "Latvia"))


def test_the_publication_day_stands_in_for_a_missing_date() -> None:
    undated = visit("Poland", day=None)
    assert block_keys(undated, DAY) == block_keys(visit("Poland"), None)
    assert {key.split("|")[2] for key in block_keys(undated, None)} == {"undated"}


def test_a_person_meets_the_state_and_reports_that_do_not_tell_the_state() -> None:
    assert parties_of(visit(nowak("POL"))) == {"POL", "~nowak"}
    assert parties_of(visit(nowak(None))) == {"person:ann-nowak", "~nowak"}
    assert shared(visit(nowak("POL")), visit("Poland"))
    assert shared(visit(nowak("POL")), visit(nowak(None)))


def test_bodies_of_no_state_are_blocked_by_entity_and_the_unresolved_by_their_words() -> None:
    alliance = a_role(an_article(TEXT), "actor", "the alliance", iso3="IGO", entity="igo:alliance")
    unresolved = replace(a_role(an_article(TEXT), "actor", "Vilnius"), actor=None)
    assert parties_of(visit(alliance)) == {"igo:alliance"}
    assert parties_of(visit("rebels")) == {"rebels"}
    assert parties_of(visit(unresolved)) == {"vilnius"}


def test_an_event_without_parties_meets_nobody() -> None:
    assert block_keys(an_event(an_article(TEXT), roles=()), DAY) == ()


def test_a_summit_has_a_bounded_number_of_keys() -> None:
    everybody = visit("Poland", "Latvia", "Estonia", "Sweden", "Turkey", "rebels", "Lithuania", "the alliance")
    pairs = MAX_PARTIES * (MAX_PARTIES - 1) // 2
    assert len(block_keys(everybody, DAY)) == 2 * (MAX_PARTIES + pairs)
