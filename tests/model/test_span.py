import pytest

from regesta.model.span import Span


def test_a_span_returns_the_words_it_covers_in_code_points() -> None:
    assert Span(2, 7).of("🕊 Мінск") == "Мінск"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_that_runs_backwards_or_before_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_span_contains_itself() -> None:
    assert Span(1, 4).contains(Span(1, 4))
    assert not Span(1, 4).contains(Span(0, 4))


@pytest.mark.parametrize(
    ("words", "tight"),
    [
        ("Anna Berg, an envoy,", "Anna Berg, an envoy"), (" Latvia;", "Latvia"), ("-premier Berg", "premier Berg"),
        ("LNP)", "LNP"), ("the party (its rival", "the party"), ("the party (LNP)", "the party (LNP)"),
        ('"family', "family"), ('"Red Star" club', '"Red Star" club'), ("'s envoy", "envoy"), ("‘sheriff", "sheriff"),
        ("the Communists'", "the Communists"),
        ("the self-styled ‘rangers’", "the self-styled ‘rangers’"),
        ("heads of the 'Grey Foxes'", "heads of the 'Grey Foxes'"),
        ("Mali's rebels'", "Mali's rebels"), ("Shell Corp.", "Shell Corp."), (",", ","), ("", ""),
    ],
)  # fmt: skip
def test_a_tightened_span_has_no_loose_marks_at_its_ends(words: str, tight: str) -> None:
    assert Span(0, len(words)).tightened(words).of(words) == tight


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\U0001f399 foreign minister Berg", "foreign minister Berg"),
        ("\U0001f91d\ufe0f the envoy \u2757", "the envoy"),
        ("\U0001f1f7\U0001f1fa Berg", "Berg"),
        ("caf\u00e9", "caf\u00e9"),
    ],
)
def test_pictures_at_the_ends_of_words_are_loose(text: str, words: str) -> None:
    assert Span(0, len(text)).tightened(text).of(text) == words
