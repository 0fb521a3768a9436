import pytest

from regesta.annotate.speech.stray_verbs import is_stray
from tests.annotate.parses import Row, a_parse

Words = tuple[str, list[Row]]

SAID_LEFT_AND_ADDED: Words = (
    "Berg said Norland left and added",
    [
        ("Berg", "berg", "NNP", 1, "nsubj"),
        ("said", "say", "VBD", 1, "ROOT"),
        ("Norland", "norland", "NNP", 3, "nsubj"),
        ("left", "leave", "VBD", 1, "ccomp"),
        ("and", "and", "CC", 3, "cc"),
        ("added", "add", "VBD", 3, "conj"),
    ],
)
SAID_LEFT_AND_FLED: Words = (
    "Berg said Norland left and fled",
    [*SAID_LEFT_AND_ADDED[1][:5], ("fled", "flee", "VBD", 3, "conj")],
)
VOWED_TO_STAY_AND_LEFT: Words = (
    "Norland vowed to stay and left",
    [
        ("Norland", "norland", "NNP", 1, "nsubj"),
        ("vowed", "vow", "VBD", 1, "ROOT"),
        ("to", "to", "TO", 3, "aux"),
        ("stay", "stay", "VB", 1, "xcomp"),
        ("and", "and", "CC", 3, "cc"),
        ("left", "leave", "VBD", 3, "conj"),
    ],
)
VOWED_TO_STAY_AND_FIGHT: Words = (
    "Norland vowed to stay and fight",
    [*VOWED_TO_STAY_AND_LEFT[1][:5], ("fight", "fight", "VB", 3, "conj")],
)
SAID_LEFT_ADDING: Words = (
    "Berg said Norland left, adding",
    [*SAID_LEFT_AND_ADDED[1][:4], (",", ",", ",", 3, "punct"), ("adding", "add", "VBG", 3, "advcl")],
)
SAID_LEFT_CRYING: Words = (
    "Berg said Norland left, crying",
    [*SAID_LEFT_AND_ADDED[1][:4], (",", ",", ",", 3, "punct"), ("crying", "cry", "VBG", 3, "advcl")],
)


@pytest.mark.parametrize("words", [SAID_LEFT_AND_ADDED, VOWED_TO_STAY_AND_LEFT, SAID_LEFT_ADDING], ids=lambda w: w[0])
def test_verb_that_cannot_belong_to_the_clause_is_the_speakers(words: Words) -> None:
    assert is_stray(a_parse(*words), 5)


@pytest.mark.parametrize("words", [SAID_LEFT_AND_FLED, VOWED_TO_STAY_AND_FIGHT, SAID_LEFT_CRYING], ids=lambda w: w[0])
def test_verb_of_the_same_form_belongs_to_the_clause(words: Words) -> None:
    assert not is_stray(a_parse(*words), 5)
