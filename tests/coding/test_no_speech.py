"""Whole sentences: what looks like speech and is none, and labels that are speech."""

import pytest

from tests.coding.conftest import Coder

pytestmark = pytest.mark.model
CLOSED = "the border would stay closed"


@pytest.mark.parametrize(
    "text",
    [
        f"Trucks waited for days. A senior official who asked not to be named said on Monday that {CLOSED}.",
        f"Trucks waited for days. A diplomat who asked not to be identified told reporters that {CLOSED}.",
        f"Trucks waited for days. An officer, who asked to remain anonymous, said {CLOSED}.",
    ],
)
def test_how_a_source_wants_to_be_named_is_no_statement(coded: Coder, text: str) -> None:
    [statement] = coded(text).statements
    assert CLOSED in statement.content_text


def test_what_somebody_asks_not_to_be_done_is_a_statement(coded: Coder) -> None:
    [statement] = coded("The minister asked the court not to be swayed by the protests.").statements
    assert statement.cue_text == "asked"


@pytest.mark.parametrize(
    "text",
    [
        f"The Daily News quoted Kenyan President William Ruto as saying that {CLOSED}.",
        f"Kenyan President William Ruto was quoted by the Daily News as saying that {CLOSED}.",
    ],
)
def test_who_quotes_another_says_nothing_himself(coded: Coder, text: str) -> None:
    [statement] = coded(text).statements
    assert statement.speaker
    assert statement.speaker.text == "Kenyan President William Ruto"


def test_a_label_before_a_short_quotation_is_its_speaker(coded: Coder) -> None:
    [statement] = coded('Trucks waited for days. The foreign ministry: "The border will stay closed."').statements
    assert statement.speaker
    assert (statement.speaker.text, statement.kind) == ("The foreign ministry", "direct")
