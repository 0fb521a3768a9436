import numpy as np
import pytest

from regesta.encoder.encoder import MAX_PIECES, encode

pytestmark = pytest.mark.model
HIDDEN = 384


def test_every_piece_has_a_state_with_a_mark_at_either_end() -> None:
    encoded = encode("Norway recalled its envoy.")
    assert encoded.states.shape == (1, len(encoded.offsets), HIDDEN)
    assert encoded.states.dtype == np.float32
    assert (encoded.offsets[0], encoded.offsets[-1]) == ((0, 0), (0, 0))
    assert encoded.offsets[1] == (0, 6)


def test_offsets_count_characters_of_the_text_as_written() -> None:
    text = "“Zoë’s ferry”"
    assert [text[start:end] for start, end in encode(text).offsets[1:4]] == ["“", "Zoë", "’"]


def test_a_long_text_is_cut_off_and_its_offsets_go_on() -> None:
    encoded = encode("ferry " * 600)
    assert encoded.states.shape[1] == MAX_PIECES
    assert len(encoded.offsets) == 602


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_has_the_marks_alone(text: str) -> None:
    assert encode(text).states.shape == (1, 2, HIDDEN)


def test_the_same_text_gives_the_same_states_whatever_was_read_before() -> None:
    first = encode("Malta condemned Tunisia.").states
    encode("The ferry left the harbour late again.")
    assert (encode("Malta condemned Tunisia.").states == first).all()
