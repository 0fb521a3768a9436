"""Who holds or tries somebody where nobody is told to."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Six Ghanaian fishermen are languishing in a jail in Togo.", {"TGO"}, {"GHA"}),
        ("Six Ghanaian fishermen were hauled before a court in Togo on Friday.", {"TGO"}, {"GHA"}),
        ("Two Latvian reporters have been held in a prison in Belarus since May.", {"BLR"}, {"LVA"}),
        # near misses
        ("Two Latvian reporters were arrested by Polish police in a prison in Belarus.", {"POL"}, {"LVA"}),
        ("Two Togolese fishermen are languishing in a jail in Togo.", set(), {"TGO"}),
    ],
)
def test_the_state_of_the_jail_or_court_acts(coded: Coder, text: str, actor: set[str], recipient: set[str]) -> None:
    [event] = [event for event in coded(text).events if event.type == "COERCE"]
    actors, recipients = ({role.actor.iso3 for role in side if role.actor} for side in (event.actors, event.recipients))
    assert (actors, recipients) == (actor, recipient)
