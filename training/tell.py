"""Annotates every telling of every event of a text, one line each, with who takes part in its own sentence.

    python training/tell.py show TEXTS                 texts with numbered sentences
    python training/tell.py compile TEXTS ANSWERS      offsets, as JSON lines; with --own behind, the text, too

TEXTS is JSONL with `id` and `text`. An answer is one line,
`7.2 | ASSAULT h | killed | gunmen; two men | a convoy | e1*`:
number of the text in TEXTS and of the sentence; type and status (h, p, d or y: happened, planned, denied,
hypothetical); the word that tells it; actors and recipients in the words of that sentence, `-` where it names nobody;
and, of what is told more than once, a label that its tellings share, with `*` behind it where it is told most clearly.
Of a word that stands twice in the sentence, `#2` means the second. `7 | none` is a text without any event.

What is compiled belongs into `data/tellings-*.jsonl`, with its text only where that is our own; `every_telling.py`
reads it.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotate import sentences
from ask import STATUS_OF, located
from labels import TYPES

NUMBER = re.compile(r"(\d+)(?:\.(\d+))?")
LABEL = re.compile(r"(e\d+)(\*?)")
OWN = "--own"
WORDS = {"show": 2, "compile": 3}  # how many a command has at least, its name counted
Item = dict[str, Any]


class Wrong(Exception):
    """An answer that cannot be read; the message says why."""


def telling(text: str, bounds: tuple[int, int], parts: list[str]) -> tuple[str, Item]:
    """Return the label of a telling, empty for what is told once, and the telling with offsets.

    Args:
        text: The text.
        bounds: Its sentence.
        parts: What stands behind the number, cut at the bars.

    Raises:
        Wrong: The answer cannot be read.
    """
    kind, _, status = parts[0].partition(" ")
    if kind not in TYPES or status not in STATUS_OF or len(parts) not in {4, 5}:
        raise Wrong(f"{' | '.join(parts)!r}: write TYPE s | trigger | actors | recipients | label")
    label = LABEL.fullmatch(parts[4]) if len(parts) == 5 else None
    try:
        word = located(text, bounds, parts[1])
        actors, recipients = (
            [located(text, bounds, words.strip()) for words in named.split(";")] if named != "-" else []
            for named in parts[2:4]
        )
    except ValueError as wrong:
        raise Wrong(str(wrong)) from None
    found = {"type": kind, "status": STATUS_OF[status], "trigger": word, "sentence": list(bounds)}
    found |= {"actors": actors, "recipients": recipients, "cited": label is None or label[2] == "*"}
    return (label[1] if label else ""), found


def compiled(texts: list[Item], answers: Path) -> Iterator[Item]:
    """Yield each text that was answered about with its events, each a list of its tellings.

    Raises:
        Wrong: An answer cannot be read.
    """
    told: dict[int, dict[str, list[Item]]] = {}
    for line in filter(str.strip, answers.read_text(encoding="utf-8").splitlines()):
        number, *parts = (part.strip() for part in line.split("|"))
        if not (where := NUMBER.fullmatch(number)) or int(where[1]) >= len(texts):
            raise Wrong(f"{line!r} begins with no number of a text")
        events = told.setdefault(int(where[1]), {})
        if parts != ["none"]:
            text, nth = texts[int(where[1])]["text"], int(where[2] or 0)
            bounds = sentences(text)
            if nth >= len(bounds):
                raise Wrong(f"{line!r}: text {where[1]} has {len(bounds)} sentences, numbered from 0")
            label, found = telling(text, bounds[nth], parts)
            events.setdefault(label or f"line {line}", []).append(found)
    for number, events in sorted(told.items()):
        yield {"id": texts[number]["id"], "events": list(events.values())}


def main(argv: list[str]) -> int:
    """Run a command; see the top of this file."""
    if len(argv) < WORDS.get(argv[0] if argv else "", len(argv) + 1):
        print(__doc__)
        return 2
    texts = [json.loads(line) for line in Path(argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    if argv[0] == "show":
        for number, item in enumerate(texts):
            for nth, (start, end) in enumerate(sentences(item["text"])):
                print(f"{number}.{nth} {' '.join(item['text'][start:end].split())}")
        return 0
    own = {item["id"]: item for item in texts} if OWN in argv else {}
    try:
        items = [own.get(item["id"], {}) | item for item in compiled(texts, Path(argv[2]))]
    except Wrong as wrong:
        print(wrong, file=sys.stderr)
        return 1
    for item in items:
        print(json.dumps(item, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
