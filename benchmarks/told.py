"""Made-up articles that tell all a register can hold: places, plans, statements, claims, retellings judged the same."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice

from bench_register import EVENTS_PER_ARTICLE, Feed, Happening, add_run

from regesta.model.annotation import DateInterval, Mention, Sentence
from regesta.model.article import Article
from regesta.model.claim import Claim, Measure
from regesta.model.entity import Place
from regesta.model.event import Event, EventPlace, Role, fact_id
from regesta.model.judgement import Judgement
from regesta.model.span import Span
from regesta.model.statement import Statement
from regesta.ontology.event_types import load_ontology
from regesta.resolve.states.states import load_states
from regesta.store.store import Store

PLACES = 400
STATUSES = ("happened", "planned", "denied", "hypothetical")
STATUS_WEIGHTS = (82, 12, 3, 3)
CLAIMING = 0.08  # of the articles
SAID_PER_ARTICLE = 2
BATCH = 5_000


@dataclass
class ToldFeed(Feed):
    """A feed whose articles tell places, plans, statements and claims.

    Attributes:
        same: Judgements on retold happenings, filled while articles are made.
    """

    same: list[Judgement] = field(default_factory=list)
    first_told: dict[int, str] = field(default_factory=dict)

    def article(self, identifier: str, day: date, told: list[Happening]) -> Article:
        """Return a coded article."""
        base = super().article(identifier, day, told)
        events = tuple(self.filled(event) for event in base.events)
        for happening, event in zip(told, events, strict=True):
            first = self.first_told.setdefault(id(happening), event.id)
            if first != event.id:
                self.same.append(judged(first, event.id))
        return self.with_claim(self.with_statements(replace(base, events=events), day), day)

    def filled(self, event: Event) -> Event:
        """Return an event with the codes of its type, a place and a status."""
        kind = load_ontology().event_types[event.type]
        mode = (
            event.mode if event.mode in kind.modes else (self.chance.choice(list(kind.modes)) if kind.modes else None)
        )
        status = self.chance.choices(STATUSES, STATUS_WEIGHTS)[0]
        place = None
        if self.chance.random() < 0.7:
            place = EventPlace(place=self.place(), span=event.trigger, text=event.trigger_text)
        return replace(
            event, mode=mode, cameo=kind.cameo, quad=kind.quad, intensity=kind.intensity, place=place, status=status
        )

    def place(self) -> Place:
        """Return a place; few of them have most events."""
        number = min(int(3 * self.chance.paretovariate(0.8)), PLACES)
        state = sorted(load_states().by_iso3)[number % len(load_states().by_iso3)]
        return Place(
            name=f"Place {number}",
            iso3=state,
            geonameid=number,
            lat=-60 + number * 7 % 130,
            lon=-170 + number * 13 % 340,
        )

    def with_statements(self, article: Article, day: date) -> Article:
        """Return an article with lines of speech at its end."""
        text, found, mentions = article.text, [], list(article.mentions)
        for number in range(SAID_PER_ARTICLE):
            speaker, about = self.party(), self.party()
            start = len(text) + 1
            words = f"We will talk with {about.name} on {day + timedelta(days=number)} about trade"
            text += f"\n{speaker.name} said: {words}."
            said = start + len(speaker.name) + 7
            content = Span(said, said + len(words))
            name = Span(said + 18, said + 18 + len(about.name))
            mentions.append(Mention(span=name, head=0, form="name", kind="actor", name=name, actor=about))
            found.append(
                Statement(
                    id=fact_id(article.id, "statement", number),
                    article_id=article.id,
                    kind="direct",
                    content=(content,),
                    content_text=words,
                    cue=Span(said - 6, said - 2),
                    cue_text="said",
                    speaker=Role(
                        name="speaker", span=Span(start, start + len(speaker.name)), text=speaker.name, actor=speaker
                    ),
                    addressee=None,
                    speech_class="says",
                    about_events=(),
                    confidence=0.9,
                    made_by="statements@bench",
                )
            )
        return replace(article, text=text, statements=tuple(found), mentions=tuple(mentions))

    def with_claim(self, article: Article, day: date) -> Article:
        """Return an article, one in some with a claim that counts visits."""
        if self.chance.random() >= CLAIMING:
            return article
        actor, recipient = self.party(), self.party()
        start = len(article.text) + 1
        words = f"{actor.name} visited {recipient.name} four times this year"
        text = f"{article.text}\n{words}."
        verb = Span(start + len(actor.name) + 1, start + len(actor.name) + 8)
        names = (Span(start, verb.start - 1), Span(verb.end + 1, verb.end + 1 + len(recipient.name)))
        claim = Claim(
            id=fact_id(article.id, "claim", 0),
            article_id=article.id,
            kind="count",
            span=Span(start, start + len(words)),
            text=words,
            measure=Measure(
                type="CONSULT",
                mode="visit",
                actors=(Role(name="actor", span=names[0], text=actor.name, actor=actor),),
                recipients=(Role(name="recipient", span=names[1], text=recipient.name, actor=recipient),),
                trigger=verb,
                trigger_text="visited",
            ),
            value=4,
            bound="exactly",
            status="happened",
            period=DateInterval(date(day.year, 1, 1), day + timedelta(days=1), "range"),
            last=None,
            speaker=None,
            statement=None,
            evidence=Span(start, start + len(words) + 1),
            confidence=0.9,
            made_by="claims@bench",
        )
        sentence = Sentence(span=claim.evidence, first_token=0, end_token=1, paragraph=0)
        return replace(article, text=text, claims=(claim,), sentences=(*article.sentences, sentence))


def judged(left: str, right: str) -> Judgement:
    """Return the judgement that two events are one happening."""
    low, high = sorted((left, right))
    return Judgement(
        left=low, right=high, kind="event", verdict="same", score=0.9, reasons=("same parties",), author="dedupe@0.0.0"
    )


def fill_told(store: Store, feed: ToldFeed, events: int) -> None:
    """Store articles with so many events, in runs of some thousand articles, with the judgements on them."""
    articles: Iterator[Article] = feed.articles(events)
    while batch := list(islice(articles, BATCH)):
        with store.writer() as writer:
            add_run(writer, batch)
            writer.add_judgements(feed.same)
            feed.same.clear()


def articles_of(events: int) -> int:
    """Return how many articles have so many events."""
    return events // EVENTS_PER_ARTICLE
