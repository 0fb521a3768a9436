"""Who a quote's speaker is: the mention at its words, or for pronouns and descriptions the speaker before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regesta.coding.roles.office_holders import holders_of_offices
from regesta.coding.roles.vague_parties import is_first_person, is_several, parties_before
from regesta.coding.triggers.arguments import MODIFIER_DEPS
from regesta.model.annotation import Mention, Quote
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.nearby import placed_quotes
from regesta.model.parse import SUBJECTS, Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import load_sectors

PERSON_PRONOUNS = frozenset({"he", "she"})
POSSESSIVES = frozenset({"his", "her"})
OF_A_SPEAKER = frozenset({"words", "figures", "account", "opinion", "view", "estimate", "estimates"})
BODY_PRONOUNS = frozenset({"it", "they"})
# Documents that speak for whoever issued them.
OWN_WORDS = frozenset({"statement", "letter", "communique", "communiqué", "message", "text", "release"})
RELATIVE = frozenset({"who", "which"})
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "its"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})  # pronouns, too: "those close to the talks"
OWN_STATE = frozenset({"name", "demonym", "capital"})  # ways in which the words themselves name the state
CONTINUED = 0.8  # how sure an actor is that is taken from the speaker before
UNRESOLVED = 0.5
MAX_MENTION_CHARS = 500
NAMED = frozenset({"person", "org"})  # entities that a name stands for; a state's is shared by its unnamed officials
REACH_SPEAKERS = 20  # how far back the issuer of "the statement" is looked for


@dataclass(frozen=True, slots=True)
class Person:
    """Whom some words denote.

    Attributes:
        actor: Who it is.
        is_one: One human being, named or described; False for bodies, groups and documents.
    """

    actor: Actor
    is_one: bool

    @property
    def is_named(self) -> bool:
        """It is a human being known by name."""
        return self.actor.is_person

    def continued(self) -> "Person":
        """Return the same, as known from the speaker before."""
        if self.actor.basis == "speaker before":
            return self
        confidence = round(self.actor.confidence * CONTINUED, 4)
        return replace(self, actor=replace(self.actor, confidence=confidence, basis="speaker before"))


class SpeakerFinder:
    """Finds the speakers of one article's quotes, in their order."""

    def __init__(self, article: Article, parse: Parse) -> None:
        self.article = article
        self.parse = parse
        self.mention_starts = [mention.span.start for mention in article.mentions]
        self.sentence_starts = [sentence.span.start for sentence in article.sentences]
        self.said = frozenset(t for quote in article.quotes for span in quote.content for t in parse.tokens_in(span))
        self.surnames: dict[str, int] = {}
        for index, mention in enumerate(article.mentions):
            if mention.label == "PERSON" and mention.name:
                self.surnames.setdefault(mention.name.of(article.text).split()[-1], index)
        self.known: list[tuple[Quote, Person]] = []
        self.people: dict[Quote, Person] = {}
        self.last_human: Person | None = None

    def roles(self) -> Iterator[tuple[Role, ...]]:
        """Yield the speakers of each quote, in text order; () for a quote whose speaker the text does not give."""
        for quote in self.article.quotes:
            if quote.speaker is None:
                yield ()
                continue
            person = self.identify(quote.speaker)
            self.known.append((quote, person))
            self.people[quote] = person
            self.last_human = person if person.is_one else self.last_human
            words = quote.speaker.of(self.article.text)
            first = Role(name="speaker", span=quote.speaker, text=words, actor=person.actor)
            if is_several(first, self.parse) and (meant := parties_before(self, first)):
                yield tuple(replace(first, actor=actor) for actor in meant)
            else:
                yield first, *self.others(quote.speaker, person.actor)

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence a token stands in."""
        return bisect_right(self.sentence_starts, self.parse.starts[token]) - 1

    def others(self, span: Span, first: Actor) -> Iterator[Role]:
        """Yield the persons, bodies and states named beside the first in a speaker's words: "Berg and Holm said"."""
        mentions = self.article.mentions
        seen = {first.entity or first.name}
        for index in range(bisect_left(self.mention_starts, span.start), bisect_left(self.mention_starts, span.end)):
            mention = mentions[index]
            if mention.kind == "actor" and span.contains(mention.span) and self.is_beside(mention.head, span):
                actor = self.read(index).actor
                if (actor.entity or actor.name) not in seen:
                    seen.add(actor.entity or actor.name)
                    words = mention.span.of(self.article.text)
                    yield Role(name="speaker", span=mention.span, text=words, actor=actor)

    def is_beside(self, token: int, span: Span) -> bool:
        """Tell whether a noun is joined to the head of a phrase: "A and B", but not "head of A and B"."""
        parse = self.parse
        above = parse.first_of_row(token)
        outside = parse.heads[above] == above or not span.overlaps(parse.span(parse.heads[above]))
        return above != token and outside and span.overlaps(parse.span(above))

    def addressee(self, quote: Quote) -> Role | None:
        """Return whom a quote was said to; None when the text does not say."""
        if quote.addressee is None:
            return None
        index = self.mention_at(quote.addressee)
        text = quote.addressee.of(self.article.text)
        actor = None if index is None else self.article.mentions[index].actor
        if index is not None and actor is not None:
            actor = self.as_told(actor, self.article.mentions[index], quote.addressee)
        return Role(name="addressee", span=quote.addressee, text=text, actor=actor or self.unresolved(quote.addressee))

    def identify(self, span: Span) -> Person:
        """Return who the words of a speaker are."""
        text = span.of(self.article.text)
        words = text.lower().split()
        if words[0] in RELATIVE and (noun := self.modified_by(span)) is not None:
            return self.identify(noun)
        if is_first_person(text) and (speaking := self.speaking_at(span)):
            return speaking
        index = self.mention_at(span)
        own = Person(self.unresolved(span), is_one=False)
        if index is not None:
            own = self.as_described(span, self.read(index))
            actor = self.as_told(own.actor, self.article.mentions[index], span)
            own = own if actor is own.actor else Person(actor, is_one=False)
        is_own_word = len(words) == 2 and words[0] in POSSESSIVES and words[1] in OF_A_SPEAKER
        is_loose = words == ["who"] and not own.is_one  # "Berg came along, who also said"
        if words[0] in PERSON_PRONOUNS or is_own_word or is_loose:
            return self.taken_up(span, own) or own
        if words[0] == "the" and own.is_one and not own.is_named:
            return self.holder_of_office(own.actor) or self.described(span, own.actor) or own
        if words[0] in BODY_PRONOUNS and self.known and not self.known[-1][1].is_one:
            return self.known[-1][1].continued()
        if words[0] == "the" and len(words) == 2 and words[1] in OWN_WORDS:
            return self.issuer(words[1]) or own
        return own

    def speaking_at(self, span: Span) -> Person | None:
        """Return who says the words in which "we" stands, as far as is known yet; None of words outside of quotes."""
        around = [quote for _, quote in placed_quotes(self.article).around(span) if quote in self.people]
        return self.people[around[-1]] if around else None

    def as_told(self, actor: Actor, mention: Mention, span: Span) -> Actor:
        """Return whom words denote that hold a mention: of its state only, where that says no more of somebody."""
        if not self.is_modifier(mention, span):
            return actor
        return replace(actor, name=self.without_determiner(span), sector=None, entity=None)

    def is_modifier(self, mention: Mention, span: Span) -> bool:
        """Tell whether a people's name only tells whose somebody is: "Lebanese" in "a retired Lebanese surveyor"."""
        above = self.parse.heads[mention.head]
        is_within = self.parse.deps[mention.head] in MODIFIER_DEPS and span.overlaps(self.parse.span(above))
        is_state = mention.actor is not None and mention.actor.is_state
        return is_within and is_state and mention.label == "NORP"

    def modified_by(self, span: Span) -> Span | None:
        """Return the name or description that the clause of a relative pronoun modifies: "Berg, who said"."""
        verb = self.parse.heads[self.parse.token_at(span.start)]
        noun = self.parse.heads[verb]
        if self.parse.deps[verb] != "relcl" or self.parse.starts[noun] >= span.start:
            return None
        near = bisect_left(self.mention_starts, span.start)
        spans = (mention.span for mention in reversed(self.article.mentions[max(0, near - 20) : near]))
        return next((found for found in spans if found.overlaps(self.parse.span(noun))), None)

    def mention_at(self, span: Span) -> int | None:
        """Return the index of the mention that a noun phrase is; None when there is none.

        It is the first mention in it, the longest of those, or the name in apposition to it. A surname that is no
        mention where it stands is the person so named elsewhere in the article.
        """
        mentions = self.article.mentions
        near = range(
            bisect_left(self.mention_starts, span.start - MAX_MENTION_CHARS), bisect_left(self.mention_starts, span.end)
        )
        inside = [i for i in near if mentions[i].span.overlaps(span) and mentions[i].kind != "other"]
        inside = [i for i in inside if not self.parse.in_clause(mentions[i].head, span)]  # "a report seen by Berg"
        first = min(inside, key=lambda i: (mentions[i].span.start, -mentions[i].span.end), default=None)
        if first is None:
            return self.surnames.get(span.of(self.article.text).split()[-1])
        if mentions[first].label == "PERSON":
            return first
        beside = (i for i in inside if mentions[i].label == "PERSON" and self.parse.deps[mentions[i].head] == "appos")
        return next(beside, first)

    def read(self, index: int) -> Person:
        """Return whom a mention denotes, under the fullest name or description the article has."""
        mention = self.article.mentions[index]
        root = mention if mention.antecedent is None else self.article.mentions[mention.antecedent]
        words = root.name or root.span
        person = Person(mention.actor or root.actor or self.unresolved(words), is_one=False)
        is_body = is_known_body(person.actor)
        if root.form == "nominal" and not (person.is_named or is_body):  # a source without a name keeps its description
            person = replace(person, actor=replace(person.actor, name=self.without_determiner(words)))
        return replace(person, is_one=person.is_named or self.is_one_human(root))

    def as_described(self, span: Span, person: Person) -> Person:
        """Return a source without a name under its whole description: "sources close to the talks", not "sources"."""
        words = self.without_determiner(span)
        is_cut = person.actor.name.lower() != words.lower() and words.lower().startswith(person.actor.name.lower())
        is_named = (person.actor.entity or "").partition(":")[0] in NAMED
        return person if is_named or not is_cut else replace(person, actor=replace(person.actor, name=words))

    def unresolved(self, span: Span) -> Actor:
        """Return the actor of whom only some words are known."""
        return Actor(name=self.without_determiner(span), confidence=UNRESOLVED, basis="name only")

    def without_determiner(self, span: Span) -> str:
        """Return a noun phrase without the determiner of its noun, and without marks left at its ends."""
        text = span.of(self.article.text)
        first, _, rest = text.partition(" ")
        word = first.lower()
        is_noun_s = word in DEMONSTRATIVES and self.parse.deps[self.parse.token_at(span.start)] == "det"
        words = rest if rest and (word in DETERMINERS or is_noun_s) else text
        return Span(0, len(words)).tightened(words).of(words).removesuffix("'s").removesuffix("’s")

    def is_one_human(self, mention: Mention) -> bool:
        """Tell whether a mention is one human being, by label or by noun."""
        if mention.label or mention.form == "pronoun":
            return mention.label == "PERSON"
        noun = load_sectors().noun((self.parse.lemmas[mention.head],))
        return noun is not None and noun.kind == "person" and self.parse.tags[mention.head] in {"NN", "NNP"}

    def taken_up(self, span: Span, own: Person) -> Person | None:
        """Return whom "he" takes up; None when nobody was named or spoke before.

        That is the last person who is subject of the reporter's own sentences since the speaker before; else that
        speaker; else whom coreference found, if a human being; else the last speaker who is one.
        """
        subject = self.last_subject(span)
        if subject is not None:
            return subject
        if self.known and self.known[-1][1].is_one:
            return self.known[-1][1].continued()
        return own if own.is_one or self.last_human is None else self.last_human.continued()

    def described(self, span: Span, description: Actor) -> Person | None:
        """Return whom "the leader" takes up: a subject or speaker just before, unless of another state."""
        subject = self.last_subject(span)
        speaker = self.known[-1][1].continued() if self.known and self.known[-1][1].is_one else None
        for person in (subject, speaker):
            if person is not None and (
                description.basis not in OWN_STATE or person.actor.iso3 in {None, description.iso3}
            ):
                return person
        return None

    def last_subject(self, span: Span) -> Person | None:
        """Return the last named person who is subject outside quotes between the speaker before and some words."""
        quote = self.known[-1][0] if self.known else None
        parts = (*quote.content, quote.speaker, quote.cue) if quote else ()
        start = max((part.end for part in parts if part is not None), default=0)
        near = range(bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, span.start))
        for index in reversed(near):
            mention = self.article.mentions[index]
            is_subject = mention.form == "name" and self.parse.deps[mention.head] in SUBJECTS
            if is_subject and mention.head not in self.said and (person := self.read(index)).is_named:
                return person
        return None

    def holder_of_office(self, description: Actor) -> Person | None:
        """Return the one person named in the office and state of "the Russian foreign minister"; None without such."""
        if not description.office or description.basis not in OWN_STATE:
            return None
        holders = holders_of_offices(self.article)[description.iso3, description.office.lower()]
        named = [actor for actor in holders.values() if actor.is_person]
        return Person(named[0], is_one=True).continued() if len(named) == 1 else None

    def issuer(self, noun: str) -> Person | None:
        """Return who issued "the statement": the last speaker whose sentence mentions it; None without one."""
        for quote, person in reversed(self.known[-REACH_SPEAKERS:]):
            if quote.cue is not None:
                number = max(0, bisect_right(self.sentence_starts, quote.cue.start) - 1)
                sentence = self.article.sentences[number].span.of(self.article.text)
                if noun in sentence.lower().split() and noun not in person.actor.name.lower():
                    return person.continued()
        return None


def is_known_body(actor: Actor) -> bool:
    """Tell whether an actor is an organisation that has a name of its own, whatever words stand for it."""
    return actor.basis.endswith("organization") and actor.is_body
