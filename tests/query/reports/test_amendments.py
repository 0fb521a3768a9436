from dataclasses import replace

import pytest
from builders import an_article, an_event
from stores import a_register

from regesta.query.reports.amendments import amendment, amendments


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They met.\n\nCorrection: An earlier version gave a wrong day.", "correction"),
        ("They met.\n(Corrects day in first paragraph)", None),
        ("CORRECTED They met on Monday.", "correction"),
        ("They met.\nThis article was amended on 3 May to say who came.", "correction"),
        ("RETRACTION: The report of a meeting was false.", "retraction"),
        ("They met.\nThis story has been withdrawn.", "retraction"),
        ("Corrected for inflation, aid fell.", None),
        ("The correction of the border was agreed.", None),
        ("He said: Correction comes late.", None),
        ("", None),
    ],
)
def test_an_article_that_corrects_or_withdraws_is_known_by_its_note(text: str, kind: str | None) -> None:
    found = amendment(an_article(text))
    assert (found.kind if found else None) == kind
    if found and found.span:
        assert found.span.of(text) == found.words


def test_the_headline_may_hold_the_note() -> None:
    found = amendment(an_article("They met.", title="CORRECTED - Ministers meet"))
    assert found
    assert (found.kind, found.span) == ("correction", None)


def test_the_notes_of_an_entry_are_found_by_article() -> None:
    article = an_article("Poland visited Lithuania.\nCorrection: not on Sunday.")
    with a_register([replace(article, events=(an_event(article),))]) as register:
        (entry,) = register.entries()
        assert amendments(register.view, entry.reports)["a1"].words == "Correction: not on Sunday."
