"""What looks like an act and is none, and who has no part in one that he prevents."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def kinds(article: Article) -> set[str]:
    return {event.type for event in article.events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana set up a hotline with Togo to prevent attacks on its border posts.", "ASSAULT"),
        ("The Chilean minister met the pilots to avert a strike at the airport.", "PROTEST"),
        ("Chile is the biggest recipient of Canadian aid.", "AID"),
        ("Norway remains the largest donor to Malawi.", "AID"),
    ],
)
def test_what_is_to_be_prevented_and_what_somebody_is_are_no_acts(coded: Coder, text: str, kind: str) -> None:
    assert kind not in kinds(coded(text))


def test_what_could_have_been_prevented_was_done(coded: Coder) -> None:
    assert "ASSAULT" in kinds(coded("Danish troops stayed behind to prevent the massacre of 40 Serb villagers."))


def test_who_foils_an_attack_is_not_its_actor(coded: Coder) -> None:
    article = coded("Togolese police foiled an attack on the Ghanaian embassy.")
    [attack] = [event for event in article.events if event.type == "ASSAULT"]
    assert attack.actors == ()
    assert [role.actor.iso3 for role in attack.recipients if role.actor] == ["GHA"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana has stopped bombing Togo.", "RETREAT"),
        ("Ghana halted its strikes on Togo.", "RETREAT"),
        ("Hezbollah ceased shelling Israel.", "RETREAT"),
        ("Ghana vowed to end its attacks on Togolese ports.", "CONCEDE"),
        ("Hezbollah vowed to stop bombing Israel.", "CONCEDE"),
        ("The Houthis said they would stop attacking Saudi Arabia.", "CONCEDE"),
        ("Ghana agreed to stop bombing Togo.", "AGREE"),
        ("Benin urged Ghana to stop bombing Togo.", "REQUEST"),
        ("The UN called on Ghana to end its attacks on Togo.", "REQUEST"),
    ],
)
def test_an_act_that_is_ended_is_no_act_of_its_own(coded: Coder, text: str, kind: str) -> None:
    [event] = coded(text).events
    assert (event.type, event.status) == (kind, "happened")
    assert event.recipients


@pytest.mark.parametrize(
    "text",
    [
        "Ghana did not stop bombing Togo.",
        "Ghana refused to stop bombing Togo.",
        "Ghana kept bombing Togo.",
        "Ghana bombed Togo to stop the rebels.",
        "Ghanaian police stopped a bus and killed two Togolese men.",
        "Ghanaian troops ended up attacking Togo.",
    ],
)
def test_an_act_that_is_not_ended_is_one(coded: Coder, text: str) -> None:
    assert {event.status for event in coded(text).events if event.type == "ASSAULT"} == {"happened"}


def test_who_ends_a_visit_has_made_it(coded: Coder) -> None:
    assert "CONSULT" in kinds(coded("The president of Laos ended his visit to Nepal."))


def test_stopping_short_of_an_act_is_none(coded: Coder) -> None:
    article = coded("Canada stopped short of expelling the Danish ambassador.")
    assert {(event.type, event.status) for event in article.events} == {("SANCTION", "denied")}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "NATO sent 200 soldiers after that attack.",
        "France recalled its ambassador after this bombing.",
    ],
)
def test_who_answers_an_act_told_before_does_not_do_it(coded: Coder, text: str) -> None:
    assert not [role for event in coded(text).events if event.type == "ASSAULT" for role in event.actors]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zambia shares a border with Malawi and a language with Botswana.", "COOPERATE"),
        ("Iran, which shares a giant gas field with Qatar, welcomed the emir.", "COOPERATE"),
        ("China's sweeping claims to the sea have no legal basis, the Philippines said.", "ACCUSE"),
    ],
)
def test_what_neighbours_share_and_claim_is_no_act(coded: Coder, text: str, kind: str) -> None:
    assert kind not in kinds(coded(text))


def test_a_denied_charge_is_no_second_charge(coded: Coder) -> None:
    article = coded("Nepal accused India of arming rebels. New Delhi denies the charge.")
    assert [event.trigger_text for event in article.events if event.type == "ACCUSE"] == ["accused"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Zambia shared intelligence with Malawi.", "COOPERATE"),
        ("The Liberian court rejected Ghana's allegation of fraud.", "ACCUSE"),
    ],
)
def test_what_is_shared_and_charged_in_earnest_is_one(coded: Coder, text: str, kind: str) -> None:
    assert kind in kinds(coded(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Police arrested 12 men in raids on flats in Brussels on Sunday.", 1),
        ("Soldiers detained the mayor during a raid on his home in Conakry.", 1),
        ("Israeli troops killed two men in a raid on Jenin and arrested six others.", 2),
        ("Rebels carried out raids on villages in Mali.", 1),
    ],
)
def test_a_raid_in_which_arrests_are_made_is_no_second_act(coded: Coder, text: str, count: int) -> None:
    assert len(coded(text).events) == count


@pytest.mark.parametrize("verb", ["repelled", "repulsed", "withstood"])
def test_who_repels_an_attack_has_no_part_in_it(coded: Coder, verb: str) -> None:
    attacks = [
        e for e in coded(f"Malian soldiers {verb} an attack by rebels on Gao.").events if e.trigger_text == "attack"
    ]
    assert all(role.actor is None or role.actor.sector != "MIL" for event in attacks for role in event.actors)
