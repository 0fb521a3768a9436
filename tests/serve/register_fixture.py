"""A small register for the web pages: two articles that tell one visit, and one that went wrong."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from builders import a_coded_article, a_date, a_role, a_statement, an_article, an_event
from starlette.testclient import TestClient

from regesta.model.annotation import Fault, Sentence
from regesta.model.article import Article, Source
from regesta.model.judgement import Judgement
from regesta.model.span import Span
from regesta.store.runs import RunSettings
from regesta.store.store import Store

SETTINGS = RunSettings(config_hash="c0ffee", ontology_version="1.0", regesta_version="0.1.0")
NOW = datetime(2023, 1, 2, 3, 4, tzinfo=UTC)
SECOND = (
    "Latvian readers learned of it late.\n\nPoland visited Lithuania, a witness said. Estonia warned Latvia in Riga."
)

Opener = Callable[..., TestClient]


def first_article() -> Article:
    """The visit as Baltic Wire tells it, with the minister's words about it."""
    article = a_coded_article()
    event, statement = article.events[0], article.statements[0]
    source = replace(article.source, url="https://baltic-wire.example/visit")
    return replace(article, source=source, statements=(replace(statement, about_events=(event.id,)),))


def second_article() -> Article:
    """The visit as Riga Post tells it, a day later and as planned, and a warning."""
    article = an_article(SECOND, id="b/2.json", title="Late news", publisher="Riga Post", published=date(2022, 12, 21))
    spans = [Span(*found.span()) for found in re.finditer(r"[^\s.][^.]*\.", SECOND)]
    sentences = [Sentence(span=span, first_token=0, end_token=1, paragraph=min(i, 1)) for i, span in enumerate(spans)]
    article = replace(article, sentences=tuple(sentences))
    visit = an_event(article, status="planned", date=a_date(date(2022, 12, 20)))
    warning = an_event(article, "warned", actor="Estonia", recipient="Latvia", type="THREATEN", mode=None, cameo="130")
    warning = replace(warning, quad=3, intensity=-4.0, date=None, confidence=0.4)
    said = a_statement(article, "Poland visited Lithuania", kind="indirect", speaker=None)
    said = replace(said, speaker=a_role(article, "speaker", "a witness"), about_events=(visit.id,))
    return replace(article, events=(visit, warning), statements=(said,))


def faulty_article() -> Article:
    """An article of which nothing is known but what went wrong."""
    fault = Fault("read", "the page has no text")
    return Article(id="c3", text="", source=Source(), faults=(fault, Fault("parse", "no words")))


def fill(store: Store, articles: Iterable[Article], judgements: Iterable[Judgement] = ()) -> None:
    """Store articles and judgements in one run."""
    with store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for article in articles:
            writer.add_article(run, article)
        writer.add_judgements(judgements)
        writer.finish_run(run, NOW, {"read": 3})
