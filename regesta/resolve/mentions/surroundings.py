"""Judges the state of an actor whose own words do not tell it, by what the article tells around it.

Every state that the article names is a candidate, and so is none of them. What speaks for each is weighed by a
regression that `training/surroundings.py` fits on annotated articles.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import SUBJECTS, Parse
from regesta.ontology.speech_verbs import load_speech
from regesta.resolve.mentions.dealings import Dealings, dealings_of
from regesta.resolve.phrases.phrases import Reading
from regesta.resolve.states.states import DATA
from regesta.shipped import read_weights

PATH = DATA / "surroundings.json"
LEAD_SENTENCES = 2
LONGEST_CHAIN = 8  # mentions of an actor that are looked at
NEAR = 8  # tokens at which a name counts for half
OBJECTS = frozenset({"dobj", "pobj", "dative"})
NONE = ""  # the candidate that is no state

Evidence = dict[str, float]  # by name
HERE = ("same sentence", "near", "before", "place here", "subject here")
ELSEWHERE: Evidence = dict.fromkeys(HERE, 0.0)  # of a state that the sentence does not name


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


ByState = Mapping[str, list[Named]]  # mentions that name each state, in text order


@dataclass(frozen=True)
class Surroundings:
    """The states an article names, in text order, where its sentences are, and who deals with whom."""

    article: Article
    parse: Parse
    readings: Sequence[Reading]
    named: tuple[Named, ...]
    sentence_of: tuple[int, ...]
    dealings: Dealings

    def judge(self, chain: Sequence[int]) -> tuple[str, float] | None:
        """Return the likeliest state of an actor and its probability; None when no state is likeliest.

        Args:
            chain: Indices of its mentions, the fullest first.
        """
        weights = load_weights()
        scores: dict[str, float] = {}
        for iso3, row in self.evidence(chain):
            scores[iso3] = sum([weights[name] * value for name, value in row.items() if value and name in weights])
        highest = max(scores.values())
        chances = {iso3: math.exp(score - highest) for iso3, score in scores.items()}
        best = max(scores, key=lambda iso3: (scores[iso3], iso3))
        return (best, chances[best] / sum(chances.values())) if best != NONE else None

    def speaking_from(self, index: int) -> str | None:
        """Return the state in whose capital an official speaks: "a government spokesman said in Berlin"; else None."""
        mention, parse = self.article.mentions[index], self.parse
        verb = parse.heads[mention.head]
        if self.readings[index].sector != "GOV" or parse.deps[mention.head] != "nsubj":
            return None
        if parse.lemmas[verb] not in load_speech().verbs:
            return None
        for named in self.named:
            place = parse.heads[named.head]
            is_capital = named.is_place and self.readings[named.index].basis == "capital"
            if is_capital and parse.lemmas[place] == "in" and verb in parse.ancestors(place):
                return named.iso3
        return None

    def evidence(self, chain: Sequence[int]) -> Iterator[tuple[str, Evidence]]:
        """Yield the candidates for the state of an actor, each with what speaks for it; last, none of them."""
        mention, reading = self.article.mentions[chain[0]], self.readings[chain[0]]
        sector = f"sector {reading.sector}"
        everyone = [named for named in self.named if named.index not in chain]
        by_state: defaultdict[str, list[Named]] = defaultdict(list)
        for named in everyone:
            by_state[named.iso3].append(named)
        about = self.of_article(by_state, everyone)
        alike = self.alike(mention, reading, by_state, everyone)
        dealt = self.dealt(chain)
        places = [self.of_place(self.article.mentions[index], by_state) for index in chain[:LONGEST_CHAIN]]
        for iso3 in by_state:
            near = [place[iso3] for place in places]
            row = about[iso3] | alike[iso3] | dealt.get(iso3, {})
            for name in near[0]:
                values = [one[name] for one in near]
                row[name], row[f"ever {name}"] = sum(values) / len(values), max(values)
            if iso3 == "IGO":
                row |= {"igo": 1.0, f"igo, {sector}": 1.0}
            yield iso3, row
        yield (
            NONE,
            {
                sector: 1.0,
                "others": float(mention.label != "PERSON"),
                "pronoun": float(mention.form == "pronoun"),
                "plural": float(self.parse.tags[mention.head] in {"NNS", "NNPS"}),
                "few named": 1 / (1 + len(everyone)),
                "states named": math.log(1 + len(by_state)),
            },
        )

    def of_article(self, by_state: ByState, everyone: list[Named]) -> dict[str, Evidence]:
        """Return how much the article speaks of each state at all."""
        lead = [named.iso3 for named in everyone if named.sentence < LEAD_SENTENCES]
        places = [named.iso3 for named in everyone if named.is_place]
        subjects = [named.iso3 for named in everyone if named.is_subject]
        most = max(by_state, key=lambda iso3: len(by_state[iso3]), default=None)
        return {
            iso3: {
                "share": len(group) / len(everyone),
                "count": math.log(1 + len(group)),
                "most named": float(iso3 == most),
                "lead": share(lead, iso3),
                "place share": share(places, iso3),
                "subject share": share(subjects, iso3),
                "first named": float(group[0] is everyone[0]),
            }
            for iso3, group in by_state.items()
        }

    def of_place(self, mention: Mention, by_state: ByState) -> dict[str, Evidence]:
        """Return how near each state is named."""
        here = self.sentence_of[mention.head]
        nearest = next((n.iso3 for n in reversed(self.named) if n.head < mention.head and n.iso3 != "IGO"), None)
        is_subject = self.parse.deps[mention.head] in SUBJECTS
        is_object = self.parse.deps[mention.head] in OBJECTS
        subjects = {named.iso3 for named in self.named if named.is_subject and named.sentence == here - 1}
        return {
            iso3: self.of_sentences(mention, group, here)
            | {
                "acted on": float(is_object and any(n.is_subject and n.sentence == here for n in group)),
                "acting": float(is_subject and any(not n.is_subject and n.sentence == here for n in group)),
                "subject before": float(iso3 in subjects),
                "nearest": float(nearest == iso3),
            }
            for iso3, group in by_state.items()
        }

    def of_sentences(self, mention: Mention, group: list[Named], here: int) -> Evidence:
        """Return whether a state is named in the sentence of a mention, before and after it."""
        sentences = {named.sentence for named in group}
        around = {"sentence before": float(here - 1 in sentences), "sentence after": float(here + 1 in sentences)}
        if here not in sentences:
            return ELSEWHERE | around
        same = [named for named in group if named.sentence == here]
        far = min([abs(named.head - mention.head) for named in same])
        return {
            "same sentence": 1.0,
            "near": 1 / (1 + far / NEAR),
            "before": float(any([named.head < mention.head for named in same])),
            "place here": float(any([named.is_place for named in same])),
            "subject here": float(any([named.is_subject for named in same])),
            **around,
        }

    def alike(
        self, mention: Mention, reading: Reading, by_state: ByState, everyone: list[Named]
    ) -> dict[str, Evidence]:
        """Return whether others of each state are called alike, or stand in one row with the mention."""
        noun, head = self.parse.lemmas[mention.head], mention.head
        nouns = [named.iso3 for named in everyone if named.noun == noun and not named.is_place]
        peers = [named.iso3 for named in everyone if named.sector == reading.sector and not named.is_place]
        return {
            iso3: {
                "same noun": share(nouns, iso3),
                "same sector": share(peers, iso3),
                "joined": float(any([self.is_joined(head, named.head) for named in group])),
            }
            for iso3, group in by_state.items()
        }

    def dealt(self, chain: Sequence[int]) -> dict[str, Evidence]:
        """Return the share that each state has of those with whom an actor deals, by their part."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, other in (dealing for index in chain for dealing in self.dealings.get(index, ())):
            iso3 = self.readings[other].iso3
            if iso3 and other not in chain:
                found[name].append(iso3)
        shares: defaultdict[str, Evidence] = defaultdict(dict)
        for name, states in found.items():
            for iso3 in states:
                shares[iso3][name] = share(states, iso3)
        return shares

    def is_joined(self, head: int, other: int) -> bool:
        """Tell whether one of two words depends on the other as one of a row: "France and Egypt"."""
        heads = self.parse.heads
        return (heads[head] == other or heads[other] == head) and self.parse.deps[max(head, other)] == "conj"


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
    return Surroundings(article, parse, readings, named, tuple(sentence_of), dealings_of(article, parse))


@lru_cache(maxsize=1)
def load_weights() -> dict[str, float]:
    """Return the weight of each piece of evidence.

    Raises:
        OntologyError: The file is missing or is not JSON.
    """
    weights: dict[str, float] = read_weights(PATH)
    return weights


def share(named: list[str], iso3: str) -> float:
    """Return the share that a state has of those named; 0 of none."""
    return named.count(iso3) / len(named) if named else 0.0
