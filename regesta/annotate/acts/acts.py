"""The stage that lets the network read an article: its names, and the words that may express political acts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import ClassVar, cast

import numpy as np

from regesta.annotate.acts.names import entity_column, names_of
from regesta.annotate.acts.network import Network, Scored, load_network, score, score_arguments, score_same
from regesta.annotate.acts.passages import passages
from regesta.annotate.known import Known
from regesta.model.act import Act, Argument, Saying
from regesta.model.article import Article
from regesta.model.event import Status
from regesta.model.parse import Parse
from regesta.model.span import Span

TYPE_FLOOR = 0.01  # types below it are not listed
MAX_EARLIER = 40  # acts of one type that a later one is held against; more than any news article has
CHARS_PER_WORD = 6  # as the head that pairs triggers was trained
PASSAGES_KEPT = 2048  # of some 600 articles, about 35 MB, most of it the states
SPEECH_ROLES = frozenset({"speaker", "content"})
SPAN_FLOOR = 0.15  # a word may belong to a role from here on; coding weighs the scores
# Whose roles are worth asking for, which takes most of the time: a sixth fewer than from .1 and 0 on. Acts were swept
# to .3 on 82 held-out newswire articles and both sets of whole articles; cues to .55 on 173 articles of PolNeAR: from
# .45 on fewer speakers are found.
ACT_FLOOR, CUE_FLOOR = 0.2, 0.35


@dataclass(frozen=True)
class Acts:
    """Read the names of an article, and which words express political acts.

    Attributes:
        min_probability: Words that are less likely to express an act are left out; coding asks for more.
    """

    min_probability: float = ACT_FLOOR

    name: ClassVar[str] = "acts"
    requires: ClassVar[frozenset[str]] = frozenset({"parse"})
    assigns: ClassVar[frozenset[str]] = frozenset({"parse", "acts", "sayings"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its acts; one that was not parsed, because of its language say, has none."""
        for article in articles:
            yield article if article.parse is None else read_article(article, article.parse, self.min_probability)


