"""What a rule of the manual settles, whatever the network reads into the words: types, modes and who has which role."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def acts(article: Article) -> list[str]:
    """Return the events as lines: type, mode, who did it to whom, status."""
    lines = []
    for event in article.events:
        actors, recipients = (
            ",".join(sorted({role.actor.state or "" for role in side if role.actor}))
            for side in (event.actors, event.recipients)
        )
        name = event.type + (f" {event.mode}" if event.mode else "")
        lines.append(f"{name}: {actors} -> {recipients}" + ("" if event.status == "happened" else f" [{event.status}]"))
    return lines


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya said it would withdraw its troops from Somalia in March.", "CONCEDE: KEN -> SOM"),
        ("The United States will withdraw its soldiers from Chad by September.", "CONCEDE: USA -> TCD"),
        ("Nicaragua will release 20 priests.", "AGREE: NIC -> NIC"),
        ("Armenia will hand back four villages to Azerbaijan.", "AGREE: ARM -> AZE"),
        ("France announced it would pull its troops out of Niger.", "CONCEDE: FRA -> NER"),
        ("Ghana announced the withdrawal of its battalion from Mali.", "CONCEDE: GHA -> MLI"),
        ("Iran will free the Swedish diplomat.", "AGREE: IRN -> SWE"),
        ("Pakistan said it would reopen the border crossing with Afghanistan.", "CONCEDE: PAK -> AFG"),
        ("Morocco promised to release the Algerian fishermen.", "AGREE: MAR -> DZA"),
        ("Kenya withdrew its troops from Somalia in March.", "RETREAT withdraw: KEN -> SOM"),
        ("Turkey will send aid to Syria.", "AGREE: TUR -> SYR"),
        ("Egypt agreed to release the Sudanese officers.", "AGREE: EGY -> SDN"),
        ("Russia said it would not release the Ukrainian sailors.", "REJECT: RUS -> UKR"),
    ],
)
def test_a_promised_easing_is_one_concession(coded: Coder, text: str, act: str) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Oman and India will sign a trade agreement on Monday.", "SUPPORT: IND,OMN ->  [planned]"),
        ("Iraq and Jordan are expected to sign a power grid accord in December.", "SUPPORT: IRQ,JOR ->  [planned]"),
        ("Turkey said it would ratify the accord with Armenia.", "SUPPORT: TUR -> ARM [planned]"),
        ("Denmark will recognise Kosovo.", "SUPPORT: DNK -> XKX [planned]"),
        ("Chile promised to sign the treaty with Peru.", "AGREE: CHL -> PER"),
        ("Vietnam agreed to sign the fisheries accord with Japan.", "AGREE: VNM -> JPN"),
        ("Iraq and Jordan signed a power grid accord in December.", "SUPPORT: IRQ,JOR -> "),
    ],
)
def test_a_signature_to_come_is_planned_support_and_a_promise_of_it_agreement(
    coded: Coder, text: str, act: str
) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Egypt's president welcomed the Emir of Kuwait in Cairo.", "CONSULT visit: KWT -> EGY"),
        ("Macron welcomed the Iraqi premier to the Elysee Palace.", "CONSULT visit: IRQ -> FRA"),
        ("The Jordanian king greeted the Qatari emir at the airport.", "CONSULT visit: QAT -> JOR"),
        ("Zambia's leader greeted the Chinese delegation at the palace.", "CONSULT visit: CHN -> ZMB"),
        ("The Omani sultan received the Iranian foreign minister in Muscat on Sunday.", "CONSULT visit: IRN -> OMN"),
        ("Egypt's president welcomed the Emir of Kuwait's remarks.", "SUPPORT: EGY -> KWT"),
        ("Kenya welcomed the election of the new Somali president.", "SUPPORT: KEN -> SOM"),
        ("France welcomed the ceasefire.", "SUPPORT: FRA -> "),
    ],
)
def test_a_guest_welcomed_visits_and_a_decision_welcomed_is_praised(coded: Coder, text: str, act: str) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Turkey issued an arrest warrant for an Israeli minister.", "THREATEN arrest: TUR -> ISR"),
        ("Iraq's judiciary issued a warrant for the arrest of the Danish minister.", "THREATEN arrest: IRQ -> DNK"),
        ("Lebanon issued arrest warrants against two Syrian officers.", "THREATEN arrest: LBN -> SYR"),
        ("Arrest warrants were issued by a French court for three Syrian generals.", "THREATEN arrest: FRA -> SYR"),
        ("Turkish police arrested an Israeli minister on a warrant.", "COERCE arrest: TUR -> ISR"),
        ("Russia withdrew its arrest warrant for the Georgian minister.", "RETREAT: RUS -> GEO"),
    ],
)
def test_an_arrest_warrant_is_one_threat(coded: Coder, text: str, act: str) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Turkey expelled 300 Syrian refugees.", "COERCE deport: TUR -> SYR"),
        ("Algeria expelled hundreds of Malian workers.", "COERCE deport: DZA -> MLI"),
        ("Burundi expelled a Rwandan journalist.", "COERCE deport: BDI -> RWA"),
        ("Angola threw out 40 Congolese traders.", "COERCE deport: AGO -> COD"),
        ("Niger expelled the French ambassador.", "SANCTION expel: NER -> FRA"),
        ("Nicaragua threw out the Vatican's nuncio.", "SANCTION expel: NIC -> VAT"),
        ("Gabon gave the French envoy 72 hours to leave the country.", "SANCTION expel: GAB -> FRA"),
        ("Two Russian diplomats must leave Prague, the Czech foreign ministry said.", "SANCTION expel: CZE -> RUS"),
        ("Malta's premier said the Libyan soldiers must leave the island.", "REQUEST: MLT -> LBY"),
        ("The Iranian attaché was told by Sweden to pack his bags.", "SANCTION expel: SWE -> IRN"),
        ("Bulgaria declared two Russian embassy employees personae non gratae.", "SANCTION expel: BGR -> RUS"),
    ],
)
def test_people_are_deported_and_diplomats_expelled(coded: Coder, text: str, act: str) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Russia and Ukraine swapped 200 prisoners of war.", "RETREAT release: RUS,UKR -> "),
        ("Armenia and Azerbaijan traded captives on Monday.", "RETREAT release: ARM,AZE -> "),
        ("Mali and Ivory Coast traded dozens of detainees.", "RETREAT release: CIV,MLI -> "),
        ("Iran and Belgium carried out a prisoner swap in Oman.", "RETREAT release: BEL,IRN -> "),
        ("Russia swapped prisoners with Ukraine on Sunday.", "RETREAT release: RUS,UKR -> "),
        ("India handed back the bodies of two Pakistani soldiers.", "RETREAT release: IND -> PAK"),
        ("Russia and Ukraine exchanged fire on Sunday.", "ASSAULT firearms: RUS,UKR -> "),
        ("Kuwait and Iraq exchanged ambassadors.", "SUPPORT: IRQ,KWT -> "),
    ],
)
def test_an_exchange_of_prisoners_is_a_release_by_all(coded: Coder, text: str, act: str) -> None:
    assert acts(coded(text)) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Rwandan soldiers crossed into eastern Congo.", ["ASSAULT: RWA -> COD"]),
        ("Thai tanks rolled into Cambodia.", ["ASSAULT: THA -> KHM"]),
        ("Eritrean forces entered the Ethiopian town of Adigrat.", ["ASSAULT: ERI -> ETH"]),
        ("Sudanese soldiers crossed the border into Chad.", ["ASSAULT: SDN -> TCD"]),
        ("Syrian refugees crossed into northern Lebanon.", []),
        ("Rwandan traders crossed into Congo.", []),
        ("The Kenyan president entered the Ethiopian parliament.", []),
    ],
)
def test_soldiers_invade_and_others_cross(coded: Coder, text: str, act: list[str]) -> None:
    assert acts(coded(text)) == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("China held exercises near the Philippines.", ["MOBILIZE troops: CHN -> "]),
        ("NATO started its biggest exercise in years.", ["MOBILIZE troops:  -> "]),
        ("Turkey's exercises off Cyprus began on Monday.", ["MOBILIZE troops: TUR -> "]),
        ("Egypt held exercises with Sudan.", ["COOPERATE: EGY,SDN -> "]),
        ("The Egyptian and Sudanese armies held exercises.", ["COOPERATE: EGY,SDN -> "]),
        ("Students in Chile held exercises.", []),
    ],
)
def test_who_exercises_alone_mobilizes(coded: Coder, text: str, act: list[str]) -> None:
    assert acts(coded(text)) == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya sanctioned Uganda on Monday.", "SANCTION discontinue: KEN -> UGA"),
        ("Canada has sanctioned four Belarusian judges.", "SANCTION discontinue: CAN -> BLR"),
        ("Two Syrian banks were sanctioned by Norway last week.", "SANCTION discontinue: NOR -> SYR"),
    ],
)
def test_who_sanctions_somebody_punishes_him(coded: Coder, text: str, act: str) -> None:
    assert act in acts(coded(text))


def test_who_sanctions_an_act_punishes_nobody(coded: Coder) -> None:
    assert not any("SANCTION" in act for act in acts(coded("The council sanctioned the use of force against Libya.")))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("North Korea fired a ballistic missile into the sea on Monday.", "MOBILIZE weapons: PRK -> "),
        ("Iran launched two missiles off its southern coast.", "MOBILIZE weapons: IRN -> "),
        ("Iran fired a missile at a base in Iraq on Monday.", "ASSAULT"),
    ],
)
def test_a_missile_fired_into_the_sea_is_a_test(coded: Coder, text: str, act: str) -> None:
    assert any(found.startswith(act) for found in acts(coded(text)))
