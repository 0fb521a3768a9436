"""Passages with gold, made by hand, for tests of what the network learns from them."""

from batches import Encoded
from labelled import Labelled, Passage
from lessons import Lesson, lesson_of

from regesta.annotate.acts.passages import words_of
from regesta.model.span import Span

TALKS = "Norway hosted envoys in Oslo."
SHORT = "They left."


def a_passage(text: str = TALKS, *events: Labelled, **more: object) -> Passage:
    """Return a passage of one sentence, of which every event is labelled unless `complete` says otherwise."""
    span = Span(0, len(text))
    return Passage(text, span, words_of(text, span), list(events), **{"corpus": "own", **more})  # type: ignore[arg-type]


def encoded(passage: Passage) -> Encoded:
    """Return a passage with one word piece for each word, between the marks of begin and end."""
    count = len(passage.words)
    return Encoded(passage, [101, *(1000 + i for i in range(count)), 102], list(range(1, count + 1)))


def a_lesson(*passages: Passage) -> Lesson:
    """Return passages as a batch."""
    return lesson_of([encoded(passage) for passage in passages])


def hosted(**more: object) -> Labelled:
    """Return the event of `TALKS`, with all that may be known of it."""
    known = {
        "status": "happened",
        "mode": "meet",
        "roles": {"actor": [(0, 1)], "recipient": [(2, 3)], "place": [(4, 5)]},
    }
    return Labelled(("CONSULT",), 1, **{**known, **more})  # type: ignore[arg-type]


def somewhere_in_it(*types: str, **more: object) -> Labelled:
    """Return an event of which the gold does not say at which word it is told."""
    return Labelled(types, None, **more)  # type: ignore[arg-type]
