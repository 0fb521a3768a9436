"""Whom an article cites for an act, and that nobody is cited for what he does by saying it."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model


def cited(coded: Coder, text: str, kind: str) -> set[str | None]:
    """Return the names of the sources of the events of a type."""
    events = [event for event in coded(text).events if event.type == kind]
    assert events
    return {e.source.actor.name if e.source and e.source.actor else None for e in events}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We condemn this massacre," the Turkish foreign minister said.', "ACCUSE"),
        ('"We demand that Serbia release the three policemen," Kosovo\'s president said.', "REQUEST"),
        ('"I promise that we will send aid to Chad," the French president said.', "AGREE"),
        ('"We will attack Iran if it builds a bomb," Israel\'s defence minister said.', "THREATEN"),
        ('"We reject the Greek proposal," Albania\'s foreign minister said.', "REJECT"),
        ('"We welcome the decision by Kenya to send police," Haiti\'s premier said.', "SUPPORT"),
        ('"We apologise to Peru for the incident," Ecuador\'s ambassador said.', "CONCEDE"),
        ("The Polish foreign minister said that Warsaw demands that Belarus free the journalist.", "REQUEST"),
        ("Cuba said it condemned the embargo.", "ACCUSE"),
        ("US officials said that Washington rejects the Syrian demand.", "REJECT"),
    ],
)
def test_nobody_is_cited_for_what_he_does_by_saying_it(coded: Coder, text: str, kind: str) -> None:
    assert cited(coded, text, kind) == {None}


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        (
            '"Serbia has demanded that Kosovo release the policemen," Kosovo\'s president said.',
            "REQUEST",
            "Kosovo's president",
        ),
        ('"Iran condemned the attack," the Turkish foreign minister said.', "ACCUSE", "Turkish foreign minister"),
        ('"We condemned the attack last year," Spain\'s king said.', "ACCUSE", "Spain's king"),
        ('"We met the Saudi king on Monday," Egypt\'s president said.', "CONSULT", "Egypt's president"),
        (
            '"We shot down two Russian drones," Romania\'s defence minister said.',
            "ASSAULT",
            "Romania's defence minister",
        ),
        ('"The opposition rejects the talks," Venezuela\'s president said.', "REJECT", "Venezuela's president"),
        ("Norway said it had rejected the request.", "REJECT", "Norway"),
        ("Polish officials said that Poland and Latvia agree on the border.", "AGREE", "Polish officials"),
        ("According to Moldova's premier, Russia rejected the demand.", "REJECT", "Moldova's premier"),
    ],
)
def test_what_others_or_earlier_days_did_is_somebodys_claim(coded: Coder, text: str, kind: str, source: str) -> None:
    assert cited(coded, text, kind) == {source}


def test_we_are_who_speaks(coded: Coder) -> None:
    text = '"We welcome the decision by Kenya to send police," Haiti\'s premier said.'
    assert cited(coded, text, "MOBILIZE") == {"Haiti's premier"}
