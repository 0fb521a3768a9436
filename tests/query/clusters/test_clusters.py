from datetime import date
from typing import Any

import pytest
from builders import DAY, PLACES, a_decision, a_judgement

from regesta.dedupe.cluster import cluster
from regesta.model.decision import Decision
from regesta.model.judgement import Judgement
from regesta.query.clusters.clusters import best_of, first_reported, in_order_of_weight, make_cluster, tellings_of
from regesta.query.clusters.decided import read_log
from regesta.store.outlines import EventOutline


def telling(event_id: str, **changes: Any) -> EventOutline:
    base = EventOutline(
        id=event_id,
        article_id=f"article of {event_id}",
        publisher=None,
        published=None,
        type="CONSULT",
        mode="visit",
        quad=1,
        intensity=2.1,
        status="happened",
        confidence=0.5,
        start=DAY,
        end=date(2022, 12, 20),
        place=None,
        actors=("POL",),
        recipients=("LTU",),
    )
    return base._replace(**changes)


def test_the_values_most_articles_give_are_shown() -> None:
    odd = telling("e1", start=date(2022, 12, 18), confidence=0.9)
    assert best_of([odd, telling("e2"), telling("e3")]).id == "e2"


def test_an_article_that_repeats_itself_counts_once() -> None:
    repeated = [telling(f"e{n}", article_id="same", actors=("LVA",), confidence=0.4) for n in range(3)]
    assert best_of([*repeated, telling("e8"), telling("e9")]).id == "e8"


def test_confidence_decides_between_equally_supported_values() -> None:
    assert best_of([telling("e1"), telling("e2", confidence=0.6, actors=("LVA",))]).id == "e2"


def test_the_smaller_id_decides_between_equals() -> None:
    assert best_of([telling("e2"), telling("e1")]).id == "e1"


def test_a_telling_that_says_more_is_shown() -> None:
    vague = telling("e1", mode=None, start=None, end=None, confidence=0.9)
    assert best_of([vague, telling("e2", place=PLACES["Riga"])]).id == "e2"


@pytest.mark.parametrize("status", ["planned", "hypothetical"])
def test_what_happened_goes_before_plans(status: str) -> None:
    plans = [telling(f"e{n}", status=status, confidence=0.9) for n in range(3)]
    assert best_of([*plans, telling("e9")]).id == "e9"
    assert best_of(plans).id == "e0"


def test_a_denial_competes_with_what_is_said_to_have_happened() -> None:
    denials = [telling(f"e{n}", status="denied") for n in range(3)]
    assert best_of([*denials, telling("e9")]).status == "denied"


# Who counts


def clustered(judgements: list[Judgement], *decisions: Decision) -> list[str]:
    """The clusters of e1 to e4, each as the sorted numbers of its events."""
    ids = ("e1", "e2", "e3", "e4")
    found = cluster(ids, in_order_of_weight(judgements, ids, read_log(decisions)), {})
    return sorted("".join(i[1] for i in ids if found[i] == root) for root in set(found.values()))


def test_a_person_overrules_the_program() -> None:
    same = a_judgement("e1", "e2")
    assert clustered([same]) == ["12", "3", "4"]
    for author in ("Ann", "ann@1and1.example"):
        assert clustered([same, a_judgement("e1", "e2", "different", author=author)]) == ["1", "2", "3", "4"]
    assert clustered([same, a_judgement("e1", "e2", "different", author="dedupe@0.2.0")]) == ["12", "3", "4"]
    assert clustered([same, a_judgement("e1", "e2", "unsure", author="Ann")]) == ["12", "3", "4"]


def test_a_decision_overrules_the_program_both_ways() -> None:
    same = a_judgement("e1", "e2")
    assert clustered([same], a_decision("different", "e1", other="e2")) == ["1", "2", "3", "4"]
    assert clustered([same], a_decision("same", "e4", other="e2")) == ["124", "3"]


def test_of_two_persons_the_later_counts() -> None:
    apart, one = a_decision("different", "e1", other="e2"), a_decision("same", "e1", other="e2", author="Ben")
    assert clustered([], apart, one) == ["12", "3", "4"]
    assert clustered([], one, apart) == ["1", "2", "3", "4"]


def test_what_a_person_parts_is_not_joined_by_a_detour() -> None:
    """The cluster falls apart at its weakest link."""
    chain = [a_judgement("e1", "e2", score=0.9), a_judgement("e2", "e3", score=0.8), a_judgement("e3", "e4", score=0.9)]
    chain.append(a_judgement("e2", "e4", score=0.7))
    assert clustered(chain) == ["1234"]
    assert clustered(chain, a_decision("different", "e1", other="e4")) == ["12", "34"]
    assert clustered(chain, a_decision("different", "e1", other="e2")) == ["1", "234"]


