"""Gathers pairs of sentences that tell one happening, or two, for the network that reads two sentences together.

    python training/told_pairs.py --gold ../shared/gold

Needs Regesta's own environment; writes `training/build/told_pairs.jsonl`. The pairs are of

- happenings written for this, in many wordings, beside what is near them, and beside each other
  (`told/written*.jsonl`);
- events of newswire and of Reuters stories that were judged by reading (`pairs/newswire.jsonl`, `pairs/drawn_*.jsonl`),
  but those of the month that scores are counted on;
- the first half of our own happenings: what is coded in their tellings, and beside it;
- the words by which annotated articles tell an act again, and those that tell others like it.
"""

import argparse
import json
import random
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any

import annotate
from corpora import HERE, TEXTS_OF, annotated_ids, lines, newswire_texts, reuters_texts
from happenings import GOLD, coded_articles, pairs_of_half

from regesta.dedupe.compare import akin
from regesta.dedupe.marked import cut_around
from regesta.dedupe.telling import Telling
from regesta.evaluate.halves import FITTED_HALF
from regesta.evaluate.read_pairs import SIDES, is_scored
from regesta.model.span import Span

OUT = HERE / "build" / "told_pairs.jsonl"
SEED = 7
OTHERS = 3  # happenings that each written one is held against
AGAIN, APART = 8, 16  # of an article's pairs, at most
Side = dict[str, Any]
Item = dict[str, Any]


def side(words: str, start: int, end: int) -> Side:
    """Return a sentence with its marked word, an overlong one cut around it."""
    cut, word = cut_around(words, Span(start, end))
    return {"words": " ".join(cut.split("\n")), "start": word.start, "end": word.end}


def side_in(text: str, bounds: list[tuple[int, int]], trigger: list[int]) -> Side | None:
    """Return the sentence of an article that holds a word; None for a word between two."""
    for start, end in bounds:
        if start <= trigger[0] < end:
            return side(text[start:end], trigger[0] - start, min(trigger[1], end) - start)
    return None


def item(corpus: str, key: str, pair: tuple[Side, Side], days: int | None, same: bool) -> Item:
    """Return a pair as it is learned from; `days` between the two publications, None when unknown."""
    return {"corpus": corpus, "key": key, "left": pair[0], "right": pair[1], "days": days, "same": same}


def written() -> Iterator[Item]:
    """Yield the pairs of happenings written for this."""
    for path in sorted((HERE / "told").glob("written*.jsonl")):
        for happening in lines(path):
            told, near = ([marked(t) for t in happening[name]] for name in ("tellings", "near"))
            apart = [(left, right, False) for left in told for right in near]
            for left, right, same in [*((a, b, True) for a, b in combinations(told, 2)), *apart]:
                days = (date.fromisoformat(right[1]) - date.fromisoformat(left[1])).days
                yield item("written", happening["id"], (left[0], right[0]), days, same)


def other(rng: random.Random) -> Iterator[Item]:
    """Yield pairs of two written happenings of one type: most acts of a type have little else in common."""
    every = [happening for path in sorted((HERE / "told").glob("written*.jsonl")) for happening in lines(path)]
    for happening in every:
        alike = [x for x in every if x["type"] == happening["type"] and x["id"] != happening["id"]]
        for second in rng.sample(alike, min(OTHERS, len(alike))):
            left, right = (marked(rng.choice(x["tellings"])) for x in (happening, second))
            days = (date.fromisoformat(right[1]) - date.fromisoformat(left[1])).days
            yield item("other", f"{happening['id']} {second['id']}", (left[0], right[0]), days, same=False)


def marked(telling: Mapping[str, str]) -> tuple[Side, str]:
    """Return a sentence with its mark, "Kenya [[reopened]] the crossing", as a side, and its day."""
    before, word, behind = telling["words"].replace("]]", "[[").split("[[")
    return side(before + word + behind, len(before), len(before) + len(word)), telling["published"]


