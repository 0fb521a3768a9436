"""Judges the state of an actor whose own words do not tell it, by what the article tells around it.

Every state that the article names is a candidate, and so is none of them. What speaks for each is weighed by a
regression that `training/surroundings.py` fits on annotated articles.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import SUBJECTS, Parse
from regesta.ontology.speech_verbs import load_speech
from regesta.resolve.mentions.dealings import Dealings, dealings_of
from regesta.resolve.mentions.named_states import Named, NamedStates, named_states
from regesta.resolve.phrases.phrases import Reading
from regesta.resolve.states.states import DATA
from regesta.shipped import read_weights

PATH = DATA / "surroundings.json"
LONGEST_CHAIN = 8  # mentions of an actor that are looked at
NEAR = 8  # tokens at which a name counts for half
OBJECTS = frozenset({"dobj", "pobj", "dative"})
NONE = ""  # the candidate that is no state

Evidence = dict[str, float]  # by name
HERE = ("same sentence", "near", "before", "place here", "subject here")
AROUND = ("sentence before", "sentence after")
ELSEWHERE: Evidence = dict.fromkeys(HERE, 0.0)  # of a state that the sentence does not name


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
        at_head = named_states(self.named).at_head
        inside = (named for token in parse.subtree(verb) for named in at_head.get(token, ()))
        for named in sorted(inside, key=lambda named: named.index):
            place = parse.heads[named.head]
            is_capital = named.is_place and self.readings[named.index].basis == "capital"
            if is_capital and parse.lemmas[place] == "in" and verb in parse.ancestors(place):
                return named.iso3
        return None

    def evidence(self, chain: Sequence[int]) -> Iterator[tuple[str, Evidence]]:
        """Yield the candidates for the state of an actor, each with what speaks for it; last, none of them."""
        mention, reading = self.article.mentions[chain[0]], self.readings[chain[0]]
        sector = f"sector {reading.sector}"
        others = self.others(chain)
        about = of_article(others)
        alike = self.alike(mention, reading, others)
        dealt = self.dealt(chain)
        places = [self.of_place(self.article.mentions[index], others) for index in chain[:LONGEST_CHAIN]]
        for iso3 in others.by_state:
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
                "few named": 1 / (1 + len(others.every)),
                "states named": math.log(1 + len(others.by_state)),
            },
        )

    def others(self, chain: Sequence[int]) -> NamedStates:
        """Return the mentions that name states without those of an actor, which mostly are none."""
        names_any = any(self.readings[index].iso3 for index in chain)
        known = set(chain) if names_any else frozenset[int]()
        return named_states(tuple(n for n in self.named if n.index not in known) if names_any else self.named)

    def of_place(self, mention: Mention, others: NamedStates) -> dict[str, Evidence]:
        """Return how near each state is named."""
        here, named = self.sentence_of[mention.head], named_states(self.named)
        nearest = named.nearest(mention.head)
        is_subject = self.parse.deps[mention.head] in SUBJECTS
        is_object = self.parse.deps[mention.head] in OBJECTS
        subjects = {n.iso3 for n in named.in_sentence.get(here - 1, ()) if n.is_subject}
        before, same, after = (others.in_sentence.get(here + step, ()) for step in (-1, 0, 1))
        near = {n.iso3 for n in (*before, *same, *after)} | subjects | {nearest}
        elsewhere = dict.fromkeys((*HERE, *AROUND, "acted on", "acting", "subject before", "nearest"), 0.0)
        return {
            iso3: of_sentences(mention, iso3, (before, same, after))
            | {
                "acted on": float(is_object and any(n.is_subject and n.iso3 == iso3 for n in same)),
                "acting": float(is_subject and any(not n.is_subject and n.iso3 == iso3 for n in same)),
                "subject before": float(iso3 in subjects),
                "nearest": float(nearest == iso3),
            }
            if iso3 in near
            else elsewhere
            for iso3 in others.by_state
        }

    def alike(self, mention: Mention, reading: Reading, others: NamedStates) -> dict[str, Evidence]:
        """Return whether others of each state are called alike, or stand in one row with the mention."""
        head, parse = mention.head, self.parse
        nouns, peers = others.nouns.get(parse.lemmas[head], {}), others.sectors.get(reading.sector, {})
        beside = [token for token in (parse.heads[head], *parse.children[head]) if self.is_joined(head, token)]
        joined = {named.iso3 for token in beside for named in others.at_head.get(token, ())}
        return {
            iso3: {
                "same noun": nouns.get(iso3, 0.0),
                "same sector": peers.get(iso3, 0.0),
                "joined": float(iso3 in joined),
            }
            for iso3 in others.by_state
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


def of_article(named: NamedStates) -> dict[str, Evidence]:
    """Return how much an article speaks of each state at all."""
    return {
        iso3: {
            "share": named.all[iso3],
            "count": math.log(1 + len(group)),
            "most named": float(iso3 == named.most),
            "lead": named.lead.get(iso3, 0.0),
            "place share": named.places.get(iso3, 0.0),
            "subject share": named.subjects.get(iso3, 0.0),
            "first named": float(group[0] is named.every[0]),
        }
        for iso3, group in named.by_state.items()
    }


def of_sentences(
    mention: Mention, iso3: str, named: tuple[Sequence[Named], Sequence[Named], Sequence[Named]]
) -> Evidence:
    """Return whether a state is named in the sentence of a mention, before and after it.

    Args:
        mention: The mention.
        iso3: The state.
        named: The mentions that name states in the sentence before, in its own, and in the one after.
    """
    before, here, after = ([n for n in some if n.iso3 == iso3] for some in named)
    around = {"sentence before": float(bool(before)), "sentence after": float(bool(after))}
    if not here:
        return ELSEWHERE | around
    far = min([abs(n.head - mention.head) for n in here])
    return {
        "same sentence": 1.0,
        "near": 1 / (1 + far / NEAR),
        "before": float(any([n.head < mention.head for n in here])),
        "place here": float(any([n.is_place for n in here])),
        "subject here": float(any([n.is_subject for n in here])),
        **around,
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
