"""Who heads a body has its sector, who left an office is of the elite, and forces and people are read whole."""

import pytest

from regesta.model.entity import Actor
from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def actor_of(coded: Coder, text: str, words: str) -> Actor:
    """Return the actor of the first mention with some words, one of just these words before others."""
    article = coded(text)
    found = [mention for mention in article.mentions if words in mention.span.of(text) and mention.actor is not None]
    found.sort(key=lambda mention: mention.span.of(text) != words)
    assert found[0].actor is not None
    return found[0].actor


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The ruling party's acting chairman criticised the budget.", "acting chairman", "PTY"),
        ("The chairman of the Law Society of Kenya condemned the arrests.", "chairman", "NGO"),
        ("The union's deputy chairman called a strike in Athens.", "deputy chairman", "LAB"),
        ("The party's deputy leader condemned the attack.", "deputy leader", "PTY"),
        ("The bloc's deputy head met Serbian officials in Brussels.", "deputy head", "PTY"),
        ("The African Union's deputy chairman visited Khartoum.", "deputy chairman", "IGO"),
        ("The deputy leader of Hezbollah threatened Israel.", "deputy leader", "REB"),
        ("The deputy head of the Central Bank criticised the government.", "deputy head", "GOV"),
        ("The company's chairman accused the government of fraud.", "chairman", "BUS"),
        ("The vice president of the company was arrested in Seoul.", "vice president", "BUS"),
        ("The chairman of the Joint Chiefs of Staff visited Kabul.", "chairman", "MIL"),
        ("The secretary-general of the Arab League condemned the attack.", "secretary", "IGO"),
        ("The deputy secretary-general of the trade union federation called a strike.", "secretary", "LAB"),
        ("Secretary-General Kofi Annan urged Sudan to stop the fighting.", "Kofi Annan", "IGO"),
        ("Wu Bo, vice-chairman of a committee of the National People's Congress, visited Manila.", "Wu Bo", "LEG"),
        ("President Lungu and his deputy visited Malawi.", "his deputy", "GOV"),
        ("NATO criticised Russia. Its Deputy Secretary-General, Carlo Bianchi, visited Riga.", "Carlo Bianchi", "IGO"),
        (
            "Party chairman Ola Berg met voters. Berg, the cabinet minister, visited Ronne and met the governor.",
            "Ola Berg",
            "GOV",
        ),
    ],
)
def test_who_heads_a_body_has_its_sector(coded: Coder, text: str, words: str, sector: str) -> None:
    assert actor_of(coded, text, words).sector == sector


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("The former head of the company Petrolex was arrested in Accra.", "former head", "BUS"),
        ("Two former employees of the bank were arrested in Lima.", "former employees", "LAB"),
        ("Police arrested three former rebel commanders in Bunia.", "former rebel commanders", "REB"),
        ("Former fighters of the group attacked a village in Aceh.", "Former fighters", "REB"),
        ("Former miners protested in Johannesburg.", "Former miners", "LAB"),
        ("The former union leader was arrested in Harare.", "former union leader", "LAB"),
        ("A former president of Peru criticised the election.", "former president", "ELI"),
        ("The former secretary of state visited Pyongyang.", "former secretary", "ELI"),
        ("The former chief of the army was arrested in Ankara.", "former chief", "ELI"),
        ("The former spokesman of the ministry was detained.", "former spokesman", "ELI"),
        ("Former senator Anna Reyes sued the government of Mexico.", "Anna Reyes", "ELI"),
    ],
)
def test_only_who_left_an_office_of_state_is_of_the_elite(coded: Coder, text: str, words: str, sector: str) -> None:
    assert actor_of(coded, text, words).sector == sector


@pytest.mark.parametrize(
    ("words", "iso3", "sector"),
    [
        ("Israel Defense Forces", "ISR", "MIL"),
        ("Lebanon Armed Forces", "LBN", "MIL"),
        ("Iraqi Armed Forces", "IRQ", "MIL"),
        ("Uganda Police Force", "UGA", "COP"),
        ("Kenya Defence Forces", "KEN", "MIL"),
        ("Singapore Armed Forces", "SGP", "MIL"),
        ("Zambia Police Service", "ZMB", "COP"),
        ("Sri Lanka Navy", "LKA", "MIL"),
    ],
)
def test_the_forces_of_a_state_are_one_body(coded: Coder, words: str, iso3: str, sector: str) -> None:
    actor = actor_of(coded, f"The {words} attacked gunmen near the border on Monday.", words)
    assert (actor.iso3, actor.sector) == (iso3, sector)


def test_surnames_listed_behind_a_person_are_no_places(coded: Coder) -> None:
    text = "Museveni, who heads the East African Community, Mbeki and Tandja met rebels in Dakar on Friday."
    assert actor_of(coded, text, "Mbeki").entity == "person:mbeki"
    assert actor_of(coded, text, "Tandja").entity == "person:tandja"


def test_an_unknown_name_is_of_the_state_behind_it(coded: Coder) -> None:
    text = "Tanjda of Niger and Obasanjo of Nigeria met in Abuja."
    assert (actor_of(coded, text, "Tanjda").iso3, actor_of(coded, text, "Obasanjo").iso3) == ("NER", "NGA")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighting spread in Sudan on Monday. The RSF attacked Khartoum.", "Rapid Support Forces"),
        ("The RSF said that journalists were jailed in Paris, France.", "Reporters Without Borders"),
    ],
)
def test_initials_are_of_the_state_named(coded: Coder, text: str, name: str) -> None:
    entity = actor_of(coded, text, "RSF").entity
    assert entity == f"org:{name.lower().replace(' ', '-')}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("France, along with Britain, imposed sanctions on Syria.", {"FRA", "GBR"}),
        ("Kenya, together with Uganda, condemned Sudan.", {"KEN", "UGA"}),
        ("France imposed sanctions on Syria.", {"FRA"}),
    ],
)
def test_who_acts_along_with_somebody_acts_too(coded: Coder, text: str, names: set[str]) -> None:
    (event,) = coded(text).events
    assert {role.actor.iso3 for role in event.actors if role.actor} == names
