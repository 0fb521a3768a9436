import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model import letters
from regesta.model.letters import PIECE_CHARS, normalized, pieces, without_marks

ACUTE, CEDILLA = "\u0301", "\u0327"


@pytest.mark.parametrize(
    ("text", "form", "plain"),
    [
        ("Erdoğan", "NFKD", "Erdogan"),
        ("Łódź", "NFD", "Łodz"),
        ("ﬁn", "NFKD", "fin"),
        ("ﬁn", "NFD", "ﬁn"),
        ("", "NFD", ""),
    ],
)
def test_marks_go_and_letters_stay(text: str, form: letters.Form, plain: str) -> None:
    assert without_marks(text, form) == plain


@given(st.text(alphabet=f"aé{ACUTE}{CEDILLA}Ł한 \u1100\u1161", max_size=60))
def test_a_text_in_pieces_is_the_text_as_a_whole(text: str) -> None:
    long = text + "x" * PIECE_CHARS + text
    assert "".join(pieces(long)) == long
    assert normalized(long, "NFKD") == unicodedata.normalize("NFKD", long)


def test_no_piece_is_longer_than_it_may_be_whatever_a_text_holds() -> None:
    hostile = "a" + ACUTE * 5000 + CEDILLA * 5000 + "b"
    found = list(pieces(hostile))
    assert "".join(found) == hostile
    assert max(map(len, found)) <= PIECE_CHARS
    assert without_marks(hostile) == "ab"
