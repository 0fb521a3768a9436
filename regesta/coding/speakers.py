"""Who a quote's speaker is: the mention at its words, or for pronouns and descriptions the speaker before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from regesta.model.annotation import Mention, Quote
from regesta.model.article import Article
from regesta.model.entity import Actor
from regesta.model.event import Role
from regesta.model.parse import Parse
from regesta.model.span import Span
from regesta.ontology.actor_sectors import load_sectors

PERSON_PRONOUNS = frozenset({"he", "she"})
BODY_PRONOUNS = frozenset({"it", "they"})
# Documents that speak for whoever issued them.
OWN_WORDS = frozenset({"statement", "letter", "communique", "communiqué", "message", "text", "release"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARTICLES = frozenset({"the", "a", "an"})
CONTINUED = 0.8  # how sure an actor is that is taken from the speaker before
UNRESOLVED = 0.5
OWN_STATE = frozenset({"name", "demonym", "capital"})  # ways in which the words themselves name the state


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the article makes him known.

    Attributes:
        actor: Who it is.
        is_person: One person, named or described.
        quote: The quote he speaks.
    """

    actor: Actor
    is_person: bool
    quote: Quote

    @property
    def end(self) -> int:
        """Offset after the statement."""
        parts = (*self.quote.content, self.quote.speaker, self.quote.cue)
        return max(span.end for span in parts if span is not None)


def find_speakers(article: Article, parse: Parse) -> list[Role | None]:
    """Return the speaker of each quote of an article, in the order of its quotes."""
    roles: list[Role | None] = []
    known: list[Speaker] = []
    for quote in article.quotes:
        if quote.speaker is None:
            roles.append(None)
            continue
        actor, is_one = identify(article, parse, quote.speaker, known)
        known.append(Speaker(actor, is_one, quote))
        roles.append(Role(name="speaker", span=quote.speaker, text=quote.speaker.of(article.text), actor=actor))
    return roles


def identify(article: Article, parse: Parse, span: Span, known: Sequence[Speaker]) -> tuple[Actor, bool]:
    """Return who some words are, and whether that is one person.

    Args:
        article: The article.
        parse: Its parse.
        span: The speaker's noun phrase.
        known: The speakers of the quotes before, in order.
    """
    words = span.of(article.text).lower().split()
    index = mention_at(article, parse, span)
    if index is None:
        own = Actor(name=without_article(span.of(article.text)), confidence=UNRESOLVED, basis="name only"), False
    else:
        own = read(article, parse, index)
    if words[0] in PERSON_PRONOUNS:
        return earlier_person(article, parse, span, known) or own
    if words[0] == "the" and own[1] and not is_named(own[0]):
        return holder_of_office(article, own[0]) or earlier_person(article, parse, span, known, own[0]) or own
    if words[0] in BODY_PRONOUNS and known and not known[-1].is_person:
        return continued(known[-1].actor), False
    if words[0] == "the" and words[1:2] == words[-1:] and words[-1] in OWN_WORDS:
        return issuer(article, words[-1], known) or own
    return own


def mention_at(article: Article, parse: Parse, span: Span) -> int | None:
    """Return the index of the mention that a noun phrase is; None when there is none.

    It is the first mention in it, the longest of those, or the name in apposition to it. A surname that is no mention
    where it stands is the person so named elsewhere in the article.
    """
    inside = [i for i, m in enumerate(article.mentions) if m.span.overlaps(span) and m.kind != "other"]
    first = min(inside, key=lambda i: (article.mentions[i].span.start, -article.mentions[i].span.end), default=None)
    if first is None:
        return same_surname(article, span)
    beside = (
        i for i in inside if article.mentions[i].label == "PERSON" and parse.deps[article.mentions[i].head] == "appos"
    )
    return first if article.mentions[first].label == "PERSON" else next(beside, first)


def same_surname(article: Article, span: Span) -> int | None:
    """Return the index of the first person whose name ends like a phrase; None when nobody's does."""
    word = span.of(article.text).split()[-1]
    for index, mention in enumerate(article.mentions):
        if mention.label == "PERSON" and mention.name and mention.name.of(article.text).split()[-1] == word:
            return index
    return None


