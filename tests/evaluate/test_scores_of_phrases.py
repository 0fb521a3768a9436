"""Scores of resolution by itself."""

from typing import Any

import pytest
from measured import scores

from regesta.evaluate.phrases import tally_names, tally_phrases


def a_case(text: str, func: str = "agent_to_code", none: bool = False, **expect: Any) -> dict[str, Any]:
    """A case of the gold file's form."""
    asserts = ["code is None"] if none else []
    return {"test": "t", "func": func, "input": {"text": text}, "expect": expect, "other_asserts": asserts}


@pytest.mark.parametrize(
    ("case", "state", "sector"),
    [
        (a_case("Belgian soldiers", country="BEL", code_1="MIL"), 1.0, 1.0),
        (a_case("Belgian soldiers", country="BEL", code_1="GOV"), 1.0, 0.0),
        (a_case("Belgian soldiers", country="FRA", code_1={"in": ["REB", "MIL"]}), 0.0, 1.0),
        (a_case("Belgium", country="BEL", code_1=""), 1.0, 1.0),
        (a_case("puppies", none=True), 1.0, 1.0),
        (a_case("soldiers", none=True), 1.0, 0.0),
        (a_case("European Union", country="EUR", code_1="IGO"), 1.0, 1.0),
    ],
)
def test_a_case_is_right_or_wrong_by_state_and_by_sector(case: dict[str, Any], state: float, sector: float) -> None:
    found = scores(tally_phrases([case]))
    assert (found["state.accuracy"], found["sector.accuracy"]) == (state, sector)


def test_cases_about_something_else_are_left_out() -> None:
    assert tally_phrases([a_case("Belgium", func="query_wiki", title="Belgium")]) == []


def test_pairs_of_names_are_scored_as_a_matcher() -> None:
    pairs = [
        {"schema": "Person", "name1": "Mahmud Orhanli", "name2": "Mahmoud Orhanli", "is_match": "true"},
        {"schema": "Person", "name1": "Mahmud Orhanli", "name2": "Ana Zilani", "is_match": "true"},
        {"schema": "Person", "name1": "Mahmud Orhanli", "name2": "Leyla Orhanli", "is_match": "false"},
        {"schema": "Company", "name1": "Orhan Ltd", "name2": "Orhan Limited", "is_match": "true"},
    ]
    found = scores(tally_names(pairs))
    assert (found["one_person.p"], found["one_person.r"]) == (1.0, 0.5)
