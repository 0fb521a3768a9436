"""The stage that codes events: triggers with their roles, status, date, place and source."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from regesta.coding.announced import announced_type
from regesta.coding.contexts import find_contexts
from regesta.coding.dating import find_date
from regesta.coding.demands import find_demands
from regesta.coding.domains import find_domain
from regesta.coding.merge import Coded, happenings
from regesta.coding.placing import find_place
from regesta.coding.quantities import find_quantities
from regesta.coding.roles import Reader, find_roles, reader_of, roles_at
from regesta.coding.status import find_status
from regesta.coding.triggers import Found
from regesta.coding.visits import host_at
from regesta.model.annotation import Sentence
from regesta.model.article import Article
from regesta.model.event import Event, EventDate, Role, Status, fact_id
from regesta.ontology.event_types import load_cameo, load_ontology
from regesta.version import __version__

ONE_SIDED_FACTOR = 0.8  # confidence of an event without recipient where the type usually has one
UNREALISED = frozenset({"hypothetical", "denied"})
BLOCKING = 0.1  # an entry below it only keeps others off its word: "killed in a crash" is no attack
TWO_SIDED_TYPES = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COERCE", "ASSAULT"})


@dataclass(frozen=True)
class Events:
    """Code the events of articles.

    Attributes:
        min_confidence: Events below it are not emitted.
    """

    min_confidence: float = 0.41  # swept .30 to .51 on 24 whole articles: F1 .715 at precision .76, the best

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"sentences", "parse", "mentions", "times", "quotes", "amounts"})
    assigns: ClassVar[frozenset[str]] = frozenset({"events"})

    def __call__(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield each article with its events."""
        for article in articles:
            yield replace(article, events=find_events(article, self.min_confidence))


def find_events(article: Article, min_confidence: float) -> tuple[Event, ...]:
    """Return the events of an article in order of their triggers, each happening once.

    Args:
        article: An annotated and resolved article.
        min_confidence: Events below it are left out.
    """
    if article.parse is None or find_domain(article.parse):
        return ()
    reader = reader_of(article, article.parse)
    starts = [sentence.first_token for sentence in article.sentences]
    coded = []
    taken: set[int] = set()
    for found, actors, recipients in candidates(reader):
        if found.token in taken:
            continue
        if found.typed.trigger.confidence < BLOCKING:
            taken.add(found.token)
        elif is_political(found, actors, recipients):
            taken.add(found.token)
            sentence = article.sentences[bisect_right(starts, found.token) - 1]
            event = code_event(reader, found, sentence, (actors, recipients))
            coded.append(Coded(found.token, event, found.typed.trigger.pos == "noun"))
    return tuple(e for e in happenings(article.parse, coded) if e.confidence >= min_confidence)


def candidates(reader: Reader) -> Iterator[tuple[Found, list[Role], list[Role]]]:
    """Yield every trigger of an article with its actors and recipients; of one word, the best reading first."""
    for found in reader.found:
        yield found, *find_roles(reader, found)
    for found, who, whom in find_demands(reader.parse):
        yield found, roles_at(reader, who, "actor"), roles_at(reader, whom, "recipient")


def code_event(reader: Reader, found: Found, sentence: Sentence, parties: tuple[list[Role], list[Role]]) -> Event:
    """Return the event a trigger expresses, given its actors and recipients."""
    actors, recipients = parties
    trigger, name = found.typed.trigger, found.typed.event_type
    date = find_date(reader, found.token, sentence)
    status = trigger.status or dated_status(reader.article, find_status(reader.parse, found.token), date)
    if date and date.basis == "published" and status in UNREALISED:
        date = None  # the day of the report is not the day of what is hoped, feared or denied
    cameo, mode = trigger.cameo or load_ontology().event_types[name].cameo, trigger.mode
    if announced := announced_type(reader.parse, found.token, name, status):
        (name, cameo, status), mode = announced, None
    event_type = load_ontology().event_types[name]
    mode = mode or mode_of_code(cameo, name)
    place = find_place(reader, found.token, sentence, name, recipients)
    if mode == "phone" and place and place.basis == "inferred":
        place = None  # those who telephone are nowhere together
    if mode == "visit" and not recipients:
        recipients = host_at(place, actors, reader.article.mentions, reader.article.text)
    span = reader.parse.span(found.token)
    source = source_of(reader.article, found.token, reader)
    return Event(
        id=fact_id(reader.article.id, "event", reader.article.text_sha256, name, span.start, span.end, __version__),
        article_id=reader.article.id,
        type=name,
        mode=mode,
        contexts=find_contexts(reader.parse, sentence, trigger, cameo),
        cameo=cameo,
        quad=event_type.quad,
        intensity=event_type.intensity,
        trigger=span,
        trigger_text=span.of(reader.article.text),
        roles=(
            *(*actors, *recipients, *([] if source is None else [source])),
            *find_quantities(reader, found.token, sentence, name),
        ),
        date=date,
        place=place,
        status=status,
        confidence=confidence_of(found, actors, recipients),
        evidence=(sentence.span,),
        made_by=f"events@{__version__}",
        rule=found.typed.source,
    )


def mode_of_code(cameo: str, event_type: str) -> str | None:
    """Return the mode a CAMEO code implies, where the code belongs to that event type."""
    code = load_cameo()[cameo]
    return code.mode if code.event_type == event_type else None


def is_political(found: Found, actors: list[Role], recipients: list[Role]) -> bool:
    """Tell whether the parties make the trigger a political act: somebody political, and every required role filled."""
    known = {"actor": bool(actors), "recipient": bool(recipients)}
    if not any(known.values()):
        return False
    if not all(known[role] for role in found.typed.trigger.needs):
        return False
    required = load_ontology().event_types[found.typed.event_type].recipient_required
    return not required or bool(recipients) or (found.typed.trigger.reciprocal and len(actors) > 1)


def confidence_of(found: Found, actors: list[Role], recipients: list[Role]) -> float:
    """Return the trigger's reliability, lowered for a party that is missing."""
    confidence = found.typed.trigger.confidence
    if found.typed.event_type in TWO_SIDED_TYPES and not (actors and recipients) and not found.typed.trigger.reciprocal:
        confidence *= ONE_SIDED_FACTOR
    return round(confidence, 4)


def dated_status(article: Article, status: Status, date: EventDate | None) -> Status:
    """Return the status, "planned" when the act would have happened after publication."""
    day = article.source.day
    if status == "happened" and date is not None and day is not None and date.interval.start > day:
        return "planned"
    return status


def source_of(article: Article, token: int, reader: Reader) -> Role | None:
    """Return whom the article cites for an act: the speaker of the quote its trigger lies in; None outside quotes."""
    at = reader.parse.span(token)
    for quote in article.quotes:
        if quote.speaker is not None and any(span.contains(at) for span in quote.content):
            speaker = next((m for m in article.mentions if m.span.overlaps(quote.speaker)), None)
            return Role(
                name="source",
                span=quote.speaker,
                text=quote.speaker.of(article.text),
                actor=speaker.actor if speaker else None,
            )
    return None
