"""Quotation marks of every style, whole, halved or nested: never an error, and never words outside the text."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regesta.annotate.parse import ParseText
from regesta.annotate.quotes import find_quotes
from regesta.model.article import Article

STYLES = [
    ('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("«", "»"), ("« ", " »"), ("»", "«"), ("‘", "’"),
    ("'", "'"), ("``", "''"), ("''", "''"), ("\u2039", "\u203a"), ("\u300c", "\u300d"),
]  # fmt: skip
WHOLE = [style for style in STYLES if style[0] not in "\u2039\u300c"]  # marks that enclose speech in English news
INNER = [("“", "”"), ("‘", "’"), ("'", "'"), ("«", "»"), ("", "")]
WORDS = ["The ferry will sail on Friday", "We won't wait for the captains' boats", "It is late. We must go", "No"]
FRAMES = [
    "{0}{2},{1} the warden said.",
    "The warden said: {0}{2}.{1}",
    "{0}{2},{1} the warden said, {0}and {3}.{1}",
    "The warden called it {0}{2}{1} and left.",
    "{0}{2}.\n\n{0}{3}.{1}\n\nThe warden said nothing more.",
]

styles = st.sampled_from(STYLES)


@pytest.fixture(scope="module")
def parsed() -> Callable[[str], Article]:
    stage = ParseText()
    return lambda text: next(stage([Article(id="a", text=text)]))


@pytest.mark.model
@settings(max_examples=60, deadline=None)
@given(
    frame=st.sampled_from(FRAMES),
    opening=st.one_of(styles.map(lambda style: style[0]), st.just("")),
    closing=st.one_of(styles.map(lambda style: style[1]), st.just("")),
    inner=st.sampled_from(INNER),
    words=st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)),
    tail=st.text(alphabet="\"'“”«»‘’„ ab.,\n", max_size=12),
)
def test_marks_of_any_style_even_unbalanced_give_quotes_inside_the_text(
    parsed: Callable[[str], Article],
    frame: str,
    opening: str,
    closing: str,
    inner: tuple[str, str],
    words: tuple[str, str],
    tail: str,
) -> None:
    said = f"{words[0]} {inner[0]}at once{inner[1]}"
    text = frame.format(opening, closing, said, words[1]) + tail
    for quote in find_quotes(parsed(text)):
        spans = [*quote.content, *filter(None, (quote.cue, quote.speaker, quote.addressee, quote.channel))]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(left.end <= right.start for left, right in zip(quote.content, quote.content[1:], strict=False))


@pytest.mark.model
@pytest.mark.parametrize("style", WHOLE)
def test_balanced_marks_of_any_style_give_the_words_said(
    parsed: Callable[[str], Article], style: tuple[str, str]
) -> None:
    text = f"{style[0]}The ferry will sail on Friday,{style[1]} the warden said."
    (quote,) = find_quotes(parsed(text))
    assert [span.of(text) for span in quote.content] == ["The ferry will sail on Friday"]
    assert quote.kind == "direct"


@pytest.mark.model
def test_a_quotation_inside_a_quotation_is_part_of_what_is_said(parsed: Callable[[str], Article]) -> None:
    text = "“He told me ‘not today’ and shut the gate,” the warden said."
    assert [[span.of(text) for span in quote.content] for quote in find_quotes(parsed(text))] == [
        ["He told me ‘not today’ and shut the gate"]
    ]
