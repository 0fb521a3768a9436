"""Tests of parses as columns."""

from regesta.model.parse import Parse
from regesta.model.span import Span


def a_parse(words: str, heads: tuple[int, ...], deps: str) -> Parse:
    """Return a parse of words with one space between them."""
    tokens = tuple(words.split())
    starts = tuple(sum(len(word) + 1 for word in tokens[:number]) for number in range(len(tokens)))
    blank = ("",) * len(tokens)
    return Parse(
        starts=starts, ends=tuple(start + len(word) for start, word in zip(starts, tokens, strict=True)),
        words=tokens, lemmas=tokens, pos=blank, tags=blank, heads=heads, deps=tuple(deps.split()), entities=blank,
    )  # fmt: skip


def test_the_first_token_of_a_text_is_governed_like_any_other() -> None:
    parse = a_parse("Togo slept", (1, 1), "nsubj ROOT")
    assert parse.governs(1, "nsubj")
    assert parse.governs(1, "dobj", "nsubj")
    assert not parse.governs(1, "dobj")
    assert not parse.governs(0, "nsubj")


def test_the_head_of_words_hangs_outside_of_them() -> None:
    parse = a_parse("the army of Togo slept", (1, 4, 1, 2, 4), "det nsubj prep pobj ROOT")
    assert parse.head_in(Span(0, 16)) == 1
    assert parse.head_in(Span(9, 16)) == 2
    assert parse.head_in(Span(0, 22)) == 4


def test_a_row_begins_with_the_first_of_its_words() -> None:
    parse = a_parse("Chad and Niger and Mali slept", (5, 0, 0, 2, 2, 5), "nsubj cc conj cc conj ROOT")
    assert [parse.first_of_row(token) for token in (0, 2, 4)] == [0, 0, 0]
    assert parse.first_of_row(1) == 1
