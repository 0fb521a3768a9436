from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from builders import DAY, a_date, a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta.model.annotation import Amount
from regesta.model.article import Article
from regesta.model.entry import Entry
from regesta.query.reports.variants import best_values, variants

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
    assert [v.value for v in found["killed"]] == ["12", "about 40"]


def test_dates_statuses_and_parties_are_compared() -> None:
    found = variants(an_entry({"recipient": None}, {"date": a_date(DAY, 2), "status": "planned", "actor": "Lithuania"}))
    assert [v.value for v in found["date"]] == ["2022-12-19", "2022-12-19/2022-12-20"]
    assert set(found) == {"date", "status", "actors"}


def a_toll(number: int, killed: str, words: str, *, approximate: bool = False) -> Article:
    """An article that tells how many an attack killed."""
    article = an_article(
        f"Poland attacked Lithuania and killed {words}.", id=f"k{number}", published=DAY + timedelta(days=number)
    )
    role = a_role(article, "killed", words.split(" ", words.count(" ") - 1)[-1] if approximate else words)
    amount = Amount(span=role.span, value=Decimal(killed), unit="people", approximate=approximate)
    event = an_event(article, "attacked", type="ASSAULT", mode=None)
    return replace(article, events=(replace(event, roles=(*event.roles, replace(role, actor=None, amount=amount))),))


def the_entry(*articles: Article) -> Entry:
    events = [article.events[0] for article in articles]
    with a_register(articles, [a_judgement(a, b) for a, b in combinations(events, 2)]) as register:
        (entry,) = register.entries()
        return entry


def test_a_toll_is_told_as_its_source_bounds_it_and_without_its_unit() -> None:
    entry = the_entry(
        a_toll(1, "10", "at least 10 people", approximate=True),
        a_toll(2, "20", "more than 20 people", approximate=True),
        a_toll(3, "30", "up to 30 worshippers", approximate=True),
        a_toll(4, "13", "13 people"),
        a_toll(5, "13", "13 worshippers"),
        a_toll(6, "100", "Hundreds", approximate=False),
    )
    assert [v.value for v in variants(entry)["killed"]] == ["13", "at least 10", "hundreds", "more than 20", "up to 30"]


def test_best_values_stand_with_how_many_articles_give_them() -> None:
    entry = the_entry(a_toll(1, "11", "11 people"), a_toll(2, "13", "13 people"), a_toll(3, "13", "13 worshippers"))
    best = {point: (value, told) for point, value, told in best_values(entry)}
    assert (best["killed"], best["date"]) == (("13", 2), (DAY.isoformat(), 3))
    without = the_entry(a_toll(1, "11", "11 people"), a_toll(2, "13", "13 people"))
    assert next(row for row in best_values(without) if row[0] == "killed") == ("killed", "13", 1)  # the latest


def spelt(*words: str) -> dict[str, object]:
    """Who is visited, by words for one person or for Lithuania, in the order given."""
    article = an_article(TEXT)
    entity = {"Vilnius": "person:one", "Riga": "person:one"}
    return {
        "roles": tuple(a_role(article, "recipient", w, entity=entity.get(w, "state:LTU"), iso3="LTU") for w in words)
    }


def test_another_spelling_of_a_name_or_order_of_names_is_no_difference() -> None:
    one, other = spelt("Vilnius", "Lithuania"), spelt("Lithuania", "Riga")
    assert variants(an_entry(one, dict(other), dict(other))) == {}
    best = {point: (value, told) for point, value, told in best_values(an_entry(one, dict(other), dict(other)))}
    value, told = best["recipients"]
    assert (set(value.split(", ")), told) == ({"Riga (LTU)", "Lithuania (LTU)"}, 3)
    found = variants(an_entry(one, spelt("Lithuania")))["recipients"]
    assert {len(variant.value.split(", ")) for variant in found} == {1, 2}
