"""What is denied in so many words, whatever the network makes of it."""

from collections.abc import Callable

import pytest

from regesta.model.article import Article

pytestmark = pytest.mark.model
Coder = Callable[[str], Article]


def statuses(article: Article, kind: str) -> set[str]:
    return {event.status for event in article.events if event.type == kind}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sweden has not threatened Latvia.", "THREATEN"),
        ("Ghana did not attack Togo.", "ASSAULT"),
        ("Chile has never recognised the government of Kosovo.", "SUPPORT"),
        ("Ghana denied that its troops had attacked Togo.", "ASSAULT"),
        ("Ghana denied reports that its troops had attacked Togo.", "ASSAULT"),
        ("Ghana dismissed reports of an attack on Togo by its troops.", "ASSAULT"),
        ("Ghana has not rejected the offer of Togo.", "REJECT"),
        ("Ghana dismissed allegations by the mayor who said that its troops had shelled Togo.", "ASSAULT"),
    ],
)
def test_what_is_said_not_to_have_been_done_is_denied(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"denied"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana does not intend to annex Togo, its president said.", "COERCE"),
        ("Ghana has no plans to attack Togo, its foreign minister said.", "ASSAULT"),
        ("Ghana is not planning to invade Togo.", "ASSAULT"),
        ("The president of Ghana is not expected to meet officials of Togo.", "CONSULT"),
        ("The president of Ghana is not going to visit Togo this month.", "CONSULT"),
    ],
)
def test_a_plan_that_is_none_is_denied(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"denied"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana intends to annex Togo.", "COERCE"),
        ("The president of Ghana is expected to meet officials of Togo.", "CONSULT"),
    ],
)
def test_a_plan_is_planned(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"planned"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sweden has not only threatened Latvia but expelled its envoy.", "THREATEN"),
        ("Ghana did not deny that its troops had attacked Togo.", "ASSAULT"),
        ("Ghana confirmed reports that its troops had attacked Togo.", "ASSAULT"),
        ("Ghana has not accepted the offer of Togo.", "REJECT"),
        ("Ghana did not allow inspectors of the United Nations into the country.", "REJECT"),
    ],
)
def test_other_denials_leave_an_act_as_it_is(coded: Coder, text: str, kind: str) -> None:
    assert "denied" not in statuses(coded(text), kind)


def test_a_clause_about_a_rejected_claim_is_not_its_content(coded: Coder) -> None:
    article = coded("Ghana rejected the accusation, which Togo condemned on Friday.")
    assert "denied" not in {event.status for event in article.events}


