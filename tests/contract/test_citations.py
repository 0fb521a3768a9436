"""Every row of every store cites words that stand in the text, to the letter."""

from dataclasses import replace

import pytest
from builders import a_claim, a_coded_article, a_mention, a_role, a_statement, an_article, an_event
from stores import write

from regesta.model.article import Article
from regesta.model.span import Span
from regesta.query.check import check, quoted
from regesta.query.register import open_register
from regesta.store.store import Store

# Characters of one, two, three and four bytes, and a letter with a combining mark: offsets must count code points.
TEXT = "Польша 🕊 Poland’s minister visited Lithuania. “Z\u0301ołw,” the minister said in Vilnius, twice."


@pytest.fixture
def filled(store: Store) -> Store:
    write(store, a_coded_article(), a_difficult_article())
    return store


def a_difficult_article() -> Article:
    article = an_article(TEXT, id="a2")
    event = an_event(article, place="Vilnius")
    in_two = tuple(
        Span(article.text.index(words), article.text.index(words) + len(words)) for words in ("Z\u0301ołw", "twice")
    )
    said = a_statement(
        article, "Z\u0301ołw", addressee=a_role(article, "addressee", "Lithuania"), about_events=(event.id,)
    )
    return replace(
        article,
        mentions=(a_mention(article, "Poland"), a_mention(article, "Vilnius")),
        events=(event,),
        claims=(a_claim(article, "visited Lithuania", statement=said.id, speaker=said.speaker),),
        statements=(replace(said, content=in_two, content_text="Z\u0301ołw ... twice", about_events=(event.id,)),),
    )


def test_every_stored_quotation_stands_in_its_text(filled: Store) -> None:
    with filled.view() as view:
        seen = 0
        for article in view.articles():
            for _, span, words in quoted(article):
                assert span.end <= len(article.text)
                assert words is None or article.text[span.start : span.end] == words
                seen += words is not None
    assert seen >= 10


def test_every_citation_of_the_register_stands_in_its_text(filled: Store) -> None:
    with filled.view() as view:
        entries = open_register(view).entries()
        citations = [c for entry in entries for report in entry.reports for c in report.citations]
        citations += [c for report in view.statements() for c in report.citations]
        texts = {article.id: article.text for article in view.articles()}
    assert {c.article_id for c in citations} == {"a1", "a2"}
    for citation in citations:
        assert citation.quote == texts[citation.article_id][citation.span.start : citation.span.end]
        assert citation.quote


def test_a_sound_store_passes_the_check(filled: Store) -> None:
    with filled.view() as view:
        assert check(view) == []
