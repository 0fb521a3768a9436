"""Our scores are those of the scorer that comes with the development gold, on codings made of the gold itself."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from measured import scores

from regesta.evaluate.datasets import Dataset
from regesta.evaluate.inputs import Prepared, prepare, write_jsonl
from regesta.evaluate.report import tally_coded

Json = dict[str, Any]
GOLD = Path(__file__).parents[3] / "shared/gold"
ITEMS = 40
PARTS = ("source", "cue", "content")


def spoiled(number: int, item: Json) -> Json:
    """Return an object of the gold, some of its values turned to others, as if coded with mistakes."""
    changes: list[Json] = [
        {},
        {"type": "AID"},
        {"actors": item.get("recipients", []), "recipients": item.get("actors", [])},
        {"status": "planned"},
        {"date": None},
        {"place": None, "speaker": None},
        {"value": "1999"},
    ]
    return {**item, **changes[number % len(changes)]}


def coded_articles(gold: Json) -> Json:
    kept = {key: [spoiled(n, item) for n, item in enumerate(gold[key]) if n % 5] for key in ("events", "statements")}
    return {"id": gold["id"], **kept}


def coded_sentence(gold: Json, number: int) -> Json:
    """Return events and statements with the words of the gold's parties."""
    source = gold["source"] if isinstance(gold["source"], list) else [gold["source"]]
    target = gold["target"] if isinstance(gold["target"], list) else [gold["target"]]
    types = ["ACCUSE", "CONSULT", "ASSAULT", "RETREAT"]
    parties = [[{"text": text} for text in words] for words in (source, target)]
    event = spoiled(number, {"type": types[number % 4], "actors": parties[0], "recipients": parties[1]})
    said = [{"speaker": {"text": text}} for text in source]
    return {"events": [event] if number % 3 else [], "statements": said}


def coded_rated(gold: Json, number: int) -> Json:
    return {"events": [{"cameo": f"{number % 20 + 1:02d}0"}] if number % 3 else [], "statements": [{}] * (number % 2)}


def coded_quotes(gold: Json, number: int) -> Json:
    found = []
    for n, said in enumerate(gold["attributions"]):
        spans = {
            part: [tuple(s) for item in said.get(part, []) for s in item["spans"]] for part in said if part != "id"
        }
        one: Json = {"content": [{"start": s, "end": e} for s, e in spans.get("content", [])]}
        for part, key in (("source", "speaker"), ("cue", "cue")):
            start, end = next(iter(spans.get(part, [])), (0, 3))
            one[key] = {"start": start, "end": end + n % 2}
        found.append(one)
    return {"statements": found[1:]}


def coded_times(gold: Json, number: int) -> Json:
    return {"times": [spoiled(n + 3, time) for n, time in enumerate(gold["timexes"]) if n % 4]}


def coded_places(gold: Json, number: int) -> Json:
    moved = [{**p, "lat": float(p["lat"] or 0) + n % 3} for n, p in enumerate(gold["toponyms"]) if n % 4 and p["lat"]]
    return {"places": moved}


CODED = {
    "dyads": ("plover_dyads.jsonl", coded_sentence),
    "roles": ("cameo_roles.jsonl", coded_sentence),
    "raters": ("cameo_raters.jsonl", coded_rated),
    "quotes": ("polnear_dev.jsonl", coded_quotes),
    "times": ("aquaint.jsonl", coded_times),
    "places": ("places_gwn.jsonl", coded_places),
}


def theirs(task: str, *arguments: Path) -> dict[str, float]:
    """Return what the public scorer says, under our names."""

    def flat(found: Json, prefix: str = "") -> Iterator[tuple[str, float]]:
        for key, value in found.items():
            if isinstance(value, dict):
                yield from flat({k: v for k, v in value.items() if k not in {"pred", "gold"}}, f"{prefix}{key}.")
            elif value is not None:
                yield f"{prefix}{key}".replace("_accuracy", ".accuracy" if task == "articles" else "_accuracy"), value

    done = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), task, *map(str, arguments)], capture_output=True, text=True, check=True
    )
    return dict(flat(json.loads(done.stdout)))


def agree(ours: dict[str, float], others: dict[str, float]) -> None:
    shared = ours.keys() & others.keys()
    assert len(shared) >= 3
    # a macro-average of theirs is of rounded scores
    assert {name: ours[name] for name in shared} == pytest.approx({n: others[n] for n in shared}, abs=2e-4)


@pytest.mark.shared
def test_whole_articles_score_as_the_public_scorer_has_it(tmp_path: Path) -> None:
    prepared = prepare(Dataset("dev-articles", "articles", GOLD / "articles.jsonl", GOLD / "articles_text.jsonl"))
    rows = [coded_articles(item) for item in prepared.gold]
    write_jsonl(tmp_path / "coded.jsonl", rows)
    others = theirs("articles", GOLD / "articles.jsonl", tmp_path / "coded.jsonl", GOLD / "articles_text.jsonl")
    agree(scores(tally_coded(prepared, rows)), others)


@pytest.mark.shared
@pytest.mark.parametrize("task", CODED)
def test_other_tasks_score_as_the_public_scorer_has_it(task: str, tmp_path: Path) -> None:
    file, coding = CODED[task]
    whole = prepare(Dataset(f"dev-{task}", task, GOLD / file))
    prepared = Prepared(whole.dataset, whole.gold[:ITEMS], whole.articles[:ITEMS])
    rows = [coding(item, number) for number, item in enumerate(prepared.gold)]
    write_jsonl(tmp_path / "gold.jsonl", prepared.gold)
    ids = inputs(task, tmp_path / "gold.jsonl")
    write_jsonl(tmp_path / "coded.jsonl", ({"id": id, **row} for id, row in zip(ids, rows, strict=True)))
    ours = scores(tally_coded(prepared, [{"id": str(n), **row} for n, row in enumerate(rows)]))
    agree(ours, theirs(task, tmp_path / "gold.jsonl", tmp_path / "coded.jsonl"))


def inputs(task: str, gold: Path) -> list[str]:
    """Return the ids that the public scorer knows the items by."""
    done = subprocess.run(
        [sys.executable, str(GOLD / "score.py"), "inputs", task, str(gold)], capture_output=True, text=True, check=True
    )
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]
