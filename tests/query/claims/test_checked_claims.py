from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from builders import a_claim, a_date, a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta.model.annotation import DateInterval
from regesta.model.article import Article
from regesta.query.claims.claims import (
    CheckedClaim,
    ClaimFilter,
    count_claims,
    list_claims,
)
from regesta.query.claims.findings import coverage_note, finding

CLAIM_TEXT = "Poland has visited Lithuania seven times this year. Talks went on."
NEW_YEARS_EVE = date(2022, 12, 31)


def a_claiming(text: str = CLAIM_TEXT, words: str = "has visited Lithuania seven times", **changes: Any) -> Article:
    """An article of the last day of the year that makes one claim."""
    article = an_article(text, id="claiming", published=changes.pop("published", NEW_YEARS_EVE))
    return replace(article, claims=(a_claim(article, words, **changes),))


def a_visit(number: int, day: date, **changes: Any) -> Article:
    """An article that tells a visit of Poland to Lithuania on the day it appears."""
    article = an_article(id=f"v{number}", published=day)
    return replace(article, events=(an_event(article, day=day, **changes),))


def check(claiming: Article, *others: Article) -> CheckedClaim:
    with a_register([claiming, *others]) as register:
        [checked] = list_claims(register)
        return checked


def test_a_count_is_shown_beside_the_entries_of_its_acts_in_its_period() -> None:
    visits = [a_visit(n, date(2022, n, 1)) for n in (3, 5, 8)]
    before, after = a_visit(20, date(2021, 12, 31)), a_visit(21, date(2023, 1, 1))
    checked = check(a_claiming(), *visits, before, after)
    assert [entry.id for entry in checked.on_record] == [visit.events[0].id for visit in visits]
    assert [entry.day.month for entry in checked.on_record] == [3, 5, 8]
    assert finding(checked) == "7 stated, 3 on record"


def test_acts_after_the_article_do_not_count_for_it() -> None:
    checked = check(a_claiming(published=date(2022, 6, 1)), a_visit(1, date(2022, 5, 1)), a_visit(2, date(2022, 7, 1)))
    assert finding(checked) == "7 stated, 1 on record"
    assert checked.coverage is not None
    assert checked.coverage.period.end == date(2022, 6, 2)


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "AID", "mode": None},
        {"mode": "phone"},
        {"status": "planned"},
        {"status": "denied"},
        {"actor": "Lithuania", "recipient": "Poland"},
        {"recipient": None},
    ],
)
def test_other_acts_do_not_count(changes: dict[str, Any]) -> None:
    assert check(a_claiming(), a_visit(1, date(2022, 5, 1), **changes)).on_record == ()


def test_an_act_without_a_day_of_its_own_does_not_count() -> None:
    year = replace(a_visit(1, date(2022, 1, 1)))
    vague = replace(year, events=(replace(year.events[0], date=a_date(date(2022, 1, 1), days=365)),))
    undated = a_visit(2, date(2022, 2, 1))
    undated = replace(undated, events=(replace(undated.events[0], date=None),))
    assert check(a_claiming(), vague, undated).on_record == ()


def test_what_a_claim_counts_is_not_one_more_of_them() -> None:
    claiming = a_claiming()
    told = replace(claiming, events=(an_event(claiming, "visited", day=date(2022, 5, 1)),))
    assert check(told).on_record == ()


def test_a_person_is_only_himself() -> None:
    def visit(number: int, name: str, entity: str) -> Article:
        text = f"{name} visited Lithuania on Monday."
        article = an_article(text, id=f"v{number}", published=date(2022, 5, number))
        event = an_event(article, actor=name, day=date(2022, 5, number))
        actor = a_role(article, "actor", name, entity=entity, iso3="POL", sector="GOV")
        return replace(article, events=(replace(event, roles=(actor, event.recipients[0])),))

    claiming = a_claiming("Anna Nowak has visited Lithuania seven times this year.", actor="Anna Nowak")
    claim = claiming.claims[0]
    nowak = a_role(claiming, "actor", "Anna Nowak", entity="person:anna-nowak", iso3="POL", sector="GOV")
    claiming = replace(claiming, claims=(replace(claim, measure=replace(claim.measure, actors=(nowak,))),))
    others = visit(1, "Nowak", "person:nowak"), visit(2, "Jan Kot", "person:jan-kot"), visit(3, "Poland", "state:POL")
    same = visit(4, "Anna Nowak", "person:anna-nowak")
    checked = check(claiming, *others, same)
    assert [entry.id for entry in checked.on_record] == [others[0].events[0].id, same.events[0].id]


def a_last(**changes: Any) -> Article:
    """An article that says that Poland had not visited Lithuania since 2019."""
    return a_claiming(
        "Poland had not visited Lithuania since 2019. Talks went on.",
        "had not visited Lithuania since 2019",
        kind="last",
        value=0,
        period=DateInterval(date(2020, 1, 1), date(2022, 12, 31), "range"),
        last=DateInterval(date(2019, 1, 1), date(2020, 1, 1), "year"),
        **changes,
    )


