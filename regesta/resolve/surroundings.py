"""Judges the state of an actor whose own words do not tell it, by what the article tells around it.

Every state that the article names is a candidate, and so is none of them. What speaks for each is weighed by a
regression that `training/surroundings.py` fits on annotated articles.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.resolve.phrases import Reading
from regesta.resolve.states import DATA
from regesta.shipped import read_weights

PATH = DATA / "surroundings.json"
LEAD_SENTENCES = 2
LONGEST_CHAIN = 8  # mentions of an actor that are looked at
NEAR = 8  # tokens at which a name counts for half
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "pobj", "dative"})
NONE = ""  # the candidate that is no state

Evidence = dict[str, float]


@dataclass(frozen=True, slots=True)
class Named:
    """A mention whose words name a state.

    Attributes:
        iso3: The state, or "IGO".
        index: Its index among the article's mentions.
        sentence: Index of its sentence.
        head: Its head token.
        noun: Lemma of its head.
        sector: Its sector; None when unknown.
        is_place: Whether it is used as a place.
        is_subject: Whether it is the subject of a clause.
    """

    iso3: str
    index: int
    sentence: int
    head: int
    noun: str
    sector: str | None
    is_place: bool
    is_subject: bool


@dataclass(frozen=True)
class Surroundings:
    """The states an article names, in text order, and where its sentences are."""

    article: Article
    parse: Parse
    readings: Sequence[Reading]
    named: tuple[Named, ...]
    sentence_of: tuple[int, ...]

    def judge(self, chain: Sequence[int]) -> tuple[str, float] | None:
        """Return the likeliest state of an actor and its probability; None when no state is likeliest.

        Args:
            chain: Indices of its mentions, the fullest first.
        """
        weights = load_weights()
        rows = dict(self.evidence(chain))
        scores = {
            iso3: sum(weights.get(name, 0.0) * value for name, value in row.items()) for iso3, row in rows.items()
        }
        highest = max(scores.values())
        chances = {iso3: math.exp(score - highest) for iso3, score in scores.items()}
        best = max(scores, key=lambda iso3: (scores[iso3], iso3))
        return (best, chances[best] / sum(chances.values())) if best != NONE else None

    def evidence(self, chain: Sequence[int]) -> Iterator[tuple[str, Evidence]]:
        """Yield the candidates for the state of an actor, each with what speaks for it; last, none of them."""
        mention, reading = self.article.mentions[chain[0]], self.readings[chain[0]]
        mentions = [self.article.mentions[index] for index in chain[:LONGEST_CHAIN]]
        kind = "person" if mention.label == "PERSON" else "others"
        by_state: defaultdict[str, list[Named]] = defaultdict(list)
        for named in self.named:
            if named.index not in chain:
                by_state[named.iso3].append(named)
        everyone = [named for group in by_state.values() for named in group]
        for iso3, group in by_state.items():
            row = self.of_article(group, everyone) | self.alike(mention, reading, group, everyone)
            near = [self.of_place(one, group) for one in mentions]
            row |= {name: sum(one[name] for one in near) / len(near) for name in near[0]}
            row |= {f"ever {name}": max(one[name] for one in near) for name in near[0]}
            yield (
                iso3,
                row | {f"{kind} {name}": value for name, value in row.items()} | {f"{kind} igo": float(iso3 == "IGO")},
            )
        is_plural = self.parse.tags[mention.head] in {"NNS", "NNPS"}
        yield (
            NONE,
            {
                kind: 1.0,
                "pronoun": float(mention.form == "pronoun"),
                "plural": float(is_plural),
                f"sector {reading.sector}": 1.0,
                "few named": 1 / (1 + len(everyone)),
                "states named": math.log(1 + len(by_state)),
            },
        )

    def of_article(self, group: list[Named], everyone: list[Named]) -> Evidence:
        """Return how much the article speaks of a state at all."""
        lead = [named for named in everyone if named.sentence < LEAD_SENTENCES]
        most = Counter(named.iso3 for named in everyone).most_common(1)[0][0]
        return {
            "share": len(group) / len(everyone),
            "count": math.log(1 + len(group)),
            "most named": float(group[0].iso3 == most),
            "lead": sum(named.iso3 == group[0].iso3 for named in lead) / max(1, len(lead)),
            "first named": float(group[0] is everyone[0] or group[0].index == min(n.index for n in everyone)),
        }

    def of_place(self, mention: Mention, group: list[Named]) -> Evidence:
        """Return how near a state is named."""
        here = self.sentence_of[mention.head]
        same = [named for named in group if named.sentence == here]
        before = [named for named in self.named if named.head < mention.head and named.iso3 not in {"IGO"}]
        nearest = before[-1].iso3 if before else None
        is_subject = self.parse.deps[mention.head] in SUBJECTS
        is_object = self.parse.deps[mention.head] in OBJECTS
        far = min((abs(named.head - mention.head) for named in same), default=None)
        subjects = {named.iso3 for named in self.named if named.is_subject and named.sentence == here - 1}
        return {
            "same sentence": float(bool(same)),
            "near": 0.0 if far is None else 1 / (1 + far / NEAR),
            "before": float(any(named.head < mention.head for named in same)),
            "place here": float(any(named.is_place for named in same)),
            "subject here": float(any(named.is_subject for named in same)),
            "acted on": float(is_object and any(named.is_subject for named in same)),
            "acting": float(is_subject and any(not named.is_subject for named in same)),
            "sentence before": float(any(named.sentence == here - 1 for named in group)),
            "subject before": float(group[0].iso3 in subjects),
            "sentence after": float(any(named.sentence == here + 1 for named in group)),
            "nearest": float(nearest == group[0].iso3),
        }

    def alike(self, mention: Mention, reading: Reading, group: list[Named], everyone: list[Named]) -> Evidence:
        """Return whether others of that state are called alike, or stand in one row with the mention."""
        noun = self.parse.lemmas[mention.head]
        nouns = [named for named in everyone if named.noun == noun and not named.is_place]
        peers = [named for named in everyone if named.sector == reading.sector and not named.is_place]
        linked = {self.parse.heads[mention.head], *(n.head for n in group if self.parse.heads[n.head] == mention.head)}
        return {
            "same noun": share(nouns, group[0].iso3),
            "same sector": share(peers, group[0].iso3),
            "joined": float(
                any(n.head in linked and self.parse.deps[max(n.head, mention.head)] == "conj" for n in group)
            ),
        }


def surroundings_of(article: Article, parse: Parse, readings: Sequence[Reading]) -> Surroundings:
    """Return the states that the mentions of an article name by their own words."""
    sentence_of = [0] * len(parse)
    for number, sentence in enumerate(article.sentences):
        sentence_of[sentence.first_token : sentence.end_token] = [number] * (sentence.end_token - sentence.first_token)
    named = tuple(
        Named(
            reading.iso3 or "", index, sentence_of[mention.head], mention.head, parse.lemmas[mention.head],
            reading.sector, mention.kind == "place", parse.deps[mention.head] in SUBJECTS,
        )
        for index, (mention, reading) in enumerate(zip(article.mentions, readings, strict=True))
        if reading.iso3 not in {None, "NGO"}
    )  # fmt: skip
    return Surroundings(article, parse, readings, named, tuple(sentence_of))


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return the weight of each piece of evidence.

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    weights: dict[str, float] = read_weights(PATH)
    return weights


def share(named: list[Named], iso3: str) -> float:
    """Return the share of those named that are of a state; 0 of none."""
    return sum(one.iso3 == iso3 for one in named) / len(named) if named else 0.0
