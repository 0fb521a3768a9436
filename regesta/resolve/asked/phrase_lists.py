"""Cuts a phrase that names several actors into one phrase for each: "Greek and Turkish ministers"."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from regesta.ontology.actor_sectors import ActorNoun
from regesta.resolve.names.actor_words import PREPOSITIONS
from regesta.resolve.names.forms import fold
from regesta.resolve.persons.learning import is_full_name
from regesta.resolve.persons.terms import POSTS
from regesta.resolve.phrases.phrase_parts import Hit, Phrase, names_in, noun_in
from regesta.resolve.states.states import load_states

AND = frozenset({"and", "&"})
OF_EACH = frozenset({"of", "from", "in"})  # "leaders of Mali and Niger"
OWNED = frozenset({"'s", "’s", "'", "’"})
ADJECTIVES = frozenset({"demonym", "people", "region"})  # "Greek" is nobody without a noun
MINISTER = "minister"
LONGEST_TITLE = 4  # words
LEAST = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a phrase with what stands between them.

    Attributes:
        text: The phrase.
        phrase: Its words.
        spans: Where each stands in the text.
    """

    text: str
    phrase: Phrase
    spans: tuple[tuple[int, int], ...]

    def of(self, first: int, end: int) -> str:
        """Return some words as the text has them."""
        return self.text[self.spans[first][0] : self.spans[end - 1][1]] if first < end else ""

    def has_comma(self, at: int) -> bool:
        """Tell whether a comma stands before a word."""
        return at > 0 and "," in self.text[self.spans[at - 1][1] : self.spans[at][0]]

    def is_and(self, at: int) -> bool:
        """Tell whether a word is "and"."""
        return self.phrase.words[at].lower() in AND

    def part(self, first: int, end: int) -> "Words":
        """Return some words of the phrase."""
        start = self.spans[first][0]
        spans = tuple((a - start, b - start) for a, b in self.spans[first:end])
        return Words(self.of(first, end), self.phrase.part(first, end), spans)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a list: its words, `first` to `end`, exclusive, the name in full, and how it stands for its state."""

    first: int
    end: int
    name: str
    basis: str


def members_of(text: str, phrase: Phrase, is_actor: Callable[[str], bool]) -> tuple[str, ...]:
    """Return a phrase for each of the actors that one phrase names; nothing where it names one.

    Args:
        text: The phrase.
        phrase: Its words.
        is_actor: Tells whether a phrase by itself denotes a known person, or somebody of a state that it names.
    """
    words = words_of_text(text, phrase)
    if words is None or not any(map(words.is_and, range(1, len(phrase.words) - 1))):
        return ()
    titled, names = with_names(words)
    shared = tuple(sharing(titled, is_each=bool(names)))
    if names:
        named = tuple(f"{name}, {title}" for name, title in zip(names, shared, strict=False))
        return named if len(names) == len(shared) else ()
    return shared or persons_titled(words) or independent(words, is_actor)


def words_of_text(text: str, phrase: Phrase) -> Words | None:
    """Return where the words of a phrase stand in its text; None where they do not as they are."""
    spans, at = [], 0
    for word in phrase.words:
        start = text.find(word, at)
        if start < 0:
            return None
        at = start + len(word)
        spans.append((start, at))
    return Words(text, phrase, tuple(spans))


def with_names(words: Words) -> tuple[Words, tuple[str, ...]]:
    """Return a phrase without the persons listed beside it, and these: "the ministers, Ana Berg and Jo Dahl"."""
    count = len(words.phrase.words)
    for at in (at for at in range(1, count) if words.has_comma(at) or is_behind_office(words, at)):
        for inside, outside in ((range(at, count), range(at)), (range(at), range(at, count))):
            names = tuple(split_at(words, inside, [*separators(words, inside)]))
            if len(names) >= LEAST and all(is_full_name(name) and not is_described(words, name) for name in names):
                return words.part(outside.start, outside.stop), names
    return words, ()


def is_behind_office(words: Words, at: int) -> bool:
    """Tell whether a word follows an office in the plural that states before it share: "Greek and Thai ministers"."""
    noun = noun_in(words.phrase, [], at)
    is_office = noun is not None and noun[2] == at and noun[0].kind == "person" and is_plural(words.phrase, at)
    return is_office and any(map(words.is_and, range(1, at)))


def is_described(words: Words, name: str) -> bool:
    """Tell whether what looks like a person's name has an office in it, or a state."""
    phrase = words.phrase
    at = next((i for i in range(len(phrase.words)) if words.text.startswith(name, words.spans[i][0])), 0)
    own = phrase.part(at, at + len(name.split()))
    return any(not hit.is_town for hit in names_in(own)) or noun_in(own, [], len(own.words)) is not None


