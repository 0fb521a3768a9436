"""Every entry of every trigger file fires in its own example."""

import pytest

from regesta.annotate.parse import ParseText
from regesta.coding.triggers.triggers import find_triggers
from regesta.model.article import Article
from regesta.ontology.triggers import load_triggers

pytestmark = pytest.mark.model


def test_every_example_shows_its_event_type() -> None:
    entries = {typed.source: typed for group in load_triggers().values() for typed in group}
    articles = [Article(id=source, text=typed.trigger.example) for source, typed in entries.items()]
    silent = []
    for article in ParseText()(articles):
        assert article.parse is not None
        types = {found.typed.event_type for found in find_triggers(article.parse)}
        if entries[article.id].event_type not in types:
            silent.append(f"{article.id}: {article.text}")
    assert silent == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Insurgents target army convoys with roadside bombs.", "explosives"),
        ("Jets targeted army convoys.", "aerial"),
        ("The ministry suspended a news channel.", "censor"),
        ("The army cut a channel for funds to the rebels.", None),
    ],
)
def test_what_stands_beside_a_verb_tells_the_mode(text: str, mode: str | None) -> None:
    [article] = ParseText()([Article(id="a", text=text)])
    assert article.parse is not None
    found = [trigger.typed.trigger.mode for trigger in find_triggers(article.parse)]
    assert (found[:1] or [None]) == [mode]
