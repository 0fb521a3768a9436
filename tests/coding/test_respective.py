import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "The Latvian and Estonian Defence Ministers, Andris Spruds and Hanno Pevkur, met in Riga.",
            {("Andris Spruds", "LVA", "Defence Minister"), ("Hanno Pevkur", "EST", "Defence Minister")},
        ),
        (
            "The presidents of Turkey and South Korea, Recep Erdogan and Yoon Suk-yeol, spoke by telephone.",
            {("Recep Erdogan", "TUR", "president"), ("Yoon Suk-yeol", "KOR", "president")},
        ),
        (
            "Peter Pellegrini and Petr Pavel, the Slovak and Czech presidents, met in Prague.",
            {("Peter Pellegrini", "SVK", "president"), ("Petr Pavel", "CZE", "president")},
        ),
        (
            "The Latvian, Estonian and Polish prime ministers, Evika Silina, Kristen Michal and Donald Tusk, agreed.",
            {
                ("Evika Silina", "LVA", "prime minister"),
                ("Kristen Michal", "EST", "prime minister"),
                ("Donald Tusk", "POL", "prime minister"),
            },
        ),
    ],
)
def test_names_take_state_and_office_in_their_order(coded: Coder, text: str, people: set[tuple[str, str, str]]) -> None:
    actors = [m.actor for m in coded(text).mentions if m.actor and m.label == "PERSON"]
    assert {(actor.name, actor.iso3, actor.office) for actor in actors} == people


def test_names_that_no_list_of_states_goes_with_take_nothing(coded: Coder) -> None:
    text = "The Latvian and Estonian ministers met Gunnar Berg, Ola Lind and Nils Dahl in Oslo."
    assert not {m.actor.office for m in coded(text).mentions if m.actor and m.label == "PERSON"} & {"minister"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "The Latvian and Estonian foreign ministers, Andris Spruds and Urmas Reinsalu, met in Riga on Friday.",
            {"Andris Spruds", "Urmas Reinsalu"},
        ),
        (
            "The foreign ministers of Chile and Peru, Juan Soto and Luis Paz, signed a treaty in Lima.",
            {"Juan Soto", "Luis Paz"},
        ),
        (
            "In Riga the Finnish and Estonian Defence Ministers, Antti Hakkanen and Hanno Pevkur, held talks.",
            {"Antti Hakkanen", "Hanno Pevkur"},
        ),
    ],
)
def test_who_is_named_and_described_is_one_party(coded: Coder, text: str, people: set[str]) -> None:
    events = [e for e in coded(text).events if e.type in {"CONSULT", "SUPPORT"}]
    assert events
    for event in events:
        names = [role.actor.name for role in (*event.actors, *event.recipients) if role.actor]
        assert sorted(names) == sorted(people)
