from dataclasses import replace

import pytest
from builders import a_role, a_statement, an_article
from stores import filled

from regesta.model.event import Role
from regesta.model.span import Span
from regesta.store.descriptions import description_key, is_described
from regesta.store.filters import StatementFilter


def a_speaker(words: str, **actor: str | None) -> Role:
    article = an_article(f"{words} said so.")
    found = a_role(article, "speaker", words)
    assert found.actor
    return replace(found, span=Span(0, len(words)), actor=replace(found.actor, **actor))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Kenya's foreign minister", "foreign minister"),
        ("Kenya's foreign minister", "Minister"),
        ("the foreign minister of Kenya", "foreign minister"),
        ("a Turkish army general", "general"),
        ("the Latvian minister of defence", "minister of defence"),
        ("two diplomats from Oman", "two diplomats"),
        ("Oman's deputy prime minister", "deputy prime minister"),
        ("Oman's deputy prime minister", "minister"),
        ("the vice president", "Vice President"),
        ("a former prime minister, now an analyst", "analyst"),
        ("Señor ministro", "senor MINISTRO"),
    ],
)
def test_somebody_is_found_by_the_end_of_a_description(words: str, asked: str) -> None:
    assert is_described(a_speaker(words), asked)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("the minister's aide", "minister"),
        ("a spokesman for the foreign minister", "foreign minister"),
        ("a spokesman for the foreign minister", "minister"),
        ("Oman's deputy prime minister", "prime minister"),
        ("a former chancellor", "chancellor"),
        ("the vice president", "president"),
        ("a police officer", "police"),
        ("ministers", "minister"),
        ("the minister", "foreign minister"),
        ("the minister", "the"),
        ("the minister", " - "),
        ("the minister", ""),
        ("the minister", "|"),
    ],
)
def test_what_somebody_else_is_finds_nobody(words: str, asked: str) -> None:
    assert not is_described(a_speaker(words), asked)


def test_the_office_counts_whatever_the_words_and_a_name_is_no_description() -> None:
    named = {"name": "Ana Berg", "entity": "person:ana-berg", "office": "Secretary of State"}
    assert is_described(a_speaker("Berg", **named), "secretary of state")
    assert not is_described(a_speaker("Berg", **named), "Berg")
    assert not is_described(a_speaker("President Berg", **named), "president berg")
    assert is_described(a_speaker("he", name="presiding judge"), "judge")


def test_descriptions_of_one_actor_stand_side_by_side_each_once() -> None:
    roles = [a_speaker("the minister", office="Minister"), a_speaker("the envoy")]
    assert description_key(roles) == " minister | envoy |"
    assert description_key([replace(roles[0], actor=None)]) == ""


def test_state_and_description_are_those_of_one_speaker() -> None:
    article = an_article()
    said = a_statement(article, speaker="Poland")
    other = a_role(article, "speaker", "minister", iso3="SWE", office="foreign minister")
    store = filled([replace(article, statements=(replace(said, co_speakers=(other,)),))])
    with store.view() as view:
        assert view.count(StatementFilter(speaker="POL", described="foreign minister")) == 0
        assert view.count(StatementFilter(speaker="SWE", described="foreign minister")) == 1
