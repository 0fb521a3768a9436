"""The coding rules, each with several sentences; docs/concepts/events.md states them."""

from collections.abc import Callable, Iterable

import pytest

from regesta.model.article import Article
from regesta.model.event import Event, Role

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def states(roles: Iterable[Role]) -> set[str | None]:
    return {role.actor.iso3 if role.actor else None for role in roles}


def event_of(article: Article, kind: str) -> Event:
    found = [event for event in article.events if event.type == kind]
    assert found, f"no {kind} in {[(e.type, e.trigger_text) for e in article.events]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Ukraine condemned Russia for the raid.", "ACCUSE", {"UKR"}, {"RUS"}),
        ("Russia was condemned by the Ukrainian government.", "ACCUSE", {"UKR"}, {"RUS"}),
        ("Lithuania expelled four Belarusian diplomats.", "SANCTION", {"LTU"}, {"BLR"}),
        ("Germany has given Ukraine 14 tanks.", "AID", {"DEU"}, {"UKR"}),
        ("Russian troops shelled a Ukrainian village.", "ASSAULT", {"RUS"}, {"UKR"}),
        ("Polish police arrested a Belarusian activist.", "COERCE", {"POL"}, {"BLR"}),
        ("Minsk urged Warsaw to reopen the border.", "REQUEST", {"BLR"}, {"POL"}),
        ("The Kremlin praised the Turkish president.", "SUPPORT", {"RUS"}, {"TUR"}),
        ("Hungary vetoed the Dutch proposal.", "REJECT", {"HUN"}, {"NLD"}),
        ("Thousands of Serbian workers protested in Belgrade.", "PROTEST", {"SRB"}, set()),
        ("Serbian forces withdrew from Kosovo.", "RETREAT", {"SRB"}, {"XKX"}),
        ("Kosovo withdrew its police from the north.", "RETREAT", {"XKX"}, set()),
        ("The French president met the Polish chancellor.", "CONSULT", {"FRA", "POL"}, set()),
        ("Minsk held talks with Warsaw on Friday.", "CONSULT", {"BLR", "POL"}, set()),
        ("The Estonian and Latvian ministers met in Vienna.", "CONSULT", {"EST", "LVA"}, set()),
        ("Relations cooled after the Swedish minister's stop in Riga.", "CONSULT", {"SWE"}, {"LVA"}),
        ("A Danish delegation is in Nairobi to assess the aid programme.", "CONSULT", {"DNK"}, {"KEN"}),
        ("The Norwegian envoy spent three days in Tunis on a peace mission.", "CONSULT", {"NOR"}, {"TUN"}),
    ],
)
def test_who_did_what_to_whom(coded: Coder, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    event = event_of(coded(text), kind)
    assert (states(event.actors), states(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "The German and Polish foreign ministers met.",
        "Germany and Poland held talks on energy.",
        "Talks between Germany and Poland ended on Monday.",
    ],
)
def test_equal_parties_are_all_actors(coded: Coder, text: str) -> None:
    event = event_of(coded(text), "CONSULT")
    assert event.recipients == ()
    assert states(event.actors) >= {"DEU"}


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Germany and Poland met on Monday.",
        "The leaders of Germany and Poland signed a pact on gas.",
        "The foreign ministers of Germany and Poland condemned Belarus.",
    ],
)
def test_a_plural_said_of_two_states_is_two_actors(coded: Coder, text: str) -> None:
    event, *_ = coded(text).events
    assert states(event.actors) == {"DEU", "POL"}


