"""In which words a party is shown."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def words_of(coded: Coder, text: str) -> set[str]:
    """Return the words of all parties in a text."""
    return {role.text for event in coded(text).events for role in event.parties}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A court in Chisinau banned two newspapers on Monday.", "A court in Chisinau"),
        ("Human Rights Watch (HRW) accused Uganda of torture.", "Human Rights Watch (HRW)"),
        ("Kenya accused Petro, the president of Colombia, of lying.", "Petro, the president of Colombia"),
        ("The rights group Amnesty International condemned Uganda.", "The rights group Amnesty International"),
        ("Soldiers seized the cathedral in Managua on Monday.", "the cathedral in Managua"),
        ("Rebels in eastern Congo attacked the army of Rwanda.", "Rebels in eastern Congo"),
        ("Over 3,000 members of the Karen community protested on Sunday.", "Over 3,000 members of the Karen community"),
        ("The French ambassador to Ghana criticised the army.", "The French ambassador to Ghana"),
        ("Hours earlier Orban expelled the Kenyan envoy.", "Orban"),
    ],
)
def test_a_party_has_all_the_words_of_its_noun_phrase(coded: Coder, text: str, words: str) -> None:
    assert words in words_of(coded, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Finland's president met Orban in Oslo on Monday.", "Orban"),
        ("Kenya accused the army of murder.", "the army"),
        ("Troops in uniform attacked rebels in May.", "rebels"),
        ("The government of Mali arrested Keita, 51, on Monday.", "Keita"),
        ("Kenya's president met Macron, Scholz and Sunak.", "Macron"),
        ("Police who came from Chad arrested a journalist who had fled.", "a journalist"),
        ("Chile gave the group humanitarian aid on Monday.", "the group"),
    ],
)
def test_words_of_the_verb_a_clause_or_others_are_left_out(coded: Coder, text: str, words: str) -> None:
    assert words in words_of(coded, text)


def test_a_party_of_several_acts_is_shown_in_the_same_words(coded: Coder) -> None:
    events = coded("A court in Baku freed the journalist, and the court fined and expelled two editors.").events
    assert len({role.text for event in events for role in event.recipients if "editor" in role.text}) == 1
    freed = next(event for event in events if event.trigger_text == "freed")
    assert [role.text for role in freed.actors] == ["A court in Baku"]


def test_words_that_pair_two_are_of_neither(coded: Coder) -> None:
    [event] = coded("Neither Kenya nor Uganda condemned Rwanda on Monday.").events
    assert [role.text for role in event.actors] == ["Kenya", "Uganda"]


def test_possessors_in_a_row_are_parted(coded: Coder) -> None:
    [event] = coded("Kenya's and Uganda's presidents met on Monday.").events
    assert {role.actor.iso3 for role in event.parties if role.actor} == {"KEN", "UGA"}
