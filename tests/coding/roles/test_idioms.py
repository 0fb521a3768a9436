"""Fixed phrases tell their act where the network reads none, if somebody political does it."""

from dataclasses import replace

import pytest

from regesta.coding.events import evidence
from regesta.coding.roles.idioms import probability_as_idiom
from regesta.coding.roles.roles import scene_of
from regesta.model.article import Article
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def acts(article: Article) -> list[str]:
    """Return the events as lines: type, who did it to whom."""
    return [
        f"{event.type}: "
        + " -> ".join(
            ",".join(sorted({role.actor.state or role.actor.iso3 or "" for role in side if role.actor}))
            for side in (event.actors, event.recipients)
        )
        for event in article.events
    ]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The Serbian president turned up in Budapest on Friday.", "CONSULT: SRB -> HUN"),
        ("The Bulgarian premier stepped off the plane in Ankara.", "CONSULT: BGR -> TUR"),
        ("Ankara rolled out the red carpet for the Bulgarian premier.", "CONSULT: BGR -> TUR"),
        ("The Swedish king slipped into Riga.", "CONSULT: SWE -> LVA"),
        ("Latvia and Estonia put pen to paper on a rail pact.", "SUPPORT: EST,LVA -> "),
        ("Denmark said sorry to Greenland.", "CONCEDE: DNK -> GRL"),
        ("Nepal's home minister fell on his sword.", "RETREAT: NPL -> "),
        ("Tonga went cap in hand to New Zealand.", "REQUEST: TON -> NZL"),
        ("Peru rapped Chile over the knuckles.", "ACCUSE: PER -> CHL"),
        ("Bolivia slammed the door on Chile's plea.", "REJECT: BOL -> CHL"),
        ("Sudan rattled its sabre at Chad.", "THREATEN: SDN -> TCD"),
        ("Canada tightened the noose on Libyan banks.", "SANCTION: CAN -> LBY"),
        ("Canada sent three Libyan diplomats packing.", "SANCTION: CAN -> LBY"),
        ("Austria threw Moldova a lifeline.", "AID: AUT -> MDA"),
        ("Chile built up its forces near Bolivia.", "MOBILIZE: CHL -> BOL"),
        ("Thai and Cambodian troops traded fire.", "ASSAULT: KHM,THA -> "),
    ],
)
def test_a_fixed_phrase_tells_its_act(coded: Coder, text: str, act: str) -> None:
    assert act in acts(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Belgian tenor took his hat off to Verdi.",  # no pianist or tenor acts for his state
        "A storm slammed the door on Norway's ferries.",
        "The chef broke bread with his rivals on a French cooking show.",  # nobody political, and nobody else
        "The Dutch striker let rip at the referee.",
        "The airline put its trips to Rome on ice.",
        "The Polish goalkeeper threw in the towel.",
    ],
)
def test_the_same_words_of_others_tell_none(coded: Coder, text: str) -> None:
    assert acts(coded(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Iran is not ready to give in to demands from Paris.",
        "Egypt refused to bow to the demands of the unions.",
        "Kenya has no reason to swallow its pride.",
    ],
)
def test_a_phrase_in_the_infinitive_is_left_to_the_network(coded: Coder, text: str) -> None:
    assert not any(act.startswith("CONCEDE") for act in acts(coded(text)))


def test_the_network_is_raised_no_further_than_to_doubt_and_never_lowered(coded: Coder) -> None:
    article = coded("Bolivia thumbed its nose at Chile.")
    assert article.parse is not None
    scene = scene_of(article, article.parse)
    reading = next(c for c in scene.candidates if c.trigger and c.trigger.idiom)
    assert probability_as_idiom(scene, reading, 0.01) == 0.5
    assert probability_as_idiom(scene, reading, 0.9) == 0.9
    assert probability_as_idiom(scene, replace(reading, entry=None), 0.01) == 0.01
    assert dict(evidence(scene, reading, [], []))["network"] >= 0.0


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Iceland showed two Russian diplomats the door on Monday.", "SANCTION: ISL -> RUS"),
        ("Iceland hinted at reprisals against Denmark on Monday.", "THREATEN: ISL -> DNK"),
        ("Iceland held back a grant for Malawi on Monday.", "SANCTION: ISL -> MWI"),
        ("Iceland came to Malawi's rescue on Monday.", "AID: ISL -> MWI"),
        ("Iceland stood in the way of a loan for Malawi on Monday.", "REJECT: ISL -> MWI"),
        ("Iceland said no to a Danish proposal on Monday.", "REJECT: ISL -> DNK"),
        ("A Danish proposal got the cold shoulder from Iceland on Monday.", "REJECT: ISL -> DNK"),
        ("Iceland held out an olive branch to Denmark on Monday.", "AGREE: ISL -> DNK"),
        ("Iceland's prime minister played host to the Danish premier on Monday.", "CONSULT: DNK -> ISL"),
        ("The presidents of Iceland and Denmark put their names to a treaty on Monday.", "SUPPORT: DNK,ISL -> "),
        ("Iceland threw its weight behind Denmark on Monday.", "SUPPORT: ISL -> DNK"),
        ("Danish marines boarded a Russian tanker on Monday.", "COERCE: DNK -> RUS"),
        ("Danish police hauled away four Russian students on Monday.", "COERCE: DNK -> RUS"),
        ("Algeria put its navy on a war footing on Monday.", "MOBILIZE: DZA -> "),
        ("Algeria put Mali on notice on Monday.", "THREATEN: DZA -> MLI"),
        ("An exchange of fire between Algeria and Mali was reported on Monday.", "ASSAULT: DZA,MLI -> "),
        ("Chile's handover of a fugitive to Peru took place on Monday.", "COOPERATE: CHL -> PER"),
        ("The streets of Amman were filled with protesters on Monday.", "PROTEST: JOR -> "),
        ("Sudan's president promised Chad a crushing response.", "THREATEN: SDN -> TCD"),
        ("Peru had harsh words for Chile on Monday.", "ACCUSE: PER -> CHL"),
        ("Spain voiced its regret to Morocco over the raid.", "CONCEDE: ESP -> MAR"),
    ],
)
def test_phrases_of_papers_tell_their_act(coded: Coder, text: str, act: str) -> None:
    assert act in acts(coded(text))


@pytest.mark.parametrize(
    "text",
    [
        "The streets of Amman were filled with tourists on Monday.",
        "Peru had kind words for the orchestra on Monday.",
        "The usher showed two tourists the door on Monday.",
        "Nothing stood in the way of the Icelandic singer on Monday.",
        "Tourists boarded a Danish ferry on Monday.",
        "Iceland's museum plays host to a show on Monday.",
        "The Icelandic actress put her name to a perfume on Monday.",
    ],
)
def test_near_misses_of_those_phrases_tell_none(coded: Coder, text: str) -> None:
    assert acts(coded(text)) == []
