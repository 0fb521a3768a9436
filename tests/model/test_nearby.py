"""What lies near a span is found as by a walk over everything, in the same order."""

import random

from regesta.model.nearby import LastBefore, Placed, once
from regesta.model.span import Span


def some_spans(draw: random.Random, number: int) -> list[Span]:
    """Spans in no order, some of them empty, equal, or nested."""
    starts = [draw.randint(0, 60) for _ in range(number)]
    return [Span(start, start + draw.choice((0, 1, 2, 5, 30))) for start in starts]


def test_what_touches_or_lies_around_a_span_is_what_a_walk_finds() -> None:
    draw = random.Random(4)
    for _ in range(200):
        spans = some_spans(draw, draw.randint(0, 12))
        placed = Placed(zip(spans, range(len(spans)), strict=True))
        for asked in some_spans(draw, 5):
            touching = [i for i, s in enumerate(spans) if s.start <= asked.end and asked.start <= s.end]
            assert placed.touching(asked) == touching
            assert placed.around(asked) == [i for i, s in enumerate(spans) if s.contains(asked)]


def test_few_things_are_looked_at_however_many_there_are() -> None:
    placed = Placed((Span(at, at + 3), at) for at in range(0, 100_000, 10))
    assert placed.touching(Span(50_001, 50_012)) == [50_000, 50_010]
    assert placed.around(Span(50_011, 50_012)) == [50_010]


def test_the_last_of_those_before_a_word_is_found() -> None:
    last = LastBefore([(5, 2), (3, 7), (9, 1)])
    assert [last.find(word) for word in (3, 4, 6, 10)] == [None, 7, 7, 7]


def test_a_function_looks_once_at_one_thing_and_anew_at_another_like_it() -> None:
    looked: list[int] = []

    @once
    def length(whole: list[int]) -> int:
        looked.append(len(whole))
        return len(whole)

    one, other = [1, 2], [1, 2]
    assert [length(one), length(one), length(other), length(one)] == [2, 2, 2, 2]
    assert looked == [2, 2, 2]