def separators(words: Words, within: range) -> Iterator[int]:
    """Yield the words that a new member of a list begins with; "and" belongs to none."""
    hits = names_in(words.phrase)
    for at in within:
        is_inside = any(hit.first < at < hit.end for hit in hits)  # "Bosnia and Herzegovina"
        if at > within.start and not is_inside and (words.is_and(at) or words.has_comma(at)):
            yield at


def split_at(words: Words, within: range, starts: Sequence[int]) -> Iterator[str]:
    """Yield the members of a list, without "and" and "the"."""
    for first, end in pairwise([within.start, *starts, within.stop]):
        begin = first
        while begin < end and (words.is_and(begin) or words.phrase.words[begin].lower() == "the"):
            begin += 1
        if begin < end:
            yield words.of(begin, end)


def sharing(words: Words, *, is_each: bool) -> Iterator[str]:
    """Yield what a noun that several names share is of each: "Greek ministers", "leaders of Mali".

    Args:
        words: The phrase.
        is_each: Whether each has one, so that the noun is in the singular.
    """
    phrase, run = words.phrase, longest_run(words)
    if not run:
        return
    first, end, count = run[0].first, run[-1].end, len(phrase.words)
    hits = [Hit(one.first, one.end) for one in run]
    if not first and end == count:
        yield from (one.name for one in run)
    elif not first:
        cut = next((i for i in range(end, count) if phrase.words[i].lower() in PREPOSITIONS), count)
        noun = noun_in(phrase, hits, cut)
        is_shared = noun is not None and noun[1] >= end and noun[2] == cut
        if noun is None or not is_shared or not (is_plural(phrase, cut) or is_adjectives(run)):
            return
        behind = described(words, range(end, count), noun, is_each=is_each)
        yield from (f"{one.name}{behind}" if behind[:1] in OWNED else f"{one.name} {behind}" for one in run)
    elif end == count and phrase.words[first - 1 - is_the(words, first)].lower() in OF_EACH:
        of = first - 1 - is_the(words, first)
        noun = noun_in(phrase, hits, of)
        is_bare = not any(hit.end <= of for hit in names_in(phrase))
        if noun is not None and noun[2] == of and is_plural(phrase, of) and is_bare:
            before = described(words, range(of), noun, is_each=is_each)
            yield from (f"{before} {phrase.words[of]} {one.name}" for one in run)


def is_the(words: Words, at: int) -> bool:
    """Tell whether "the" stands before a word."""
    return words.phrase.words[at - 1].lower() == "the"


def is_plural(phrase: Phrase, end: int) -> bool:
    """Tell whether the noun that ends before a word is in the plural."""
    return phrase.words[end - 1].lower() != phrase.lemmas[end - 1]


def is_adjectives(run: Sequence[Named]) -> bool:
    """Tell whether all names of a list but the last need a noun: "Greek and Turkish army"."""
    return all(one.basis in ADJECTIVES for one in run[:-1])


