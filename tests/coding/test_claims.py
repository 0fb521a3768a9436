from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from regesta.coding.claims.claims import Claims, find_claims
from regesta.model.article import Article
from regesta.model.claim import Claim
from regesta.resolve.dates import Dates

Coder = Callable[[str], Article]  # published on Tuesday, 20 December 2022
pytestmark = pytest.mark.model


@dataclass(frozen=True)
class Wanted:
    """A sentence that makes one claim, and the claim: kind, number, bound, act, states of either side, days."""

    text: str
    kind: str
    value: int
    act: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    last: tuple[str, str] | None = None
    bound: str = "exactly"
    status: str = "happened"


def day(value: date) -> str:
    return value.isoformat()


def states(claim: Claim, side: str) -> tuple[str, ...]:
    roles = claim.measure.actors if side == "actors" else claim.measure.recipients
    return tuple(role.actor.iso3 for role in roles if role.actor and role.actor.iso3)


def as_wanted(text: str, claim: Claim) -> Wanted:
    measure = claim.measure
    return Wanted(
        text=text,
        kind=claim.kind,
        value=claim.value,
        act=f"{measure.type} {measure.mode}" if measure.mode else measure.type,
        actors=states(claim, "actors"),
        recipients=states(claim, "recipients"),
        period=(day(claim.period.start), day(claim.period.end)) if claim.period else None,
        last=(day(claim.last.start), day(claim.last.end)) if claim.last else None,
        bound=claim.bound,
        status=claim.status,
    )


