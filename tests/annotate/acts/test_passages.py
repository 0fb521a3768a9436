from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from regesta.annotate.acts.passages import PASSAGE_CHARS, cut, passages, words_of
from regesta.annotate.sentences import paragraphs
from regesta.model.span import Span

SENTENCE = "The ferry to Saaremaa left the harbour an hour late again. "
LETTERS = "x" * 10_000
HOSTILE = {
    "nothing": "",
    "white space": " \n\t \r\n\u2003\n ",
    "letters without a space": LETTERS,
    "words between letters": f"Then {LETTERS} came {LETTERS}.",
    "emoji": "🚢" * 2000,
    "families": "👩‍👩‍👧 waved. " * 200,
    "right to left": "הספינה עזבה את הנמל. " * 100,
    "combining marks": "e\u0301" * 900,
    "nul": "\0" * 1500,
    "nul between words": "The\0ferry\0left. " * 100,
    "marks": "?!" * 800,
    "lines": "The ferry left\n" * 300,
    "surrogates": "\ud83d" * 800,
    "separators": "\x1c\x1d\u2028\u2029\x85" * 300,
}
texts = st.text(alphabet=st.sampled_from('aZé1 \n\t."”🚢\0ש'), max_size=60)


def pieces(text: str) -> list[str]:
    return [passage.of(text) for passage in passages(text)]


def covers_every_word_once(text: str) -> None:
    """Check that the passages hold every paragraph's characters once and in order, but for white space between."""
    found = list(passages(text))
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(0 < passage.end - passage.start <= PASSAGE_CHARS for passage in found)
    covered = {at for passage in found for at in range(passage.start, passage.end)}
    missed = [at for paragraph in paragraphs(text) for at in range(paragraph.start, paragraph.end) if at not in covered]
    assert all(text[at].isspace() for at in missed)


def words_lie_inside(text: str) -> None:
    for passage in passages(text):
        found = words_of(text, passage)
        assert all(passage.contains(word) and word.start < word.end for word in found)
        assert all(left.end <= right.start for left, right in pairwise(found))
        assert "".join(word.of(text) for word in found) == "".join(passage.of(text).split())


def test_short_paragraphs_are_read_together() -> None:
    text = "The ferry left late.\n\nNobody complained."
    assert pieces(text) == [text]


def test_a_paragraph_that_does_not_fit_beside_the_others_begins_a_passage() -> None:
    first, second, third = SENTENCE * 6, SENTENCE * 7, "Nobody complained."
    assert pieces(f"{first}\n\n{second}\n\n{third}") == [first.strip(), f"{second}\n\n{third}"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    found = pieces(SENTENCE * 40)
    assert len(found) > 1
    assert all(piece.startswith("The ferry") and piece.endswith("late again.") for piece in found)


def test_the_cut_is_after_as_many_sentences_as_fit() -> None:
    assert len(pieces(SENTENCE * 40)[0]) > PASSAGE_CHARS - len(SENTENCE)


def test_a_sentence_that_ends_in_a_quotation_ends_there() -> None:
    text = 'She said: "The ferry left an hour late, as it does every day." ' * 30
    assert {piece[-2:] for piece in pieces(text)} == {'."'}


def test_an_overlong_sentence_is_cut_between_words() -> None:
    text = "and then the ferry " * 100
    found = pieces(text)
    assert len(found) > 1
    assert " ".join(found).split() == text.split()


def test_letters_without_a_space_are_cut_anywhere() -> None:
    assert list(map(len, pieces(LETTERS[:1500]))) == [PASSAGE_CHARS, PASSAGE_CHARS, 1500 - 2 * PASSAGE_CHARS]


def test_a_paragraph_that_fits_is_not_cut() -> None:
    text = SENTENCE * 3
    whole = Span(0, len(text))
    assert list(cut(text, whole)) == [whole]


def test_offsets_are_code_points_of_the_text() -> None:
    text = "🚢🚢 Zoë’s ferry left.\n\n" + SENTENCE * 20
    found = list(passages(text))
    assert found[0].start == 0
    assert text[found[0].start : found[0].end].startswith("🚢🚢 Zoë’s ferry")
    assert [word.of(text) for word in words_of(text, found[0])[:7]] == ["🚢", "🚢", "Zoë", "’", "s", "ferry", "left"]


def test_words_are_offsets_into_the_text_not_the_passage() -> None:
    text = "Nobody spoke.\n\nThe ferry left."
    assert [word.of(text) for word in words_of(text, Span(15, 30))] == ["The", "ferry", "left", "."]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_covered_too(text: str) -> None:
    covers_every_word_once(text)
    words_lie_inside(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n"])
def test_a_text_without_words_has_no_passage(text: str) -> None:
    assert pieces(text) == []


@given(st.lists(st.tuples(texts, st.integers(1, 25)), max_size=8))
@example([("a", 25), ("\n\n", 1), ("Z. ", 25)])
def test_passages_never_overlap_and_words_lie_inside(parts: list[tuple[str, int]]) -> None:
    text = "".join(part * times for part, times in parts)
    covers_every_word_once(text)
    words_lie_inside(text)