def described(words: Words, within: range, noun: tuple[ActorNoun, int, int], *, is_each: bool) -> str:
    """Return what several share, of one: an office that each state has once is in the singular."""
    at, phrase = noun[2] - 1, words.phrase
    lemma = phrase.lemmas[at]
    if not (is_each or lemma in POSTS or lemma == MINISTER) or not is_plural(phrase, noun[2]):
        return words.of(within.start, within.stop)
    one = phrase.words[at][:1] + lemma[1:]
    return " ".join(filter(None, (words.of(within.start, at), one, words.of(at + 1, within.stop))))


def longest_run(words: Words) -> list[Named]:
    """Return the names of states and bodies that stand in a list; the first such list that ends in "and" and a name."""
    run: list[Named] = []
    for one in [*named_in(words), None]:
        if run and (one is None or not is_next(words, run[-1], one)):
            if len(run) >= LEAST and any(map(words.is_and, range(run[-2].end, run[-1].first))):
                return run
            run = []
        if one is not None:
            run.append(one)
    return []


def is_next(words: Words, one: Named, other: Named) -> bool:
    """Tell whether a name follows another in a list."""
    between = [word.lower() for word in words.phrase.words[one.end : other.first] if word.lower() != "the"]
    return (not between and words.has_comma(one.end)) or (len(between) == 1 and between[0] in AND)


def named_in(words: Words) -> Iterator[Named]:
    """Yield the names in a phrase; of "North and South Korea" both in full."""
    phrase = words.phrase
    for hit in names_in(phrase):
        at = hit.first - 1
        if at > 0 and words.is_and(at) and hit.end - hit.first > 1:
            rest = phrase.words[hit.first + 1 : hit.end]
            name = " ".join((phrase.words[at - 1], *rest))
            if phrase.words[at - 1][:1].isupper() and (meaning := load_states().meaning(name, phrase.bodies.day)):
                yield Named(at - 1, at, name, meaning.basis)
        yield Named(hit.first, hit.end, words.of(hit.first, hit.end), hit.basis)


def persons_titled(words: Words) -> tuple[str, ...]:
    """Return each person of a title in the plural: "Presidents Xi Jinping and Joe Biden"."""
    phrase = words.phrase
    for end in range(1, min(LONGEST_TITLE, len(phrase.words) - LEAST)):
        noun = noun_in(phrase, [], end)
        if noun is None or noun[2] != end or noun[0].kind != "person" or not is_plural(phrase, end):
            continue
        rest = range(end, len(phrase.words))
        names = tuple(split_at(words, rest, [*separators(words, rest)]))
        if len(names) >= LEAST and all(map(is_name, names)):
            title = described(words, range(end), noun, is_each=True)
            return tuple(f"{title} {name}" for name in names)
    return ()


def is_name(text: str) -> bool:
    """Tell whether words may be a person's name or surname."""
    return is_full_name(text) or (" " not in text and text[:1].isupper() and load_states().meaning(text) is None)


def independent(words: Words, is_actor: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the members of a list of which each says by itself who it is: "Kenyan police and Ugandan soldiers"."""
    every = range(len(words.phrase.words))
    starts = [*separators(words, every)]
    only_and = [at for at in starts if words.is_and(at)]
    for cuts in (starts, only_and):
        members = tuple(split_at(words, every, cuts))
        is_list = len({*map(fold, members)}) == len(members) >= LEAST and bool(only_and)
        is_open = is_list and not is_one_phrase(words, members) and not any(is_adjective(words, m) for m in members)
        if is_open and all(map(is_actor, members)):
            return members
    return ()


def is_adjective(words: Words, member: str) -> bool:
    """Tell whether a member of a list is but the adjective of a state: "Greek", not "Greeks"."""
    named = (one for one in named_in(words) if one.name == member)
    return any(one.basis in ADJECTIVES and not one.name.endswith("s") for one in named)


def is_one_phrase(words: Words, members: Sequence[str]) -> bool:
    """Tell whether a bare name goes on what a preposition of the member before governs: "envoy for Mali and Chad"."""
    whole = {words.of(hit.first, hit.end) for hit in names_in(words.phrase)}
    return any(
        member in whole and not PREPOSITIONS.isdisjoint(before.lower().split()) for before, member in pairwise(members)
    )
