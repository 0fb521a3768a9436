from dataclasses import replace
from datetime import date
from typing import Any

from builders import a_coded_article, a_foreign_report, a_judgement, an_article, an_event
from stores import filled

from regesta.model.article import Article
from regesta.model.foreign import ForeignReport
from regesta.query.compare import Agreement, ComparedCount, Comparison, compare
from regesta.query.register import open_register
from regesta.store.filters import EventFilter


def compared(articles: list[Article], rows: list[ForeignReport], by: Any = "type", **wanted: Any) -> Comparison:
    events = [event for article in articles for event in article.events]
    store = filled(articles, [a_judgement(events[0], event) for event in events[1:] if event.type == "CONSULT"])
    with store.writer() as writer:
        writer.add_foreign(rows)
    with store.view() as view:
        return compare(open_register(view), "polecat", by, EventFilter(**wanted))


def an_assault(id: str = "s1", **changes: Any) -> Article:
    article = an_article("Sweden visited Latvia.", id=id)
    base = {"actor": "Sweden", "recipient": "Latvia", "type": "ASSAULT", "mode": None, "quad": 4}
    return replace(article, events=(an_event(article, **(base | changes)),))


def test_an_entry_counts_once_and_every_row_counts() -> None:
    rows = [a_foreign_report("f1"), a_foreign_report("f2"), a_foreign_report("f3", type="AID")]
    found = compared([a_coded_article(id="a1"), a_coded_article(id="a2")], rows)
    assert (found.ours, found.theirs) == (1, 3)
    assert found.counts == (ComparedCount("CONSULT", 1, 2), ComparedCount("AID", 0, 1))
    assert found.agreement == Agreement(both=1, ours_only=0, theirs_only=1)
    assert found.agreement.share == 0.5


def test_a_pair_of_states_agrees_whoever_acts() -> None:
    turned = a_foreign_report(actor="Lithuania", recipient="Poland")
    found = compared([a_coded_article()], [turned], "dyad")
    assert found.counts == (ComparedCount("LTU-POL", 1, 1),)
    assert found.agreement.both == 1


def test_another_day_type_or_pair_does_not_agree() -> None:
    for changes in ({"day": date(2022, 12, 20)}, {"type": "AID"}, {"recipient": "Latvia"}):
        found = compared([a_coded_article()], [a_foreign_report(**changes)])
        assert found.agreement == Agreement(both=0, ours_only=1, theirs_only=1), changes


def test_what_lacks_a_type_day_or_second_state_counts_and_agrees_with_nothing() -> None:
    rows = [
        a_foreign_report("f1", type=None),
        a_foreign_report("f2", day=None),
        a_foreign_report("f3", recipient=None),
    ]
    found = compared([an_assault(day=None)], rows, "day")
    assert found.counts == (ComparedCount("2022-12-19", 0, 2), ComparedCount(None, 1, 1))
    assert found.agreement == Agreement(0, 0, 0)
    assert found.agreement.share is None


def test_time_is_in_order_and_other_values_by_frequency() -> None:
    rows = [
        a_foreign_report("f1", day=date(2023, 2, 1)),
        a_foreign_report("f2", day=date(2023, 2, 3), type="AID"),
        a_foreign_report("f3", day=date(2021, 1, 1), type="AID"),
    ]
    found = compared([a_coded_article()], rows, "month")
    assert [count.value for count in found.counts] == ["2021-01", "2022-12", "2023-02"]
    assert [count.value for count in compared([a_coded_article()], rows, "year").counts] == ["2021", "2022", "2023"]
    assert [count.value for count in compared([a_coded_article()], rows).counts] == ["AID", "CONSULT"]


def test_both_are_narrowed_by_days_type_and_pair_and_only_ours_by_status() -> None:
    articles = [a_coded_article(), an_assault(status="denied")]
    rows = [
        a_foreign_report("f1"),
        a_foreign_report("f2", actor="Sweden", recipient="Latvia", type="ASSAULT"),
        a_foreign_report("f3", day=date(2020, 1, 1)),
        a_foreign_report("f4", dataset="gdelt"),
    ]
    assert (compared(articles, rows).ours, compared(articles, rows).theirs) == (2, 3)
    since = compared(articles, rows, since=date(2022, 1, 1), until=date(2023, 1, 1))
    assert (since.ours, since.theirs) == (2, 2)
    assert (compared(articles, rows, dyad=("SWE", "LVA")).theirs, compared(articles, rows, type="ASSAULT").theirs) == (
        1,
        1,
    )
    happened = compared(articles, rows, status="happened")
    assert (happened.ours, happened.theirs) == (1, 3)
