"""What was answered about single words of passages (`ask.py`), as labels that the network learns."""

from collections.abc import Iterable
from typing import Any

from corpora import HERE, lines
from labelled import Labelled, Nearby, Passage, passage_id, word_range
from labels import ASKED, WITHOUT_TRIGGERS


def heed(passages: Iterable[Passage]) -> None:
    """Write what was answered about single words of passages (`training/ask.py`) into their labels.

    A passage that nobody annotated, and of which words were asked, becomes of the corpus "asked".
    """
    answers: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((HERE / "data").glob("asked*.jsonl")):
        for answer in lines(path):
            answers.setdefault(answer["passage"], []).append(answer)
    for passage in passages:
        for answer in answers.get(passage_id(passage), []):
            heed_one(passage, answer)


def heed_one(passage: Passage, answer: dict[str, Any]) -> None:
    """Write one answer into a passage's labels."""
    if passage.corpus in WITHOUT_TRIGGERS:
        passage.corpus = "asked"
    at = lambda span: word_range(passage.words, *(passage.span.start + offset for offset in span))  # noqa: E731
    word, _ = at(answer["word"]) or (None, None)
    if word is None:
        return
    others = [event for event in passage.events if event.trigger != word]
    event = next((event for event in passage.events if event.trigger == word), None)
    if answer["type"] is None:
        passage.events = others
        passage.nothing.add(word)
        return
    sentence = at(answer["sentence"])
    roles = {role[:-1]: [r for span in answer[role] if (r := at(span))] for role in ("actors", "recipients")}
    nearby = Nearby(sentence, roles) if sentence else None
    types = (answer["type"],)
    if event is None or event.types != types:
        passage.events = [*others, Labelled(types, word, answer["status"], ASKED, nearby=nearby)]
    elif event.roles is None:
        event.nearby = nearby
    elif sentence:
        inside = lambda r: sentence[0] <= r[0] < sentence[1]  # noqa: E731
        event.roles |= {role: [r for r in event.roles[role] if not inside(r)] + named for role, named in roles.items()}
