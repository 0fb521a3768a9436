"""Hand-built data for tests: articles, events and statements whose words stand in their text."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from regesta.model.annotation import Amount, DateInterval, Mention, Sentence
from regesta.model.article import Article, Source
from regesta.model.claim import Claim, Measure
from regesta.model.decision import Act, CorrectedField, Correction, Decision, Value
from regesta.model.entity import Actor, Place
from regesta.model.event import Event, EventDate, EventPlace, Role, fact_id
from regesta.model.foreign import ForeignParty, ForeignReport
from regesta.model.judgement import Judgement, Verdict
from regesta.model.span import Span
from regesta.model.statement import Statement

TEXT = 'Poland\'s minister visited Lithuania on Monday. "We will keep talking," the minister said in Vilnius.'
DAY = date(2022, 12, 19)
STATES = {"Poland": "POL", "Lithuania": "LTU", "Latvia": "LVA", "Estonia": "EST", "Sweden": "SWE", "Turkey": "TUR"}
PLACES = {
    "Vilnius": Place(name="Vilnius", iso3="LTU", geonameid=593116, lat=54.69, lon=25.28),
    "Riga": Place(name="Riga", iso3="LVA", geonameid=456172, lat=56.95, lon=24.11),
}


def an_article(text: str = TEXT, **changes: Any) -> Article:
    """An article of one paragraph; `publisher` and `published` go into its source, the rest replaces fields."""
    source = Source(publisher=changes.pop("publisher", "Baltic Wire"), published=changes.pop("published", DAY))
    sentences, start = [], 0
    for part in text.split(". "):
        end = min(start + len(part) + 1, len(text))
        sentences.append(Sentence(span=Span(start, end), first_token=0, end_token=1, paragraph=0))
        start = end + 1
    base = Article(id="a1", text=text, title="A visit", language="en", source=source, sentences=tuple(sentences))
    return replace(base, **changes)


def span_of(article: Article, words: str) -> Span:
    """The first place where words stand in an article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def an_actor(name: str, **changes: Any) -> Actor:
    """An actor; a state of `STATES` when the name is one, else somebody only described."""
    state = STATES.get(name)
    base = Actor(name=name, iso3=state, sector="GOV" if state else None, entity=f"state:{state}" if state else None)
    return replace(base, **changes)


def a_role(article: Article, name: str, words: str, **actor: Any) -> Role:
    """A role filled by the first occurrence of words."""
    return Role(name=name, span=span_of(article, words), text=words, actor=an_actor(words, **actor))


def a_count(article: Article, role: str, number: int, upper: int | None = None) -> Role:
    """A number of people in a role, which has the first word of the article for its words."""
    span = Span(0, article.text.index(" "))
    amount = Amount(span=span, value=Decimal(number), unit="people", upper=None if upper is None else Decimal(upper))
    return Role(name=role, span=span, text=span.of(article.text), amount=amount)


def an_event(
    article: Article,
    trigger: str = "visited",
    *,
    actor: str | None = "Poland",
    recipient: str | None = "Lithuania",
    **changes: Any,
) -> Event:
    """A visit on `DAY`; `day` and `place` take a day and a name of `PLACES`, the rest replaces fields."""
    day, place = changes.pop("day", DAY), changes.pop("place", None)
    span = span_of(article, trigger)
    roles = [a_role(article, name, words) for name, words in (("actor", actor), ("recipient", recipient)) if words]
    base = Event(
        id=fact_id(article.id, "event", article.text_sha256, span.start, span.end, changes.get("type", "CONSULT")),
        article_id=article.id,
        type="CONSULT",
        mode="visit",
        contexts=("diplomatic",),
        cameo="042",
        quad=1,
        intensity=2.1,
        trigger=span,
        trigger_text=trigger,
        roles=tuple(roles),
        date=a_date(day) if day else None,
        place=EventPlace(place=PLACES[place], span=span_of(article, place), text=place) if place else None,
        status="happened",
        confidence=0.8,
        evidence=tuple(s.span for s in article.sentences if s.span.contains(span)),
        made_by="events@0.1.0",
    )
    return replace(base, **changes)


def a_date(day: date, days: int = 1) -> EventDate:
    """A date known from publication."""
    interval = DateInterval(day, day + timedelta(days=days), "day" if days == 1 else "range")
    return EventDate(interval=interval, basis="published")


