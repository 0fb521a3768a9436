"""Passages with labelled events and attributions: what every corpus is read into."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from regesta.annotate.acts.passages import words_of
from regesta.model.span import Span


@dataclass(frozen=True)
class Nearby:
    """Who takes part in an event in the words of one sentence; nothing is known of other words and other roles.

    Attributes:
        sentence: The words `[first, end)` of the sentence.
        roles: Word ranges of its actors and recipients.
    """

    sentence: tuple[int, int]
    roles: dict[str, list[tuple[int, int]]]


@dataclass
class Labelled:
    """One event in a passage.

    Attributes:
        types: The possible types; several when the gold merges them.
        trigger: Index of the trigger's word; None when the gold does not say which word it is.
        status: Status; None when unknown.
        mode: Mode; None when it has none, or its status is unknown too; `MODE_UNKNOWN` when only a word was asked.
        roles: Word ranges `[first, end)` by role; None when the gold gives no roles.
        number: Number of the event in its article; words that tell it again share it. None for single sentences.
        avoid: Words that cannot be the trigger, when that is unknown.
        nearby: Who takes part in the words of its sentence, of events without `roles`; None when nobody was asked.
    """

    types: tuple[str, ...]
    trigger: int | None
    status: str | None = None
    mode: str | None = None
    roles: dict[str, list[tuple[int, int]]] | None = None
    number: int | None = None
    avoid: frozenset[int] = frozenset()
    nearby: Nearby | None = None


@dataclass
class Attribution:
    """Something that somebody says or thinks, by the words that tell of it.

    Attributes:
        cue: Word ranges `[first, end)` of its cue, the first of them in front.
        source: Word ranges of who says it.
        content: Word ranges of what is said.
    """

    cue: list[tuple[int, int]]
    source: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass
class Passage:
    """A passage with its events.

    Attributes:
        text: The whole text it stands in.
        span: Its characters.
        words: The spans of its words.
        events: Its events.
        complete: Whether every event is labelled, so that every other word is known to be none.
        nothing: Words known to be no trigger, even where the passage is not `complete`.
        names: Label and words `[first, end)` of each name, from the parser being replaced; None when not looked up.
        attributions: What is said in it; None when nobody looked.
        corpus: Where it comes from.
        key: What its split is drawn by.
    """

    text: str
    span: Span
    words: list[Span]
    events: list[Labelled] = field(default_factory=list)
    complete: bool = True
    nothing: set[int] = field(default_factory=set)
    names: list[tuple[str, tuple[int, int]]] | None = None
    attributions: list[Attribution] | None = None
    corpus: str = ""
    key: str = ""


def passage_id(passage: Passage) -> str:
    """Return the id under which single words of a passage are asked about, by its characters."""
    return hashlib.sha256(passage.span.of(passage.text).encode()).hexdigest()[:16]


def word_at(found: list[Span], start: int, end: int) -> int | None:
    """Return the first word that overlaps characters; None when none does."""
    return next((i for i, word in enumerate(found) if word.start < end and start < word.end), None)


def word_range(found: list[Span], start: int, end: int) -> tuple[int, int] | None:
    """Return the words that characters cover; None when they cover none. The words are in text order."""
    first = bisect_right(found, start, key=lambda word: word.end)
    after = bisect_left(found, end, first, key=lambda word: word.start)
    return (first, after) if first < after else None


def ranges(passage: Passage, spans: list[list[int]]) -> list[tuple[int, int]]:
    """Return the word ranges of spans of characters, as far as they lie in a passage."""
    found = (word_range(passage.words, start, end) for start, end in spans)
    return [r for r in found if r is not None]


def said_in(passage: Passage, said: list[dict[str, Any]]) -> list[Attribution]:
    """Return what is said whose cue stands in a passage."""
    inside = [entry for entry in said if passage.span.start <= entry["cue"][0] < passage.span.end]
    found = [
        Attribution(ranges(passage, [e["cue"]]), ranges(passage, e["source"]), ranges(passage, e["content"]))
        for e in inside
    ]
    return [attribution for attribution in found if attribution.cue]


def add(passage: Passage, event: dict[str, Any], number: int) -> None:
    """Add an annotated event, and the words that tell it again, to the passage they stand in."""
    for index, (start, end) in enumerate([event["trigger"], *event["repeats"]]):
        if not passage.span.start <= start < passage.span.end:
            continue
        trigger = word_at(passage.words, start, end)
        if trigger is None:
            continue
        roles = roles_of(passage, event) if index == 0 else None
        passage.events.append(Labelled((event["type"],), trigger, event["status"], event["mode"], roles, number))


def in_full(passage: Passage, known: dict[str, dict[str, Any]], id_: str) -> bool:
    """Give a passage every event annotated in it; False when nobody annotated it, or it has been given once.

    Args:
        passage: The passage, without events.
        known: What is annotated, by id; what is given is taken out.
        id_: The passage's id there.
    """
    item = known.pop(id_, None)
    if item is None:
        return False
    passage.complete = True
    for number, event in enumerate(item["events"]):
        add(passage, event, number)
    return True


def roles_of(passage: Passage, event: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    """Return the words of the passage that fill each role of an event."""
    spans = {
        "actor": [(a["start"], a["end"]) for a in event["actors"]],
        "recipient": [(r["start"], r["end"]) for r in event["recipients"]],
        "place": [event["place"]["span"]] if event["place"] else [],
        "date": [event["date"]["span"]] if event["date"] and event["date"]["span"] else [],
        "amount": [event["amount"]] if event["amount"] else [],
        "instrument": [event["instrument"]] if event["instrument"] else [],
        "source": [event["according_to"]] if event["according_to"] else [],
    }
    inside = lambda s: passage.span.start <= s[0] and s[1] <= passage.span.end  # noqa: E731 - used twice below
    return {
        role: [r for s in found if inside(s) and (r := word_range(passage.words, *s))] for role, found in spans.items()
    }


def find(text: str, part: str) -> tuple[int, int] | None:
    """Return where a part stands in a text, whatever the spacing between its words."""
    pattern = r"\s*".join(re.escape(token) for token in re.findall(r"\w+|[^\w\s]", part))
    found = re.search(pattern, text) if pattern else None
    return found.span() if found else None


def sentence(text: str, corpus: str) -> Passage:
    """Return one sentence as a passage of its own."""
    span = Span(0, len(text))
    return Passage(text, span, words_of(text, span), corpus=corpus, key=text, complete=False)


def with_parties(passage: Passage, types: tuple[str, ...], actors: list[str], recipients: list[str]) -> None:
    """Add an event whose trigger is unknown and whose parties are given as words."""
    roles: dict[str, list[tuple[int, int]]] = {"actor": [], "recipient": []}
    for role, parts in (("actor", actors), ("recipient", recipients)):
        for part in parts:
            at = find(passage.text, part)
            if at and (found := word_range(passage.words, *at)):
                roles[role].append(found)
    covered = frozenset(i for found in roles.values() for first, end in found for i in range(first, end))
    passage.events.append(Labelled(types, None, roles=roles, avoid=covered))