@pytest.mark.parametrize(
    ("text", "guest", "host"),
    [
        ("French President Emmanuel Macron visited Kazakhstan.", "FRA", "KAZ"),
        ("Italian Foreign Minister Antonio Tajani met Serbian President Aleksandar Vucic in Belgrade.", "ITA", "SRB"),
        ("Indian Prime Minister Narendra Modi paid a visit to Uzbekistan on Thursday.", "IND", "UZB"),
    ],
)
def test_the_visitor_is_the_actor_and_the_host_the_recipient(coded: Coder, text: str, guest: str, host: str) -> None:
    event = event_of(coded(text), "CONSULT")
    assert event.mode == "visit"
    assert (states(event.actors), states(event.recipients)) == ({guest}, {host})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkey promised to send aid to Syria.", "AGREE"),
        ("Russia said it would return the bodies to Ukraine.", "AGREE"),
        ("Turkey will send aid to Syria.", "AGREE"),
        ("Russia said it would not release the Ukrainian sailors.", "REJECT"),
        ("Russia refused to release the Ukrainian sailors.", "REJECT"),
        ("The United States will not lift its embargo against Cuba, Rubio said.", "REJECT"),
        ("Iran would not recognise Israel, its president told the council.", "REJECT"),
    ],
)
def test_a_promise_is_agreement_or_a_concession_and_a_refusal_rejection(coded: Coder, text: str, kind: str) -> None:
    kinds = {event.type for event in coded(text).events}
    assert kind in kinds
    assert not kinds & {"RETREAT", "AID"}


@pytest.mark.parametrize(
    "text",
    [
        "North Korea threatened to attack South Korea.",
        "Georgia refused to meet the Russian delegation.",
        "Egypt agreed to release the Sudanese officers.",
    ],
)
def test_what_a_verbal_act_is_about_is_no_second_event(coded: Coder, text: str) -> None:
    assert len(coded(text).events) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Russia and Belarus held joint exercises near Brest.", "COOPERATE"),
        ("China deployed warships near Taiwan.", "MOBILIZE"),
        ("Norway summoned the Russian ambassador.", "ACCUSE"),
        ("The presidents of Chile and Peru signed the treaty.", "SUPPORT"),
    ],
)
def test_the_manual_decides_the_doubtful_types(coded: Coder, text: str, kind: str) -> None:
    event_of(coded(text), kind)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Belarusian president met the Russian president on Monday.", "happened"),
        ("The Belarusian president will meet the Russian president on Friday.", "planned"),
        ("The Belarusian president is expected to meet the Russian president.", "planned"),
        ("The Belarusian president has travelled to Russia to meet Putin four times this year.", "happened"),
        ("The Belarusian president has not visited Russia.", "denied"),
        ("The Belarusian president did not meet the Russian president.", "denied"),
        ("The Belarusian president could meet the Russian president.", "hypothetical"),
        ("If the Belarusian president met the Russian president, sanctions would follow.", "hypothetical"),
    ],
)
def test_status_comes_from_modality_tense_and_negation(coded: Coder, text: str, status: str) -> None:
    assert event_of(coded(text), "CONSULT").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Poland imposed a third round of sanctions on Belarus.", "happened"),
        ("Poland announced a third round of sanctions on Belarus.", "happened"),
        ("Poland is preparing a third round of sanctions on Belarus.", "planned"),
        ("Poland will impose a third round of sanctions on Belarus.", "planned"),
        ("Poland plans a sixth sanctions package against Belarus.", "planned"),
        ("The European Commission proposed an eighth package of sanctions against Russia.", "hypothetical"),
        ("No third round of sanctions on Belarus was imposed.", "denied"),
    ],
)
def test_what_is_said_of_a_round_is_said_of_its_acts(coded: Coder, text: str, status: str) -> None:
    assert event_of(coded(text), "SANCTION").status == status


def test_an_event_takes_its_own_time_expression_not_the_first_one(coded: Coder) -> None:
    text = "Poland, which imposed sanctions on Belarus in 2021, expelled two Belarusian diplomats on Friday."
    expulsion = next(e for e in coded(text).events if e.trigger_text == "expelled")
    assert expulsion.date is not None
    assert (expulsion.date.text, str(expulsion.date.interval.start)) == ("Friday", "2022-12-16")


def test_news_without_a_time_expression_is_dated_by_publication_and_says_so(coded: Coder) -> None:
    event = event_of(coded("Ukraine condemned Russia for the raid."), "ACCUSE")
    assert event.date is not None
    assert (event.date.basis, event.date.span) == ("published", None)


