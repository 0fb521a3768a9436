import pytest

from regesta.evaluate.intervals import RESAMPLES, measure
from regesta.evaluate.tally import WHOLE, Tally, add, add_found, add_rate


def items(*right: bool) -> list[Tally]:
    """Items of one question each."""
    found = []
    for answer in right:
        tally: Tally = Tally()
        add_rate(tally, "status.accuracy", answer)
        found.append(tally)
    return found


def test_the_interval_holds_the_score_and_narrows_with_more_items() -> None:
    few, many = (measure(items(*([True, False] * n)), "test")[WHOLE]["status.accuracy"] for n in (10, 1000))
    assert few.value == many.value == 0.5
    assert few.low < many.low < 0.5 < many.high < few.high
    # of 2000 answers, half of them right, the standard error is .0112
    assert (many.low, many.high) == (pytest.approx(0.478, abs=0.004), pytest.approx(0.522, abs=0.004))


def test_the_same_items_give_the_same_interval_and_another_data_set_its_own() -> None:
    mixed = items(*([True] * 7 + [False] * 6))
    assert measure(mixed, "one") == measure(mixed, "one")
    assert measure(mixed, "one") != measure(mixed, "another")


def test_events_of_one_article_are_drawn_together() -> None:
    alike: list[Tally] = []
    for answer in (True, False):
        tally: Tally = Tally()
        add_rate(tally, "status.accuracy", 50 * answer, of=50)
        alike.append(tally)
    found = measure(alike, "test")[WHOLE]["status.accuracy"]
    assert (found.low, found.high, found.of) == (0.0, 1.0, 100)


def test_precision_and_recall_of_a_group_count_what_belongs_to_it_on_each_side() -> None:
    tally: Tally = Tally()
    add(tally, "event_type", "gold", groups=["region=Europe"])
    add(tally, "event_type", "found", groups=["region=Europe"])
    add(tally, "event_type", "coded", groups=["region=South Asia"])  # coded for another region, and right
    add(tally, "event_type", "right", groups=["region=South Asia"])
    found = measure([tally], "test")
    assert found[WHOLE]["event_type.f1"].value == 1.0
    assert (found["region=Europe"]["event_type.r"].value, found["region=Europe"]["event_type.p"].value) == (1.0, 0.0)
    assert "region=South Asia" not in found  # the gold says nothing of it


def test_nothing_coded_is_zero_and_nothing_in_the_gold_is_no_score() -> None:
    missed, nothing = Tally(), Tally()
    add_found(missed, "statement", 0, 0, 3)
    add_found(nothing, "place", 0, 2, 0)
    assert {name: score.value for name, score in measure([missed], "test")[WHOLE].items()} == {
        "statement.f1": 0.0,
        "statement.p": 0.0,
        "statement.r": 0.0,
    }
    assert measure([nothing], "test") == {}


def test_a_macro_score_is_the_mean_over_the_classes_of_the_gold() -> None:
    tally: Tally = Tally()
    for part in ("right", "found", "coded", "gold"):
        add(tally, "type", part, groups=["type=AID"])
    add(tally, "type", "gold", groups=["type=AGREE"])
    assert measure([tally], "test")[WHOLE]["type_macro_f1"].value == 0.5


def test_there_are_enough_drawings() -> None:
    assert RESAMPLES >= 1000
