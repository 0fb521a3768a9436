"""Asks about single words of passages, and turns the answers into what the network can learn from.

    PYTHONPATH=. python training/ask.py questions unsure --gold ../shared/gold > questions.txt
    PYTHONPATH=. python training/ask.py compile unsure --gold ../shared/gold answers.txt > asked6-unsure.jsonl

Needs Regesta's own environment: the shipped network chooses the words, and the answers are compiled with the same. The
kinds of questions: `questions.py`. What is compiled belongs into `training/data`.

An answer is one line, `5d0b1c77e2 | ASSAULT h | the rebels; two gunmen | a convoy`: id; type and status (h, p, d or y:
happened, planned, denied, hypothetical) or `none`; actors; recipients, each in the words of the sentence, `-` where
nobody stands there. Of a word that stands there twice, `#2` means the second. To the kinds that give a type it is not
repeated, unless it is another: `5d0b1c77e2 | the rebels | -`.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from labelled import passage_id
from labels import TYPES
from questions import CHOICES, WordQuestion, questions_of, sentence_of

STATUS_OF = {"h": "happened", "p": "planned", "d": "denied", "y": "hypothetical"}
BEFORE = 260  # characters shown in front of the sentence


def shown(question: WordQuestion) -> str:
    """Return a question as it is read."""
    passage = question.passage
    start, end = sentence_of(passage, question.word)
    word = passage.words[question.word]
    before = passage.text[max(passage.span.start, start - BEFORE) : start].split()
    flat = lambda a, b: " ".join(passage.text[a:b].split())  # noqa: E731 - used below only
    told = f" {question.told.types[0]}: {question.parties or 'who?'}" if question.told else ""
    sentence = f"{flat(start, word.start)} «{word.of(passage.text)}» {flat(word.end, end)}"
    return f"[{question.id}]{told}\n   {' '.join(before)}\n > {sentence}\n"


def located(text: str, sentence: tuple[int, int], words: str) -> list[int]:
    """Return `[start, end]` of words in a text.

    Args:
        text: The text.
        sentence: The characters of it to look in.
        words: The words; behind them may stand `#2` for where they stand for the second time.

    Raises:
        ValueError: They do not stand there.
    """
    words, nth = re.fullmatch(r"(.*?)(?:#(\d+))?", words, re.DOTALL).groups()  # type: ignore[union-attr] - it always does
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", text[slice(*sentence)]))
    try:
        at = dict(enumerate(found, 1))[int(nth or 1)]
    except KeyError:
        raise ValueError(f"{words!r} stands nowhere in the sentence") from None
    return [sentence[0] + at.start(), sentence[0] + at.end()]


def answered(question: WordQuestion, parts: list[str]) -> dict[str, object]:
    """Return an answer in offsets into its passage, as `training/data/asked*.jsonl` holds it.

    Args:
        question: What was asked.
        parts: What stands behind the id, cut at the bars.

    Raises:
        ValueError: The answer cannot be read.
    """
    passage = question.passage
    sentence = sentence_of(passage, question.word)
    shift = passage.span.start
    word = passage.words[question.word]
    found: dict[str, object] = {"passage": passage_id(passage), "word": [word.start - shift, word.end - shift]}
    if parts[0].strip() == "none":
        return found | {"type": None}
    if question.told is None or len(parts) == 3:
        kind, _, status = parts[0].strip().partition(" ")
        if kind not in TYPES or status.strip() not in STATUS_OF:
            raise ValueError(f"{parts[0]!r} is no type and status")
        found |= {"type": kind, "status": STATUS_OF[status.strip()]}
        parts = parts[1:]
    else:
        found |= {"type": question.told.types[0], "status": question.told.status}
    if len(parts) != 2:
        raise ValueError("not actors and recipients")
    for role, part in zip(("actors", "recipients"), parts, strict=True):
        named = [name.strip() for name in part.split(";") if name.strip() not in {"", "-"}]
        found[role] = [[at - shift for at in located(passage.text, sentence, name)] for name in named]
    return found | {"sentence": [sentence[0] - shift, sentence[1] - shift]}


def read_line(line: str, questions: dict[str, WordQuestion]) -> dict[str, object]:
    """Return the answer on a line.

    Raises:
        ValueError: It cannot be read, or nobody asks that.
    """
    id_, *parts = line.split("|")
    if not parts:
        raise ValueError("no answer; write id | none, or id | TYPE s | actors | recipients")
    if id_.strip() not in questions:
        raise ValueError(f"nobody asks {id_.strip()}: answered before, or asked by another network")
    return answered(questions[id_.strip()], parts)


def main() -> None:
    """Write questions, or read answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("questions", "compile"):
        command = commands.add_parser(name)
        command.add_argument("kind", choices=CHOICES)
        command.add_argument("--gold", type=Path, required=True)
        if name == "compile":
            command.add_argument("answers", type=Path, nargs="+")
    options = parser.parse_args()
    questions = questions_of(options.kind, options.gold)
    if options.command == "questions":
        print("\n".join(shown(question) for question in questions.values()))
        return
    wrong = 0
    for path in options.answers:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                print(json.dumps(read_line(line, questions), ensure_ascii=False))
            except ValueError as error:
                wrong += 1
                print(f"{path}:{number}: {error}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
