from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from builders import DAY, a_role, an_article, an_event

from regesta.dedupe.compare import compare, evidence, same_or_unsure
from regesta.dedupe.odds import load_weights
from regesta.dedupe.telling import Telling
from regesta.dedupe.who import same_person
from regesta.model.annotation import DateInterval
from regesta.model.entity import Actor
from regesta.model.event import EventDate

TEXT = (
    "Poland's minister Ann Nowak visited Lithuania on Monday, met Jon Berg of Sweden in Vilnius and flew on to Riga. "
    "Latvia was told later."
)
PEOPLE = {"Ann Nowak": "POL", "Jon Berg": "SWE"}
DENIAL = "Lithuania denied that a minister from Poland visited Lithuania on Monday."
TO_LATVIA = "Poland's minister visited Latvia to see the harbour."
OTHER_WORDS = "A guest came to the neighbours by train in the early morning hours."


def person(name: str, role: str = "actor", called: str | None = None) -> Any:
    """A role of a person of `PEOPLE`, or of their state under another name."""
    entity = f"person:{(called or name).lower().replace(' ', '-')}"
    filled = a_role(an_article(TEXT), role, name, iso3=PEOPLE[name], sector="GOV", entity=entity)
    return replace(filled, actor=replace(filled.actor, name=called or name))


def told(
    id: str = "left", *, words: str | None = None, dated: bool = False, published: date = DAY, **changes: Any
) -> Telling:
    """A telling of Poland's visit to Lithuania on `DAY`; `dated` makes the text itself give the day."""
    event = an_event(an_article(TEXT, id=id), **changes)
    if dated and event.date:
        event = replace(event, date=replace(event.date, basis="expression"))
    return Telling(event, published, words or event.evidence[0].of(TEXT))


def verdict(left: Telling, right: Telling) -> str:
    return compare(left, right).verdict


def reasons(left: Telling, right: Telling) -> str:
    return "; ".join(compare(left, right).reasons)


def by_person(name: str, id: str = "left", **changes: Any) -> Telling:
    """A telling in which a person visits Lithuania."""
    article = an_article(TEXT, id=id)
    return told(id, roles=(person(name), a_role(article, "recipient", "Lithuania")), **changes)


def test_one_visit_told_by_two_outlets_is_the_same() -> None:
    judgement = compare(told("left"), told("right"))
    assert judgement.verdict == "same"
    assert "same parties" in judgement.reasons
    assert judgement.left < judgement.right
    assert judgement.author.startswith("dedupe@")


def test_a_day_and_place_that_both_tell_join_tellings_in_other_words() -> None:
    left = by_person("Ann Nowak", "left", dated=True, place="Vilnius")
    right = by_person("Ann Nowak", "right", dated=True, place="Vilnius", words=OTHER_WORDS)
    assert verdict(left, right) == "same"
    assert "both name Ann Nowak" in reasons(left, right)
    assert "same place, Vilnius" in reasons(left, right)


@pytest.mark.parametrize(
    ("near_miss", "reason"),
    [
        (told("right", dated=True, day=DAY + timedelta(days=1)), "1 days apart"),
        (told("right", dated=True, day=DAY + timedelta(days=3)), "3 days apart"),
        (told("right", recipient="Latvia", words=TO_LATVIA, mode=None), "only one of them names Lithuania, Latvia"),
        (told("right", status="denied", words=DENIAL), "one is happened, the other denied"),
        (told("right", status="hypothetical", words=OTHER_WORDS), "one is happened, the other hypothetical"),
        (told("right", dated=True, mode="phone", words=OTHER_WORDS), "different modes, visit and phone"),
    ],
    ids=lambda value: value.replace(" ", "-") if isinstance(value, str) else "",
)
def test_what_differs_in_one_thing_that_tells_is_not_joined(near_miss: Telling, reason: str) -> None:
    assert verdict(told(dated=True), near_miss) != "same"
    assert reason in reasons(told(dated=True), near_miss)


