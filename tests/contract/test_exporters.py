"""What every registered exporter owes: the same bytes each time, a count, a whole dictionary, and little memory."""

import gc
import io
import json
import pickle
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from builders import a_coded_article, a_decision, a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta import plugins
from regesta.export.exporter import Exporter, dictionary_lines
from regesta.model.decision import Recorded
from regesta.model.entry import Entry, StatementReport
from regesta.store.filters import StatementFilter

NAMES = plugins.names("exporters")
Items = list[Entry] | list[StatementReport]
every_exporter = pytest.mark.parametrize("name", NAMES)
OF_PARTIES = {"graphml"}  # writes parties, not entries


def load(name: str) -> Exporter[Any]:
    exporter = plugins.load("exporters", name)
    assert isinstance(exporter, Exporter)
    return exporter


def items(name: str, count: int) -> Items:
    """Some entries, the first of them told by two articles; or some statements, for a format of those."""
    articles = [a_coded_article(id=f"a{n}") for n in range(count + 1)]
    first, second = (article.events[0] for article in articles[:2])
    with a_register(articles, [a_judgement(first, second)]) as register:
        if load(name).of == "entries":
            return register.entries()
        return register.view.statements(StatementFilter(limit=count))


def written(name: str, given: Iterable[object]) -> bytes:
    out = io.BytesIO()
    load(name)(given, out)
    return out.getvalue()


@every_exporter
def test_items_are_counted_and_an_empty_register_can_be_written(name: str) -> None:
    assert load(name)(iter(items(name, 5)), io.BytesIO()) == 5
    assert load(name)(iter(()), io.BytesIO()) == 0


@pytest.mark.parametrize("name", [name for name in NAMES if load(name).is_text and name not in OF_PARTIES])
def test_every_item_is_written_in_order(name: str) -> None:
    given = items(name, 5)
    whole = written(name, given)
    alone = [written(name, [item]).splitlines() for item in given]
    own = [next(line for line in lines if sum(line in other for other in alone) == 1) for lines in alone]
    places = [whole.index(line.strip()) for line in own]
    assert places == sorted(places)


@every_exporter
def test_the_same_items_give_the_same_bytes(name: str) -> None:
    assert written(name, items(name, 3)) == written(name, items(name, 3))


@every_exporter
def test_the_dictionary_says_what_every_column_is(name: str) -> None:
    exporter = load(name)
    names = [field.name for field in exporter.fields]
    assert len(set(names)) == len(names)
    assert all(field.meaning.endswith(".") for field in exporter.fields)
    assert exporter.suffix.startswith(".")
    assert exporter.title
    assert exporter.unit
    assert len(list(dictionary_lines(exporter))) == len(names) + 1


@pytest.mark.parametrize("name", ["jsonl", "plover", "geojson", "followthemoney", "statements-jsonl"])
def test_every_key_of_a_json_format_is_in_its_dictionary(name: str) -> None:
    declared = {field.name: field for field in load(name).fields}
    opaque = {field.name for field in declared.values() if field.kind == "object"} - {
        other.rpartition(".")[0] for other in declared
    }

    def keys(value: Any, path: str = "") -> Iterator[str]:
        if isinstance(value, dict) and path not in opaque:
            for key, inner in value.items():
                yield (found := f"{path}.{key}".lstrip("."))
                yield from keys(inner, found)
        for inner in value if isinstance(value, list) and path not in {"actors", "recipients"} else ():
            yield from keys(inner, path)

    content = written(name, items(name, 1) if load(name).of == "statements" else told_fully()).decode()
    records = [json.loads(content)] if name == "geojson" else [json.loads(line) for line in content.splitlines()]
    assert {key for record in records for key in keys(record)} <= set(declared)


def told_fully() -> list[Entry]:
    """An entry with a place, an office, two reports, and a decision."""
    text = "Poland's minister visited Lithuania on Monday in Vilnius."
    articles = [an_article(text, id=f"a{n}") for n in range(2)]
    coded = []
    for article in articles:
        event = an_event(article, place="Vilnius", status="planned")
        office = a_role(article, "actor", "minister", office="minister", entity="person:minister", iso3="POL")
        coded.append(replace(article, events=(replace(event, roles=(*event.roles, office)),)))
    first, second = (article.events[0] for article in coded)
    with a_register(coded, [a_judgement(first, second)]) as register:
        decided = (Recorded(decision=a_decision("confirm", first), state="counts"),)
        return [replace(entry, decisions=decided) for entry in register.entries()]


def copies(item: Entry | StatementReport, count: int) -> Iterator[Any]:
    """The same under other ids, each with parts of its own, so that each that is kept weighs some kilobytes."""
    packed = pickle.dumps(item)
    for number in range(count):
        made = pickle.loads(packed)
        if isinstance(made, Entry):
            yield replace(made, id=f"{number:016x}")
        else:
            yield replace(made, statement=replace(made.statement, id=f"{number:016x}"))


@every_exporter
def test_memory_does_not_grow_with_the_number_of_items(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.export.files.table_arrow.ROWS", 50)
    monkeypatch.setattr("regesta.export.atom.SPOOL_BYTES", 10_000)
    [item] = items(name, 1)
    encode = load(name).encode
    few, many = 100, 300  # where a row group of 50 has just been written
    in_use = {}

    def watched() -> Iterator[object]:
        for number, each in enumerate(copies(item, many + 1)):
            if number in (few, many):
                gc.collect()
                in_use[number] = tracemalloc.get_traced_memory()[0]
            yield each

    for piece in encode(copies(item, 10)):  # what is loaded once
        del piece
    gc.freeze()  # else each look for garbage goes through all that the tests have loaded
    tracemalloc.start()
    for piece in encode(watched()):
        del piece
    tracemalloc.stop()
    gc.unfreeze()
    # A number for each entity written, a row group's place in the footer; no items.
    assert in_use[many] - in_use[few] < 500 * (many - few)
