"""What was answered about single words of passages (`ask.py`), as labels that the network learns."""

from collections.abc import Iterable
from typing import Any

from corpora import HERE, lines
from labelled import Labelled, Nearby, Passage, passage_id, word_range
from labels import MODE_UNKNOWN, WITHOUT_TRIGGERS

from regesta.evaluate.held_out import is_held_out

CORPUS = "asked"  # of passages of which nobody has said more than what was asked


def heed(passages: Iterable[Passage]) -> None:
    """Write what was answered about single words of passages that are learned from into their labels.

    Of two answers about one word that of the later file holds. A passage that nobody annotated becomes of the corpus
    "asked": of its other words it is learned only that those which the network takes for no trigger are none.
    """
    answers: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((HERE / "data").glob("asked*.jsonl")):
        for answer in lines(path):
            answers.setdefault(answer["passage"], []).append(answer)
    for passage in passages:
        if not is_held_out(passage.key):
            for answer in answers.get(passage_id(passage), []):
                heed_one(passage, answer)


def heed_one(passage: Passage, answer: dict[str, Any]) -> None:
    """Write one answer into a passage's labels.

    A word that is no act loses every event told there. An act of a type that is told there keeps its event, whose
    parties in the sentence are those of the answer; one of another type takes the place of what was told there.
    """
    if passage.corpus in WITHOUT_TRIGGERS:
        passage.corpus = CORPUS
    at = lambda span: word_range(passage.words, *(passage.span.start + offset for offset in span))  # noqa: E731 - used below only
    where = at(answer["word"])
    if where is None:
        return
    word = where[0]
    others = [event for event in passage.events if event.trigger != word]
    if answer["type"] is None:
        passage.events = others
        passage.nothing.add(word)
        return
    passage.nothing.discard(word)
    types, sentence = (answer["type"],), at(answer["sentence"])
    named = {role[:-1]: [r for span in answer[role] if (r := at(span))] for role in ("actors", "recipients")}
    event = next((e for e in passage.events if e.trigger == word and e.types == types), None)
    if event is None:
        event = Labelled(types, word, mode=MODE_UNKNOWN)
        passage.events = [*others, event]
    event.status = answer["status"] or event.status
    if event.roles is not None and sentence:
        event.roles = event.roles | {r: apart(event.roles[r], sentence) + found for r, found in named.items()}
    elif sentence:
        event.nearby = Nearby(sentence, named)


def apart(found: list[tuple[int, int]], sentence: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the word ranges that do not begin in a sentence."""
    return [words for words in found if not sentence[0] <= words[0] < sentence[1]]
