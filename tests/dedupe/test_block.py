from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from builders import DAY, a_role, an_article, an_event

from regesta.dedupe.block import MAX_PARTIES, WINDOW_DAYS, block_keys
from regesta.model.annotation import DateInterval
from regesta.model.event import Event, EventDate, Role

TEXT = (
    "Poland, Latvia, Estonia, Sweden, Turkey, rebels, Lithuania, Ann Nowak and the alliance visited Vilnius, then Riga."
)


def visit(*parties: str | Role, **changes: Any) -> Event:
    """A visit in which the first party is the actor and the others are recipients."""
    article = an_article(TEXT)
    names = ["actor"] + ["recipient"] * (len(parties) - 1)
    roles = [
        replace(party, name=name) if isinstance(party, Role) else a_role(article, name, party)
        for name, party in zip(names, parties, strict=True)
    ]
    return an_event(article, roles=tuple(roles), **changes)


def nowak(state: str | None) -> Role:
    return a_role(an_article(TEXT), "actor", "Ann Nowak", iso3=state, entity="person:ann-nowak")


def shared(left: Event, right: Event) -> set[str]:
    return {*keys_of(left)} & {*keys_of(right)}


def keys_of(event: Event, published: date | None = DAY) -> tuple[str, ...]:
    """The keys of an event by its kind of act, parties and days alone."""
    return block_keys(event, published, "")


def parties_of(event: Event) -> set[str]:
    return {key.split("|")[-2] for key in keys_of(event)}


def test_keys_are_kind_parties_and_days_sorted_without_repeats() -> None:
    keys = keys_of(visit("Poland", "Lithuania"))
    assert keys == tuple(sorted(set(keys)))
    assert {key.split("|")[0] for key in keys} == {"c", "LTU+POL"}
    assert parties_of(visit("Poland", "Lithuania")) == {"POL", "LTU", "LTU+POL"}


def test_turned_roles_share_all_blocks() -> None:
    assert keys_of(visit("Poland", "Lithuania")) == keys_of(visit("Lithuania", "Poland"))


def test_a_telling_that_names_one_party_meets_one_that_names_both() -> None:
    assert shared(visit("Poland"), visit("Poland", "Lithuania"))
    assert shared(visit("Lithuania"), visit("Poland", "Lithuania"))


