"""Reads every training corpus into passages with labelled events.

Public corpora lie in a folder beside the repository and are never copied; where they are absent they are left out.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from labelled import (
    Attribution,
    Labelled,
    Passage,
    add,
    in_full,
    ranges,
    said_in,
    sentence,
    with_parties,
    word_range,
)
from labels import QUAD_TYPES

from regesta.annotate.acts.passages import passages, words_of
from regesta.model.span import Span

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
NAMES = HERE / "build" / "names.jsonl"
SENTENCE_CHARS = 300  # at most, of an item that is no article
REUTERS = 2  # every second of its stories: most are about markets
APPEALS = re.compile(
    r"\b(urg|call(ed|s|ing)? (on|for)|call on|appeal|ask|plea|request|demand|seek|press|call(ed|s)? \w+ \w+)",
    re.IGNORECASE,
)
ATTACKS = re.compile(r"\b(attack|bomb|kill|assault|sabotage|arson|raid|shot|shoot)", re.IGNORECASE)


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the items of a JSONL file, compressed or not; none when it is absent."""
    if not path.exists():
        return []
    text = (gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()).decode()
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def annotated(items: Iterable[dict[str, Any]], texts: dict[str, str] | None, corpus: str) -> Iterator[Passage]:
    """Yield the passages of items annotated as `training/annotate.py` compiles them, with what is said in them."""
    speech = {id_: found["said"] for id_, found in annotated_ids("speech").items()}
    for item in items:
        text = item["text"] if texts is None else texts[item["id"]]
        said = item.get("said", speech.get(item["id"]))
        for span in passages(text):
            passage = Passage(text, span, words_of(text, span), corpus=corpus, key=str(item["id"]))
            if said is not None:
                passage.attributions = said_in(passage, said)
            for number, event in enumerate(item["events"]):
                add(passage, event, number)
            yield passage


def sentence_id(text: str) -> str:
    """Return the id under which a sentence of others is annotated, since it stands nowhere in our own files."""
    return "s" + hashlib.sha256(text.encode()).hexdigest()[:12]


def campaign_id(name: str) -> str:
    """Return the id under which an article of PolNeAR is annotated, since its name has words of its title."""
    return "p" + hashlib.sha256(name.encode()).hexdigest()[:12]


def newslike() -> Iterator[dict[str, Any]]:
    """Yield the annotated items but articles of practice: what learns how often a word is an act reads no others.

    Single sentences of practice are as dense as those that somebody picks out; its articles are far denser than news.
    Fitted on those too, the regressions of `calibrate.py` reach a precision of .58 on held-out newswire, else .62.
    """
    for path in sorted((HERE / "data").glob("*.jsonl")):
        if not path.name.startswith(("speech", "asked", "tellings")):
            is_practice = path.name.startswith("practice")
            yield from (x for x in lines(path) if not (is_practice and len(x["text"]) > SENTENCE_CHARS))


def annotated_ids(kind: str) -> dict[str, dict[str, Any]]:
    """Return what is annotated in files of a kind, by id."""
    return {item["id"]: item for path in sorted((HERE / "data").glob(f"{kind}*.jsonl")) for item in lines(path)}


def dyads(folder: Path) -> Iterator[Passage]:
    """Yield the PLOVER dyad sentences: every event of those annotated, of others one, of known type and parties."""
    known = annotated_ids("sentences")
    every = frozenset(known)
    for row in lines(folder / "plover_dyads.jsonl"):
        passage = sentence(row["sentence"], "dyads")
        if in_full(passage, known, sentence_id(passage.text)):
            yield passage
        if sentence_id(passage.text) in every:
            continue
        types = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
        with_parties(passage, types, [row["source"]], [row["target"]])
        yield passage


