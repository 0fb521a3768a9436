"""A speaker's words do not end in one that leads to others."""

import pytest

from regesta.annotate.speech.subjects import ended
from regesta.model.span import Span
from tests.annotate.parses import a_parse


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("Envoy/NN Ana/NNP Berg/NNP on/IN", "Envoy Ana Berg"),
        ("Ana/NNP Berg/NNP ,/, speaking/VBG in/IN", "Ana Berg"),
        ("people/NNS who/WP", "people"),
        ("the/DT head/NN of/IN the/DT", "the head"),
        ("who/WP", "who"),
        ("the/DT envoy/NN to/TO Oslo/NNP", "the envoy to Oslo"),
    ],
)
def test_open_words_at_the_end_are_left_out(tagged: str, expected: str) -> None:
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    text = " ".join(word for word, _ in pairs)
    parse = a_parse(text, [(word, word.lower(), tag, 0, "dep") for word, tag in pairs])
    assert ended(parse, Span(0, len(text))).of(text) == expected
