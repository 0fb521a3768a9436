import pytest
from scenes import the_parse

from regesta.coding.reach import dated_by_since, is_told_of

# The parser hangs the clause on the main verb ("built") in the first, on the year in the second.
ON_THE_VERB = """
    They they PRP 1 nsubj
    built build VBD 1 ROOT
    since since IN 1 prep
    1999 1999 CD 2 pobj
    . . . 1 punct
    when when IN 7 advmod
    Poland Poland NNP 7 nsubj
    signed sign VBD 1 advcl
"""
ON_THE_YEAR = ON_THE_VERB.replace("VBD 1 advcl", "VBD 3 relcl")
TEXT = "They built since 1999. when Poland signed"


@pytest.mark.parametrize("rows", [ON_THE_VERB, ON_THE_YEAR], ids=["verb", "year"])
def test_a_clause_with_when_is_told_of_the_day_before_it(rows: str) -> None:
    parse = the_parse(TEXT, rows)
    assert is_told_of(parse, trigger=7, head=3)
    assert dated_by_since(parse, trigger=7, head=3)


def test_another_clause_is_not() -> None:
    without = the_parse(TEXT.replace("when", "then"), ON_THE_VERB.replace("when when", "then then"))
    assert not is_told_of(without, trigger=7, head=3)
    assert not is_told_of(the_parse(TEXT, ON_THE_VERB), trigger=1, head=3)