def roles(folder: Path, known: set[str]) -> Iterator[Passage]:
    """Yield the CAMEO role sentences: parties, and the quad class of one event, other events unknown.

    Sentences that are also dyads are left out. Class 0 is plain speech and holds no event; but CAMEO also puts appeals
    and claims of attacks there, which PLOVER codes: nothing is said of those, unless they are annotated.
    """
    annotated_too = annotated_ids("sentences")
    every = frozenset(annotated_too)
    for row in lines(folder / "cameo_roles.jsonl"):
        passage = sentence(row["text"], "roles")
        letters = re.sub(r"\W", "", row["text"].lower())
        if letters in known:
            continue
        if in_full(passage, annotated_too, sentence_id(passage.text)):
            yield passage
        if sentence_id(passage.text) in every:
            continue
        quad = row["penta"]
        if quad == 0:
            passage.complete = not (APPEALS.search(row["text"]) or ATTACKS.search(row["text"]))
        else:
            types = QUAD_TYPES[quad] if quad else tuple(t for group in QUAD_TYPES.values() for t in group)
            with_parties(passage, types, row["source"] + row["reciprocal"], row["target"])
        yield passage


def written() -> Iterator[Passage]:
    """Yield our own sentences and articles, those denser with acts than news is, too."""
    for path in [*sorted((HERE / "data").glob("written*.jsonl")), *sorted((HERE / "data").glob("practice*.jsonl"))]:
        yield from annotated(lines(path), None, "written")


def newswire_texts(gold: Path) -> dict[str, str]:
    """Return the newswire articles by id."""
    return {str(item["id"]): item["text"] for item in lines(gold.parent / "articles" / "newswire.jsonl")}


def reuters_texts(gold: Path) -> dict[str, str]:
    """Return the stories of 1987 by id, their lines joined: one character for one, so that offsets hold."""
    rows = lines(gold.parent / "articles" / "reuters1987.jsonl.gz")
    return {f"reuters-{row['id']}": re.sub(r"\n(?! )", " ", row["text"]) for row in rows}


def wikievents_texts(gold: Path) -> dict[str, str]:
    """Return the articles of WikiEvents by id; its own events are those of another list of types."""
    return {row["doc_id"]: row["text"] for row in lines(gold / "wikievents_dev.jsonl")}


def dated_texts(gold: Path) -> dict[str, str]:
    """Return the documents of TimeBank and AQUAINT by id; their gold tells times only."""
    return {
        f"{name}-{row['doc']}": row["text"] for name in ("timebank", "aquaint") for row in lines(gold / f"{name}.jsonl")
    }


def placed_texts(gold: Path) -> dict[str, str]:
    """Return the articles of GeoWebNews by id; their gold tells places only."""
    return {f"gwn-{row['id']}": row["text"] for row in lines(gold / "places_gwn.jsonl")}


TEXTS_OF: dict[str, Callable[[Path], dict[str, str]]] = {
    "newswire": newswire_texts,
    "reuters": reuters_texts,
    "wikievents": wikievents_texts,
    "dated": dated_texts,
    "placed": placed_texts,
}
"""Where the texts lie of each kind of annotation that stands off from whole articles."""
UNNAMED = {"dated", "placed"}
"""Corpora in which no names are looked up: Regesta's times and places are scored on them."""


def stood_off(gold: Path, kind: str) -> Iterator[Passage]:
    """Yield the articles annotated by stand-off in the files of a kind; none when their texts are absent."""
    texts = TEXTS_OF[kind](gold)
    for path in sorted((HERE / "data").glob(f"{kind}*.jsonl")):
        yield from annotated((item for item in lines(path) if item["id"] in texts), texts, kind)


def polnear(gold: Path) -> Iterator[Passage]:
    """Yield the campaign news of PolNeAR: what is said or thought in it, by whom; every event of articles annotated.

    Some articles stand there several times, each time by another annotator; the first time tells the events.
    """
    known = annotated_ids("campaign")
    for row in lines(gold / "polnear_train.jsonl"):
        text = row["text"]
        item = known.pop(campaign_id(row["doc"]), None)
        for span in passages(text):
            passage = Passage(
                text, span, words_of(text, span), complete=item is not None, corpus="polnear", key=row["doc"]
            )
            if item is not None:
                passage.corpus = "campaign"
                for number, event in enumerate(item["events"]):
                    add(passage, event, number)
            passage.attributions = []
            for said in row["attributions"]:
                cue, source, content = (
                    ranges(passage, [s for part in said.get(name, []) for s in part["spans"]])
                    for name in ("cue", "source", "content")
                )
                if cue:
                    passage.attributions.append(Attribution(cue, source, content))
            yield passage