def test_background_in_the_past_perfect_has_no_date_of_its_own(coded: Coder) -> None:
    assert event_of(coded("Ukraine had condemned Russia for the raid."), "ACCUSE").date is None


def test_the_same_act_told_twice_is_one_event_with_two_spans_of_evidence(coded: Coder) -> None:
    text = "Georgian troops attacked the Russian base. Georgian troops attacked the Russian base at dawn."
    events = [event for event in coded(text).events if event.type == "ASSAULT"]
    assert len(events) == 1
    assert len(events[0].evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed four policemen and wounded seven in Kabul on Monday.",
        "Three soldiers were killed and two others injured when rebels attacked their convoy near Goma on Monday.",
    ],
)
def test_the_dead_and_the_wounded_are_of_one_attack(coded: Coder, text: str) -> None:
    assert [event.type for event in coded(text).events] == ["ASSAULT"]


def test_an_event_inside_a_quotation_names_its_source(coded: Coder) -> None:
    text = '"Russian troops attacked the hospital," the Ukrainian defence ministry said.'
    source = event_of(coded(text), "ASSAULT").named("source")
    assert states(source) == {"UKR"}


@pytest.mark.parametrize(
    "text",
    [
        "Share prices retreated after the central bank cut rates.",
        "The striker hit the post twice and the goalkeeper saved a penalty.",
        "A storm hit the coast on Sunday.",
        "The museum opened a new wing.",
    ],
)
def test_markets_sport_and_weather_are_no_political_events(coded: Coder, text: str) -> None:
    assert coded(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("China vetoed the American draft after Britain failed to win over the rest of the council.", "REJECT"),
        ("The Turkish government has agreed to set up a search team with Greece.", "AGREE"),
        ("Chile's government gave in to the demands of the lorry drivers.", "CONCEDE"),
    ],
)
def test_a_word_of_sport_makes_no_sentence_of_politics_sport(coded: Coder, text: str, kind: str) -> None:
    assert kind in {event.type for event in coded(text).events}


def test_coding_twice_gives_the_same_ids(coded: Coder) -> None:
    text = "Ukraine condemned Russia. The French president visited Kazakhstan."
    assert [e.id for e in coded(text).events] == [e.id for e in coded(text).events]


@pytest.mark.parametrize(
    ("text", "kind", "role", "value"),
    [
        ("Police arrested 40 people in Lahore.", "COERCE", "detained", 40),
        ("Gunmen killed at least 11 soldiers in Mali.", "ASSAULT", "killed", 11),
        ("The shelling wounded 23 Ukrainian civilians.", "ASSAULT", "wounded", 23),
        ("Germany gave Ukraine 2 billion euros in aid.", "AID", "amount", 2_000_000_000),
        ("Some 5,000 Serbian workers protested.", "PROTEST", "size", 5000),
    ],
)
def test_quantities_fill_the_roles_their_type_declares(
    coded: Coder, text: str, kind: str, role: str, value: int
) -> None:
    amounts = [r.amount for r in event_of(coded(text), kind).named(role)]
    assert [amount.value for amount in amounts if amount] == [value]


def test_a_quantity_of_another_act_is_no_role(coded: Coder) -> None:
    event = event_of(coded("Police arrested the gunman who killed 11 people in Lahore."), "COERCE")
    assert event.named("detained") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Japan froze grants worth 26 million dollars on Friday.", "SANCTION"),
        ("The German government suspended development aid in May.", "SANCTION"),
        ("The Kenyan government broke off relations last Monday.", "SANCTION"),
    ],
)
def test_what_the_network_reads_needs_no_recipient(coded: Coder, text: str, kind: str) -> None:
    [event] = [event for event in coded(text).events if event.type == kind]
    assert event.actors
    assert not event.recipients


def test_what_the_network_hardly_reads_needs_the_recipient_of_its_type(coded: Coder) -> None:
    events = coded("Ghana exported gold in May.").events
    assert not [event for event in events if event.type in {"AID", "COOPERATE", "SANCTION"}]
