from dataclasses import replace
from typing import Any

import pytest
from builders import a_role, an_article

from regesta.model.event import Role
from regesta.query.claims.same_party import every_named, filter_value, is_same, may_be_named
from regesta.store.outlines import party_codes


def party(words: str, **actor: Any) -> Role:
    return a_role(an_article(f"{words} spoke."), "actor", words, **actor)


POLAND = party("Poland")
NOWAK = party("Anna Nowak", entity="person:anna-nowak", iso3="POL", sector="GOV")
PRESIDENT = party("Polish president", entity=None, iso3="POL", sector="GOV", office="president")
ARMY = party("Polish army", entity=None, iso3="POL", sector="MIL")
BODY = party("the Council", entity="org:council", iso3="IGO", sector="IGO")
UNRESOLVED = replace(party("Poland"), actor=None)
LITHUANIAN_NOWAK = party("Anna Nowak", entity="person:anna-nowak", iso3="LTU")
STATELESS_NOWAK = party("Anna Nowak", entity="person:anna-nowak", iso3=None)
LATVIAN_COUNCIL = party("the Council", entity="org:council", iso3="LVA")
PARTIES = (POLAND, NOWAK, PRESIDENT, ARMY, BODY, UNRESOLVED, LITHUANIAN_NOWAK, STATELESS_NOWAK, LATVIAN_COUNCIL)


@pytest.mark.parametrize(
    ("wanted", "told", "same"),
    [
        (POLAND, NOWAK, True),
        (NOWAK, POLAND, False),
        (POLAND, party("Latvia"), False),
        (NOWAK, party("Nowak", entity="person:nowak"), True),
        (NOWAK, party("Nowak", entity="person:nowak", iso3="LTU"), False),
        (NOWAK, party("Ewa Nowak", entity="person:ewa-nowak", iso3="POL"), False),
        (PRESIDENT, party("president", entity=None, iso3="POL", sector="GOV", office="president"), True),
        (PRESIDENT, party("minister", entity=None, iso3="POL", sector="GOV", office="minister"), False),
        (ARMY, party("army units", entity=None, iso3="POL", sector="MIL"), True),
        (ARMY, PRESIDENT, False),
        (BODY, party("Council", entity="org:council", iso3="IGO"), True),
        (BODY, party("Board", entity="org:board", iso3="IGO"), False),
        (party("rebels"), party("the rebels"), True),
        (party("rebels"), party("farmers"), False),
    ],
)
def test_a_party_is_who_is_named(wanted: Role, told: Role, same: bool) -> None:
    assert is_same(wanted, told) is same


@pytest.mark.parametrize("wanted", PARTIES)
@pytest.mark.parametrize("told", PARTIES)
def test_codes_never_rule_out_whom_the_parties_themselves_name(wanted: Role, told: Role) -> None:
    assert may_be_named([wanted], party_codes([told])) or not every_named([wanted], [told])


def test_codes_of_other_states_rule_a_state_out() -> None:
    assert not may_be_named([POLAND, party("Latvia")], ("LTU", "POL"))
    assert may_be_named([POLAND, party("Latvia")], ("LVA", "POL"))


def test_every_party_must_be_there() -> None:
    assert every_named([POLAND, BODY], [BODY, NOWAK])
    assert not every_named([POLAND, BODY], [NOWAK])
    assert every_named([], [])


@pytest.mark.parametrize(
    ("roles", "value"),
    [([POLAND], "POL"), ([BODY], "org:council"), ([BODY, NOWAK], "nowak"), ([ARMY], "POL"), ([party("rebels")], None)],
)
def test_events_are_looked_up_by_the_most_telling_party(roles: list[Role], value: str | None) -> None:
    assert filter_value(roles) == value
