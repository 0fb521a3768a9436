from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.annotate.speech.quotation_marks import find_quotations
from regesta.model.span import Span


def paragraphs_of(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def quoted(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in find_quotations(text, paragraphs_of(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The pass is open," he said. "Drive slowly."', ["The pass is open", "Drive slowly."]),
        ("“The pass is open,” he said.", ["The pass is open"]),
        ("„Der Pass ist offen“, sagte er.", ["Der Pass ist offen"]),
        ("« Le col est ouvert », dit-il.", ["Le col est ouvert"]),
        ("»Passet er åbent«, sagde han.", ["Passet er åbent"]),
        ("”Passet är öppet”, sade han.", ["Passet är öppet"]),
        ("``The pass is open,'' he said.", ["The pass is open"]),
        ("''The pass is open,'' he said.", ["The pass is open"]),
        ("‘The pass is open,’ he said.", ["The pass is open"]),
        ("'The pass is open,' he said.", ["The pass is open"]),
        ('He called it " a bad joke."', ["a bad joke."]),
    ],
)
def test_marks_of_every_kind_enclose_words(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The ministers' offer of the '90s was Berg's.",
        "The drivers’ union and the miners’ union agreed.",
        "A man 6'2\" tall left.",
        'He left" the room.',
        'It was "late and he left.',
        '"" and " "',
        '"',
    ],
)
def test_apostrophes_and_lone_marks_enclose_nothing(text: str) -> None:
    assert quoted(text) == []


def test_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("'The drivers' union is wrong,' she said.") == ["The drivers' union is wrong"]


def test_single_marks_inside_double_marks_belong_to_the_quotation() -> None:
    assert quoted("\"They said 'never' twice,\" he said.") == ["They said 'never' twice"]


def test_mark_left_open_does_not_spoil_the_quotations_after_it() -> None:
    assert quoted('"It is late, he said. "We must go," she added.') == ["We must go"]


def test_quotation_goes_on_over_paragraphs_that_reopen_it() -> None:
    text = "“We waited long.\n“Now we act,” she said."
    found = find_quotations(text, paragraphs_of(text))
    assert [(q.inner.of(text), q.continues) for q in found] == [("We waited long.", True), ("Now we act", False)]


def test_quotation_goes_on_to_a_closing_mark_in_the_next_paragraph() -> None:
    assert quoted('He said: "We waited long.\nNow we act." He left.') == ["We waited long.", "Now we act."]


def test_quotation_that_no_paragraph_takes_up_is_dropped() -> None:
    assert quoted('He said: "We waited long.\nNobody came.') == []


def test_single_marks_in_a_quotation_that_goes_on_are_part_of_it() -> None:
    text = "He said: “We call it 'peace', no less.\n“It will hold.” He left."
    found = [(q.inner.of(text), q.continues) for q in find_quotations(text, paragraphs_of(text))]
    assert found == [("We call it 'peace', no less.", True), ("It will hold.", False)]


@given(st.text(alphabet="\"“”„«»‘’'` ab.,\n"))
def test_no_text_fails_and_no_two_quotations_overlap(text: str) -> None:
    found = find_quotations(text, paragraphs_of(text))
    assert all(quotation.outer.contains(quotation.inner) for quotation in found)
    assert all(left.outer.end <= right.outer.start for left, right in pairwise(found))
