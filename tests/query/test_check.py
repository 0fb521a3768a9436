import re
from dataclasses import replace

import pytest
from builders import a_claim, a_coded_article, a_judgement, a_mention, an_article
from stores import filled

from regesta.model.article import Article
from regesta.model.office import OfficeSeen
from regesta.model.span import Span
from regesta.query.check import check


def damaged(what: str) -> Article:
    article = a_coded_article()
    (event,), (said,) = article.events, article.statements
    role = replace(event.roles[0], text="Latvia")
    claim = a_claim(article, "visited Lithuania")
    return {
        "role": replace(article, events=(replace(event, roles=(role, *event.roles[1:])),)),
        "trigger": replace(article, events=(replace(event, trigger_text="left"),)),
        "evidence": replace(article, events=(replace(event, evidence=(Span(90, 999),)),)),
        "owner": replace(article, events=(replace(event, article_id="a7"),)),
        "content": replace(article, statements=(replace(said, content_text="Never"),)),
        "cue": replace(article, statements=(replace(said, cue_text="shouted"),)),
        "about": replace(article, statements=(replace(said, about_events=("unknown",)),)),
        "claim": replace(article, claims=(replace(claim, text="met Latvia"),)),
        "claim's statement": replace(article, claims=(replace(claim, statement="unknown"),)),
        "antecedent": replace(article, mentions=(replace(a_mention(article, "Poland"), antecedent=9),)),
    }[what]


@pytest.mark.parametrize(
    ("what", "problem"),
    [
        ("role", r"article a1: event .*: actor: 'Latvia' does not stand at \[0, 6\)"),
        ("trigger", r"trigger: 'left' does not stand at \[18, 25\)"),
        ("evidence", r"evidence: \[90, 999\) lies beyond the text"),
        ("owner", "says it is from article a7"),
        ("content", "its words do not stand at its spans"),
        ("cue", "cue: 'shouted' does not stand"),
        ("about", "is about event unknown"),
        ("claim", "words: 'met Latvia' does not stand"),
        ("claim's statement", "is made in statement unknown, which the article does not have"),
        ("antecedent", "refers back to a mention that is not there"),
    ],
)
def test_what_cannot_be_traced_is_listed(what: str, problem: str) -> None:
    with filled([damaged(what)]).view() as view:
        problems = check(view)
    assert len(problems) == 1
    assert re.search(problem, problems[0])


def test_judgements_on_what_is_not_there_are_listed() -> None:
    article = a_coded_article()
    said = a_judgement("s1", "s2", kind="statement")
    with filled([article], [a_judgement(article.events[0], "zz"), said]).view() as view:
        problems = check(view)
    assert len(problems) == 3
    assert "no event zz in the store" in problems[0]
    assert "no statement s1 in the store" in problems[1]


def test_replaced_versions_are_checked_and_may_be_judged() -> None:
    old, new = damaged("trigger"), an_article("Nothing.")
    other = a_coded_article(id="a2")
    with filled([old, new, other], [a_judgement(old.events[0], other.events[0])]).view() as view:
        assert len(check(view)) == 1


@pytest.mark.parametrize(("span", "is_wrong"), [(Span(0, 18), False), (Span(24, 33), True), (Span(900, 918), True)])
def test_an_office_needs_its_person_in_the_words_cited(span: Span, is_wrong: bool) -> None:
    store = filled([an_article("Jan Novotal, President, visited Lithuania.")])
    seen = OfficeSeen(
        person="Jan Novotal", office="President", iso3="CZE", sector="GOV", day=None, article_id="a1", span=span
    )
    with store.writer() as writer:
        writer.set_offices("a1", [seen])
    with store.view() as view:
        problems = check(view)
    assert bool(problems) is is_wrong
    assert all(re.search(r"article a1: office of 'Jan Novotal': no such person at \[", p) for p in problems)
