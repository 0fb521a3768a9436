from hypothesis import given
from hypothesis import strategies as st

from regesta.model.span import Span
from regesta.serve.highlight import Mark, Passage, context, paragraphs, segments

TEXT = "Poland met Latvia in Riga on Monday."


def mark(words: str, kind: str = "x", anchor: str | None = None) -> Mark:
    start = TEXT.index(words)
    return Mark(span=Span(start, start + len(words)), kind=kind, label=f"a {kind}", anchor=anchor)


def cut(*marks: Mark) -> list[tuple[str, tuple[str, ...]]]:
    return [(segment.text, segment.kinds) for segment in segments(Passage(0, TEXT), marks)]


def test_a_text_without_marks_is_one_segment() -> None:
    assert cut() == [(TEXT, ())]


def test_nested_marks_split_the_outer_one() -> None:
    found = cut(mark("Latvia in Riga", "said"), mark("Riga", "place"))
    assert found[1:3] == [("Latvia in ", ("said",)), ("Riga", ("said", "place"))]


def test_overlapping_marks_share_the_middle() -> None:
    found = cut(mark("met Latvia", "left"), mark("Latvia in", "right"))
    assert found[1:4] == [("met ", ("left",)), ("Latvia", ("left", "right")), (" in", ("right",))]


def test_marks_of_one_kind_on_the_same_words_show_once() -> None:
    assert cut(mark("Riga"), mark("Riga"))[1] == ("Riga", ("x",))


def test_an_anchor_stands_where_its_mark_begins_only() -> None:
    found = segments(Passage(0, TEXT), [mark("met Latvia", anchor="event-1"), mark("Latvia")])
    assert [segment.anchors for segment in found] == [(), ("event-1",), (), ()]


def test_a_mark_that_reaches_beyond_the_passage_is_cut() -> None:
    passage = Passage(0, TEXT).part(Span(7, 17))
    assert [(s.text, s.kinds) for s in segments(passage, [mark("Poland met", "x")])] == [
        ("met", ("x",)),
        (" Latvia", ()),
    ]


def test_marks_outside_the_passage_and_empty_ones_are_left_out() -> None:
    passage = Passage(0, TEXT).part(Span(7, 10))
    marks = [mark("Riga"), Mark(span=Span(8, 8), kind="empty")]
    assert [(s.text, s.kinds) for s in segments(passage, marks)] == [("met", ())]


def test_offsets_are_code_points_beyond_the_basic_plane() -> None:
    found = segments(Passage(0, "🕊 Мир Riga"), [Mark(span=Span(2, 5), kind="x")])
    assert [segment.text for segment in found] == ["🕊 ", "Мир", " Riga"]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8), st.integers(0, 9))
def test_segments_joined_give_the_text_and_every_character_has_its_marks(
    text: str, edges: list[tuple[int, int]], start: int
) -> None:
    marks = [Mark(span=Span(min(e), max(e)), kind=f"k{i}") for i, e in enumerate(edges)]
    found = segments(Passage(start, text), marks)
    assert "".join(segment.text for segment in found) == text
    at = start
    for segment in found:
        for offset in range(at, at + len(segment.text)):
            assert set(segment.kinds) == {m.kind for m in marks if m.span.start <= offset < m.span.end}
        at += len(segment.text)


def test_paragraphs_are_parted_by_blank_lines_and_keep_their_offsets() -> None:
    text = "\n One\nline.\n \n\nTwo. \n\n\n"
    found = paragraphs(text)
    assert [passage.text for passage in found] == ["One\nline.", "Two."]
    assert all(text[p.start : p.start + len(p.text)] == p.text for p in found)


def test_a_text_of_white_space_has_no_paragraph() -> None:
    assert paragraphs(" \n\n \n") == ()


def test_context_is_the_paragraph_around_the_evidence() -> None:
    text = "Before.\n\nPoland spoke. Latvia left.\n\nAfter."
    start = text.index("Latvia")
    assert context(text, Span(start, start + 12)).text == "Poland spoke. Latvia left."


def test_a_long_paragraph_is_cut_between_words_on_both_sides() -> None:
    text = "word " * 200 + "EVIDENCE" + " word" * 200
    found = context(text, Span(1000, 1008), reach_chars=23)
    assert found.text == "word word word word EVIDENCE word word word word"
    assert found.start == 980


def test_a_paragraph_without_spaces_is_cut_all_the_same() -> None:
    assert context("字" * 100, Span(50, 52), reach_chars=10).text == "字" * 22
