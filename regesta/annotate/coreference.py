"""Links mentions to the fullest mention of the same actor: short names, appositions, pronouns, "the minister"."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.annotate.initials import of_initials
from regesta.annotate.mentions import noun_key
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import Parse
from regesta.ontology.actor_sectors import load_sectors

PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
GROUP_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
DEFINITES = frozenset({"the", "this", "that", "these", "those"})
COUNTERPART = "counterpart"
OF_NOW = frozenset({"current", "incumbent"})  # "the current president" is the president
OFFICE_WORDS = 4  # "deputy prime minister" and one to spare
REACH_SENTENCES = 3  # how far back a pronoun looks; news pronouns rarely reach further


@dataclass(frozen=True)
class Coreference:
    """Link mentions of the same actor within an article."""

    name: ClassVar[str] = "coreference"
    requires: ClassVar[frozenset[str]] = frozenset({"parse", "sentences", "mentions"})
    assigns: ClassVar[frozenset[str]] = frozenset({"mentions"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with `antecedent` set on its mentions."""
        for article in articles:
            yield replace(article, mentions=link_mentions(article))


def link_mentions(article: Article) -> tuple[Mention, ...]:
    """Return the mentions with their antecedents: the index of the fullest mention of the same actor."""
    parse = article.parse
    if parse is None:
        return article.mentions
    linker = Linker(article, parse)
    links = [linker.antecedent(index) for index in range(len(article.mentions))]
    return tuple(replace(mention, antecedent=root_of(index, links)) for index, mention in enumerate(article.mentions))


def root_of(index: int, links: list[int | None]) -> int | None:
    """Follow a chain of antecedents to its end; None for a mention that is its own end."""
    seen = [index]
    while (after := links[seen[-1]]) is not None and after not in seen:
        seen.append(after)
    return seen[-1] if len(seen) > 1 else None