COUNTS = [
    Wanted("Belarusian President Alexander Lukashenko has travelled to Russia seven times throughout 2022.",
           "count", 7, "CONSULT visit", ("BLR",), ("RUS",), ("2022-01-01", "2023-01-01")),
    Wanted("French President Emmanuel Macron and Russian President Vladimir Putin have met five times in the past "
           "three years.", "count", 5, "CONSULT", ("FRA", "RUS"), (), ("2019-12-20", "2022-12-21")),
    Wanted("China and Japan have held sixteen rounds of talks since 2020.",
           "count", 16, "CONSULT", ("CHN", "JPN"), (), ("2020-01-01", "2022-12-21")),
    Wanted("North Korea has fired missiles at Japan more than twenty times this year.",
           "count", 21, "ASSAULT heavy-weapons", ("PRK",), ("JPN",), ("2022-01-01", "2023-01-01"), bound="at least"),
    Wanted("Belarusian President Alexander Lukashenko has come to Moscow twice since June.",
           "count", 2, "CONSULT visit", ("BLR",), ("RUS",), ("2022-06-01", "2022-12-21")),
    Wanted("Turkish warplanes have bombed Iraq at least ten times since August.",
           "count", 10, "ASSAULT aerial", ("TUR",), ("IRQ",), ("2022-08-01", "2022-12-21"), bound="at least"),
    Wanted("Finland's president has telephoned the Russian president three times since February.",
           "count", 3, "CONSULT phone", ("FIN",), ("RUS",), ("2022-02-01", "2022-12-21")),
    Wanted("Russian President Vladimir Putin said that he had met the Turkish president no more than six times.",
           "count", 6, "CONSULT", ("RUS", "TUR"), bound="at most"),
    Wanted("Israeli forces have raided Jenin nearly forty times since January.",
           "count", 40, "ASSAULT", ("ISR",), ("PSE",), ("2022-01-01", "2022-12-21"), bound="about"),
    Wanted("The German chancellor has visited China only once since 2021.",
           "count", 1, "CONSULT visit", ("DEU",), ("CHN",), ("2021-01-01", "2022-12-21")),
    Wanted("Poland has never imposed sanctions on Japan.", "count", 0, "SANCTION discontinue", ("POL",), ("JPN",)),
]  # fmt: skip
ORDINALS = [
    Wanted("The European Union adopted a third round of sanctions against Russia on Monday.",
           "ordinal", 3, "SANCTION discontinue", ("IGO",), ("RUS",), bound="at least"),
    Wanted("The European Union adopted its ninth package of sanctions against Russia.",
           "ordinal", 9, "SANCTION discontinue", ("IGO",), ("RUS",), bound="at least"),
    Wanted("The United States is preparing a third round of sanctions on Russia.",
           "ordinal", 3, "SANCTION discontinue", ("USA",), ("RUS",), bound="at least", status="planned"),
    Wanted("The European Commission proposed an eighth package of sanctions against Russia.",
           "ordinal", 8, "SANCTION discontinue", ("IGO",), ("RUS",), bound="at least", status="planned"),
    Wanted("EU leaders agreed on a sixth package of sanctions against Russia.",
           "ordinal", 6, "SANCTION discontinue", ("IGO",), ("RUS",), bound="at least"),
    Wanted("Britain announced a fourth round of sanctions on Russia on Friday.",
           "ordinal", 4, "SANCTION discontinue", ("GBR",), ("RUS",), bound="at least"),
    Wanted("The EU will agree a tenth package of sanctions on Russia.",
           "ordinal", 10, "SANCTION discontinue", ("IGO",), ("RUS",), bound="at least", status="planned"),
    Wanted("Britain unveiled its third tranche of sanctions on Russia.",
           "ordinal", 3, "SANCTION discontinue", ("GBR",), ("RUS",), bound="at least"),
    Wanted("Turkey imposed a second set of sanctions on Syria.",
           "ordinal", 2, "SANCTION discontinue", ("TUR",), ("SYR",), bound="at least"),
    Wanted("The presidents of Turkey and Russia met for the third time this year on Monday.",
           "ordinal", 3, "CONSULT", ("TUR", "RUS"), (), ("2022-01-01", "2023-01-01"), bound="at least"),
    Wanted("British Prime Minister Rishi Sunak's second visit to Kyiv came in December.",
           "ordinal", 2, "CONSULT visit", ("GBR",), ("UKR",), bound="at least"),
    Wanted("The second round of talks between Iran and Saudi Arabia will be held in Baghdad in January.",
           "ordinal", 2, "CONSULT", ("IRN", "SAU"), bound="at least", status="planned"),
    Wanted("Poland expelled Russian diplomats for the second time in a year.",
           "ordinal", 2, "SANCTION expel", ("POL",), ("RUS",), ("2021-12-20", "2022-12-21"), bound="at least"),
    Wanted("It was the third time that Israeli warplanes have attacked Syria this month.",
           "ordinal", 3, "ASSAULT", ("ISR",), ("SYR",), ("2022-12-01", "2023-01-01"), bound="at least"),
    Wanted("North Korea conducted its seventh nuclear test in October.",
           "ordinal", 7, "MOBILIZE weapons", ("PRK",), bound="at least"),
    Wanted("Algeria recalled its ambassador from Spain for the second time in five years.",
           "ordinal", 2, "SANCTION withdraw", ("DZA",), ("ESP",), ("2017-12-20", "2022-12-21"), bound="at least"),
]  # fmt: skip
LAST = [
    Wanted("Russian President Vladimir Putin had not visited Belarus for three years, since 2019.",
           "last", 0, "CONSULT visit", ("RUS",), ("BLR",), ("2020-01-01", "2022-12-20"), ("2019-01-01", "2020-01-01")),
    Wanted("Russian President Vladimir Putin had not been to Belarus since 2019.",
           "last", 0, "CONSULT visit", ("RUS",), ("BLR",), ("2020-01-01", "2022-12-20"), ("2019-01-01", "2020-01-01")),
    Wanted("The Turkish president made the first visit to Greece since 2017.",
           "last", 0, "CONSULT visit", ("TUR",), ("GRC",), ("2018-01-01", "2022-12-20"), ("2017-01-01", "2018-01-01")),
    Wanted("It was the first time that the leaders of Serbia had met with US officials in three years.",
           "last", 0, "CONSULT", ("SRB", "USA"), (), ("2019-12-20", "2022-12-20"), ("2019-12-20", "2020-12-19")),
    Wanted("French President Emmanuel Macron last visited Moscow in February 2022.",
           "last", 0, "CONSULT visit", ("FRA",), ("RUS",), ("2022-03-01", "2022-12-20"), ("2022-02-01", "2022-03-01")),
    Wanted("It will be the first trip of the Russian president to Minsk since the summer of 2019.",
           "last", 0, "CONSULT visit", ("RUS",), ("BLR",), ("2019-09-01", "2022-12-20"), ("2019-06-01", "2019-09-01"),
           status="planned"),
    Wanted("There have been no talks between Serbia and Kosovo since May.",
           "last", 0, "CONSULT", ("SRB", "XKX"), (), ("2022-06-01", "2022-12-20"), ("2022-05-01", "2022-06-01")),
    Wanted("No Russian president has visited North Korea in more than two decades.",
           "last", 0, "CONSULT visit", ("RUS",), ("PRK",), ("2002-12-20", "2022-12-20")),
    Wanted("Japan and South Korea have not held a summit since 2019.",
           "last", 0, "CONSULT multilateral", ("JPN", "KOR"), (), ("2020-01-01", "2022-12-20"),
           ("2019-01-01", "2020-01-01")),
    Wanted("The Egyptian president has not visited Qatar since 2014.",
           "last", 0, "CONSULT visit", ("EGY",), ("QAT",), ("2015-01-01", "2022-12-20"), ("2014-01-01", "2015-01-01")),
]  # fmt: skip
NONE = [
    "Russia produced three times as many tanks as Germany.",
    "The ministers of Poland and Latvia met in the third meeting room.",
    "The French president met the German chancellor twice a week.",
    "Every third ship of Turkey was inspected by Iranian officials.",
    "Poland offered third-country guarantees to Ukraine.",
    "The First Deputy Minister of Belarus met the Russian ambassador.",
    "The Russian minister visited Minsk on the third day of the talks.",
    "The Chinese minister once visited Warsaw.",
    "Once the ministers of Poland and Latvia have met, the talks will begin.",
    "Talks between Iran and Iraq resumed in the third quarter.",
    "The presidents of Turkey and Russia may meet twice in January.",
    "Russia has not visited the site.",
    "The German minister visited Kyiv last week.",
    "The third floor of the Russian embassy in Warsaw was searched by Polish police.",
    "Two ministers of Poland visited Lithuania.",
    "One third of the Russian troops withdrew from Kherson.",
    "The Polish president will not visit Hungary.",
    "The second world war began when Germany attacked Poland.",
    "Syria's exports fell to their lowest since 2011.",
    "The Polish minister was prevented from visiting Minsk for the third time.",
]