def test_the_last_act_on_record_before_the_period_is_named() -> None:
    checked = check(a_last(), a_visit(1, date(2018, 5, 1)), a_visit(2, date(2019, 7, 5)))
    assert finding(checked) == "none on record in the period; last on record 2019-07-05"
    assert finding(check(a_last())) == "none on record"


def test_an_act_within_the_period_contradicts() -> None:
    checked = check(a_last(), a_visit(1, date(2021, 7, 5)))
    assert finding(checked) == "none stated, 1 on record"


def test_the_act_that_is_the_first_since_does_not_contradict() -> None:
    claiming = a_last()
    told = replace(claiming, events=(an_event(claiming, "visited", day=date(2022, 12, 30)),))
    assert check(told).on_record == ()


def test_an_ordinal_is_stated_as_a_number() -> None:
    third = a_claiming(kind="ordinal", value=3, bound="at least", period=None)
    assert finding(check(third, a_visit(1, date(2022, 5, 1)))) == "the 3rd stated, 1 on record"
    planned = a_claiming(kind="ordinal", value=3, bound="at least", period=None, status="planned")
    assert finding(check(planned)) == "the 3rd, still to come, stated, 0 on record"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"published": None}, "the article has no day"),
        ({"recipient": None}, "the text names one side only"),
        ({"actor": None, "recipient": None, "type": "ASSAULT"}, "no party is known"),
    ],
)
def test_what_cannot_be_compared_says_why(changes: dict[str, Any], reason: str) -> None:
    checked = check(a_claiming(**changes), a_visit(1, date(2022, 5, 1)))
    assert (checked.not_compared, checked.on_record) == (reason, ())
    assert finding(checked) == f"7 stated; not compared: {reason}"


def test_thin_coverage_is_said() -> None:
    checked = check(a_claiming(), a_visit(1, date(2022, 5, 1)))
    assert checked.coverage is not None
    assert (checked.coverage.articles, checked.coverage.days_read, checked.coverage.days) == (2, 2, 365)
    assert coverage_note(checked.coverage) == "thin coverage: 2 articles read on 2 of 365 days; more may have happened"
    week = DateInterval(date(2022, 12, 30), date(2023, 1, 1), "range")
    dense = check(a_claiming(period=week), a_visit(1, date(2022, 12, 30)))
    assert coverage_note(dense.coverage) == "2 articles read on 2 of 2 days"


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (ClaimFilter(), 1),
        (ClaimFilter(type="CONSULT", mode="visit", kind="count"), 1),
        (ClaimFilter(type="AID"), 0),
        (ClaimFilter(kind="last"), 0),
        (ClaimFilter(article="another"), 0),
        (ClaimFilter(min_confidence=0.9), 0),
        (ClaimFilter(since=date(2023, 1, 2)), 0),
        (ClaimFilter(until=date(2022, 1, 1)), 0),
        (ClaimFilter(since=date(2022, 3, 1), until=date(2022, 4, 1)), 1),
        (ClaimFilter(speaker="POL"), 0),
        (ClaimFilter(offset=1), 1),
    ],
)
def test_filters_narrow(wanted: ClaimFilter, count: int) -> None:
    with a_register([a_claiming()]) as register:
        assert count_claims(register, wanted) == count
        assert len(list_claims(register, wanted)) == (0 if wanted.offset else count)


def test_a_claim_is_found_by_its_parties_whatever_its_article_mentions() -> None:
    with a_register([a_claiming()]) as register:
        assert count_claims(register, ClaimFilter(party="POL")) == 1
        assert count_claims(register, ClaimFilter(dyad=("LTU", "POL"))) == 1
        assert count_claims(register, ClaimFilter(party="SWE")) == 0


def test_a_claim_is_found_by_the_publisher_of_its_article() -> None:
    with a_register([a_claiming()]) as register:
        assert count_claims(register, ClaimFilter(publisher="Baltic Wire")) == 1
        assert count_claims(register, ClaimFilter(publisher="Riga Post")) == 0


def test_bounds_are_said() -> None:
    assert finding(check(a_claiming(bound="at least"))) == "at least 7 stated, 0 on record"


def a_sanction(number: int, published: date, what: str, **changes: Any) -> Article:
    """An article that tells sanctions of Poland on Lithuania in some words; of its own day, or of `day`."""
    article = an_article(f"Poland imposed {what} on Lithuania.", id=f"s{number}", published=published)
    act = {"type": "SANCTION", "mode": "discontinue", "cameo": "163", "quad": 4} | changes
    return replace(article, events=(an_event(article, "sanctions", day=act.pop("day", published), **act),))