def test_one_judgement_is_not_enough_to_join_two_clusters() -> None:
    """Half of the pairs between them must be judged the same; one that is unsure counts half."""
    apart = [a_judgement("e1", "e2", score=0.9), a_judgement("e3", "e4", score=0.9), a_judgement("e2", "e3", score=0.8)]
    assert clustered(apart) == ["12", "34"]
    assert clustered([*apart, a_judgement("e1", "e3", "unsure", score=0.4)]) == ["12", "34"]
    unsure = [a_judgement("e1", "e3", "unsure", score=0.4), a_judgement("e1", "e4", "unsure", score=0.4)]
    assert clustered([*apart, *unsure]) == ["1234"]
    assert clustered(apart, a_decision("same", "e2", other="e3")) == ["1234"]


def test_of_two_acts_that_could_be_it_neither_is_unless_one_is_clearly() -> None:
    """The article of e1 and e2 tells two acts, either of which the other article's e3 may be."""
    articles = {"e1": "a", "e2": "a", "e3": "b"}
    alike = [a_judgement("e1", "e3", score=0.6), a_judgement("e2", "e3", "unsure", score=0.5)]
    assert cluster((), alike, articles) == {"e1": "e1", "e2": "e2", "e3": "e3"}
    clear = [a_judgement("e1", "e3", score=0.8), alike[1]]
    assert cluster((), clear, articles) == {"e1": "e1", "e2": "e2", "e3": "e1"}
    assert cluster((), alike[:1], articles)["e3"] == "e1"


def test_what_one_article_tells_apart_is_not_joined_through_another() -> None:
    both = [a_judgement("e1", "e3", score=0.9), a_judgement("e2", "e3", score=0.8)]
    assert cluster(("e1", "e2", "e3"), both, {}) == {"e1": "e1", "e2": "e1", "e3": "e1"}
    one_article = {"e1": "a", "e2": "a", "e3": "b"}
    assert cluster(("e1", "e2", "e3"), both, one_article) == {"e1": "e1", "e2": "e2", "e3": "e1"}


def test_parted_events_stay_apart_however_their_clusters_grow() -> None:
    chain = [a_judgement("e1", "e2", score=0.9), a_judgement("e3", "e4", score=0.8), a_judgement("e2", "e3", score=0.7)]
    assert clustered(chain, a_decision("different", "e1", other="e4")) == ["12", "34"]


def test_undoing_brings_back_what_was_before() -> None:
    same, apart = a_judgement("e1", "e2"), a_decision("different", "e1", other="e2")
    undo = a_decision("undo", "", undoes=apart.id)
    assert clustered([same], apart, undo) == ["12", "3", "4"]
    assert clustered([same], apart, undo, a_decision("undo", "", undoes=undo.id)) == ["1", "2", "3", "4"]


def test_judgements_on_unknown_events_do_nothing() -> None:
    assert in_order_of_weight([a_judgement("e1", "e2"), a_judgement("e2", "e3")], {"e1", "e3"}, read_log([])) == []
    decided = read_log([a_decision("same", "e1", other="e2")])
    assert in_order_of_weight([], {"e1", "e3"}, decided) == []


# Names of entries


def test_an_entry_is_called_by_its_first_report() -> None:
    first, later, undated = telling("e9", published=DAY), telling("e1", published=date(2022, 12, 20)), telling("e0")
    assert first_reported([later, undated, first]) == "e9"
    assert first_reported([later, undated, first, telling("e5", published=DAY)]) == "e5"


def test_a_telling_that_a_person_vetted_is_shown() -> None:
    tellings = [telling("e1", actors=("LVA",), confidence=0.1), telling("e2"), telling("e3")]
    assert make_cluster("e1", tellings).best.id == "e2"
    assert make_cluster("e1", tellings, {"e1"}).best.id == "e1"


def test_a_visit_and_the_talks_in_it_that_one_article_tells_may_be_one_entry() -> None:
    visit, talks = (
        telling("e1", article_id="a"),
        telling("e2", article_id="a", mode="meet", actors=("LTU",), recipients=("POL",)),
    )
    found = tellings_of([visit, talks, telling("e3", article_id="b")])
    assert found == {"e1": "e1", "e2": "e2", "e3": "b"}
    for other in (
        talks._replace(start=date(2022, 12, 21), end=date(2022, 12, 22)),
        talks._replace(recipients=("LVA",)),
        talks._replace(status="planned"),
        talks._replace(type="ACCUSE", mode=None),
        talks._replace(article_id="c"),
    ):
        assert tellings_of([visit, other])["e1"] == "a"
    assert tellings_of([visit._replace(mode="meet"), talks])["e1"] == "a"
    assert tellings_of([visit, talks, telling("e4", article_id="a", mode="phone")])["e1"] == "a"
