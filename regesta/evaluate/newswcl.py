"""Reads NewsWCL50 as articles with happenings: its tokens as running text, its chains as tellings and as actors."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from regesta.evaluate.align import Bounds, Json
from regesta.ontology.load import read_yaml

ADDED = Path("evaluation/newswcl50.yaml")
LINE_BREAK = "\\n"  # how its tokens write the end of a line
# spaCy's tokens: what stands at the word before it, and what at the word after it.
AT_WORD_BEFORE = re.compile(r"[.,;:!?%)\]”’…]+|[’'](?:s|m|d|ll|re|ve)|n[’']t", re.IGNORECASE)
AT_WORD_AFTER = re.compile(r"[(\[“‘$£€#]")
AT_BOTH = frozenset({"-", "/"})
QUOTES = frozenset({'"', "'"})  # straight ones open and close by turns, anew in each line
ACTOR_CHAIN = re.compile(r".*_(?:ACTOR|COUNTRY|GROUP)")  # "..._ACTOR-I" is anybody of a state
Mention = tuple[str, Bounds]
"""A chain, and where one of its mentions stands in the text."""


@dataclass(frozen=True, slots=True)
class Chained:
    """A happening with the chains that tell it, and its PLOVER type."""

    id: str
    type: str
    chains: list[str]


@dataclass(frozen=True, slots=True)
class Added:
    """What NewsWCL50 does not say itself.

    Attributes:
        publishers: By outlet.
        published: Day of publication, by story and outlet.
        happenings: Which of its chains are happenings.
    """

    publishers: dict[str, str]
    published: dict[str, dict[str, date]]
    happenings: list[Chained]


def read_chains(rows: Iterable[Json], path: Path = ADDED) -> tuple[list[Json], list[Json]]:
    """Return the gold of NewsWCL50, and its articles.

    Args:
        rows: Its articles: `doc`, `event`, `outlet`, `sentences` of tokens, `mentions` with `chain` and tokens.
        path: What it does not say itself.

    Returns:
        Happenings with `id`, `type` and `tellings`, each an `article` and its `spans`; then articles with `story` and
        `actors`, each a `chain` with `start` and `end`.
    """
    added = read_yaml(path, Added)
    happening_of = {chain: happening.id for happening in added.happenings for chain in happening.chains}
    tellings: defaultdict[str, list[Json]] = defaultdict(list)
    actors, articles = [], []
    for row in rows:
        text, bounds = running_text(row["sentences"])
        mentions = list(mentions_of(row, bounds))
        told = [(happening_of[chain], span) for chain, span in mentions if chain in happening_of]
        for happening, spans in spans_of(told).items():
            tellings[happening].append({"article": row["doc"], "spans": spans})
        actors.append({"id": row["doc"], "story": row["event"], "actors": list(actors_in(mentions))})
        day, publisher = added.published[row["event"]][row["outlet"]], added.publishers[row["outlet"]]
        articles.append({"id": row["doc"], "text": text, "published": day.isoformat(), "publisher": publisher})
    happenings = [{"id": h.id, "type": h.type, "tellings": tellings[h.id]} for h in added.happenings]
    return [*happenings, *actors], articles


def running_text(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[Bounds]]]:
    """Return tokens as text is printed, and the bounds of each token in it, by sentence."""
    text, found = "", []
    is_glued, opened = True, frozenset[str]()
    for sentence in sentences:
        bounds: list[Bounds] = []
        for token in map(str.strip, sentence):
            if token == LINE_BREAK:
                text, is_glued, opened = f"{text}\n", True, frozenset()
                bounds.append((len(text) - 1, len(text)))
                continue
            closes = token in opened or (token == "'" and text.endswith("s"))
            joins = is_glued or closes or token in AT_BOTH or bool(AT_WORD_BEFORE.fullmatch(token)) or not token
            text += token if joins else f" {token}"
            bounds.append((len(text) - len(token), len(text)))
            if token:
                is_glued = token in AT_BOTH or bool(AT_WORD_AFTER.fullmatch(token)) or (token in QUOTES and not closes)
            if token in QUOTES:
                opened = opened - {token} if closes else opened | {token}
        found.append(bounds)
    return text, found


def mentions_of(row: Json, bounds: Sequence[Sequence[Bounds]]) -> Iterator[Mention]:
    """Yield the mentions of an article."""
    for mention in row["mentions"]:
        tokens = bounds[mention["sent"]][mention["start"] : mention["end"] + 1]
        yield mention["chain"], (tokens[0][0], tokens[-1][1])


def spans_of(mentions: Iterable[Mention]) -> dict[str, list[Bounds]]:
    """Return where each chain stands; where mentions stand in others, the words are those of the shortest."""
    owner: dict[int, str] = {}
    for chain, (start, end) in sorted(mentions, key=lambda m: (m[1][0] - m[1][1], m)):
        owner |= dict.fromkeys(range(start, end), chain)
    found: defaultdict[str, list[Bounds]] = defaultdict(list)
    for (chain, _), run in groupby(
        enumerate(sorted(owner.items())), key=lambda each: (each[1][1], each[1][0] - each[0])
    ):
        places = [place for _, (place, _) in run]
        found[chain].append((places[0], places[-1] + 1))
    return dict(sorted(found.items()))


def actors_in(mentions: Sequence[Mention]) -> Iterator[Json]:
    """Yield the mentions of one actor each: not those of two at once, as "the two leaders"."""
    named = sorted({(span, chain) for chain, span in mentions if ACTOR_CHAIN.fullmatch(chain)})
    chains = Counter(span for span, _ in named)
    for (start, end), chain in named:
        if chains[start, end] == 1:
            yield {"chain": chain, "start": start, "end": end}
