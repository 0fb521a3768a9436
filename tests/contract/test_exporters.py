"""What every registered exporter owes: all entries, in order, the same bytes each time, and how many there were."""

import io

import pytest
from builders import a_coded_article, a_judgement
from stores import a_register

from regesta import plugins
from regesta.model.entry import Entry

every_exporter = pytest.mark.parametrize("name", plugins.names("exporters"))


def entries(count: int) -> list[Entry]:
    """Some entries, the first of them told by two articles."""
    articles = [a_coded_article(id=f"a{n}") for n in range(count + 1)]
    first, second = (article.events[0] for article in articles[:2])
    with a_register(articles, [a_judgement(first, second)]) as register:
        return register.entries()


@every_exporter
def test_every_entry_is_written_in_order_and_counted(name: str) -> None:
    out, given = io.StringIO(), entries(5)
    assert plugins.load("exporters", name)(given, out) == 5
    places = [out.getvalue().index(entry.id) for entry in given]
    assert places == sorted(places)


@every_exporter
def test_the_same_entries_give_the_same_bytes(name: str) -> None:
    export = plugins.load("exporters", name)
    first, second = io.StringIO(), io.StringIO()
    export(entries(3), first)
    export(entries(3), second)
    assert first.getvalue() == second.getvalue()


@every_exporter
def test_entries_are_taken_one_at_a_time_and_an_empty_register_can_be_written(name: str) -> None:
    export = plugins.load("exporters", name)
    assert export(iter(entries(2)), io.StringIO()) == 2
    assert export(iter(()), io.StringIO()) == 0
