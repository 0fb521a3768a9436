"""Links mentions to the fullest mention of the same actor: short names, appositions, pronouns, "the minister"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar

from regesta.annotate.initials import of_initials
from regesta.annotate.mentions import noun_key
from regesta.annotate.short_forms import DEFINITES, fullest_names, parse_sentence
from regesta.model.annotation import Mention
from regesta.model.article import Article
from regesta.model.parse import ARGUMENT_DEPS, SUBJECTS, Parse
from regesta.ontology.actor_sectors import load_sectors

MEN = frozenset({"he", "him", "his", "himself"})
WOMEN = frozenset({"she", "her", "hers", "herself"})
PERSON_PRONOUNS = MEN | WOMEN
GROUP_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
THING_PRONOUNS = frozenset({"it", "its", "itself"})
REFLEXIVES = frozenset({"himself", "herself", "themselves", "itself"})
RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})
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
    roots = roots_of(Linker(article, parse).link())
    return tuple(replace(mention, antecedent=roots[index]) for index, mention in enumerate(article.mentions))


def roots_of(links: Sequence[int | None]) -> list[int | None]:
    """Return the end of each mention's chain of antecedents; None for one that is its own end.

    Of those that lead to each other in a circle it is the one that leads to the mention.
    """
    roots: dict[int, int] = {}
    for start in range(len(links)):
        path: dict[int, None] = {}
        at: int | None = start
        while at is not None and at not in roots and at not in path:
            path[at] = None
            at = links[at]
        chain = list(path)
        if at is None:
            roots[chain[-1]] = chain[-1]
        elif at in path:
            circle = chain[chain.index(at) :]
            roots |= zip(circle, [circle[-1], *circle[:-1]], strict=True)
        for index in reversed(chain):
            if index not in roots and (link := links[index]) is not None:
                roots[index] = roots[link]
    return [root if (root := roots[index]) != index else None for index in range(len(links))]


class Linker:
    """Finds the antecedent of each mention of one article."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self.article = article
        self.parse = parse
        self.mentions = article.mentions
        self.by_head = {mention.head: index for index, mention in enumerate(self.mentions)}
        self.sentence = [parse_sentence(article, mention) for mention in self.mentions]
        self.fullest = fullest_names(article) | of_initials(article)
        self.before = list(accumulate(self.sentence, max))  # the last sentence of a mention and all before it
        self.links: list[int | None] = []  # of the mentions so far
        self.ends: list[int] = []  # what those lead back to
        self.words = [frozenset() if m.form == "pronoun" else self.content_words(m) for m in self.mentions]
        self.told_with: defaultdict[str, list[int]] = defaultdict(list)  # the names and descriptions with a word
        for index, words in enumerate(self.words):
            for word in words:
                self.told_with[word].append(index)
        self.by_verb: defaultdict[int | None, list[int]] = defaultdict(list)
        for index, mention in enumerate(self.mentions):
            self.by_verb[self.verb_of(mention.head)].append(index)

    def link(self) -> list[int | None]:
        """Return the antecedent of each mention, found in text order."""
        for index in range(len(self.mentions)):
            link = self.antecedent(index)
            self.links.append(link)
            self.ends.append(index if link is None or link >= index else self.ends[link])
        return self.links

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
        others = {self.actor_of(i) for i in self.partners(index)} if lemma not in REFLEXIVES else set()
        candidates = [
            i
            for i in range(bisect_left(self.before, self.sentence[index] - REACH_SENTENCES, 0, index), index)
            if self.sentence[index] - self.sentence[i] <= REACH_SENTENCES and self.actor_of(i) not in others
        ]
        if lemma in PERSON_PRONOUNS:
            found = self.nearest(index, [i for i in candidates if self.is_person(i)])
            return found if found is not None else self.same_pronoun(lemma, candidates)
        if lemma in GROUP_PRONOUNS:
            return self.nearest(index, [i for i in candidates if self.is_plural(i)])
        if lemma in THING_PRONOUNS:
            return self.nearest(index, [i for i in candidates if self.mentions[i].label in {"ORG", "GPE"}])
        return None

    def same_pronoun(self, lemma: str, candidates: list[int]) -> int | None:
        """Return the last pronoun for one of the same sex: "He said ... He added ... He left"."""
        alike = next(sex for sex in (MEN, WOMEN) if lemma in sex)
        said = (i for i in reversed(candidates) if self.parse.words[self.mentions[i].head].lower() in alike)
        return next((i for i in said if self.links[i] is not None), None)

    def partners(self, index: int) -> list[int]:
        """Return the mentions that stand beside one under the same verb, and are somebody else: "**Levy** met him"."""
        verb = self.verb_of(self.mentions[index].head)
        if verb is None:
            return []
        return [i for i in self.by_verb[verb] if i != index]

    def verb_of(self, head: int) -> int | None:
        """Return the verb that a noun is subject or object of, with or without a preposition; None when of none."""
        dep, above = self.parse.deps[head], self.parse.heads[head]
        if dep == "pobj" and self.parse.lemmas[above] != "as":  # "he denied that as minister he had known it"
            dep, above = self.parse.deps[above], self.parse.heads[above]
            return above if dep in {"prep", "agent", "dative"} and self.parse.pos[above] == "VERB" else None
        return above if dep in ARGUMENT_DEPS and self.parse.pos[above] == "VERB" else None

    def actor_of(self, index: int) -> int:
        """Return the index of the mention that a mention goes back to, as far as is known yet."""
        end = self.ends[index] if index < len(self.ends) else index
        return self.fullest.get(end, end)

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
            is_subject = self.parse.deps[self.mentions[i].head] in SUBJECTS
            return (far, not is_subject, self.mentions[i].span.start if far else -self.mentions[i].span.start)

        free = [i for i in candidates if not self.mentions[i].span.overlaps(own.span)]
        return min(free, key=rank, default=None)

    def of_description(self, index: int) -> int | None:
        """Return the earlier mention that "the minister" or "the ministry" names again."""
        mention = self.mentions[index]
        first = self.parse.tokens_in(mention.span)[0]
        if self.parse.lemmas[first] not in DEFINITES:
            return None
        words = self.words[index]
        is_of_state = self.parse.entities[first + 1].endswith("NORP")
        is_told_apart = self.parse.pos[first + 1] == "ADJ" and self.parse.lemmas[first + 1] not in OF_NOW
        if len(words) > 2 and mention.label == "" and is_told_apart and not is_of_state:
            return None
        told: Sequence[int] = min((self.told_with[word] for word in words), key=len, default=range(index))
        for i in reversed(told[: bisect_left(told, index)]):
            other = self.mentions[i]
            if other.form != "pronoun" and words <= self.words[i] and self.same_number(mention, other):
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
        return self.parse.tags[mention.head] in {"NNS", "NNPS"} or self.parse.governs(mention.head, "conj")
