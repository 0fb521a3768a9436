from dataclasses import replace

from builders import a_coded_article, a_judgement, a_role
from stores import a_register

from regesta.model.article import Article
from regesta.query.reports.hearsay import known_through


def an_account(id: str, source: str | None) -> Article:
    article = a_coded_article(id=id)
    event = article.events[0]
    roles = (*event.roles, *((a_role(article, "source", source),) if source else ()))
    return replace(article, events=(replace(event, roles=roles),))


def through(*sources: str | None) -> tuple[str, ...]:
    articles = [an_account(f"a{number}", source) for number, source in enumerate(sources)]
    first, *others = (article.events[0] for article in articles)
    with a_register(articles, [a_judgement(first, other) for other in others]) as register:
        (entry,) = register.entries()
        return known_through(entry)


def test_an_entry_is_known_through_words_alone_when_no_report_tells_it_by_itself() -> None:
    assert through("Poland", "Lithuania") == ("Lithuania", "Poland")
    assert through("Poland", "Poland") == ("Poland",)
    assert through("Poland", None) == ()
