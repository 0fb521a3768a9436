"""Asks about single words of passages, and turns the answers into what the network can learn from.

    python training/ask.py questions retold --gold ../shared/gold > retold.txt
    python training/ask.py compile --gold ../shared/gold retold.txt answers.txt > training/data/asked0.jsonl

Needs Regesta's own environment: the shipped network chooses the words. The kinds of questions: `questions.py`.

An answer is one line: `17 | ASSAULT h | the rebels; two gunmen | a convoy`: number; type and status (`h`appened,
`p`lanned, `d`enied, h`y`pothetical) or `none`; actors; recipients, each in the words of the sentence, `-` where nobody
stands there. Of a word that stands there twice, `#2` means the second. To the kinds that give a type it
is not repeated, unless it is another: `17 | the rebels | -`.
"""

import argparse
import json
import re
import sys
from pathlib import Path

from labelled import Passage, passage_id
from labels import TYPES
from questions import KINDS, Question, asked, sentence_of

STATUS_OF = {"h": "happened", "p": "planned", "d": "denied", "y": "hypothetical"}
BEFORE = 260  # characters shown in front of the sentence


def shown(number: int, question: Question) -> str:
    """Return a question as it is read."""
    passage = question.passage
    start, end = sentence_of(passage, question.word)
    word = passage.words[question.word]
    before = passage.text[max(passage.span.start, start - BEFORE) : start].split()
    flat = lambda a, b: " ".join(passage.text[a:b].split())  # noqa: E731 - used below only
    told = f" {question.told.types[0]}: {question.parties}" if question.told else ""
    sentence = f"{flat(start, word.start)} «{word.of(passage.text)}» {flat(word.end, end)}"
    return f"[{number}]{told}\n   {' '.join(before)}\n > {sentence}\n"


def located(passage: Passage, sentence: tuple[int, int], words: str) -> list[int]:
    """Return where words stand in a sentence.

    Raises:
        ValueError: They do not stand there.
    """
    words, nth = re.fullmatch(r"(.*?)(?:#(\d+))?", words, re.DOTALL).groups()  # type: ignore[union-attr] - it always does
    pattern = r"\s+".join(re.escape(part) for part in words.split())
    found = list(re.finditer(rf"(?<!\w){pattern}(?!\w)", passage.text[slice(*sentence)]))
    try:
        at = found[int(nth or 1) - 1]
    except IndexError:
        raise ValueError(f"{words!r} stands nowhere in the sentence") from None
    return [sentence[0] + at.start(), sentence[0] + at.end()]


def answered(question: Question, parts: list[str]) -> dict[str, object]:
    """Return an answer in offsets into its passage.

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
        found[role] = [[at - shift for at in located(passage, sentence, name)] for name in named]
    return found | {"sentence": [sentence[0] - shift, sentence[1] - shift]}


def main() -> None:
    """Write questions, or read answers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("questions", "compile"):
        command = commands.add_parser(name)
        command.add_argument("kind", choices=KINDS)
        command.add_argument("--gold", type=Path, required=True)
        if name == "compile":
            command.add_argument("answers", type=Path, nargs="+")
    options = parser.parse_args()
    questions = asked(options.kind, options.gold)
    if options.command == "questions":
        for number, question in enumerate(questions):
            print(shown(number, question))
        return
    for path in options.answers:
        for line in path.read_text(encoding="utf-8").splitlines():
            number, *parts = line.split("|")
            if not parts:
                continue
            try:
                print(json.dumps(answered(questions[int(number)], parts), ensure_ascii=False))
            except (ValueError, IndexError) as error:
                print(f"{path}: {line}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()