def test_an_answer_is_not_the_act_but_a_meeting_is_told_from_both_sides() -> None:
    turned = {"actor": "Lithuania", "recipient": "Poland"}
    protest, answer = told(dated=True, type="ACCUSE"), told("right", dated=True, type="ACCUSE", **turned)
    assert verdict(protest, answer) == "unsure"
    assert "parties in turned roles" in reasons(protest, answer)
    assert verdict(told(dated=True), told("right", dated=True, **turned)) == "same"


def test_of_pairs_judged_different_alone_nothing_is_kept() -> None:
    left = told("left", dated=True)
    for right in (told("right"), told("right", words=OTHER_WORDS), told("right", dated=True, day=DAY + timedelta(3))):
        judgement = compare(left, right)
        assert same_or_unsure(right, left) == (None if judgement.verdict == "different" else judgement)


def test_two_days_that_both_texts_tell_decide_whatever_else_agrees() -> None:
    left = by_person("Ann Nowak", "left", dated=True, place="Vilnius")
    right = by_person("Ann Nowak", "right", dated=True, place="Vilnius", day=DAY + timedelta(days=1))
    judgement = compare(left, right)
    assert judgement.verdict == "different"
    assert judgement.score < 0.3


def test_a_day_that_other_sentences_tell_decides_nothing() -> None:
    left = by_person("Ann Nowak", "left", dated=True, place="Vilnius")
    right = by_person("Ann Nowak", "right", dated=True, place="Vilnius", day=DAY + timedelta(days=1))
    assert right.event.date
    guessed = replace(right, event=replace(right.event, date=replace(right.event.date, basis="inferred")))
    assert verdict(left, right) == "different"
    assert verdict(left, guessed) != "different"


def test_one_day_told_long_after_says_more_than_one_day_of_news() -> None:
    news, other = told("left", dated=True), told("right", dated=True, words=OTHER_WORDS)
    later = told("right", dated=True, words=OTHER_WORDS, published=DAY + timedelta(days=400))
    assert compare(news, later).score > compare(news, other).score


def test_nothing_in_common_but_the_day_is_left_to_a_person() -> None:
    left = told("left", dated=True)
    right = told("right", dated=True, actor="Sweden", recipient="Latvia", words="Somebody came by train.")
    assert compare(left, right).verdict != "same"


def test_a_day_after_by_publication_alone_does_not_part_them() -> None:
    left, right = told("left", dated=True), told("right", day=DAY + timedelta(days=1))
    assert verdict(left, right) == "same"
    assert "one was published at the time that the other tells" in reasons(left, right)


def test_another_minister_is_another_visit() -> None:
    left, right = by_person("Ann Nowak", "left", dated=True), by_person("Jon Berg", "right", dated=True)
    assert verdict(left, right) != "same"
    assert "they name different people" in reasons(left, right)


def test_another_minister_of_the_same_state_is_another_visit() -> None:
    roles = (person("Ann Nowak", called="Jan Zielinski"), a_role(an_article(TEXT), "recipient", "Lithuania"))
    left, right = by_person("Ann Nowak", "left"), told("right", roles=roles, words=OTHER_WORDS)
    assert verdict(left, right) == "different"
    assert "they name different people" in reasons(left, right)


def test_another_city_is_another_visit() -> None:
    left, right = told("left", place="Vilnius"), told("right", place="Riga", words=OTHER_WORDS)
    assert verdict(left, right) == "different"
    assert "different countries, Vilnius and Riga" in reasons(left, right)


def test_a_place_that_is_only_inferred_says_nothing() -> None:
    right = told("right", place="Riga")
    assert right.event.place is not None
    inferred = replace(right, event=replace(right.event, place=replace(right.event.place, basis="inferred")))
    assert "Riga" not in reasons(told("left", place="Vilnius"), inferred)


def test_planned_then_held_is_one_happening() -> None:
    left, right = told("left", dated=True, status="planned"), told("right", dated=True)
    assert verdict(left, right) == "same"
    assert "announced before it happened" in reasons(left, right)


