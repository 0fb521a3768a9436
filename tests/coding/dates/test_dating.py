from dataclasses import replace
from datetime import date

import pytest
from scenes import a_scene, an_act, find, the_parse

from regesta.coding.dates.dating import read_date
from regesta.coding.dates.reach import dated_by_since, is_told_of
from regesta.coding.triggers.candidates import Candidate
from regesta.model.annotation import DateInterval, TimeExpression
from regesta.model.event import Status

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


FIRST_SINCE = "They fought on since 2019."
FIRST_SINCE_ROWS = """
    They they PRP 1 nsubj
    fought fight VBD 1 ROOT
    on on RB 1 advmod
    since since IN 1 prep
    2019 2019 CD 3 pobj
    . . . 1 punct
"""


@pytest.mark.parametrize(("status", "is_dated"), [("happened", True), ("planned", False), ("hypothetical", False)])
def test_what_lies_ahead_has_not_gone_on_since(status: Status, is_dated: bool) -> None:
    """ "It will be his first trip since 2019" is not of 2019, though the network reads it so."""
    year = DateInterval(date(2019, 1, 1), date(2020, 1, 1), "year")
    scene = a_scene(the_parse(FIRST_SINCE, FIRST_SINCE_ROWS), FIRST_SINCE)
    time = TimeExpression(span=find(FIRST_SINCE, "2019"), timex="DATE", value="2019", interval=year)
    scene = replace(scene, article=replace(scene.article, times=(time,)))
    act = an_act(FIRST_SINCE, "fought", ("ASSAULT", 0.9), date="2019")
    found = read_date(
        scene, Candidate(1, "ASSAULT", None, act, 0, {"ASSAULT": 0.9}, ()), scene.article.sentences[0], status
    )
    assert (found is not None) == is_dated