def read(article: Article, parse: Parse, index: int) -> tuple[Actor, bool]:
    """Return whom a mention denotes, under the fullest name or description, and whether that is one person."""
    mention = article.mentions[index]
    root = mention if mention.antecedent is None else article.mentions[mention.antecedent]
    words = without_article((root.name or root.span).of(article.text))
    actor = mention.actor or root.actor or Actor(name=words, confidence=UNRESOLVED, basis="name only")
    if root.form == "nominal" and not is_named(actor):
        actor = replace(actor, name=words)  # a source without a name keeps its description: "Israeli officials"
    return actor, is_named(actor) or is_person(parse, root)


def without_article(text: str) -> str:
    """Return a noun phrase without its article."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ARTICLES else text


def is_named(actor: Actor) -> bool:
    """Tell whether an actor is a person known by name."""
    return bool(actor.entity and actor.entity.startswith("person:"))


def is_person(parse: Parse, mention: Mention) -> bool:
    """Tell whether a mention is one person, by label or by its noun."""
    if mention.label or mention.form == "pronoun":
        return mention.label == "PERSON"
    noun = load_sectors().noun((parse.lemmas[mention.head],))
    return noun is not None and noun.kind == "person" and parse.tags[mention.head] in {"NN", "NNP"}


def holder_of_office(article: Article, described: Actor) -> tuple[Actor, bool] | None:
    """Return the one person named in the office and state of "the Russian foreign minister"; None without such."""
    if not described.office or described.basis not in OWN_STATE:
        return None
    holders = {
        m.actor.name: m.actor
        for m in article.mentions
        if m.actor and is_named(m.actor) and m.actor.iso3 == described.iso3
        and (m.actor.office or "").lower() == described.office.lower()
    }  # fmt: skip
    return (continued(next(iter(holders.values()))), True) if len(holders) == 1 else None


def earlier_person(
    article: Article, parse: Parse, span: Span, known: Sequence[Speaker], described: Actor | None = None
) -> tuple[Actor, bool] | None:
    """Return the person whom "he" or "the leader" takes up; None when it is none of the speakers before.

    That is the last person who is subject of a sentence of the reporter's since the speaker before, else that speaker,
    else, where coreference finds no person either, the last speaker who is one.

    Args:
        article: The article.
        parse: Its parse.
        span: The words that take somebody up.
        known: The speakers of the quotes before, in order.
        described: What the words themselves tell; somebody of another state is not meant.
    """
    since = known[-1].end if known else 0
    subject = last_subject(article, parse, Span(min(since, span.start), span.start))
    candidates = [subject] if subject else []
    candidates += [speaker.actor for speaker in reversed(known) if speaker.is_person and speaker is known[-1]]
    index = mention_at(article, parse, span)
    if index is not None and described is None:
        actor, is_one = read(article, parse, index)
        candidates += [actor] if is_one else []
    candidates += [speaker.actor for speaker in reversed(known) if speaker.is_person and described is None]
    for actor in candidates:
        if described is None or described.basis not in OWN_STATE or actor.iso3 in {None, described.iso3}:
            return (actor if actor is subject else continued(actor)), True
    return None


def last_subject(article: Article, parse: Parse, within: Span) -> Actor | None:
    """Return the last named person who is subject of a clause outside quotes in a stretch of text; None without one."""
    for index, mention in reversed(list(enumerate(article.mentions))):
        if within.contains(mention.span) and parse.deps[mention.head] in SUBJECTS and mention.form == "name":
            actor = read(article, parse, index)[0]
            if is_named(actor) and not any(c.overlaps(mention.span) for q in article.quotes for c in q.content):
                return actor
    return None


def issuer(article: Article, noun: str, known: Sequence[Speaker]) -> tuple[Actor, bool] | None:
    """Return who issued "the statement": the last speaker whose sentence names it; None when no sentence does."""
    for speaker in reversed(known):
        cue = speaker.quote.cue
        if cue is not None:
            sentence = next(s.span for s in article.sentences if s.span.overlaps(cue))
            if noun in sentence.of(article.text).lower().split() and noun not in speaker.actor.name.lower():
                return continued(speaker.actor), speaker.is_person
    return None


def continued(actor: Actor) -> Actor:
    """Return an actor as known from the speaker before."""
    if actor.basis == "speaker before":
        return actor
    return replace(actor, confidence=round(actor.confidence * CONTINUED, 4), basis="speaker before")