def test_one_party_and_one_day_are_no_more_than_a_coincidence() -> None:
    left = told("left", recipient=None)
    right = told("right", recipient=None, words=OTHER_WORDS)
    assert verdict(left, right) != "same"
    assert "nothing else in common in their words" in reasons(left, right)


def test_one_party_in_nearly_the_same_words_is_a_copy() -> None:
    assert verdict(told("left", recipient=None), told("right", recipient=None)) != "different"


def test_a_telling_that_names_fewer_parties_can_be_the_same() -> None:
    assert verdict(told("left", dated=True), told("right", dated=True, recipient=None)) == "same"


def test_without_a_date_nothing_is_joined_by_parties_alone() -> None:
    left, right = told("left"), told("right", day=None, words=OTHER_WORDS)
    assert verdict(left, right) != "same"
    assert "neither tells its day; published on one day" in reasons(left, right)
    dated = told("left", dated=True)
    assert "one of them has no date" in reasons(dated, right)
    assert compare(dated, right).score < compare(dated, told("right", dated=True, words=OTHER_WORDS)).score


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Volodymyr Zelensky", "Zelenskiy", True),
        ("Volodymyr Zelenski", "Volodymyr Zelensky", True),
        ("Alexander Lukashenko", "Aliaksandr Lukaschenko", True),
        ("Viktor Khrenin", "Viktor Jrenin", False),
        ("Ann Nowak", "Ann Berg", False),
    ],
)
def test_last_names_tell_people_apart_but_not_their_transliterations(left: str, right: str, same: bool) -> None:
    one, other = (Actor(name=name, entity=f"person:{name}") for name in (left, right))
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_one_entity_is_one_person_however_it_is_spelled() -> None:
    one, other = (Actor(name=name, entity="person:viktor-khrenin") for name in ("Viktor Khrenin", "Viktor Jrenin"))
    assert same_person(one, other)


def test_overlapping_spans_weigh_less_than_one_day() -> None:
    left, right = told("left", dated=True), told("right", dated=True)
    week = EventDate(interval=DateInterval(DAY, DAY + timedelta(days=7), "week"), basis="expression")
    wide = replace(right, event=replace(right.event, date=week))
    assert "dates overlap" in reasons(left, wide)
    assert compare(left, wide).score < compare(left, right).score


def test_one_month_weighs_less_than_one_day() -> None:
    month = EventDate(interval=DateInterval(date(2022, 12, 1), date(2023, 1, 1), "month"), basis="expression")
    left, right = (replace(t, event=replace(t.event, date=month)) for t in (told("left"), told("right")))
    assert compare(left, right).score < compare(told("left", dated=True), told("right", dated=True)).score


def test_the_order_of_a_pair_does_not_matter() -> None:
    tellings = [
        told("a"),
        told("b", place="Riga", words=OTHER_WORDS),
        told("c", actor="Lithuania", recipient="Poland", status="planned"),
        by_person("Ann Nowak", "d", dated=True),
        told("e", roles=(person("Ann Nowak"), person("Jon Berg", "recipient", called="Ana Nowac"))),
        told("f", recipient=None, day=None),
    ]
    for left, right in permutations(tellings, 2):
        assert compare(left, right) == compare(right, left)


def test_scores_reach_from_out_of_question_to_nearly_certain() -> None:
    apart = told("right", dated=True, place="Riga", day=DAY + timedelta(days=9), status="denied", words=OTHER_WORDS)
    assert compare(told("left", dated=True, place="Vilnius"), apart).score < 0.05
    twin = {"dated": True, "place": "Vilnius"}
    assert compare(by_person("Ann Nowak", "left", **twin), by_person("Ann Nowak", "right", **twin)).score > 0.9


# What is said


def asked(id: str, words: str, trigger: str = "said", **changes: Any) -> Telling:
    """A telling in which Poland asks Lithuania for something."""
    event = an_event(an_article(id=id), trigger, type="REQUEST", mode=None, cameo="100", quad=3, **changes)
    return Telling(event, DAY, words)


