from pathlib import Path

import pytest

from regesta.errors import OntologyError
from regesta.ontology import speech_verbs
from regesta.ontology.speech_verbs import SPEECH_CLASSES, load_speech

EMPTY = "classes: {says: [say]}\nnouns: {}\nphrases: []\nchannels: {}\noutlets: []\nrelays: []\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file to write; loads read it, not the packaged one."""
    monkeypatch.setattr(speech_verbs, "DATA", tmp_path)
    return tmp_path / "speech_verbs.yaml"


def test_packaged_words_cover_every_class() -> None:
    assert set(load_speech().verbs.values()) == set(SPEECH_CLASSES)


def test_phrases_are_found_by_their_first_word() -> None:
    assert ("accord", "to") in load_speech().phrases["accord"]


def test_word_in_two_classes_is_an_error(data: Path) -> None:
    data.write_text(EMPTY.replace("{says: [say]}", "{says: [warn], warns: [warn]}"))
    with pytest.raises(OntologyError, match="'warn' is in 'says' and in 'warns'"):
        load_speech.__wrapped__()


def test_unknown_class_is_an_error(data: Path) -> None:
    data.write_text(EMPTY.replace("says:", "sings:"))
    with pytest.raises(OntologyError, match="sings"):
        load_speech.__wrapped__()