def rams(gold: Path) -> Iterator[Passage]:
    """Yield the windows of RAMS whose event has a PLOVER type: every event of those annotated, of others that one."""
    known = annotated_ids("windows")
    crosswalk = json.loads((HERE / "data" / "rams_crosswalk.json").read_text())
    for row in lines(gold / "rams_dev.jsonl"):
        first, last, labels = row["evt_triggers"][0]
        named = labels[0][0]
        type_ = next((t for start, t in crosswalk["types"].items() if named.startswith(start)), None)
        tokens = [token for part in row["sentences"] for token in part]
        starts = [0]
        for token in tokens:
            starts.append(starts[-1] + len(token) + 1)
        text = " ".join(tokens)
        passage = Passage(text, Span(0, len(text)), words_of(text, Span(0, len(text))), complete=False, corpus="rams")
        passage.key = row["doc_key"]
        if in_full(passage, known, passage.key):
            yield passage
            continue
        if type_ is None:
            continue
        at = lambda a, b: word_range(passage.words, starts[a], starts[b] + len(tokens[b]))  # noqa: E731, B023 - used here only
        trigger = at(first, last)
        found: dict[str, list[tuple[int, int]]] = {}
        for _, (begin, end), label in row["gold_evt_links"]:
            role, where = crosswalk["roles"].get(label[11:]), at(begin, end)
            if role and where:
                found.setdefault(role, []).append(where)
        if trigger is not None:
            passage.events.append(Labelled((type_,), trigger[0], roles=found))
            yield passage


def unlabelled(gold: Path) -> Iterator[Passage]:
    """Yield texts that only teach names: every sixteenth newswire article not annotated, some campaign news of 2016."""
    done = {*annotated_ids("newswire"), *(item["id"] for item in lines(gold / "articles.jsonl"))}
    wire = [x["text"] for x in lines(gold.parent / "articles" / "newswire.jsonl") if x["id"] not in done]
    campaign = [x["text"] for x in lines(gold / "polnear_train.jsonl")]
    own = [x["text"] for path in sorted(EXAMPLES.glob("*.jsonl")) for x in lines(path)]
    for text in [*wire[::16], *campaign[::80], *own]:
        for span in passages(text):
            yield Passage(text, span, words_of(text, span), complete=False, corpus="names", key=text)


def unread(gold: Path, more: bool) -> Iterator[Passage]:
    """Yield newswire that nobody annotated or looked names up in, which only teachers can tell of.

    Args:
        gold: Folder of the gold.
        more: Whether to yield headlines with their leads, and some stories of 1987, too.
    """
    done = {*annotated_ids("newswire"), *(item["id"] for item in lines(gold / "articles.jsonl"))}
    articles = gold.parent / "articles"
    texts = {key: text for key, text in newswire_texts(gold).items() if key not in done}
    if more:
        texts |= {x["url"] or x["title"]: f"{x['title']}. {x['lead']}" for x in lines(articles / "headlines.jsonl")}
        read = annotated_ids("reuters")
        stories = list(reuters_texts(gold).items())[::REUTERS]
        texts |= {key: text for key, text in stories if key not in read}
    for key, text in texts.items():
        for span in passages(text):
            yield Passage(text, span, words_of(text, span), complete=False, corpus="unread", key=key)


def everything(gold: Path) -> list[Passage]:
    """Return every passage of every corpus that is present, with names where `training/names.py` has looked them up.

    What `training/ask.py` asked of single words of them is not yet among their labels; see `asked.py`.
    """
    found = list(dyads(gold))
    known = {re.sub(r"\W", "", passage.text.lower()) for passage in found}
    every = [*found, *roles(gold, known), *written()]
    every += [passage for kind in TEXTS_OF for passage in stood_off(gold, kind)]
    every += [*rams(gold), *polnear(gold), *unlabelled(gold)]
    looked_up = {item["sha256"]: item["names"] for item in lines(NAMES)}
    for passage in every:
        if passage.corpus in UNNAMED:
            continue
        names = looked_up.get(hashlib.sha256(passage.text.encode()).hexdigest())
        if names is not None:
            inside = [
                (label, word_range(passage.words, a, b))
                for label, a, b in names
                if passage.span.start <= a and b <= passage.span.end
            ]
            passage.names = [(label, at) for label, at in inside if at]
    return every
