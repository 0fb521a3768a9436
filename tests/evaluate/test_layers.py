"""What an article with attributions adds to the scores of quotes."""

from typing import Any

from regesta.evaluate.layers import tally_quotes

Json = dict[str, Any]
TEXT = '"We will open the lock," Berg said. "And the gate," Holm added.'


def spans(words: str) -> list[list[int]]:
    start = TEXT.index(words)
    return [[start, start + len(words)]]


def attribution(content: str, source: str) -> Json:
    return {"content": [{"spans": spans(content)}], "source": [{"spans": spans(source)}]}


def statement(content: str, speaker: str, kind: str = "direct") -> Json:
    def part(words: str) -> Json:
        ((start, end),) = spans(words)
        return {"start": start, "end": end}

    return {"kind": kind, "content": [part(content)], "speaker": part(speaker), "cue": None}


def test_precision_of_direct_quotes_counts_those_coded_and_recall_those_of_the_gold() -> None:
    gold = {"text": TEXT, "attributions": [attribution('"We will open the lock,"', "Berg")]}
    coded = {
        "statements": [
            statement("We will open the lock", "Berg"),
            statement("And the gate", "Holm"),
            statement("We will open the lock", "Holm"),
            statement("We will open the lock", "Berg", kind="indirect"),
        ]
    }
    tally = tally_quotes(gold, coded)
    assert (tally["", "direct_with_speaker_precision", "right"], tally["", "direct_with_speaker_precision", "of"]) == (
        1,
        3,
    )
    assert (tally["", "direct_with_speaker_recall", "right"], tally["", "direct_with_speaker_recall", "of"]) == (1, 1)
