"""Turn annotations as people write them into offsets, and say what is wrong with them.

    python training/annotate.py show ARTICLES [ID ...]           the articles, sentences numbered
    python training/annotate.py check WRITTEN [ARTICLES]         what is wrong; exit code 1 when anything is
    python training/annotate.py compile WRITTEN [ARTICLES]       offsets, as JSON lines, on standard output

A written annotation points at words: `s3:visited` is "visited" in sentence 3 of the article, `s3:visited#2` the second
"visited" there; an item with a text of its own (WRITTEN without ARTICLES) may be one sentence, and then needs no `s0:`.
`s3:We will ... s4:the end` is everything from the first words to the last. With ARTICLES only offsets are written, no
text: the annotation stands off from articles that are not ours to copy, or that stand in another file.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from regesta.model.event import Status
from regesta.ontology.event_types import load_ontology

MODES = {name: set(event_type.modes) for name, event_type in load_ontology().event_types.items()}
STATUSES = set(get_args(Status))
SECTORS = {
    "GOV", "MIL", "COP", "LEG", "JUD", "PTY", "OPP", "REB", "CVL", "BUS", "MED", "EDU", "IGO", "NGO", "SPY", "UNK",
}  # fmt: skip
EXTRA_MODES = {"insurrection"}
FIELDS = {
    "type", "mode", "status", "trigger", "repeats", "actors", "recipients", "date", "place", "amount", "instrument",
    "according_to",
}  # fmt: skip
SAID_FIELDS = {"source", "cue", "content"}
REACH = " ... "  # between the first and the last words of a long span
POINTER = re.compile(r"(?:s(\d+):)?(.+?)(?:#(\d+))?", re.DOTALL)
SENTENCE_START = re.compile(r"(?<=[.!?”\"])\s+(?=[\"“A-Z])|\n+")


class Wrong(Exception):
    """An annotation that cannot be read; the message says why."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the bounds of the numbered sentences of a text."""
    starts = [0, *(found.end() for found in SENTENCE_START.finditer(text))]
    return [
        (start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True) if text[start:end].strip()
    ]


def locate(text: str, pointer: object) -> list[int]:
    """Return `[start, end]` of the words a pointer names.

    Raises:
        Wrong: The words are not there.
    """
    if isinstance(pointer, str) and REACH in pointer:
        return reaching(text, *pointer.split(REACH, 1))
    if not isinstance(pointer, str) or not (parts := POINTER.fullmatch(pointer)):
        raise Wrong(f"{pointer!r} points at nothing; write s3:words")
    number, words, nth = parts.groups()
    bounds = sentences(text)
    if number is not None and int(number) >= len(bounds):
        raise Wrong(f"{pointer!r}: there is no sentence {number}")
    start, end = bounds[int(number)] if number is not None else (0, len(text))
    at = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text[start:end])]
    if len(at) < int(nth or 1):
        raise Wrong(f"{pointer!r}: these words stand there {len(at)} times, in {text[start:end]!r}")
    begin = start + at[int(nth or 1) - 1]
    return [begin, begin + len(words)]


def reaching(text: str, first: str, last: str) -> list[int]:
    """Return `[start, end]` from some words to others; the last, without a sentence, are sought behind the first.

    Raises:
        Wrong: The words are not there, or stand in the wrong order.
    """
    start, after = locate(text, first)
    own_sentence = re.match(r"s\d+:", last)
    end = locate(text, last)[1] if own_sentence else after + locate(text[after:], last)[1]
    if end <= after:
        raise Wrong(f"{last!r} stands before {first!r}")
    return [start, end]


def party(text: str, written: Any) -> dict[str, Any]:
    """Return an actor or recipient with offsets; written as `[pointer, iso3, sector]` or as a pointer alone.

    Raises:
        Wrong: Its words are not there, or its state or sector is none.
    """
    pointer, iso3, sector = (*written, None, None)[:3] if isinstance(written, list) else (written, None, None)
    if iso3 is not None and not re.fullmatch(r"[A-Z]{3}", iso3):
        raise Wrong(f"{iso3!r} is no ISO 3166 alpha-3 code, IGO or NGO")
    if sector is not None and sector not in SECTORS:
        raise Wrong(f"{sector!r} is no sector; one of {' '.join(sorted(SECTORS))}")
    start, end = locate(text, pointer)
    return {"start": start, "end": end, "iso3": iso3, "sector": sector}


def dated(text: str, written: Any) -> dict[str, Any] | None:
    """Return a date with the offsets of its expression.

    Written as null, "2005-11-16", "2005-11-01/2005-11-30", or one of these and a pointer: `[date, pointer]`.

    Raises:
        Wrong: It is no date, or its words are not there.
    """
    if written is None:
        return None
    value, pointer = written if isinstance(written, list) else (written, None)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?", str(value)):
        raise Wrong(f"{value!r} is no date; write 2005-11-16 or 2005-11-01/2005-11-30")
    start, _, end = str(value).partition("/")
    return {"start": start, "end": end or start, "span": locate(text, pointer) if pointer else None}


def placed(text: str, written: Any) -> dict[str, Any] | None:
    """Return a place with offsets; written as null or `[pointer, iso3]`.

    Raises:
        Wrong: It is written in another way, its words are not there, or its state is none.
    """
    if written is None:
        return None
    if not (isinstance(written, list) and len(written) == 2):
        raise Wrong(f"place {written!r}: write [pointer, iso3]")
    if written[1] is not None and not re.fullmatch(r"[A-Z]{3}", written[1]):
        raise Wrong(f"{written[1]!r} is no ISO 3166 alpha-3 code")
    return {"span": locate(text, written[0]), "iso3": written[1]}


