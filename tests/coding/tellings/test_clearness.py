import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        # told early and told whole
        ("Chad freed nine Sudanese herders on Monday. The release ended a long dispute.", "freed"),
        (
            "Norwegian police detained a Russian captain on Friday. He was held after the detention of his mate.",
            "detained",
        ),
        # the main clause of a sentence, not what hangs on it
        ("Gunmen shot at a Kenyan patrol on Sunday, wounding a soldier.", "shot"),
        # a later one, where the first names nobody
        ("The talks went on. Finland and Estonia held talks in Turku on Monday.", "talks"),
    ],
)
def test_a_happening_is_cited_by_its_clearest_telling(coded: Coder, text: str, cited: str) -> None:
    assert cited in {event.trigger_text for event in coded(text).events}


def test_the_sentence_with_the_trigger_is_the_first_evidence(coded: Coder) -> None:
    text = "The talks went on for hours. Finland and Estonia held the talks in Turku on Monday."
    [event] = [event for event in coded(text).events if event.type == "CONSULT"]
    assert event.evidence[0].contains(event.trigger)
    assert {role.text for role in event.parties} == {"Finland", "Estonia"}