def test_a_year_ahead_makes_no_plan_of_what_is_agreed(coded: Coder) -> None:
    [agreed] = coded("The presidents of Chile and Peru agreed on the prices of gas for 2023.").events
    assert agreed.date is not None
    assert (agreed.status, agreed.date.basis) == ("happened", "published")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No Danish envoys were expelled by Cuba.", "SANCTION"),
        ("No treaty was signed between Laos and Nepal.", "SUPPORT"),
        ("Neither Laos nor Nepal criticised Bhutan.", "ACCUSE"),
        ("Neither of the two ministers of Laos criticised Bhutan.", "ACCUSE"),
        ("None of the hostages was freed by Eritrea.", "RETREAT"),
        ("Nobody was arrested by Danish police.", "COERCE"),
        ("No country has recognised Somaliland.", "SUPPORT"),
        ("Somaliland was recognised by no African country.", "SUPPORT"),
        ("Not a single shell was fired by Togo at Ghana.", "ASSAULT"),
        ("Cuba sent no aid to Haiti.", "AID"),
        ("Togo imposed no sanctions on Ghana.", "SANCTION"),
        ("There is no country that has attacked Bhutan.", "ASSAULT"),
        ("At no time did Ghanaian troops attack Togo.", "ASSAULT"),
    ],
)
def test_what_nobody_did_or_was_done_to_nobody_is_denied(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"denied"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("No one was hurt when Ghana bombed Togo.", "ASSAULT"),
        ("No fewer than 30 Danish activists were arrested by Cuban police.", "COERCE"),
        ("Not only Laos but also Nepal criticised Bhutan.", "ACCUSE"),
        ("Not all states in Africa condemned Cuba.", "ACCUSE"),
        ("No country but Kenya has recognised Somaliland.", "SUPPORT"),
        ("No country other than Kenya recognised Somaliland.", "SUPPORT"),
        ("No country condemned the Ghanaian attack on Togo.", "ASSAULT"),
        ("Nothing stopped Ghana when it attacked Togo.", "ASSAULT"),
        ("Togo imposed sanctions on Ghana with no warning.", "SANCTION"),
        ("The Danish minister urged no delay by Cuba.", "REQUEST"),
        ("No agreement was reached when the president of Laos met the president of Nepal.", "CONSULT"),
    ],
)
def test_nobody_elsewhere_leaves_an_act_as_it_is(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"happened"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is not true that Ghana shelled Togo.", "ASSAULT"),
        ("It is false that Ghana attacked Togo.", "ASSAULT"),
        ("It was not the case that Eritrea freed the hostages.", "RETREAT"),
        ("It is a lie that Togo imposed sanctions on Ghana.", "SANCTION"),
        ("The claim that Ghana had bombed Togo was untrue.", "ASSAULT"),
        ("The rumour that Cuba had expelled the Danish ambassador proved false.", "SANCTION"),
        ("Reports that Ghana had bombed Togo turned out to be wrong.", "ASSAULT"),
        ("There is no truth in reports that Ghana attacked Togo.", "ASSAULT"),
        ("Togo falsely claimed that Ghana had attacked Benin.", "ASSAULT"),
    ],
)
def test_what_is_called_untrue_is_denied(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "It is true that Ghana shelled Togo.",
        "It is not false that Ghana attacked Togo.",
        "It is wrong that Ghana attacked Togo, the minister said.",
        "It is not good that Ghana attacked Togo.",
        "The report that Ghana had attacked Togo turned out to be true.",
        "Nobody denies that Ghana attacked Togo.",
        "Ghana attacked Togo after a false report.",
    ],
)
def test_what_is_called_true_or_bad_has_happened(coded: Coder, text: str) -> None:
    assert statuses(coded(text), "ASSAULT") == {"happened"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president of Laos has yet to visit Nepal.", "CONSULT"),
        ("Bhutan has still to recognise Kosovo.", "SUPPORT"),
        ("Laos stopped short of condemning Nepal.", "ACCUSE"),
        ("Laos held back from recognising Kosovo.", "SUPPORT"),
        ("Israel held off attacking Iran.", "ASSAULT"),
        ("Iran refrained from attacking Israel.", "ASSAULT"),
        ("Cuba decided against expelling the Danish ambassador.", "SANCTION"),
        ("The president of Laos no longer meets the president of Nepal.", "CONSULT"),
        ("The presidents of Laos and Nepal did not shake hands or meet on Monday.", "CONSULT"),
        ("Ghana has not attacked, shelled or bombed Togo.", "ASSAULT"),
        ("Cuba did not recall its envoy, nor did Laos expel the Danish ambassador.", "SANCTION"),
        ("The ministers of Laos and Nepal left without meeting each other.", "CONSULT"),
    ],
)
def test_what_is_left_undone_is_denied(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"denied"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Israel did not refrain from attacking Iran.", "ASSAULT"),
        ("Ghana did not wait and attacked Togo.", "ASSAULT"),
        ("Ghana bombed Togo without consulting its allies.", "ASSAULT"),
        ("Cuba did not recall its envoy but expelled the Danish ambassador.", "SANCTION"),
        ("Ghana bombed Togo again, and the war has yet to end.", "ASSAULT"),
        ("Cuba did not hesitate to condemn Bhutan.", "ACCUSE"),
    ],
)
def test_another_act_left_undone_denies_nothing(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"happened"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Togo was weighing sanctions on Ghana.", "SANCTION"),
        ("Togo is discussing new sanctions against Ghana.", "SANCTION"),
        ("Togo is studying an arms ban on Ghana.", "SANCTION"),
        ("Cuba is debating the expulsion of the Danish ambassador.", "SANCTION"),
        ("Cuba is thinking of expelling the Danish ambassador.", "SANCTION"),
        ("Cuba does not rule out recalling its envoy from Denmark.", "SANCTION"),
        ("Israel has not ruled out an attack on Iran.", "ASSAULT"),
        ("Had Ghana attacked Togo, the war would have spread.", "ASSAULT"),
        ("Oil would have doubled had Ghana attacked Togo.", "ASSAULT"),
        ("Had Cuba expelled the Danish ambassador, Denmark would have complained.", "SANCTION"),
        ("Should Ghana attack Togo, the war would spread.", "ASSAULT"),
        ("Were the president of Laos to visit Nepal, the dispute could end.", "CONSULT"),
    ],
)
def test_what_is_only_thought_over_is_hypothetical(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ministers of Laos and Nepal discussed the Ghanaian attack on Togo.", "ASSAULT"),
        ("The UN is examining the attack on the Togolese port by Ghana.", "ASSAULT"),
        ("While discussing the budget, Togo imposed new sanctions on Ghana.", "SANCTION"),
        ("Only then had Ghana attacked Togo.", "ASSAULT"),
        ("Never had Ghana attacked Togo before, and Benin would help.", "ASSAULT"),
        ("The port which Ghana had attacked would be rebuilt by Togo.", "ASSAULT"),
    ],
)
def test_known_acts_that_are_talked_over_have_happened(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"happened"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is not clear whether Turkey shelled Syria.", "ASSAULT"),
        ("The minister said he did not know if Kenya had expelled the two Ugandan diplomats.", "SANCTION"),
        ("It was unclear whether Peru had bombed Chile on Monday.", "ASSAULT"),
        ("There was no sign that Kenya had expelled the Ugandan diplomats.", "SANCTION"),
        ("Inspectors found no proof that Peru had attacked Chile.", "ASSAULT"),
    ],
)
def test_what_is_left_open_is_hypothetical(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There is evidence that Turkey shelled Syria.", "ASSAULT"),
        ("Asked whether he would resign, the minister said Turkey had shelled Syria.", "ASSAULT"),
        ("Inspectors found proof that Peru had attacked Chile.", "ASSAULT"),
    ],
)
def test_what_there_is_proof_of_has_happened(coded: Coder, text: str, kind: str) -> None:
    assert statuses(coded(text), kind) == {"happened"}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "Moscow's envoy denied that Russian forces were shelling towns and accused Poland of lying.",
            "accused",
            "happened",
        ),
        ("Kenya's minister denied that police were beating refugees and condemned Uganda.", "condemned", "happened"),
        (
            "Moscow's envoy denied that Russian forces were shelling towns and accused Poland of lying.",
            "shelling",
            "denied",
        ),
        # a near miss: both are denied
        ("Chad denied that its troops had crossed the border and attacked a Nigerian village.", "attacked", "denied"),
    ],
)
def test_a_speakers_next_act_is_not_within_what_he_denies(coded: Coder, text: str, trigger: str, status: str) -> None:
    [event] = [event for event in coded(text).events if event.trigger_text == trigger]
    assert event.status == status
