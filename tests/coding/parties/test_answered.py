"""Whose an act is that somebody answers for, judges or mourns."""

import pytest

from regesta.model.event import Event
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def acts(coded: Coder, text: str, trigger: str) -> list[tuple[set[str | None], set[str | None]]]:
    """Return the states of actors and recipients of the events with a trigger."""
    found = [event for event in coded(text).events if event.trigger_text == trigger]
    return [(states(event, "actor"), states(event, "recipient")) for event in found]


def states(event: Event, name: str) -> set[str | None]:
    return {role.actor.iso3 if role.actor else None for role in event.roles if role.name == name}


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        ("Kenya apologised to Tanzania for the border raid.", "raid", "KEN", "TZA"),
        ("Israel apologised to Egypt for the shelling of a border post.", "shelling", "ISR", "EGY"),
        ("Germany paid compensation to Namibia for the massacre of the Herero.", "massacre", "DEU", "NAM"),
        ("Moscow never apologised to Tokyo for the incursion.", "incursion", "RUS", "JPN"),
        ("Belgium has expressed regret to Rwanda over the killing.", "killing", "BEL", "RWA"),
        ("Uganda offered its apologies to Congo for the air strike.", "strike", "UGA", "COD"),
        ("India compensated Nepal for the killing of a villager.", "killing", "IND", "NPL"),
        ("Turkey paid Syria compensation for the shelling.", "shelling", "TUR", "SYR"),
        ("Burundi was compensated by Rwanda for the raid.", "raid", "RWA", "BDI"),
        ("Serbia's president apologised to Croatia over the massacre.", "massacre", "SRB", "HRV"),
        ("Sudan's apology to Chad for the raid came too late.", "raid", "SDN", "TCD"),
        ("Georgia received an apology from Russia for the bombing.", "bombing", "RUS", "GEO"),
        ("Indonesia said sorry to East Timor for the killings.", "killings", "IDN", "TLS"),
        ("Turkey apologised to Greece for bombing a village.", "bombing", "TUR", "GRC"),
        ("Eritrea apologised to Ethiopia for the seizure of two ships.", "seizure", "ERI", "ETH"),
        ("The United States apologised to Mali for the drone strike that killed two farmers.", "strike", "USA", "MLI"),
        # near misses
        ("Iran demanded an apology from Pakistan for a missile strike.", "strike", "PAK", "IRN"),
        ("Lebanon accepted compensation from Israel for the bombardment.", "bombardment", "ISR", "LBN"),
        ("Iraq demanded that Iran apologise for the missile strike.", "strike", "IRN", "IRQ"),
        ("Iran put the blame on Israel for the bombing.", "bombing", "ISR", "IRN"),
        ("Israel faced outrage over the raid on Gaza.", "raid", "ISR", "PSE"),
        ("Russia drew condemnation for the attack on Odesa.", "attack", "RUS", "UKR"),
        ("Denmark condemned Russia's invasion of Ukraine.", "invasion", "RUS", "UKR"),
        ("Chad apologised to Cameroon for the attack by Boko Haram.", "attack", "NGA", "CMR"),
    ],
)
def test_who_apologises_did_it_to_whom_he_apologises(
    coded: Coder, text: str, trigger: str, actor: str, recipient: str
) -> None:
    assert acts(coded, text, trigger) == [({actor}, {recipient})]


@pytest.mark.parametrize(
    ("text", "trigger", "judge"),
    [
        ('"We condemn this massacre," the Turkish foreign minister said.', "massacre", "TUR"),
        ("Benin and Ghana condemned the coup in Niger.", "coup", "BEN"),
        ("Spain deplored the bombing.", "bombing", "ESP"),
        ("Norway denounced the attack on the hospital.", "attack", "NOR"),
        ("The Belgian government condemned the assassination of the president.", "assassination", "BEL"),
        ("Brazil will investigate the killing of two Argentine journalists.", "killing", "BRA"),
        ("Canada ordered an inquiry into the killing of a Somali teenager.", "killing", "CAN"),
        ("Greece condemned the execution of two prisoners in Iran.", "execution", "GRC"),
        ("Kuwait mourned the victims of the shelling.", "shelling", "KWT"),
        ("Jordan denied responsibility for the attack on Israel.", "attack", "JOR"),
    ],
)
def test_who_judges_mourns_or_disowns_an_act_is_not_its_actor(
    coded: Coder, text: str, trigger: str, judge: str
) -> None:
    assert all(judge not in actors for actors, _ in acts(coded, text, trigger))


@pytest.mark.parametrize(
    ("text", "trigger", "recipient"),
    [
        ("Sweden expressed condolences to Norway over the killing.", "killing", "NOR"),
        ("Japan offered condolences to Iran over the attack.", "attack", "IRN"),
        ("Cuba sent its sympathy to Russia for the attack in Moscow.", "attack", "RUS"),
        ("Chad condemned the attack on its embassy.", "attack", "TCD"),
    ],
)
def test_those_with_whom_somebody_feels_suffered_it(coded: Coder, text: str, trigger: str, recipient: str) -> None:
    assert acts(coded, text, trigger) == [(set(), {recipient})]


def test_who_protests_may_have_suffered_it(coded: Coder) -> None:
    assert acts(coded, "Kenya protested to Tanzania over the border raid.", "raid") == [({"TZA"}, {"KEN"})]


def test_who_defends_or_praises_an_act_may_have_done_it(coded: Coder) -> None:
    assert acts(coded, "Israel defended the raid on Jenin.", "raid") == [({"ISR"}, {"PSE"})]


@pytest.mark.parametrize(
    ("text", "trigger", "actor", "recipient"),
    [
        (
            "The killing of a Kenyan envoy, for which Kenya holds Uganda responsible, took place in Goma.",
            "killing",
            "UGA",
            "KEN",
        ),
        (
            "The killing of an Iranian general, for which Iran blames Israel, took place in Damascus.",
            "killing",
            "ISR",
            "IRN",
        ),
    ],
)
def test_who_charges_another_with_an_act_did_not_do_it(
    coded: Coder, text: str, trigger: str, actor: str, recipient: str
) -> None:
    assert acts(coded, text, trigger) == [({actor}, {recipient})]


def test_who_brands_an_act_did_not_do_it(coded: Coder) -> None:
    [(actors, _)] = acts(coded, "The raid on the Malian village was branded shameful by Nigeria.", "raid")
    assert actors == set()
