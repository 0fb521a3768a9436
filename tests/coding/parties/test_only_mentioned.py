"""Who is only spoken of, who tells of an act, and when and by whom an act was done that another act answers."""

import pytest

from regesta.model.event import Event
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def acts(coded: Coder, text: str, kind: str) -> list[Event]:
    return [event for event in coded(text).events if event.type == kind]


def recipients(coded: Coder, text: str) -> set[str]:
    return {role.text for event in coded(text).events for role in event.recipients}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Germany pledged on Tuesday to invest two billion euros in renewable energy sources.", "sources"),
        ("Norway will provide Latvia with funds to develop new sources of oil and gas.", "sources"),
        ("Norway has banned Sudan dyes in food products.", "Sudan"),
        ("The European Commission banned the import of Sudan red dye on Monday.", "Sudan"),
        ("Hamas condemned the visit. Greece and Turkey held talks in Athens on Monday.", "Greece and"),
        ("The Peruvian president postponed a trip to Chile because of protests at home.", "president"),
    ],
)
def test_who_is_only_mentioned_is_no_recipient(coded: Coder, text: str, words: str) -> None:
    assert not any(words in found for found in recipients(coded, text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Egypt mobilized its army against Sudan on Monday.", "Sudan"),
        ("The rebels accused diplomatic sources of spreading lies.", "diplomatic sources"),
        ("Syria deployed troops along the border with Israel on Monday.", "Israel"),
    ],
)
def test_who_is_meant_stays_recipient(coded: Coder, text: str, words: str) -> None:
    assert words in recipients(coded, text)


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Turkey rejected Greece's accusation that it had violated Greek airspace.", "ACCUSE", None),
        ("Turkey's foreign minister dismissed the Greek threat as absurd.", "THREATEN", None),
        ("Syria condemned Israel's attack on Damascus.", "ASSAULT", None),
        ("The court on Tuesday rejected a lawsuit that Chile had filed against Peru.", "ACCUSE", None),
        ("Iran denied the attack on the Israeli tanker.", "ASSAULT", "Iran"),
        ("Iran said Israel had attacked a tanker.", "ASSAULT", "Iran"),
    ],
)
def test_what_is_rejected_or_condemned_is_not_told_by_who_does_so(
    coded: Coder, text: str, kind: str, source: str | None
) -> None:
    [event] = acts(coded, text, kind)
    told = [role.text for role in event.roles if role.name == "source"]
    assert told == ([] if source is None else [source])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The United States ended the ban on Cuban rum on Monday.", None),
        ("Russia lifted its ban on Polish meat on Monday.", None),
        ("Norway lifted its 2014 ban on Russian fish on Monday.", "2014-01-01"),
        ("Norway imposed sanctions on Russia on Monday.", "2022-12-19"),
    ],
)
def test_what_was_lifted_is_not_of_that_day(coded: Coder, text: str, start: str | None) -> None:
    [event] = acts(coded, text, "SANCTION")
    assert (event.date.interval.start.isoformat() if event.date else None) == start


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        (
            "Sweden expelled four Danish diplomats on Tuesday in response to the expulsion of six of its own.",
            "expulsion",
            "DNK",
        ),
        (
            "Sweden expelled four Danish diplomats in retaliation for the expulsion of three Swedish diplomats.",
            "expulsion",
            "DNK",
        ),
        ("Peru recalled its ambassador from Chile in response to the arrest of its consul.", "arrest", "CHL"),
        ("Iran attacked Israel in response to the killing of its general.", "killing", "ISR"),
    ],
)
def test_the_other_side_did_what_is_answered(coded: Coder, text: str, trigger: str, doer: str) -> None:
    [event] = [event for event in coded(text).events if event.trigger_text == trigger]
    assert [role.actor.iso3 for role in event.actors if role.actor] == [doer]


@pytest.mark.parametrize(
    "text",
    [
        "More than 900 people have been killed in Thailand since the Karen rebels took up arms in 2004.",
        "Hundreds were wounded in Chad since the army began its campaign in May.",
    ],
)
def test_who_stands_in_what_dates_an_act_did_not_do_it(coded: Coder, text: str) -> None:
    event = next(event for event in coded(text).events if event.trigger_text in {"killed", "wounded"})
    assert not event.actors


def test_the_agency_that_reports_an_act_is_no_recipient(coded: Coder) -> None:
    [event] = coded("Turkish police seized two tons of heroin, the Anadolu news agency reported on Monday.").events
    assert not event.recipients


def test_an_agency_may_be_the_recipient_of_an_act(coded: Coder) -> None:
    event = coded("Turkish police raided the Dogan news agency on Monday.").events[0]
    assert [role.text for role in event.recipients] == ["the Dogan news agency"]


