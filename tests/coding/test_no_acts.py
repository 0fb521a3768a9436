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
