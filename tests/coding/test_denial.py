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
