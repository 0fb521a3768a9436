from builders import a_correction, a_decision

from regesta.model.decision import Decision
from regesta.query.clusters.decided import read_log


def states(*decisions: Decision) -> list[str]:
    return [recorded.state for recorded in read_log(decisions).log]


def test_of_two_decisions_on_one_point_the_later_counts_and_both_are_kept() -> None:
    wrong, right = a_decision("reject"), a_decision("confirm", author="Ben")
    decided = read_log([wrong, right])
    assert states(wrong, right) == ["overruled", "counts"]
    assert decided.log[0].by == right
    assert decided.rejected == frozenset()
    assert decided.vetted == {"e1"}


def test_other_points_do_not_touch_each_other() -> None:
    kept = [
        a_decision("reject"),
        a_decision("reject", "e2"),
        a_decision("correct", correction=a_correction("mode", "visit")),
        a_decision("correct", correction=a_correction("type", "CONSULT")),
        a_decision("same", "e1", other="e2"),
        a_decision("different", "e1", other="e3"),
    ]
    assert set(states(*kept)) == {"counts"}


def test_a_decision_undone_does_not_count_and_uncovers_the_one_before() -> None:
    confirmed, rejected = a_decision("confirm"), a_decision("reject")
    undo = a_decision("undo", "", undoes=rejected.id, author="Ben")
    decided = read_log([confirmed, rejected, undo])
    assert states(confirmed, rejected, undo) == ["counts", "undone", "counts"]
    assert decided.log[1].by == undo
    assert decided.rejected == frozenset()


def test_an_undoing_can_be_undone() -> None:
    rejected = a_decision("reject")
    undo = a_decision("undo", "", undoes=rejected.id)
    again = a_decision("undo", "", undoes=undo.id, reason="it was right")
    decided = read_log([rejected, undo, again])
    assert states(rejected, undo, again) == ["counts", "undone", "counts"]
    assert decided.rejected == {"e1"}


def test_a_pair_becomes_a_judgement_with_the_person_as_author() -> None:
    decided = read_log([a_decision("different", "e2", other="e1", reason="a year apart")])
    judgement = decided.pairs["e1", "e2"]
    assert (judgement.verdict, judgement.score, judgement.author) == ("different", 0.0, "Ann")
    assert judgement.reasons == ("a year apart",)


def test_the_decisions_about_some_events_are_found() -> None:
    pair, lone = a_decision("same", "e1", other="e2"), a_decision("reject", "e3")
    decided = read_log([pair, lone])
    assert [recorded.decision for recorded in decided.of({"e2"})] == [pair]
    assert decided.of(()) == ()
