from pathlib import Path
from typing import Any

from measured import scores

from regesta.evaluate.facets import REGIONS, placed
from regesta.evaluate.swaps import EVERY_STATE, Case, read_cases, states_not_read, tally_swaps
from regesta.ontology.event_types import load_ontology

TEMPLATES = Path(__file__).parents[2] / "evaluation/gold/swaps/templates.yaml"
Json = dict[str, Any]


def case(words: str, iso3: str, slot: str = "A") -> Case:
    text = f"{words} accused Uruguay." if slot == "A" else f"Norway accused {words}."
    return Case(0, "state", slot, "ACCUSE", text, iso3, (f"region of actor={iso3}",))


def coded(actor: str | None, recipient: str | None, type: str = "ACCUSE") -> Json:
    return {"events": [{"type": type, "actors": [{"iso3": actor}], "recipients": [{"iso3": recipient}]}]}


def region_of(each: Case) -> str:
    return next(group.partition("=")[2] for group in each.groups if group.startswith("region of"))


CASES = [case("Chad", "TCD"), case("Peru", "PER"), case("Fiji", "FJI")]


def test_codings_that_differ_in_the_party_alone_are_unchanged() -> None:
    rows = [coded(each.iso3, "URY") for each in CASES]
    assert scores(tally_swaps(CASES, rows)) == {"type": 1.0, "type_and_party": 1.0, "unchanged": 1.0}


def test_a_party_that_is_read_otherwise_is_found_out() -> None:
    rows = [coded("TCD", "URY"), coded("PER", "URY"), coded(None, "URY")]
    found = tally_swaps(CASES, rows)
    assert scores(found, "region of actor=FJI") == {"type": 1.0, "type_and_party": 0.0, "unchanged": 0.0}
    assert scores(found)["type_and_party"] == 0.6667


def test_an_event_of_another_type_is_not_the_one_told() -> None:
    rows = [coded(each.iso3, "URY", type="REJECT") for each in CASES]
    assert scores(tally_swaps(CASES, rows)) == {"type": 0.0, "type_and_party": 0.0, "unchanged": 1.0}


def test_the_templates_tell_every_type_and_try_every_region(root: Path) -> None:
    cases = read_cases(TEMPLATES)
    assert {each.type for each in cases} == set(load_ontology().event_types)
    assert {region_of(each) for each in cases if each.series == "state"} == set(placed(root / REGIONS).values())
    wrong = [each for each in cases if each.series == "state" and region_of(each) != placed(root / REGIONS)[each.iso3]]
    assert wrong == []


def test_no_slot_is_left_open() -> None:
    cases = read_cases(TEMPLATES)
    assert [each.text for each in cases if "{" in each.text or not each.text[0].isupper()] == []
    assert len([each for each in cases if each.series == "every state"]) > 150


def test_states_that_are_not_read_are_named() -> None:
    alone = [
        Case(EVERY_STATE, "every state", "A", "ACCUSE", f"{name} accused Uruguay.", iso3, ())
        for name, iso3 in (("The Chad", "TCD"), ("Peru", "PER"))
    ]
    assert states_not_read(alone, [coded("TCD", "URY"), coded("BOL", "URY")]) == ("Peru",)
