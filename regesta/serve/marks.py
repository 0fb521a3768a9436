"""What is marked in a text: the parts of an event, or everything found in an article."""

from collections.abc import Iterator

from regesta.model.article import Article
from regesta.model.display import act_text, party_text
from regesta.model.event import Event
from regesta.model.statement import Statement
from regesta.serve.highlight import Mark
from regesta.serve.wording import amount_text, interval_text

EVENT_KINDS = {
    "trigger": "act",
    "actor": "actor",
    "recipient": "recipient",
    "date": "date",
    "place": "place",
    "argument": "amount or other argument",
    "source": "whom the article cites",
}
"""Kinds of marks within an event, with the word a legend shows for each."""
EVENT_ROLES = ("actor", "recipient", "source")


def event_marks(event: Event) -> list[Mark]:
    """Return the marks of one event: trigger, parties, arguments, date and place."""
    return list(_event_marks(event))


def _event_marks(event: Event) -> Iterator[Mark]:
    yield trigger_mark(event)
    for role in event.roles:
        kind = role.name if role.name in EVENT_ROLES else "argument"
        words = amount_text(role.amount) if role.amount else party_text(role)
        yield Mark(span=role.span, kind=kind, label=f"{role.name.replace('_', ' ')}: {words}")
    if event.date and event.date.span:
        yield Mark(span=event.date.span, kind="date", label=f"date: {interval_text(event.date.interval)}")
    if event.place:
        place = event.place.place
        state = f" ({place.iso3})" if place.iso3 else ""
        yield Mark(span=event.place.span, kind="place", label=f"place: {place.name}{state}")


def trigger_mark(event: Event) -> Mark:
    """Return the mark of the words that express the act."""
    label = f"act: {act_text(event)}, {event.status}"
    return Mark(span=event.trigger, kind="trigger", label=label, anchor=f"event-{event.id}")


def statement_marks(statement: Statement) -> list[Mark]:
    """Return the marks of one statement: the words said, the cue, the speaker."""
    marks = [Mark(span=span, kind="said") for span in statement.content]
    marks[:1] = [Mark(span=mark.span, kind="said", anchor=f"statement-{statement.id}") for mark in marks[:1]]
    if statement.cue:
        marks.append(Mark(span=statement.cue, kind="cue", label=f"cue: {statement.speech_class or 'says'}"))
    if statement.speaker:
        marks.append(
            Mark(span=statement.speaker.span, kind="speaker", label=f"speaker: {party_text(statement.speaker)}")
        )
    return marks


def article_marks(article: Article) -> list[Mark]:
    """Return the marks of everything found in an article, each layer under kinds of its own."""
    marks = [mark for statement in article.statements for mark in statement_marks(statement)]
    marks += [mark for event in article.events for mark in event_marks(event)]
    for mention in article.mentions:
        actor, place = mention.actor, mention.place
        found = place.name if mention.kind == "place" and place else actor.name if actor else ""
        marks.append(Mark(span=mention.span, kind="mention", label=f"{mention.kind}: {found}" if found else ""))
    marks += [Mark(span=time.span, kind="time", label=f"time: {time.value}") for time in article.times]
    return marks
