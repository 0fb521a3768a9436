from itertools import permutations

from regesta.dedupe.cluster import cluster
from regesta.model.judgement import Judgement, Verdict


def judged(left: str, right: str, verdict: Verdict = "same") -> Judgement:
    return Judgement(left=left, right=right, kind="event", verdict=verdict, score=0.9, reasons=(), author="test")


def test_same_joins_through_a_third_event() -> None:
    found = cluster("abcd", [judged("a", "c"), judged("b", "c")])
    assert found == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_different_and_unsure_do_not_join() -> None:
    assert cluster("ab", [judged("a", "b", "unsure"), judged("a", "b", "different")]) == {"a": "a", "b": "b"}


def test_the_order_of_judgements_does_not_matter() -> None:
    pairs = [judged("a", "d"), judged("b", "c"), judged("c", "d"), judged("e", "f")]
    results = {tuple(sorted(cluster("abcdef", order).items())) for order in permutations(pairs)}
    assert len(results) == 1
