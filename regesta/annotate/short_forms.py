"""Links short forms of a person's name to its fullest in an article: "Levy" to "David Levy"."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from regesta.model.annotation import Mention
from regesta.model.article import Article

DEFINITES = frozenset({"the", "this", "that", "these", "those"})


def parse_sentence(article: Article, mention: Mention) -> int:
    """Return the number of the sentence a mention stands in."""
    return bisect_right(article.sentences, mention.head, key=lambda sentence: sentence.end_token)


def name_words(name: str) -> tuple[str, ...]:
    """Return the words a name is matched by: without articles and possessive marks ("al-Maliki" is "Maliki")."""
    words = name.replace("’s", "").replace("'s", "").split()
    return tuple(re.sub(r"(?i)^(al|el|as|ar|ash)-(?=\w)", "", word).lower() for word in words)


def fullest_names(article: Article) -> dict[int, int]:
    """Return, for each named person, the index of the fullest name that ends or begins like it.

    "Levy" belongs to "David Levy" by its last word. A name that fits several people belongs to the one whose office is
    told with it, else to the one named in full most often, else first; but not to a relative: to whom the article has
    named beside the bare name ("President Levy and Anna Levy").
    """
    names = {
        i: name_words(m.name.of(article.text))
        for i, m in enumerate(article.mentions)
        if m.form == "name" and m.label == "PERSON" and m.name is not None
    }
    first: dict[tuple[str, ...], int] = {}
    titles: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for index, words in names.items():
        first.setdefault(words, index)
        titles[words] |= title_words(article, article.mentions[index])
    often = Counter(names.values())
    relatives = {words for i, words in names.items() if is_beside_bare_name(article, article.mentions[i], words)}
    longer = longer_names(first)
    meant: dict[tuple[tuple[str, ...], frozenset[str]], tuple[str, ...]] = {}  # a name that many bear is looked up once
    links: dict[int, int] = {}
    for index, words in names.items():
        size, own = len(words), frozenset(title_words(article, article.mentions[index]))
        if (words, own) not in meant:
            fuller = longer.get(words, ())
            people = [t for t in fuller if t not in relatives] or [t for t in fuller if t[:size] == words]
            meant[words, own] = max(
                people, key=lambda t: (not own.isdisjoint(titles[t]), often[t], -first[t]), default=words
            )
        links[index] = first[meant[words, own]]
    return links


def longer_names(names: Iterable[tuple[str, ...]]) -> Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """Return the names that begin or end with fewer words, by those words."""
    found: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in names:
        for size in range(1, len(words)):
            for part in {words[:size], words[-size:]}:
                found[part].append(words)
    return found


def title_words(article: Article, mention: Mention) -> set[str]:
    """Return the words that stand with a name in its mention: "president" of "President Ana Berg"."""
    beside = mention.span.of(article.text)
    name = mention.name.of(article.text) if mention.name else beside
    return {word for word in re.findall(r"\w+", beside.replace(name, " ").lower()) if word not in DEFINITES}


def is_beside_bare_name(article: Article, mention: Mention, words: tuple[str, ...]) -> bool:
    """Tell whether a full name follows its first or last word alone in one sentence: that is another of the family."""
    number = parse_sentence(article, mention)
    if len(words) < 2 or mention.name is None or number == len(article.sentences):
        return False
    said = set(re.findall(r"[\w-]+", article.text[article.sentences[number].span.start : mention.name.start].lower()))
    return bool(said & {words[0], words[-1]}) and not said.issuperset(words)