class Linker:
    """Finds the antecedent of each mention of one article."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self.article = article
        self.parse = parse
        self.mentions = article.mentions
        self.by_head = {mention.head: index for index, mention in enumerate(self.mentions)}
        self.sentence = [parse_sentence(article, mention) for mention in self.mentions]
        self.fullest = fullest_names(article) | of_initials(article)

    def antecedent(self, index: int) -> int | None:
        """Return the index of the mention that this one refers back to; None when it stands for itself."""
        mention = self.mentions[index]
        if mention.form == "pronoun":
            return self.of_pronoun(index)
        named = self.of_apposition(index)
        if named is not None:
            return named
        is_name = mention.form == "name"
        described = None if is_name and self.is_capitalised(mention) else self.of_description(index)
        if described is None and is_name:
            fullest = self.fullest.get(index)
            return fullest if fullest != index else None
        return described

    def is_capitalised(self, mention: Mention) -> bool:
        """Tell whether a mention is written as a name: the network takes "the council" for one too."""
        return any(
            self.parse.words[t][:1].isupper() and self.parse.lemmas[t] not in DEFINITES
            for t in self.parse.tokens_in(mention.span)
        )

    def of_apposition(self, index: int) -> int | None:
        """Return the name beside a description: "the Russian president, Vladimir Putin"."""
        mention = self.mentions[index]
        if mention.form != "nominal":
            return None
        beside = list(self.parse.governed(mention.head, "appos"))
        beside += [self.parse.heads[mention.head]] if self.parse.deps[mention.head] == "appos" else []
        for head in beside:
            other = self.by_head.get(head)
            if other is not None and (
                self.mentions[other].label in {"PERSON", "ORG"} or self.names_person(index, other)
            ):
                return other
        return None

    def names_person(self, index: int, other: int) -> bool:
        """Tell whether a description is of one person and stands beside a name, whatever the recogniser made of it."""
        return self.mentions[other].form == "name" and self.is_person(index)

    def of_pronoun(self, index: int) -> int | None:
        """Return the nearest earlier mention a pronoun can stand for."""
        mention = self.mentions[index]
        if self.parse.tags[mention.head] in RELATIVE_TAGS:
            return self.of_relative(mention.head)
        lemma = self.parse.words[mention.head].lower()
        candidates = [i for i in range(index) if self.sentence[index] - self.sentence[i] <= REACH_SENTENCES]
        if lemma in PERSON_PRONOUNS:
            return self.nearest(index, [i for i in candidates if self.is_person(i)])
        if lemma in GROUP_PRONOUNS:
            return self.nearest(index, [i for i in candidates if self.is_plural(i)])
        if lemma in THING_PRONOUNS:
            return self.nearest(index, [i for i in candidates if self.mentions[i].label in {"ORG", "GPE"}])
        return None

    def of_relative(self, head: int) -> int | None:
        """Return the noun a relative pronoun stands for."""
        for above in self.parse.ancestors(head):
            if self.parse.deps[above] == "relcl":
                return self.by_head.get(self.parse.heads[above])
        return None

    def nearest(self, index: int, candidates: list[int]) -> int | None:
        """Return the best candidate: subjects before others, nearer sentences first, the first of a sentence first."""
        own = self.mentions[index]

        def rank(i: int) -> tuple[int, bool, int]:
            far = self.sentence[index] - self.sentence[i]
            is_subject = self.parse.deps[self.mentions[i].head] in {"nsubj", "nsubjpass"}
            return (far, not is_subject, self.mentions[i].span.start if far else -self.mentions[i].span.start)

        free = [i for i in candidates if not self.mentions[i].span.overlaps(own.span)]
        return min(free, key=rank, default=None)

    def of_description(self, index: int) -> int | None:
        """Return the earlier mention that "the minister" or "the ministry" names again."""
        mention = self.mentions[index]
        first = self.parse.tokens_in(mention.span)[0]
        if self.parse.lemmas[first] not in DEFINITES:
            return None
        words = self.content_words(mention)
        is_of_state = self.parse.entities[first + 1].endswith("NORP")
        is_told_apart = self.parse.pos[first + 1] == "ADJ" and self.parse.lemmas[first + 1] not in OF_NOW
        if len(words) > 2 and mention.label == "" and is_told_apart and not is_of_state:
            return None
        for i in range(index - 1, -1, -1):
            other = self.mentions[i]
            if other.form != "pronoun" and words <= self.content_words(other) and self.same_number(mention, other):
                return i
        return None

    def same_number(self, mention: Mention, other: Mention) -> bool:
        """Tell whether two mentions are both singular or both plural."""
        plural = {"NNS", "NNPS"}
        return (self.parse.tags[mention.head] in plural) == (self.parse.tags[other.head] in plural)

    def content_words(self, mention: Mention) -> frozenset[str]:
        """Return the lemmas of a mention without determiners and marks; a counterpart holds the office named before."""
        words = frozenset(
            self.parse.lemmas[t]
            for t in self.parse.tokens_in(mention.span)
            if self.parse.pos[t] in {"NOUN", "PROPN", "ADJ"} and self.parse.lemmas[t] not in OF_NOW
        )
        return words | self.office_before(mention) if COUNTERPART in words else words

    def office_before(self, mention: Mention) -> frozenset[str]:
        """Return the words of the office named last before a mention, in its sentence; empty when none is."""
        first = self.parse.tokens_in(mention.span)[0]
        begin = self.article.sentences[parse_sentence(self.article, mention)].first_token
        for token in range(first - 1, begin - 1, -1):
            lemmas = [lemma.lower() for lemma in self.parse.lemmas[max(begin, token + 1 - OFFICE_WORDS) : token + 1]]
            noun = load_sectors().noun(lemmas)
            if noun is not None and noun.kind == "person" and noun.phrase != COUNTERPART:
                return frozenset(noun.phrase.split())
        return frozenset()

    def is_person(self, index: int) -> bool:
        """Tell whether a mention is one person."""
        mention = self.mentions[index]
        if mention.label:
            return mention.label == "PERSON"
        if mention.form != "nominal" or self.parse.tags[mention.head] not in {"NN", "NNP"}:
            return False
        noun = load_sectors().noun(noun_key(self.parse, mention.head))
        return noun is not None and noun.kind == "person"

    def is_plural(self, index: int) -> bool:
        """Tell whether a mention is several people, or a body spoken of as they."""
        mention = self.mentions[index]
        return self.parse.tags[mention.head] in {"NNS", "NNPS"} or any(self.parse.governed(mention.head, "conj"))


def parse_sentence(article: Article, mention: Mention) -> int:
    """Return the number of the sentence a mention stands in."""
    for number, sentence in enumerate(article.sentences):
        if mention.head < sentence.end_token:
            return number
    return len(article.sentences)


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
    links: dict[int, int] = {}
    for index, words in names.items():
        size, own = len(words), title_words(article, article.mentions[index])
        fuller = [theirs for theirs in first if len(theirs) > size and words in (theirs[-size:], theirs[:size])]
        people = [theirs for theirs in fuller if theirs not in relatives] or [t for t in fuller if t[:size] == words]
        meant = max(people, key=lambda t: (bool(own & titles[t]), often[t], -first[t]), default=words)
        links[index] = first[meant]
    return links


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
