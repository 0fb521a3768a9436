from dataclasses import replace

from builders import a_coded_article, an_article
from stores import filled

from regesta.query.search import search


def test_a_hit_shows_the_sentence_with_most_of_the_words() -> None:
    text = "The minister spoke. Later the minister of trade left Riga. Trade fell."
    with filled([an_article(text, id="a1")]).view() as view:
        found = search(view, "trade minister")
    (hit,) = found.hits
    assert hit.passage.quote == "Later the minister of trade left Riga."
    assert text[hit.passage.span.start : hit.passage.span.end] == hit.passage.quote
    assert (found.hits_total, found.statements_total) == (1, 0)


def test_words_of_the_headline_only_show_the_opening() -> None:
    with filled([an_article("Nothing of it here. " * 40, id="a1", title="Grain deal")]).view() as view:
        (hit,) = search(view, "grain").hits
    assert hit.passage.span.start == 0
    assert len(hit.passage.quote) == 240


def test_statements_are_found_and_pages_are_cut() -> None:
    articles = [a_coded_article(id=f"a{number}") for number in range(3)]
    with filled(articles).view() as view:
        found = search(view, "keep talking", limit=1, offset=1)
    assert [hit.article.id for hit in found.hits] == ["a1"]
    assert [report.statement.article_id for report in found.statements] == ["a1"]
    assert (found.hits_total, found.statements_total) == (3, 3)


def test_punctuation_finds_nothing() -> None:
    with filled([replace(an_article(), id="a1")]).view() as view:
        assert search(view, "?!").hits == ()
