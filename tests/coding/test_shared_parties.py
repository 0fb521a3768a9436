"""Each party cites the words that show it, also where several share a noun."""

import pytest

from regesta.model.event import Role
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def parties_of(coded: Coder, text: str, trigger: str) -> set[tuple[str, str | None]]:
    """Return words and state of the parties of the events with a trigger."""
    roles = [r for event in coded(text).events if event.trigger_text == trigger for r in shown(event.roles)]
    return {(role.text, role.actor.iso3 if role.actor else None) for role in roles}


def shown(roles: tuple[Role, ...]) -> list[Role]:
    return [role for role in roles if role.name in {"actor", "recipient"}]


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        (
            "Talks between Latvian and Estonian delegations began in Oslo on Tuesday.",
            "Talks",
            {("Latvian", "LVA"), ("Estonian delegations", "EST")},
        ),
        (
            "Turkish, Russian and Iranian foreign ministers met in Astana on Friday.",
            "met",
            {("Turkish", "TUR"), ("Russian", "RUS"), ("Iranian foreign ministers", "IRN")},
        ),
        (
            "The U.S. and Iraqi governments signed an agreement.",
            "signed",
            {("U.S.", "USA"), ("Iraqi governments", "IRQ")},
        ),
        (
            "Kenyan soldiers killed Somali and Ethiopian rebels.",
            "killed",
            {("Kenyan soldiers", "KEN"), ("Somali", "SOM"), ("Ethiopian rebels", "ETH")},
        ),
        (
            "Burmese and ASEAN officials met in Bangkok on Monday.",
            "met",
            {("Burmese", "MMR"), ("ASEAN officials", "IGO")},
        ),
        (
            "Norway criticised the Danish and Swedish fishing companies.",
            "criticised",
            {("Norway", "NOR"), ("Danish", "DNK"), ("Swedish fishing companies", "SWE")},
        ),
    ],
)
def test_each_owner_of_a_shared_plural_is_a_party(
    coded: Coder, text: str, trigger: str, parties: set[tuple[str, str]]
) -> None:
    assert parties_of(coded, text, trigger) == parties


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Indian and Chinese armies held joint exercises.", {"Indian army", "Chinese army"}),
        ("Peru criticised Chilean and Bolivian lawmakers.", {"Chilean lawmakers", "Bolivian lawmakers"}),
        (
            "Peru criticised former Chilean and Bolivian lawmakers.",
            {"former Chilean lawmakers", "former Bolivian lawmakers"},
        ),
        ("Iran accused U.S. and Israeli spies of sabotage.", {"U.S. spies", "Israeli spies"}),
    ],
)
def test_each_is_named_by_its_own_state(coded: Coder, text: str, names: set[str]) -> None:
    assert names <= {mention.actor.name for mention in coded(text).mentions if mention.actor}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Danish and Swedish courts condemned the ban.", {None}),
        ("Danish and Swedish armies held exercises.", {"org:denmark-army", "org:sweden-army"}),
        ("Danish armies held exercises.", {None}),
    ],
)
def test_each_has_an_id_only_as_the_one_organ_of_its_state(coded: Coder, text: str, entities: set[str | None]) -> None:
    assert {mention.actor.entity for mention in coded(text).mentions if mention.actor} == entities


@pytest.mark.parametrize(
    "text",
    [
        "Sweden met a Danish and Norwegian delegation.",
        "Sweden met Danish and other officials.",
        "Scottish and English ministers met in Oslo.",
    ],
)
def test_a_singular_and_the_parts_of_one_state_are_not_parted(coded: Coder, text: str) -> None:
    mentions = [m for m in coded(text).mentions if m.form == "nominal"]
    assert len(mentions) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "party"),
    [
        ("US companies in Chile signed a deal with Peru's government.", "signed", ("US companies in Chile", "USA")),
        ("Turkey freed the detained Greek soldiers.", "detained", ("Greek soldiers", "GRC")),
    ],
)
def test_words_of_no_party_are_left_out(coded: Coder, text: str, trigger: str, party: tuple[str, str]) -> None:
    assert party in parties_of(coded, text, trigger)


def test_both_sides_that_somebody_urges_are_two_others(coded: Coder) -> None:
    text = "Finland and Sweden held talks in Oslo. Norway urged both sides to sign the treaty."
    assert parties_of(coded, text, "urged") == {("Norway", "NOR"), ("both sides", "FIN"), ("both sides", "SWE")}


@pytest.mark.parametrize(
    ("text", "name", "iso3"),
    [
        ("A retired Estonian engineer said that the plan had failed.", "retired Estonian engineer", "EST"),
        ('"We will wait," said a bearded Latvian fisherman.', "bearded Latvian fisherman", "LVA"),
    ],
)
def test_who_is_of_a_state_does_not_speak_as_the_state(coded: Coder, text: str, name: str, iso3: str) -> None:
    [speaker] = [statement.speaker for statement in coded(text).statements]
    assert speaker is not None
    assert speaker.actor is not None
    assert (speaker.actor.name, speaker.actor.iso3, speaker.actor.entity) == (name, iso3, None)


