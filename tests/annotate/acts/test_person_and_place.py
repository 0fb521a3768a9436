"""A person's name ends before the "of" of a place, however the network reads the two."""

import pytest

import regesta
from regesta.annotate.acts.names import entity_column
from regesta.model.parse import Parse
from regesta.model.span import Span

NORWEGIAN = "Minister Ana Berg of Norway met Chad's premier."


def column(parse: Parse, kind: str, start: int, end: int) -> list[str]:
    return [label for label in entity_column(parse, [(kind, Span(start, end))]) if label]


@pytest.mark.model
@pytest.mark.parametrize(
    ("kind", "words", "labels"),
    [
        ("PERSON", "Ana Berg of Norway", ["B-PERSON", "I-PERSON", "B-GPE"]),
        ("PERSON", "Ana Berg of", ["B-PERSON", "I-PERSON"]),
        ("PERSON", "Berg of Norway", ["B-PERSON", "I-PERSON", "I-PERSON"]),  # as "Prince of Wales"
        ("ORG", "Ana Berg of Norway", ["B-ORG", "I-ORG", "I-ORG", "I-ORG"]),
    ],
)
def test_what_is_read_as_one_name_is_a_person_and_a_place(kind: str, words: str, labels: list[str]) -> None:
    parse = regesta.code(NORWEGIAN).parse
    assert parse is not None
    start = NORWEGIAN.index(words)
    assert column(parse, kind, start, start + len(words)) == labels


@pytest.mark.model
def test_who_is_named_of_a_state_is_of_it() -> None:
    (event,) = regesta.code("Foreign Minister Ana Berg of Norway met Chad's premier on Monday.").events
    assert ("Ana Berg", "NOR") in {(role.actor.name, role.actor.state) for role in event.actors if role.actor}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "read", "whole"),
    [
        ("President Moon Jae-in of South Korea spoke.", "Moon Jae-", "Moon Jae-in"),
        ("President Moon Jae-in of South Korea spoke.", "Moon Jae", "Moon Jae-in"),
        ("The Ana Berg-led government met rebels.", "Ana Berg", "Ana Berg"),
        ("The Ana Berg-era laws are gone.", "Ana Berg", "Ana Berg"),
        ("The Berg-in crisis is over.", "Berg", "Berg"),
    ],
)
def test_a_persons_name_ends_with_its_word(text: str, read: str, whole: str) -> None:
    parse = regesta.code(text).parse
    assert parse is not None
    start = text.index(read)
    labels = entity_column(parse, [("PERSON", Span(start, start + len(read)))])
    inside = [token for token, label in enumerate(labels) if label]
    assert parse.span(inside[0], inside[-1]).of(text) == whole