@pytest.mark.parametrize(
    ("text", "trigger", "outside"),
    [
        ("At Quito's request, ministers of Peru and Chile will hold a meeting in Lima.", "meeting", "ECU"),
        ("At Togo's behest, Ghana and Benin will hold a meeting in Accra.", "meeting", "TGO"),
        ("El Salvador switched recognition from Taiwan to China.", "switched", "CHN"),
        ("El Salvador switched recognition from Taiwan to China.", "recognition", "TWN"),
        ("Nauru switched diplomatic ties from Taiwan to China.", "switched", "CHN"),
    ],
)
def test_who_asked_and_where_ties_are_moved_from_take_no_part(
    coded: Coder, text: str, trigger: str, outside: str
) -> None:
    found = [event for event in coded(text).events if event.trigger_text == trigger]
    assert found
    assert outside not in {role.actor.iso3 for event in found for role in event.parties if role.actor}


@pytest.mark.parametrize(
    ("text", "trigger", "state"),
    [
        ("El Salvador switched recognition from Taiwan to China.", "switched", "TWN"),
        ("El Salvador switched recognition from Taiwan to China.", "recognition", "CHN"),
        ("Quito's request to Peru was rejected.", "request", "ECU"),
        ("Peru accepted Chile's request for talks.", "request", "CHL"),
    ],
)
def test_who_stands_where_a_party_does_takes_part(coded: Coder, text: str, trigger: str, state: str) -> None:
    found = [event for event in coded(text).events if event.trigger_text == trigger]
    assert state in {role.actor.iso3 for event in found for role in event.parties if role.actor}


def sides(coded: Coder, text: str, kind: str) -> tuple[set[str | None], set[str | None]]:
    """The states of the actors and the recipients of the acts of a kind."""
    found = acts(coded, text, kind)
    assert found
    actors = {r.actor.iso3 if r.actor else None for event in found for r in event.actors}
    return actors, {r.actor.iso3 if r.actor else None for event in found for r in event.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("India and Pakistan blamed each other for the attack on the dam.", "ASSAULT", set()),
        ("Moscow and Kyiv accused each other of carrying out the attack on the plant.", "ASSAULT", set()),
        ("Togo and Benin accused Mali of the attack.", "ASSAULT", {"MLI"}),
        ("Six guards were killed when a depot in Sumy was hit, and Moscow demanded a meeting.", "ASSAULT", set()),
        ("Moscow sent tanks into South Ossetia to repel an assault on Tskhinvali.", "ASSAULT", set()),
        ("Russian jets hit a depot in Sumy, and Kyiv condemned the raid.", "ASSAULT", {"RUS"}),
    ],
)
def test_who_judges_or_repels_an_attack_did_not_do_it(
    coded: Coder, text: str, kind: str, actors: set[str | None]
) -> None:
    assert sides(coded, text, kind)[0] == actors


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("Kenya, whose president condemned the attack, closed the road.", "ACCUSE", set()),
        ("The Haitian premier agreed to resign once a Kenyan mission is formed.", "AGREE", set()),
        ("The Malian junta promised elections and asked the French army to remain.", "AGREE", set()),
        ("The Malian junta promised elections and asked the French army to remain.", "REQUEST", {"FRA"}),
        ("Kenya, whose president condemned Rwanda, closed the road.", "ACCUSE", {"RWA"}),
        ("Japan promised Kenya new loans and praised Ghana.", "AGREE", {"KEN"}),
    ],
)
def test_who_stands_in_another_clause_is_no_recipient(
    coded: Coder, text: str, kind: str, states: set[str | None]
) -> None:
    assert sides(coded, text, kind)[1] == states


def test_what_a_gathering_is_called_after_takes_no_part(coded: Coder) -> None:
    [met] = [e for e in coded("The presidents of Peru and Chile met at a summit of Arab states in Doha.").events]
    assert {role.actor.iso3 for role in met.parties if role.actor} == {"PER", "CHL"}


def test_who_asks_for_a_meeting_need_not_attend_it(coded: Coder) -> None:
    text = "The U.N. Security Council will meet on Wednesday at the request of Japan and Kenya."
    assert sides(coded, text, "CONSULT")[0] == {"IGO"}
    assert sides(coded, "Japan and Kenya will meet on Wednesday in Geneva.", "CONSULT")[0] == {"JPN", "KEN"}


def test_a_participle_behind_who_tells_belongs_to_the_clause_told(coded: Coder) -> None:
    text = "Ethiopian troops shelled Mekelle on Tuesday, residents said, killing four teachers."
    assert sides(coded, text, "ASSAULT")[0] == {"ETH"}