def a_statement(article: Article, content: str = "We will keep talking,", **changes: Any) -> Statement:
    """A direct quotation with the cue "said"; `speaker` takes words of the text, the rest replaces fields."""
    speaker = changes.pop("speaker", "Poland")
    span, cue = span_of(article, content), span_of(article, "said")
    base = Statement(
        id=fact_id(article.id, "statement", article.text_sha256, span.start, span.end),
        article_id=article.id,
        kind="direct",
        content=(span,),
        content_text=content,
        cue=cue,
        cue_text="said",
        speaker=a_role(article, "speaker", speaker) if speaker else None,
        addressee=None,
        speech_class="says",
        about_events=(),
        confidence=0.9,
        made_by="statements@0.1.0",
    )
    return replace(base, **changes)


def a_mention(article: Article, words: str) -> Mention:
    """A mention of a place of `PLACES`, else of an actor."""
    place = PLACES.get(words)
    return Mention(
        span=span_of(article, words),
        head=0,
        form="name",
        kind="place" if place else "actor",
        name=span_of(article, words),
        actor=None if place else an_actor(words),
        place=place,
    )


def a_coded_article(**changes: Any) -> Article:
    """An article with one event, one statement and their mentions."""
    article = an_article(**changes)
    return replace(
        article,
        mentions=tuple(a_mention(article, words) for words in ("Poland", "Lithuania", "Vilnius")),
        events=(an_event(article),),
        statements=(a_statement(article),),
    )


def a_judgement(left: Event | str, right: Event | str, verdict: Verdict = "same", **changes: Any) -> Judgement:
    """A judgement on a pair of events, by the program."""
    first, second = sorted(item if isinstance(item, str) else item.id for item in (left, right))
    base = Judgement(
        left=first, right=second, kind="event", verdict=verdict, score=0.9, reasons=("same day",), author="dedupe@0.1.0"
    )
    return replace(base, **changes)


def a_foreign_report(id: str = "f1", **changes: Any) -> ForeignReport:
    """A visit on `DAY` as POLECAT might have it; `actor` and `recipient` take names of `STATES`."""
    actor, recipient = changes.pop("actor", "Poland"), changes.pop("recipient", "Lithuania")

    def parties(name: str | None) -> tuple[ForeignParty, ...]:
        return (ForeignParty(name=name, iso3=STATES.get(name), sector="GOV"),) if name else ()

    base = ForeignReport(
        id=id,
        dataset="polecat",
        row_id=id,
        day=DAY,
        type="CONSULT",
        mode="visit",
        intensity=2.1,
        actors=parties(actor),
        recipients=parties(recipient),
        place=PLACES["Vilnius"],
        publisher="Baltic Wire",
        origin="2022.txt:2",
    )
    return replace(base, **changes)


def a_decision(act: Act = "confirm", event: Event | str = "e1", **changes: Any) -> Decision:
    """A decision by Ann, made on `DAY`; a pair is given as `event` and `other`, in any order."""
    ids = [item if isinstance(item, str) else item.id for item in (event, changes.pop("other", None)) if item]
    ids.sort()
    made = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    base = Decision(
        act=act, event="".join(ids[:1]), other="".join(ids[1:]) or None, author="Ann", reason="because", made=made
    )
    return replace(base, **changes)


def a_correction(field: CorrectedField, value: Value, **changes: Any) -> Correction:
    """A correction that gives a field a value."""
    return replace(Correction(field=field, old="the old", new=str(value or ""), value=value), **changes)


def a_claim(article: Article, words: str, trigger: str = "visited", **changes: Any) -> Claim:
    """A claim in the article's own name that counts visits; `actor` and `recipient` take words, the rest replaces."""
    actor, recipient = changes.pop("actor", "Poland"), changes.pop("recipient", "Lithuania")
    measure = Measure(
        type=changes.pop("type", "CONSULT"),
        mode=changes.pop("mode", "visit"),
        actors=(a_role(article, "actor", actor),) if actor else (),
        recipients=(a_role(article, "recipient", recipient),) if recipient else (),
        trigger=span_of(article, trigger),
        trigger_text=trigger,
    )
    span = span_of(article, words)
    base = Claim(
        id=fact_id(article.id, "claim", article.text_sha256, span.start, span.end),
        article_id=article.id,
        kind="count",
        span=span,
        text=words,
        measure=measure,
        value=7,
        bound="exactly",
        status="happened",
        period=DateInterval(date(2022, 1, 1), date(2023, 1, 1), "year"),
        last=None,
        speaker=None,
        statement=None,
        evidence=next(s.span for s in article.sentences if s.span.contains(span)),
        confidence=0.8,
        made_by="claims@0.2.0",
    )
    return replace(base, **changes)
