"""Blocks of statements: keys that two reports of one utterance share, so that only they are compared."""

import zlib
from collections.abc import Iterator
from datetime import date

from regesta.dedupe.block import surname_key, windows
from regesta.dedupe.wording import read_wording
from regesta.model.event import Role
from regesta.model.statement import Statement

WINDOW_DAYS = 8  # reports whose days differ by up to half of it always share a window
SKETCH_WORDS = 6  # of a longer statement; see `sketch`


def statement_block_keys(statement: Statement, published: date | None) -> tuple[str, ...]:
    """Return the block keys of a statement, sorted: a speaker, a window of days, and mostly one of its words.

    Args:
        statement: The statement; one without a speaker has no keys.
        published: Publication day of its article; None when unknown.
    """
    days = windows(published, WINDOW_DAYS)
    words = sketch(read_wording(statement.content_text).meanings)
    return tuple(
        sorted({f"{key}|{day}" for role in statement.speakers for key in speaker_keys(role, words) for day in days})
    )


def speaker_keys(speaker: Role, words: tuple[str, ...]) -> Iterator[str]:
    """Yield what a speaker is blocked by.

    A person by the surname alone, for one person does not say so much in a few days; and everybody by the state, else
    the name, with each of some words: one report names the minister, another the ministry.
    """
    if surname := surname_key(speaker):
        yield surname
    actor = speaker.actor
    state = actor.state if actor else None
    name = state or (actor.entity if actor else None) or (actor.name if actor else speaker.text).lower()
    yield from (f"{name}|{word}" for word in words)


def sketch(words: frozenset[str]) -> tuple[str, ...]:
    """Return a few of some words, chosen so that two lists with much in common mostly share one of the few.

    Source:
        Bottom-k sketches: Broder 1997, "On the resemblance and containment of documents".
    """
    return tuple(sorted(words, key=lambda word: (zlib.crc32(word.encode()), word))[:SKETCH_WORDS])