def judged(gold: Path) -> Iterator[Item]:
    """Yield the pairs judged by reading, but those that scores are counted on."""
    texts = {**newswire_texts(gold), **reuters_texts(gold)}
    days = days_of_articles(gold)
    for path in [HERE / "pairs" / "newswire.jsonl", *sorted((HERE / "pairs").glob("drawn_*.jsonl"))]:
        for pair in lines(path):
            if is_scored(pair) or any(pair[s]["article"] not in texts for s in SIDES):
                continue
            found = [texts[pair[s]["article"]] for s in SIDES]
            left, right = (
                side_in(text, annotate.sentences(text), pair[s]["trigger"])
                for text, s in zip(found, SIDES, strict=True)
            )
            if left and right:
                first, last = (days.get(pair[s]["article"]) for s in SIDES)
                gap = (last - first).days if first and last else None
                yield item(
                    "judged", f"{pair['left']['article']} {pair['right']['article']}", (left, right), gap, pair["same"]
                )


def days_of_articles(gold: Path) -> dict[str, date]:
    """Return the day of publication of newswire articles and Reuters stories, by id: "26-FEB-1987 15:01:01.79"."""
    folder = gold.parent / "articles"
    wire = {str(a["id"]): a["published"] for a in lines(folder / "newswire.jsonl") if a.get("published")}
    found = {key: date.fromisoformat(day[:10]) for key, day in wire.items()}
    for story in lines(folder / "reuters1987.jsonl.gz"):
        day, month, year = story["date"].split()[0].split("-")
        found[f"reuters-{story['id']}"] = datetime.strptime(f"{day} {month} {year}", "%d %b %Y").date()
    return found


def own() -> Iterator[Item]:
    """Yield the pairs of events of the half of our own happenings that is learned from."""
    articles = coded_articles(None, sorted(map(str, GOLD.glob("articles_*"))))
    for left, right, same in pairs_of_half(articles, FITTED_HALF):
        if left.marked and right.marked:
            days = (right.published - left.published).days if left.published and right.published else None
            yield item("own", f"{left.event.id} {right.event.id}", (side_of(left), side_of(right)), days, same)


def side_of(telling: Telling) -> Side:
    """Return the sentence of a coded event with its trigger."""
    assert telling.marked
    return side(telling.words, telling.marked.start, telling.marked.end)


def retold(gold: Path, rng: random.Random) -> Iterator[Item]:
    """Yield pairs of words of one article: of one act told twice, and of two acts that are like each other."""
    for key, text, events in annotated(gold):
        bounds = annotate.sentences(text)
        told = [(n, e["type"], s) for n, e in enumerate(events) for s in [e["trigger"], *(e.get("repeats") or [])] if s]
        again: list[tuple[Side, Side]] = []
        apart: list[tuple[Side, Side]] = []
        for (one, type_, here), (two, other_type, there) in combinations(told, 2):
            pair = side_in(text, bounds, here), side_in(text, bounds, there)
            if pair[0] is None or pair[1] is None or not akin(type_, other_type):
                continue
            if one != two:
                apart.append((pair[0], pair[1]))
            elif pair[0]["words"] != pair[1]["words"]:
                again.append((pair[0], pair[1]))
        again = rng.sample(again, min(AGAIN, len(again)))
        apart = rng.sample(apart, min(APART, len(apart), max(3, 2 * len(again))))
        yield from (
            item("retold", key, pair, 0, same) for pairs, same in ((again, True), (apart, False)) for pair in pairs
        )


def annotated(gold: Path) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Yield the id, the text and the events of every annotated article that is present."""
    for kind, texts_of in TEXTS_OF.items():
        texts = texts_of(gold)
        yield from ((key, texts[key], x["events"]) for key, x in annotated_ids(kind).items() if key in texts)
    for kind in ("written", "practice"):
        yield from ((key, x["text"], x["events"]) for key, x in annotated_ids(kind).items())


def main() -> None:
    """Gather, and say how many."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    gold, rng = parser.parse_args().gold, random.Random(SEED)
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8") as file:
        for found in (written(), other(rng), judged(gold), own(), retold(gold, rng)):
            items = list(found)
            file.writelines(json.dumps(each, ensure_ascii=False) + "\n" for each in items)
            corpus = items[0]["corpus"] if items else "none"
            print(f"{corpus}: {len(items)} pairs, {sum(each['same'] for each in items)} of one happening")


if __name__ == "__main__":
    main()
