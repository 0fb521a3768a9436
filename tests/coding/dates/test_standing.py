"""Acts beyond the lead that are told as background, and those that are news."""

import pytest

from tests.coding.conftest import Coder

LEAD = "The president of Serbia met the Croatian prime minister in Zagreb on Tuesday. The two discussed border trade. "


def is_dated(coded: Coder, text: str, trigger: str) -> bool:
    events = [event for event in coded(text).events if event.trigger.of(text) == trigger]
    assert events, [event.trigger.of(text) for event in coded(text).events]
    return events[-1].date is not None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Turkey suspects the group of plotting against it.", "suspects"),
        ("The opposition wants the minister to resign.", "wants"),
        ("Sudan accuses Chad of backing the rebels.", "accuses"),
        ("The militia, supported by Iran, is accused of smuggling arms.", "accused"),
        ("The militia, supported by Iran, is accused of smuggling arms.", "supported"),
        ("The rebels, branded terrorists by Turkey, hold the town.", "branded"),
        ("Belgrade has signed pacts with both neighbours.", "signed"),
        ("The militia has long been blamed for killings in the region.", "blamed"),
        ("The militia has long been blamed for killings in the region.", "killings"),
        ("The minister was accused of sheltering a fugitive.", "sheltering"),
        ("Farmers refused for weeks to sell grain to the state.", "refused"),
        ("The army recently attacked villages in the north.", "attacked"),
    ],
)
def test_states_habits_and_what_others_are_about_have_no_day(coded: Coder, text: str, trigger: str) -> None:
    assert not is_dated(coded, LEAD + text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("He urged Albania to sign the treaty.", "urged"),
        ("Vucic also condemned the attack.", "condemned"),
        ("Police arrested two men at the gate.", "arrested"),
        ("The spokesman said that Serbia rejects the claims.", "rejects"),
        ("Albania has now accused Greece of fraud, and police have just arrested two men.", "arrested"),
        ("The mayor was accused of fraud by the opposition.", "accused"),
    ],
)
def test_news_beyond_the_lead_has_its_day(coded: Coder, text: str, trigger: str) -> None:
    assert is_dated(coded, LEAD + text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Sudan accuses Chad of backing the rebels.", "accuses"),
        ("Serbia has signed pacts with both neighbours.", "signed"),
    ],
)
def test_the_lead_tells_news_in_the_same_words(coded: Coder, text: str, trigger: str) -> None:
    assert is_dated(coded, text, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "dated"),
    [
        ("Belgrade has expelled a Croatian consul and halted imports of Croatian wine.", "halted", False),
        ("Belgrade expelled a Croatian consul and halted imports of Croatian wine.", "halted", True),
        ("Belgrade has protested, and Zagreb halted imports of Serbian wine.", "halted", True),
    ],
)
def test_a_second_verb_shares_the_perfect_of_the_first(coded: Coder, text: str, trigger: str, dated: bool) -> None:
    assert is_dated(coded, LEAD + text, trigger) == dated