def event(text: str, written: dict[str, Any]) -> dict[str, Any]:
    """Return one event with offsets.

    Raises:
        Wrong: A field is unknown, or a value does not hold.
    """
    if unknown := set(written) - FIELDS:
        raise Wrong(f"unknown fields {sorted(unknown)}")
    type_, mode, status = written.get("type"), written.get("mode"), written.get("status", "happened")
    if type_ not in MODES:
        raise Wrong(f"{type_!r} is no event type")
    if mode is not None and mode not in MODES[type_] | EXTRA_MODES:
        raise Wrong(f"{mode!r} is no mode of {type_}; one of {sorted(MODES[type_])}")
    if status not in STATUSES:
        raise Wrong(f"{status!r} is no status")
    return {
        "type": type_,
        "mode": mode,
        "status": status,
        "trigger": locate(text, written.get("trigger")),
        "repeats": [locate(text, pointer) for pointer in written.get("repeats") or ()],
        "actors": [party(text, actor) for actor in written.get("actors") or ()],
        "recipients": [party(text, recipient) for recipient in written.get("recipients") or ()],
        "date": dated(text, written.get("date")),
        "place": placed(text, written.get("place")),
        **{
            name: locate(text, written[name]) if written.get(name) else None
            for name in ("amount", "instrument", "according_to")
        },
    }


def said(text: str, written: dict[str, Any]) -> dict[str, Any]:
    """Return something said with offsets: its one cue, and the spans of its source and content.

    Raises:
        Wrong: A field is unknown, or there is no cue.
    """
    if unknown := set(written) - SAID_FIELDS:
        raise Wrong(f"unknown fields {sorted(unknown)}")
    spans = {name: [locate(text, pointer) for pointer in listed(written.get(name))] for name in ("source", "content")}
    return {"cue": locate(text, written.get("cue")), **spans}


def listed(written: Any) -> list[Any]:
    """Return what is written as a list, alone or not at all, as a list."""
    return written if isinstance(written, list) else [] if written is None else [written]


READ = {"events": event, "said": said}
"""What an item may hold lists of, and what reads an entry of each."""
NOUNS = {"events": "event", "said": "said"}


def compiled(written: Path, articles: dict[str, str] | None) -> Iterator[tuple[dict[str, Any] | None, str]]:
    """Yield each item with offsets, or None with what is wrong with it."""
    seen = set()
    for number, line in enumerate(written.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{written}:{number}"
        try:
            item = json.loads(line)
            text = item.get("text") if articles is None else articles.get(item["id"])
            if text is None:
                raise Wrong(f"no text of {item.get('id')}")
            if item.get("id") in seen:
                raise Wrong(f"{item['id']} stands there twice")
            seen.add(item.get("id"))
            if not READ.keys() & item.keys():
                raise Wrong(f"{item.get('id')} has neither events nor said")
            found: dict[str, list[dict[str, Any]]] = {name: [] for name in READ if name in item}
            for name, entries in found.items():
                for index, entry in enumerate(item[name]):
                    try:
                        entries.append(READ[name](text, entry))
                    except Wrong as wrong:
                        yield None, f"{where}: {item.get('id')}: {NOUNS[name]} {index}: {wrong}"
            # What stands off copies nothing.
            left_out = READ.keys() if articles is None else {*READ, "text", "title", "published"}
            yield {**{key: item[key] for key in item if key not in left_out}, **found}, where
        except (json.JSONDecodeError, KeyError, TypeError, Wrong) as wrong:
            yield None, f"{where}: {type(wrong).__name__} {wrong}"


def read_articles(path: str) -> dict[str, str]:
    """Return the text of each article of a JSONL file by id."""
    with Path(path).open(encoding="utf-8") as lines:
        return {str(item["id"]): item["text"] for item in map(json.loads, lines)}


def show(path: str, ids: list[str]) -> None:
    """Print articles with numbered sentences."""
    with Path(path).open(encoding="utf-8") as lines:
        for item in map(json.loads, lines):
            if ids and str(item["id"]) not in ids:
                continue
            print(f"=== {item['id']}  published {item.get('published')}  title: {item.get('title')}")
            for number, (start, end) in enumerate(sentences(item["text"])):
                print(f"s{number}: {item['text'][start:end].strip()}")
            print()


def main(argv: list[str]) -> int:
    """Run a command; see the top of this file."""
    if len(argv) < 2 or argv[0] not in {"show", "check", "compile"}:
        print(__doc__)
        return 2
    if argv[0] == "show":
        show(argv[1], argv[2:])
        return 0
    articles = read_articles(argv[2]) if len(argv) > 2 else None
    items: list[dict[str, Any]] = []
    wrong = 0
    for item, message in compiled(Path(argv[1]), articles):
        if item is None:
            wrong += 1
            print(message, file=sys.stderr)
            continue
        items.append(item)
        if argv[0] == "compile":
            print(json.dumps(item, ensure_ascii=False))
    events, told = (sum(len(item.get(name, ())) for item in items) for name in READ)
    print(f"{len(items)} items, {events} events, {told} said, {wrong} wrong", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