@pytest.mark.parametrize("days", range(WINDOW_DAYS // 2 + 1))
@pytest.mark.parametrize("start", range(WINDOW_DAYS))
def test_days_up_to_half_a_window_apart_always_meet(start: int, days: int) -> None:
    first = DAY + timedelta(days=start)
    left, right = (visit("Poland", day=day) for day in (first, first + timedelta(days=days)))
    assert shared(left, right)


def test_days_a_window_apart_never_meet() -> None:
    assert not shared(visit("Poland"), visit("Poland", day=DAY + timedelta(days=WINDOW_DAYS)))


def test_other_kinds_of_act_and_other_parties_never_meet() -> None:
    assert not shared(visit("Poland"), visit("Poland", type="SANCTION", quad=4))
    assert shared(visit("Poland"), visit("Poland", type="AGREE"))
    assert not shared(visit("Poland", "Lithuania"), visit("Sweden", "Latvia"))


def test_the_publication_day_stands_in_for_a_missing_date() -> None:
    undated = visit("Poland", day=None)
    assert keys_of(undated) == keys_of(visit("Poland"), None)
    assert {key.split("|")[-1] for key in keys_of(undated, None)} == {"undated"}


def test_a_person_meets_the_state_and_reports_that_do_not_tell_the_state() -> None:
    assert parties_of(visit(nowak("POL"))) == {"POL", "~nowak"}
    assert parties_of(visit(nowak(None))) == {"person:ann-nowak", "~nowak"}
    assert shared(visit(nowak("POL")), visit("Poland"))
    assert shared(visit(nowak("POL")), visit(nowak(None)))


def test_bodies_of_no_state_are_blocked_by_entity_and_the_unresolved_by_their_words() -> None:
    alliance = a_role(an_article(TEXT), "actor", "the alliance", iso3="IGO", entity="igo:alliance")
    unresolved = replace(a_role(an_article(TEXT), "actor", "Vilnius"), actor=None)
    assert parties_of(visit(alliance)) == {"igo:alliance"}
    assert parties_of(visit("rebels")) == {"rebels"}
    assert parties_of(visit(unresolved)) == {"vilnius"}


def test_an_event_without_parties_meets_nobody() -> None:
    assert keys_of(an_event(an_article(TEXT), roles=())) == ()


def test_a_summit_has_a_bounded_number_of_keys() -> None:
    everybody = visit("Poland", "Latvia", "Estonia", "Sweden", "Turkey", "rebels", "Lithuania", "the alliance")
    pairs = MAX_PARTIES * (MAX_PARTIES - 1) // 2
    assert len(keys_of(everybody)) == 2 * (MAX_PARTIES + pairs) + pairs


def test_a_rare_word_and_a_month_are_enough_to_meet() -> None:
    """Whatever they were coded with: what one sentence calls an attack, the other may call a visit."""
    left, right = visit("Poland"), visit("Sweden", type="ASSAULT", quad=4, day=DAY - timedelta(days=9))
    words = "Somebody came to the lighthouse at Kihnu."
    assert set(block_keys(left, DAY, words)) & set(block_keys(right, DAY, words))
    far = visit("Sweden", day=DAY - timedelta(days=90))
    assert not set(block_keys(left, DAY, words)) & set(block_keys(far, DAY - timedelta(days=90), words))


@pytest.mark.parametrize(("one", "other"), [(date(2022, 11, 30), date(2022, 12, 1)), (DAY, DAY - timedelta(days=18))])
def test_months_meet_across_their_ends(one: date, other: date) -> None:
    words = "Somebody came to the lighthouse."
    left, right = (set(block_keys(visit("Poland", "Latvia", day=day), None, words)) for day in (one, other))
    assert {key for key in left & right if key.startswith("LVA+POL")}
    assert {key for key in left & right if key.startswith("lighth")}


def test_a_place_and_a_few_days_are_enough_to_meet_whoever_is_named() -> None:
    assert shared(visit("Poland", place="Vilnius"), visit("rebels", place="Vilnius"))
    assert not shared(visit("Poland", place="Vilnius"), visit("rebels", place="Riga"))


def test_one_code_and_a_day_that_both_sentences_name_are_enough_to_meet() -> None:
    one, other = visit("Poland"), visit("rebels")
    assert not shared(one, other)
    assert shared(naming_the_day(one), naming_the_day(other))
    assert not shared(naming_the_day(one), naming_the_day(replace(other, cameo="040")))
    assert not shared(naming_the_day(one), naming_the_day(visit("rebels", day=DAY + timedelta(days=1))))


def test_a_day_meets_the_month_that_another_sentence_names() -> None:
    day = naming_the_day(visit("Poland", "Lithuania"))
    assert shared(day, in_december(visit("Poland")))
    assert not shared(day, in_december(visit("Sweden")))
    assert not shared(day, in_december(visit("Poland", type="AGREE")))
    assert not shared(day, in_december(visit("Poland", status="planned")))
    assert not shared(visit("Poland", "Lithuania"), in_december(visit("Poland")))  # a day that nothing tells
    assert not shared(day, in_december(visit("Poland"), days=90))  # a season is no month


def in_december(event: Event, days: int = 31) -> Event:
    """The event as a sentence dates it to a month, or to longer."""
    first = DAY.replace(day=1)
    interval = DateInterval(first, first + timedelta(days=days), "range")
    return replace(event, date=EventDate(interval=interval, basis="expression"))


def naming_the_day(event: Event) -> Event:
    """The event as a sentence tells it that names its day."""
    assert event.date
    return replace(event, date=replace(event.date, basis="expression"))


def test_news_of_one_month_meets_however_far_apart_it_dates_the_act() -> None:
    years_ago = DateInterval(date(2015, 1, 1), date(2016, 1, 1), "year")
    dated = visit("Poland", "Lithuania", date=EventDate(interval=years_ago, basis="expression"))
    undated = visit("Poland", "Lithuania", date=None)
    assert shared(dated, undated)
    assert not {*keys_of(dated, DAY)} & {*keys_of(undated, DAY + timedelta(days=100))}
