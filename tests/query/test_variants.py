from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from builders import DAY, a_date, a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta.model.annotation import Amount
from regesta.model.entry import Entry
from regesta.query.variants import variants

TEXT = "Poland visited Lithuania, 40 or 12 killed, in Vilnius and Riga."


def an_entry(*changes: dict[str, object]) -> Entry:
    articles = []
    for number, change in enumerate(changes):
        base = an_article(TEXT, id=f"a{number}")
        killed = change.pop("killed", None)
        event = an_event(base, **change)
        if killed:
            role = a_role(base, "killed", str(killed))
            amount = Amount(span=role.span, value=Decimal(str(killed)), unit="person", approximate=killed == 40)
            event = replace(event, roles=(*event.roles, replace(role, actor=None, amount=amount)))
        articles.append(replace(base, events=(event,)))
    events = [article.events[0] for article in articles]
    with a_register(articles, [a_judgement(a, b) for a, b in pairwise(events)]) as register:
        (entry,) = register.entries()
        return entry


def test_reports_that_agree_have_no_variants() -> None:
    assert variants(an_entry({"place": "Riga"}, {"place": "Riga"}, {"place": None})) == {}


def test_each_value_stands_with_its_articles_the_best_supported_first() -> None:
    found = variants(
        an_entry({"place": "Riga"}, {"place": "Vilnius", "killed": 12}, {"place": "Vilnius", "killed": 40})
    )
    assert set(found) == {"place", "killed"}
    assert [(v.value, v.articles) for v in found["place"]] == [("Vilnius", ("a1", "a2")), ("Riga", ("a0",))]
    assert [v.value for v in found["killed"]] == ["12 person", "about 40 person"]


def test_dates_statuses_and_parties_are_compared() -> None:
    found = variants(an_entry({"recipient": None}, {"date": a_date(DAY, 2), "status": "planned", "actor": "Lithuania"}))
    assert [v.value for v in found["date"]] == ["2022-12-19", "2022-12-19/2022-12-20"]
    assert set(found) == {"date", "status", "actors"}