BRIDGE = "Poland asked Lithuania to rebuild the railway bridge across the Neris before winter closes the road."
BRIDGE_TOO = (
    "A crossing for trains: the minister wants the railway bridge rebuilt, while the neighbour fears for the winter."
)
GRAIN = "Poland asked Lithuania to inspect lorries carrying Ukrainian grain through customs at Budzisko."


def test_requests_between_the_same_parties_on_one_day_are_told_apart_by_what_is_asked() -> None:
    same = compare(asked("left", BRIDGE), asked("right", BRIDGE_TOO))
    other = compare(asked("left", BRIDGE), asked("right", GRAIN))
    assert same.verdict == "same"
    assert any("railway" in reason for reason in same.reasons)
    assert other.verdict != "same"
    assert same.score > other.score + 0.1


def test_other_words_for_an_act_of_words_count_less_than_the_same() -> None:
    left = asked("left", BRIDGE)
    scores = [compare(left, asked("right", GRAIN, trigger)).score for trigger in ("said", "talking")]
    assert scores[0] > scores[1]


def test_two_persons_of_one_state_are_two_parties() -> None:
    one, two = by_person("Ann Nowak", "left", dated=True), by_person("Ann Nowak", "right", dated=True)
    other = replace(two, event=replace(two.event, roles=(person("Ann Nowak", called="Ewa Lis"), *two.event.recipients)))
    assert verdict(one, two) == "same"
    assert verdict(one, other) == "unsure"
    assert "they name different people, Ann Nowak and Ewa Lis" in reasons(one, other)


def test_a_party_that_the_other_sentence_names_is_not_missing() -> None:
    left, right = told("left"), told("right", recipient=None)
    assert "the words name the same parties" in reasons(left, right)
    silent = replace(right, words="Poland's minister went abroad to visit somebody.")
    assert "only one of them names Lithuania" in reasons(left, silent)
    assert compare(left, right).score > compare(left, silent).score


@pytest.mark.parametrize(("left", "right"), [("Omar Al-Hadi", "Omar al Hadi"), ("Hadi", "O. el-Hadi")])
def test_an_arabic_article_does_not_make_another_name(left: str, right: str) -> None:
    assert same_person(*(Actor(name=name, entity=f"person:{name}") for name in (left, right)))


@pytest.mark.parametrize("other", ["SUPPORT", "AGREE"])
def test_neighbouring_types_can_be_one_act_and_unlike_ones_never_are(other: str) -> None:
    left = told("left", dated=True)
    near = told("right", dated=True, type=other, mode=None)
    assert compare(left, near).verdict != "different"
    assert f"told as CONSULT and as {other}" in "; ".join((reasons(left, near), reasons(near, left))) or (
        f"told as {other} and as CONSULT" in reasons(left, near)
    )
    far = compare(left, told("right", dated=True, type="ASSAULT", mode=None))
    assert far.verdict == "different"
    assert "acts of unlike types" in far.reasons[0]


def test_a_telling_long_after_says_less_than_news_of_the_day() -> None:
    left = told("left", dated=True)
    scores = [
        compare(left, told("right", day=DAY, published=DAY + timedelta(days=days))).score for days in (1, 40, 400)
    ]
    assert scores[0] > scores[1] >= scores[2]


def test_every_ground_has_a_weight() -> None:
    weights = load_weights()
    tellings = [
        told("a", dated=True),
        told("b", dated=True, place="Riga", words=OTHER_WORDS),
        told("c", dated=True, actor="Lithuania", recipient="Poland", status="planned"),
        by_person("Ann Nowak", "d", place="Vilnius"),
        told("f", recipient=None, day=None, words=BRIDGE),
        told("g", dated=True, type="ACCUSE", mode=None),
        told("h", dated=True, type="ACCUSE", mode=None, actor="Lithuania", recipient="Poland"),
    ]
    found = {e.name for left, right in permutations(tellings, 2) for e in evidence(left, right)}
    assert found <= weights.keys()
    assert len(found) >= 18