def claiming_rounds(words: str, published: date = date(2022, 8, 1), **changes: Any) -> Article:
    article = an_article(f"Poland imposed {words} on Lithuania.", id="claiming", published=published)
    counted = {"kind": "ordinal", "value": 3, "bound": "at least", "period": None} | changes
    act = {"type": "SANCTION", "mode": "discontinue", "trigger": "sanctions"}
    return replace(article, claims=(a_claim(article, words, **act, **counted),))


ROUNDS = (
    a_sanction(1, date(2022, 1, 1), "a first round of sanctions"),
    a_sanction(2, date(2022, 2, 1), "a second package of sanctions"),
    a_sanction(3, date(2022, 3, 1), "sanctions"),
    a_sanction(4, date(2022, 4, 1), "sanctions"),
)


def test_a_claim_on_a_round_stands_beside_the_rounds_on_record() -> None:
    checked = check(claiming_rounds("a third round of sanctions"), *ROUNDS)
    first, second, *_ = (article.events[0].id for article in ROUNDS)
    assert [entry.number for entry in checked.on_record] == [1, 2, None, None]
    assert checked.rounds == {1: (first,), 2: (second,)}
    assert finding(checked) == "the 3rd stated, 4 on record: the 1st, the 2nd, 2 without a number"


def test_two_entries_may_tell_one_round() -> None:
    again = a_sanction(5, date(2022, 6, 1), "its second package of sanctions")
    checked = check(claiming_rounds("its third package of sanctions"), *ROUNDS[:2], again)
    assert checked.rounds[2] == (ROUNDS[1].events[0].id, again.events[0].id)
    assert finding(checked) == "the 3rd stated, 3 on record: the 1st, the 2nd"


@pytest.mark.parametrize(
    ("words", "changes", "said"),
    [
        ("five rounds of sanctions", {"kind": "count", "value": 5, "bound": "exactly"},
         "5 stated, 4 on record: the 1st, the 2nd, 2 without a number"),
        ("three packages of sanctions", {"kind": "count", "bound": "about"},
         "about 3 stated, 4 on record: the 1st, the 2nd, 2 without a number"),
        ("a third round of sanctions", {"status": "planned"},
         "the 3rd, still to come, stated, 4 on record: the 1st, the 2nd, 2 without a number"),
        ("sanctions a third time", {}, "the 3rd stated, 4 on record"),
    ],
)  # fmt: skip
def test_rounds_are_named_where_the_claim_counts_rounds(words: str, changes: dict[str, Any], said: str) -> None:
    assert finding(check(claiming_rounds(words, **changes), *ROUNDS)) == said


def test_rounds_of_others_on_others_or_to_come_are_not_on_record() -> None:
    others = (
        a_sanction(6, date(2022, 5, 1), "a third round of sanctions", actor="Lithuania", recipient="Poland"),
        a_sanction(7, date(2022, 5, 1), "a third round of sanctions", status="planned"),
        a_sanction(8, date(2022, 9, 1), "a third round of sanctions"),
    )
    checked = check(claiming_rounds("a third round of sanctions"), *ROUNDS[2:], *others)
    assert finding(checked) == "the 3rd stated, 2 on record"


def test_without_a_period_acts_dated_before_the_first_article_count_too() -> None:
    early = a_sanction(1, date(2022, 8, 1), "a second round of sanctions", day=date(2022, 7, 20))
    checked = check(claiming_rounds("a third round of sanctions"), early)
    assert (checked.rounds, checked.on_record[0].day) == ({2: (early.events[0].id,)}, date(2022, 7, 20))


def test_a_report_of_several_acts_is_no_act_that_a_claim_counts() -> None:
    text = "Poland visited Lithuania twice last week."
    several = an_article(text, id="several", published=date(2022, 5, 10))
    several = replace(several, events=(replace(an_event(several), date=a_date(date(2022, 5, 1), days=7)),))
    assert check(a_claiming(), several, a_visit(1, date(2022, 6, 1))).on_record[0].day == date(2022, 6, 1)
    assert check(a_claiming(), several).on_record == ()


def test_an_entry_counts_by_its_single_report_and_not_by_the_claims_own() -> None:
    claiming = a_claiming()
    own = replace(an_event(claiming, "visited"), date=a_date(date(2022, 1, 1), days=365))
    claiming = replace(claiming, events=(own,))
    visit = a_visit(1, date(2022, 5, 1))
    with a_register([claiming, visit], [a_judgement(own, visit.events[0])]) as register:
        [checked] = list_claims(register)
    assert [entry.day for entry in checked.on_record] == [date(2022, 5, 1)]
    other = a_visit(2, date(2022, 5, 1), type="AID", mode=None)
    with a_register([claiming, other], [a_judgement(own, other.events[0])]) as register:
        [checked] = list_claims(register)
    assert checked.on_record == ()
