"""Patterns over word classes."""

from itertools import product

from regesta.annotate.times import RULES
from regesta.annotate.timex.grammar import LINKS, SYMBOLS, compiled, find_matches
from regesta.annotate.timex.lexer import read_words


def test_no_rule_is_told_by_links_alone() -> None:
    runs = ["".join(SYMBOLS[kind] for kind in kinds) for size in (1, 2) for kinds in product(LINKS, repeat=size)]
    assert [rule.pattern for rule in RULES if any(compiled(rule.pattern).fullmatch(run) for run in runs)] == []


def test_matches_are_where_the_words_stand() -> None:
    words = read_words("The envoys of the north, and of the south, met on Tuesday in the town.", None)
    found = {(first, end) for first, end, _ in find_matches(words, RULES)}
    assert {words[first].text for first, _ in found} == {"tuesday"}
    assert all(words[end - 1].text == "tuesday" for _, end in found)
