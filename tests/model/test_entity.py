import pytest

from regesta.model.entity import Actor


@pytest.mark.parametrize(("iso3", "state"), [("POL", "POL"), ("IGO", None), ("NGO", None), (None, None)])
def test_an_actor_is_of_a_state_unless_it_is_of_none_or_nobody_knows(iso3: str | None, state: str | None) -> None:
    assert Actor(name="Somebody", iso3=iso3).state == state