def test_a_visit_of_one_person_says_more_than_an_act_of_one_person() -> None:
    left, right = by_person("Ann Nowak"), by_person("Ann Nowak", "right")
    assert "same_visit" in {ground.name for ground in evidence(left, right)}
    for one, other in ((left, told("right")), (by_person("Ann Nowak", mode="meet"), right)):
        assert "same_visit" not in {ground.name for ground in evidence(one, other)}
    assert load_weights()["same_visit"] > load_weights()["same_person"]


def test_several_acts_are_not_one_of_them() -> None:
    left = told("left", dated=True)
    one, several = (
        told("right", dated=True, words=f"Poland's minister visited Lithuania {tail}.")
        for tail in ("on Monday", "six times")
    )
    assert compare(left, one).score > compare(left, several).score + 0.05
    assert "one of them counts several" in reasons(left, several)
    assert compare(left, several).verdict != "same"
    dearer = told("right", dated=True, words="Poland's minister visited Lithuania, ten times the size of Malta.")
    assert not dearer.is_of_several


MEETING = "Ann Nowak of Poland met Jon Berg of Sweden and Eva Ozola of Latvia in Vilnius on Monday."
GUESTS = {"Ann Nowak": "POL", "Jon Berg": "SWE", "Eva Ozola": "LVA", "Jan Kos": "POL"}


def meeting(id: str, *names: str, words: str | None = None) -> Telling:
    """A telling of a meeting of some of `GUESTS`."""
    sentence = words or f"{' and '.join(names)} met in Vilnius on Monday."
    article = an_article(sentence, id=id)
    roles = tuple(
        a_role(article, "actor", name, iso3=GUESTS[name], entity=f"person:{name.lower().replace(' ', '-')}")
        for name in names
    )
    event = an_event(article, "met", actor=None, recipient=None, roles=roles, mode="meet", place="Vilnius")
    assert event.date
    return Telling(replace(event, date=replace(event.date, basis="expression")), DAY, sentence)


def test_meetings_of_one_person_with_guests_of_two_states_are_two() -> None:
    left = meeting("left", "Ann Nowak", "Jon Berg")
    judgement = compare(left, meeting("right", "Ann Nowak", "Eva Ozola"))
    assert judgement.verdict == "different"
    assert "meetings with different people" in judgement.reasons[0]
    assert {"Jon Berg", "Eva Ozola"} <= set(
        judgement.reasons[0].removeprefix("meetings with different people, ").split(", ")
    )
    assert verdict(left, meeting("right", "Jon Berg", "Ann Nowak")) == "same"


def test_a_meeting_of_three_may_be_told_of_two_of_them() -> None:
    left = meeting("left", "Ann Nowak", "Jon Berg", words=MEETING)
    assert verdict(left, meeting("right", "Ann Nowak", "Eva Ozola", words=MEETING)) == "same"


def test_who_else_of_one_state_met_is_left_to_a_person() -> None:
    left, right = meeting("left", "Jon Berg", "Ann Nowak"), meeting("right", "Jon Berg", "Jan Kos")
    assert verdict(left, right) == "unsure"
    assert "they name different people" in reasons(left, right)


def recall(id: str, verb: str, whom: str, **changes: Any) -> Telling:
    """Poland withdraws its ambassador to Lithuania, in the words of one outlet."""
    sentence = f"Poland {verb} its {whom} Lithuania on Monday."
    article = an_article(sentence, id=id)
    event = an_event(article, verb, type="SANCTION", mode="withdraw", **changes)
    assert event.date
    return Telling(replace(event, date=replace(event.date, basis="expression")), DAY, sentence)


def test_acts_that_a_state_seldom_does_are_one_on_one_day() -> None:
    left, right = recall("left", "recalled", "ambassador to"), recall("right", "withdrew", "envoy from")
    assert "an act that one state seldom does to another" in reasons(left, right)
    assert verdict(left, right) == "same"
    for other in (
        recall("right", "withdrew", "envoy from", day=DAY + timedelta(days=2)),
        replace(right, event=replace(right.event, date=replace(right.event.date, basis="published"))),  # type: ignore[type-var]
    ):
        assert "seldom" not in reasons(left, other)