@pytest.mark.parametrize("wanted", [*COUNTS, *ORDINALS, *LAST], ids=lambda wanted: wanted.text[:60])
def test_what_counts_or_dates_acts_is_a_claim(coded: Coder, wanted: Wanted) -> None:
    assert [as_wanted(wanted.text, claim) for claim in coded(wanted.text).claims] == [wanted]


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_and_dates_are_none(coded: Coder, text: str) -> None:
    assert coded(text).claims == ()


def test_the_span_reaches_from_the_act_to_the_period(coded: Coder) -> None:
    article = coded(COUNTS[0].text)
    [claim] = article.claims
    assert claim.text == claim.span.of(article.text) == "has travelled to Russia seven times throughout 2022"
    assert claim.evidence.of(article.text) == article.text
    assert claim.measure.trigger.of(article.text) == claim.measure.trigger_text == "travelled"


def test_who_says_it_claims_it(coded: Coder) -> None:
    [reported] = coded("Russian President Vladimir Putin said that he had met the Turkish president six times.").claims
    assert reported.speaker is not None
    assert reported.speaker.text == "Russian President Vladimir Putin"
    assert reported.statement is not None
    [own] = coded(COUNTS[0].text).claims
    assert (own.speaker, own.statement) == (None, None)


def test_parties_are_those_of_the_act_just_told(coded: Coder) -> None:
    text = "Polish President Andrzej Duda met German Chancellor Olaf Scholz on Friday. It was their fourth meeting."
    [claim] = coded(text).claims
    assert (claim.value, states(claim, "actors")) == (4, ("POL", "DEU"))


def test_a_first_that_says_since_when_is_one_claim(coded: Coder) -> None:
    [claim] = coded("Chinese leader Xi Jinping made his first visit to Saudi Arabia in six years.").claims
    assert claim.kind == "last"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Since 2019 the Kenyan president has not visited Somalia.", 2019),
        ("The Kenyan president has not visited Somalia since 2019.", 2019),
        ("Since March 2020 no French president has visited Mali.", 2020),
    ],
)
def test_since_may_be_the_first_word_of_a_text(coded: Coder, text: str, year: int) -> None:
    [claim] = coded(text).claims
    assert claim.last is not None
    assert (claim.kind, claim.last.start.year) == ("last", year)


def test_a_set_of_acts_is_not_set_to_come(coded: Coder) -> None:
    """ "Set" that counts acts is no "set to"; the act told twice in one article is coded once, and claimed twice."""
    text = (
        "SEOUL - South Korea slapped a third round of sanctions on North Korea on Tuesday. The UN Security Council "
        "adopted a fifth set of sanctions against Pyongyang in October."
    )
    assert [(claim.value, claim.status) for claim in coded(text).claims] == [(3, "happened"), (5, "happened")]


def test_without_a_publication_day_nothing_is_dated_from_it(coded: Coder) -> None:
    article = coded(LAST[0].text)
    undated = replace(article, source=replace(article.source, published=None))
    assert [claim.kind for claim in find_claims(undated)] == []
    counted = coded(COUNTS[1].text)
    [undated] = Dates()([replace(counted, source=replace(counted.source, published=None))])
    [claim] = find_claims(undated)
    assert claim.period is None


def test_claims_below_the_threshold_are_left_out(coded: Coder) -> None:
    article = coded(COUNTS[0].text)
    assert [len(a.claims) for a in Claims(min_confidence=0.99)([article])] == [0]
    assert [len(a.claims) for a in Claims()([article])] == [1]


def test_an_article_of_sport_claims_nothing(coded: Coder) -> None:
    text = (
        "Poland beat Germany for the third time this season. The striker scored a penalty in the second half, and the "
        "goalkeeper of the German team was sent off by the referee. The coach praised the midfielder after the match."
    )
    assert coded(text).claims == ()
