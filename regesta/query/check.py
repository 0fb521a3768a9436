"""Checks that everything stored can be traced to the words it cites."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from regesta.model.article import Article
from regesta.model.claim import Claim
from regesta.model.event import Event, Role
from regesta.model.judgement import JudgedKind
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.store.filters import ArticleFilter, EventFilter, StatementFilter
from regesta.store.view import View

Quoted = tuple[str, Span, str | None]  # what it is, where it stands, its words (None where only the place is stored)


def check(view: View) -> list[str]:
    """List what is wrong with a store, in words; [] when every value has its words and every reference its target.

    Checked are files, keys and hashes (`View.integrity`); when they are sound, in every version of every article the
    words of all spans, the articles and events that facts name, and the events and statements that judgements and
    decisions name; and in current versions the persons of the offices that articles tell.
    """
    if problems := view.integrity():
        return [*problems, "the words of citations were not checked, because of this damage"]
    for article in view.articles(ArticleFilter(every_version=True)):
        problems += [f"article {article.id}: {problem}" for problem in problems_of(article)]
    problems += misplaced_offices(view)
    event_ids = set(view.event_ids(EventFilter(every_version=True)))
    statement_ids = set(view.statement_ids(StatementFilter(every_version=True)))
    problems += [
        f"decision {decision.id} of {decision.author}: no event or statement {fact_id} in the store"
        for decision in view.decisions()
        for fact_id in decision.events
        if fact_id not in event_ids and fact_id not in statement_ids
    ]
    return problems + dangling(view, "event", event_ids) + dangling(view, "statement", statement_ids)


def misplaced_offices(view: View) -> list[str]:
    """List offices that current articles are said to tell where no word of the person's name stands."""
    problems = []
    for article_id, sightings in groupby(view.offices_seen(), attrgetter("article_id")):
        article = view.article(article_id)
        text = article.text if article else ""
        for seen in sightings:
            if not any(word in seen.span.of(text) for word in seen.person.split()):
                place = f"[{seen.span.start}, {seen.span.end})"
                problems.append(f"article {article_id}: office of {seen.person!r}: no such person at {place}")
    return problems


def dangling(view: View, kind: JudgedKind, known: set[str]) -> list[str]:
    """List judgements on events or statements that are not in the store."""
    return [
        f"judgement of {judgement.author} on {judgement.left} and {judgement.right}: no {kind} {side} in the store"
        for judgement in view.judgements(kind)
        for side in (judgement.left, judgement.right)
        if side not in known
    ]


def problems_of(article: Article) -> Iterator[str]:
    """Yield what is wrong with one article: words that do not stand where they should, references to nothing."""
    for what, span, words in quoted(article):
        if span.end > len(article.text):
            yield f"{what}: [{span.start}, {span.end}) lies beyond the text, which has {len(article.text)} characters"
        elif words is not None and span.of(article.text) != words:
            yield f"{what}: {words!r} does not stand at [{span.start}, {span.end})"
    for statement in article.statements:
        if " ... ".join(span.of(article.text) for span in statement.content) != statement.content_text:
            yield f"statement {statement.id}: its words do not stand at its spans"
    yield from broken_references(article)


def broken_references(article: Article) -> Iterator[str]:
    """Yield references of an article's facts and mentions to what is not there."""
    event_ids = {event.id for event in article.events}
    statement_ids = {statement.id for statement in article.statements}
    facts: tuple[Event | Statement | Claim, ...] = (*article.events, *article.statements, *article.claims)
    for fact in facts:
        if fact.article_id != article.id:
            yield f"{fact.id}: says it is from article {fact.article_id}"
    for statement in article.statements:
        for event_id in statement.about_events:
            if event_id not in event_ids:
                yield f"statement {statement.id}: is about event {event_id}, which the article does not have"
    for claim in article.claims:
        if claim.statement is not None and claim.statement not in statement_ids:
            yield f"claim {claim.id}: is made in statement {claim.statement}, which the article does not have"
    for mention in article.mentions:
        if mention.antecedent is not None and not 0 <= mention.antecedent < len(article.mentions):
            yield f"mention [{mention.span.start}, {mention.span.end}): refers back to a mention that is not there"


def quoted(article: Article) -> Iterator[Quoted]:
    """Yield every span of an article, with its words where they are stored."""
    for event in article.events:
        yield from quoted_in_event(event)
    for statement in article.statements:
        yield from quoted_in_statement(statement)
    for claim in article.claims:
        yield from quoted_in_claim(claim)
    for name, layer in (
        ("sentence", article.sentences),
        ("mention", article.mentions),
        ("time", article.times),
        ("amount", article.amounts),
    ):
        yield from ((name, item.span, None) for item in layer)
    for quote in article.quotes:
        spans = (*quote.content, quote.cue, quote.speaker, quote.addressee, quote.channel)
        yield from (("quote", span, None) for span in spans if span)


def quoted_in_event(event: Event) -> Iterator[Quoted]:
    """Yield the spans of an event."""
    name = f"event {event.id}"
    yield f"{name}: trigger", event.trigger, event.trigger_text
    yield from quoted_in_roles(name, event.roles)
    if event.date and event.date.span:
        yield f"{name}: date", event.date.span, event.date.text
    if event.place:
        yield f"{name}: place", event.place.span, event.place.text
    yield from ((f"{name}: evidence", span, None) for span in event.evidence)


def quoted_in_statement(statement: Statement) -> Iterator[Quoted]:
    """Yield the spans of a statement."""
    name = f"statement {statement.id}"
    yield from ((f"{name}: content", span, None) for span in statement.content)
    if statement.cue:
        yield f"{name}: cue", statement.cue, statement.cue_text
    if statement.channel:
        yield f"{name}: channel", statement.channel.span, statement.channel.text
    yield from quoted_in_roles(name, filter(None, (*statement.speakers, statement.addressee)))


def quoted_in_claim(claim: Claim) -> Iterator[Quoted]:
    """Yield the spans of a claim."""
    name = f"claim {claim.id}"
    yield f"{name}: words", claim.span, claim.text
    yield f"{name}: trigger", claim.measure.trigger, claim.measure.trigger_text
    yield f"{name}: evidence", claim.evidence, None
    yield from quoted_in_roles(name, claim.measure.parties)
    yield from quoted_in_roles(name, filter(None, (claim.speaker,)))


def quoted_in_roles(name: str, roles: Iterable[Role]) -> Iterator[Quoted]:
    """Yield the spans of roles, and of the quantities that fill them."""
    for role in roles:
        yield f"{name}: {role.name}", role.span, role.text
        if role.amount:
            yield f"{name}: amount of {role.name}", role.amount.span, None