def read_article(article: Article, parse: Parse, min_probability: float) -> Article:
    """Return an article with the names and acts that the network reads."""
    network = load_network()
    acts: list[Act] = []
    states: list[np.ndarray] = []
    names: list[tuple[str, Span]] = []
    sayings: list[Saying] = []
    spans = list(passages(article.text))
    texts = [span.of(article.text) for span in spans]
    readings = known_passages(min_probability).ask(texts, partial(read_passages, min_probability))
    for passage, reading in zip(spans, readings, strict=True):
        acts.extend(act.moved(passage.start) for act in reading.acts)
        states.extend(reading.states)
        names.extend((kind, span.moved(passage.start)) for kind, span in reading.names)
        sayings.extend(saying.moved(passage.start) for saying in reading.sayings)
    linked = with_earlier(network, acts, states)
    named = replace(parse, entities=entity_column(parse, names))
    return replace(article, acts=linked, sayings=tuple(sayings), parse=named)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network reads in one passage; offsets count from its first character.

    Attributes:
        acts: Its acts.
        states: The hidden state of the word of each act.
        names: Its names with their kinds.
        sayings: Its cues of speech.
    """

    acts: tuple[Act, ...] = ()
    states: tuple[np.ndarray, ...] = ()
    names: tuple[tuple[str, Span], ...] = ()
    sayings: tuple[Saying, ...] = ()


@lru_cache(maxsize=1)
def known_passages(min_probability: float) -> Known[Reading]:
    """Return what the network has read in this process; each passage is read alone, so its words say it all."""
    return Known(PASSAGES_KEPT)


def read_passages(min_probability: float, texts: list[str]) -> list[Reading]:
    """Read passages, each alone."""
    return [read_passage(text, min_probability) for text in texts]


def read_passage(text: str, min_probability: float) -> Reading:
    """Return what the network reads in a passage."""
    network = load_network()
    scored = score(network, text, Span(0, len(text)))
    if scored is None:
        return Reading()
    found = list(acts_of(network, text, scored, min_probability))
    return Reading(
        acts=tuple(act for _, act in found),
        states=tuple(scored.states[word].copy() for word, _ in found),
        names=tuple(names_of(network.labels["names"], scored)),
        sayings=tuple(sayings_of(network, scored)),
    )


def acts_of(network: Network, text: str, scored: Scored, min_probability: float) -> Iterator[tuple[int, Act]]:
    """Yield the acts of one passage, each with the index of its word."""
    triggers = triggers_in(text, scored, min_probability)
    if not triggers:
        return
    types = [int(scored.triggers[word, 1:].argmax()) for word in triggers]
    starts, roles, statuses, modes = score_arguments(network, scored, triggers, types)
    for row, word in enumerate(triggers):
        yield (
            word,
            Act(
                trigger=scored.words[word],
                types=ranked(network.labels["types"], scored.triggers[word, 1:]),
                statuses=cast("tuple[tuple[Status, float], ...]", ranked(network.labels["statuses"], statuses[row])),
                mode=([None, *network.labels["modes"]])[int(modes[row].argmax())],
                arguments=tuple(arguments_of(network.labels["roles"], scored.words[starts[row] :], roles[row])),
            ),
        )


def triggers_in(text: str, scored: Scored, min_probability: float) -> list[int]:
    """Return the indices of the words of a passage that are likely enough to express an act and have a letter."""
    likely = np.flatnonzero(1 - scored.triggers[:, 0] >= min_probability).tolist()
    return [word for word in likely if any(map(str.isalpha, scored.words[word].of(text)))]


def sayings_of(network: Network, scored: Scored) -> Iterator[Saying]:
    """Yield the cues of speech of one passage, each with its speaker and content."""
    cues = [cue for cue in arguments_of(["cue"], scored.words, scored.cues) if cue.score >= CUE_FLOOR]
    starts = {word.start: index for index, word in enumerate(scored.words)}
    firsts = [starts[cue.span.start] for cue in cues]
    if not cues:
        return
    speech = len(network.labels["types"])
    reached, roles, _, _ = score_arguments(network, scored, firsts, [speech] * len(cues))
    for cue, start, probabilities in zip(cues, reached, roles, strict=True):
        found = arguments_of(network.labels["roles"], scored.words[start:], probabilities)
        yield Saying(cue.span, cue.score, tuple(a for a in found if a.role in SPEECH_ROLES))


def with_earlier(network: Network, acts: list[Act], states: list[np.ndarray]) -> tuple[Act, ...]:
    """Return the acts of an article, each with the earlier ones of its type that it may tell again."""
    kinds = [network.labels["types"].index(act.type) for act in acts]
    before: defaultdict[int, list[int]] = defaultdict(list)
    pairs = []
    for j, kind in enumerate(kinds):
        pairs += [(i, j) for i in before[kind][-MAX_EARLIER:]]
        before[kind].append(j)
    if not pairs:
        return tuple(acts)
    left, right = (np.array([states[pair[side]] for pair in pairs]) for side in (0, 1))
    gaps = np.array([(acts[j].trigger.start - acts[i].trigger.start) // CHARS_PER_WORD for i, j in pairs])
    chances = score_same(network, left, right, gaps, np.array([kinds[i] for i, _ in pairs]))
    earlier: dict[int, list[tuple[int, float]]] = {}
    for (i, j), chance in zip(pairs, chances, strict=True):
        earlier.setdefault(j, []).append((i, round(float(chance), 4)))
    return tuple(replace(act, earlier=tuple(earlier.get(j, ()))) for j, act in enumerate(acts))


def ranked(names: list[str], probabilities: np.ndarray) -> tuple[tuple[str, float], ...]:
    """Return names with their probabilities, best first; those below the floor are left out, but for the best."""
    values = probabilities.tolist()
    least = min(TYPE_FLOOR, max(values))
    likely = [(name, round(value, 4)) for name, value in zip(names, values, strict=True) if value >= least]
    return tuple(sorted(likely, key=lambda pair: -pair[1]))


def arguments_of(names: list[str], words: list[Span], roles: np.ndarray) -> Iterator[Argument]:
    """Yield the arguments that role probabilities spell out, in text order.

    Args:
        names: Names of the roles.
        words: Words of the passage, at least as many as `roles` has rows.
        roles: Probabilities of nothing, then of beginning and continuing each role; shape (words, 1 + 2 roles).
    """
    some = np.flatnonzero(roles[:, 0] < 1 - SPAN_FLOOR / 2)  # no role of another word comes to the floor; a quick test
    by_role = roles[some, 1::2] + roles[some, 2::2]
    rows = zip(some.tolist(), by_role.argmax(-1).tolist(), by_role.max(-1, initial=0).tolist(), strict=True)
    inside = [(word, role, score) for word, role, score in rows if score >= SPAN_FLOOR]
    at = 0
    while at < len(inside):
        first, role, total = inside[at]
        end = first + 1
        at += 1
        while at < len(inside) and inside[at][:2] == (end, role) and not begins(roles[end], role):
            total += inside[at][2]
            end, at = end + 1, at + 1
        yield Argument(names[role], Span(words[first].start, words[end - 1].end), round(total / (end - first), 4))


def begins(probabilities: np.ndarray, role: int) -> bool:
    """Tell whether a word rather begins a role than continues it."""
    return bool(probabilities[1 + 2 * role] > probabilities[2 + 2 * role])
