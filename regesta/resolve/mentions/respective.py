"""Reads lists that go together: "the Russian and Belarusian defence ministers, Sergei Shoigu and Viktor Khrenin"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from regesta.model.article import Article
from regesta.model.parse import PLURALS, Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import ActorNoun, load_sectors
from regesta.resolve.mentions.mention_readings import complete, is_person, noun_lemma
from regesta.resolve.names.actor_words import GENERIC
from regesta.resolve.phrases.phrase_parts import Phrase
from regesta.resolve.phrases.phrases import Reading, read_phrase
from regesta.resolve.states.states import Meaning, load_states

BETWEEN = frozenset({",", "and", ", and", "&"})  # two members of a list
OPENING = frozenset({"", ",", ":", "(", "-", "–", "—"})  # an office, and who holds it
CLOSING = frozenset({",", ", the", "(", "(the"})  # who holds an office, and the office
LONGEST_OFFICE = 4  # words: "deputy prime ministers" and one to spare
LONGEST_GAP = 20  # characters, more than any of the above
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
PEOPLES = ("NORP", "GPE")
Named = TypeVar("Named")


@dataclass(frozen=True, slots=True)
class Shared:
    """An office that is said of several states at once.

    Attributes:
        span: The words of office and states.
        title: The office of one of its holders.
        noun: The noun it ends in.
        states: The states, in text order.
    """

    span: Span
    title: str
    noun: ActorNoun
    states: tuple[Meaning, ...]


def respective(article: Article, parse: Parse, readings: Sequence[Reading]) -> tuple[list[Reading], dict[int, int]]:
    """Read the state and office that a list of states gives each of as many names in one order.

    Args:
        article: A parsed article with mentions.
        parse: Its parse.
        readings: What each mention's own words say.

    Returns:
        The readings with those of the names completed, and the mentions that name a state of such a list ("Russian"),
        each with the mention of the person it stands for.
    """
    found, standing_for = list(readings), {}
    for shared in shared_offices(article.text, parse):
        named = holders(article, parse, shared)
        for index, state in zip(named, shared.states, strict=False):
            told = Reading(state.iso3, shared.noun.sector, shared.title, noun=shared.noun, basis="demonym")
            found[index] = complete(told, found[index])
        by_state = {found[index].iso3: index for index in named}
        for index, mention in enumerate(article.mentions):
            holder = by_state.get(found[index].iso3) if shared.span.contains(mention.span) else None
            if holder is not None and holder != index:
                standing_for[index] = holder
    return found, standing_for


def shared_offices(text: str, parse: Parse) -> Iterator[Shared]:
    """Yield the offices that are said of two or more states: before them ("presidents of") or behind them."""
    for run in lists_in(text, parse, states_in(parse)):
        first, last = run[0][0], run[-1][1]
        states = tuple(state for _, _, state in run)
        behind = office_ending(parse, last + 1, range(last + 1, min(len(parse.words), last + 1 + LONGEST_OFFICE)))
        if behind is not None:
            end, title, noun = behind
            yield Shared(parse.span(first, end), title, noun, states)
            continue
        at = first - 2 if first and parse.lemmas[first - 1] == "the" else first - 1
        before = [*range(max(0, at - LONGEST_OFFICE), at)] if at > 0 and parse.lemmas[at] == "of" else []
        for start in before:
            if (found := office_ending(parse, start, before[-1:])) is not None:
                yield Shared(parse.span(start, last), found[1], found[2], states)
                break


def states_in(parse: Parse) -> Iterator[tuple[int, int, Meaning]]:
    """Yield the names of states and peoples: first token, last token, state."""
    known, tokens = load_states(), range(len(parse.words))
    for first, last in sorted({*names_labelled(parse, PEOPLES, tokens), *adjectives(parse, tokens)}):
        state = known.meaning(" ".join(parse.words[first : last + 1]))
        if state is not None:
            yield first, last, state


def adjectives(parse: Parse, tokens: range) -> Iterator[tuple[int, int]]:
    """Yield the words for a people that the recogniser passes over or takes for a name: "**Kazakh** and Uzbek"."""
    known = load_states()
    for token in tokens:
        if parse.words[token].istitle() and not is_in_name(parse, token):
            meaning = known.meaning(parse.words[token])
            if meaning is not None and meaning.basis == "demonym":
                yield token, token


def is_in_name(parse: Parse, token: int) -> bool:
    """Tell whether a word is a part of a longer name."""
    after = parse.entities[token + 1] if token + 1 < len(parse.words) else ""
    return parse.entities[token].startswith("I-") or after.startswith("I-")


def names_labelled(parse: Parse, labels: tuple[str, ...], tokens: range) -> Iterator[tuple[int, int]]:
    """Yield first and last token of the names among some tokens that the recogniser gives one of some labels."""
    for first in tokens:
        label = parse.entities[first]
        if label.startswith("B-") and label.endswith(labels):
            last = first
            while last + 1 < len(parse.words) and parse.entities[last + 1].startswith("I-"):
                last += 1
            yield first, last


def lists_in(
    text: str, parse: Parse, names: Iterable[tuple[int, int, Named]]
) -> Iterator[list[tuple[int, int, Named]]]:
    """Yield the runs of two or more names, of states for one, that stand in a list."""
    run: list[tuple[int, int, Named]] = []
    for state in names:
        if run and gap(text, parse.ends[owner_end(parse, run[-1][1])], parse.starts[state[0]]) not in BETWEEN:
            if len(run) > 1:
                yield run
            run = []
        run.append(state)
    if len(run) > 1:
        yield run


def owner_end(parse: Parse, last: int) -> int:
    """Return the last token of a name with its possessive mark: "**Kenya's** and Uganda's presidents"."""
    return last + 1 if parse.tags[last + 1 : last + 2] == ("POS",) else last


def office_ending(parse: Parse, first: int, ends: Sequence[int]) -> tuple[int, str, ActorNoun] | None:
    """Return where an office in the plural ends that begins at a token, the office of one holder, and its noun."""
    for end in ends:
        if parse.tags[end] in PLURALS:
            words = [*parse.words[first:end], parse.words[end][:1] + noun_lemma(parse, end)[1:]]
            noun = load_sectors().noun([word.lower() for word in words])
            if noun is None or noun.kind != "person":
                return None
            if len(noun.phrase.split()) == len(words):
                return end, " ".join(words), noun
            sector = led_sector(words) if all(parse.pos[t] in NOMINAL for t in range(first, end)) else None
            return (end, " ".join(words), replace(noun, sector=sector)) if sector else None
    return None


def led_sector(words: Sequence[str]) -> str | None:
    """Return the sector of who leads a body: of "coast guard chief"; None for other offices."""
    told = read_phrase(Phrase(tuple(words), tuple(word.lower() for word in words)))
    is_led = told.noun is not None and told.noun.phrase in GENERIC
    return told.sector if is_led and told.sector != "UNK" else None


def holders(article: Article, parse: Parse, shared: Shared) -> list[int]:
    """Return the mentions that are listed as the holders of an office, in text order; empty when there are not as many.

    They stand behind it ("the ministers, A and B") or before it ("A and B, the ministers").
    """
    text, wanted = article.text, len(shared.states)
    names = [(i, m.name) for i, m in enumerate(article.mentions) if m.name is not None and is_person(parse, m)]
    names.sort(key=lambda pair: pair[1])
    behind = [pair for pair in names if pair[1].start >= shared.span.end][:wanted]
    before = [pair for pair in names if pair[1].end <= shared.span.start][-wanted:]
    for near in (behind, before):
        if len(near) < wanted:
            continue
        is_list = all(gap(text, one.end, two.start) in BETWEEN for (_, one), (_, two) in pairwise(near))
        if near is behind:
            is_beside = gap(text, shared.span.end, near[0][1].start) in OPENING
        else:
            is_beside = gap(text, near[-1][1].end, shared.span.start) in CLOSING
        if is_list and is_beside:
            return [index for index, _ in near]
    return []


def gap(text: str, start: int, end: int) -> str:
    """Return what stands between two words, in small letters and with single spaces."""
    return " ".join(text[start : min(end, start + LONGEST_GAP)].lower().split()) if start <= end else ""
