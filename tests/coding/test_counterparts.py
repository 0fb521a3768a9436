import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Latvia's president, Edgars Rinkevics, met his Estonian counterpart, Alar Karis, in Riga. "
        "The Estonian president said that the border would stay closed.",
        "Latvian Foreign Minister Baiba Braze met her Estonian counterpart, Margus Tsahkna, in Riga. "
        "The Estonian foreign minister said that the border would stay closed.",
    ],
)
def test_a_counterpart_holds_the_same_office(coded: Coder, text: str) -> None:
    [*_, said] = coded(text).statements
    assert said.speaker
    assert said.speaker.actor
    assert (said.speaker.actor.name, said.speaker.actor.iso3) in {("Alar Karis", "EST"), ("Margus Tsahkna", "EST")}


def test_a_counterpart_is_not_the_holder_of_another_office(coded: Coder) -> None:
    text = (
        "Latvian Foreign Minister Baiba Braze met her Estonian counterpart, Margus Tsahkna, in Riga. "
        "The Estonian president was in Tallinn and said that the border would stay closed."
    )
    mentions = {m.span.of(text): m.actor.name for m in coded(text).mentions if m.actor}
    assert mentions["The Estonian president"] != "Margus Tsahkna"


def test_the_current_president_is_the_president(coded: Coder) -> None:
    text = "The Latvian president, Edgars Rinkevics, flew to Riga. The current Latvian president is a diplomat."
    mentions = {m.span.of(text): m.actor.name for m in coded(text).mentions if m.actor}
    assert mentions["The current Latvian president"] == "Edgars Rinkevics"