def test_who_is_of_a_state_is_not_addressed_as_the_state(coded: Coder) -> None:
    [statement] = coded("The minister told a retired Estonian engineer that the bridge was closed.").statements
    assert statement.addressee is not None
    assert statement.addressee.actor is not None
    actor = statement.addressee.actor
    assert (actor.name, actor.iso3, actor.entity) == ("retired Estonian engineer", "EST", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Those close to the talks said that a deal was near.", "Those close to the talks"),
        ("These clan elders said that a deal was near.", "clan elders"),
        ("His Chilean counterparts said that a deal was near.", "Chilean counterparts"),
    ],
)
def test_a_speakers_name_has_no_determiner_but_may_begin_with_a_pronoun(coded: Coder, text: str, name: str) -> None:
    [speaker] = [statement.speaker for statement in coded(text).statements]
    assert speaker is not None
    assert speaker.actor is not None
    assert speaker.actor.name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We will wait," said Anna Berg, an envoy of Norway, on Monday.', "Anna Berg, an envoy of Norway"),
        ('"We will wait," said Anna Berg, an envoy of Norway.', "Anna Berg, an envoy of Norway"),
        ("The minister of trade, Anna Berg, said that Norway would wait.", "The minister of trade, Anna Berg"),
        ("According to Anna Berg, Norway will wait.", "Anna Berg"),
    ],
)
def test_the_words_of_a_speaker_end_before_the_comma(coded: Coder, text: str, words: str) -> None:
    assert [statement.speaker.text for statement in coded(text).statements if statement.speaker] == [words]


def test_who_drafted_what_talks_are_about_is_no_party_of_the_talks(coded: Coder) -> None:
    text = "Negotiations of Norway and Sweden over a treaty drafted by Chile and Peru went on in Oslo on Monday."
    assert {state for _, state in parties_of(coded, text, "Negotiations")} == {"NOR", "SWE"}


@pytest.mark.parametrize(
    "text",
    [
        "Spain blamed Morocco for closing the border.",
        "Morocco was criticised by Spain for closing the border.",
        "Spain praised Morocco for closing the border.",
    ],
)
def test_who_is_praised_or_blamed_for_an_act_has_done_it(coded: Coder, text: str) -> None:
    assert ("Morocco", "MAR") in parties_of(coded, text, "closing")


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        (
            "Defence ministers from Latvia and Estonia met in Riga on Monday.",
            "met",
            {("Defence ministers", "LVA"), ("Estonia", "EST")},
        ),
        (
            "Officials from Chile and Peru signed an agreement on Friday.",
            "signed",
            {("Officials", "CHL"), ("Peru", "PER")},
        ),
        (
            "Diplomats from Kenya and Uganda held talks in Kampala on Monday.",
            "talks",
            {("Diplomats", "KEN"), ("Uganda", "UGA")},
        ),
        (
            "Troops from Kenya attacked militants in Somalia.",
            "attacked",
            {("Troops from Kenya", "KEN"), ("militants", "SOM")},
        ),
    ],
)
def test_from_tells_whose_they_are(coded: Coder, text: str, trigger: str, parties: set[tuple[str, str]]) -> None:
    assert parties_of(coded, text, trigger) == parties


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mr Banda's predecessor, Joyce Mwale, criticised Zambia on Friday.", "Joyce Mwale"),
        ("Mr Banda's successor, Joyce Mwale, criticised Zambia on Friday.", "Joyce Mwale"),
    ],
)
def test_who_is_described_by_another_is_not_the_other(coded: Coder, text: str, person: str) -> None:
    (event,) = coded(text).events
    assert [role.actor.name for role in event.actors if role.actor] == [person]


@pytest.mark.parametrize(
    ("text", "trigger", "parties"),
    [
        (
            "Jets of the Ethiopian air force bombed fighters in Somalia on Monday.",
            "bombed",
            {("Jets of the Ethiopian air force", "ETH"), ("fighters in Somalia", "SOM")},
        ),
        (
            "Turkish soldiers killed four villagers in Syria on Friday.",
            "killed",
            {("Turkish soldiers", "TUR"), ("four villagers in Syria", "SYR")},
        ),
        (
            "Three shepherds were shot in Lebanon by Israeli soldiers.",
            "shot",
            {("Israeli soldiers", "ISR"), ("Three shepherds", "LBN")},
        ),
        (
            "Turkish soldiers killed four Kurdish fighters from Iraq in Syria on Friday.",
            "killed",
            {("Turkish soldiers", "TUR"), ("four Kurdish fighters from Iraq", "IRQ")},
        ),
    ],
)
def test_those_struck_in_a_country_are_of_it(
    coded: Coder, text: str, trigger: str, parties: set[tuple[str, str]]
) -> None:
    assert parties_of(coded, text, trigger) == parties
