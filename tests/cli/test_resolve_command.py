"""`regesta resolve`, `regesta knowledge` and `regesta query offices`."""

import json
from pathlib import Path

import pytest
from command_line import Regesta
from stores import NOW

from regesta.cli.output.offices import office_lines, office_record
from regesta.model.article import Article, Source
from regesta.model.office import OfficeSeen
from regesta.model.span import Span
from regesta.query.offices import office_facts
from regesta.store.runs import RunSettings
from regesta.store.store import open_store

OWN = "person,office,state,from,to\nJan Novotal,President,CZE,2020,2023\n"
SETTINGS = RunSettings(config_hash="c", ontology_version="1", regesta_version="0.1.0")


def a_line(phrase: str, **more: str) -> bytes:
    return json.dumps({"phrase": phrase, **more}, ensure_ascii=False).encode() + b"\n"


def test_phrases_come_out_resolved_in_their_order(regesta: Regesta, folder: Path) -> None:
    ran = regesta("resolve", stdin=a_line("Turkish foreign minister") + b"\n" + a_line("puppies"))
    first, second = map(json.loads, ran.out.splitlines())
    assert (ran.code, ran.err) == (0, "")
    assert first == {
        "phrase": "Turkish foreign minister", "nil": False, "iso3": "TUR", "sector": "GOV",
        "name": "Turkish foreign minister", "person": None, "office": "foreign minister", "entity": None,
        "confidence": 0.9, "basis": "demonym",
        "reasons": ["Turkish: demonym, Turkey (TUR)", "foreign minister: noun of sector GOV"], "parts": [],
    }  # fmt: skip
    assert (second["nil"], second["iso3"]) == (True, None)
    assert second["reasons"] == ["NIL: no state, body, office or known person in it"]


def test_a_file_is_read_and_country_and_date_count(regesta: Regesta, folder: Path) -> None:
    (folder / "in.jsonl").write_bytes(a_line("riot police", country="Argentina") + a_line("Chirac", date="2006-12-01"))
    police, chirac = map(json.loads, regesta("resolve in.jsonl").out.splitlines())
    assert (police["iso3"], chirac["iso3"], chirac["basis"]) == ("ARG", "FRA", "office")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "-: line 1: not JSON"),
        (b"[]", '-: line 1: must be an object with a "phrase"'),
        (b'{"phrase": 3}', '-: line 1: must be an object with a "phrase"'),
        (a_line("x", country="Ruritania"), "-: line 1: country 'Ruritania' is no state"),
        (a_line("x", date="soon"), "-: line 1: date 'soon' is no day"),
        (a_line("x", day="2022-01-01"), "-: line 1: unknown key 'day'; known: phrase, date, country"),
        (b'{"phrase": "\xff"}', "-: is not UTF-8"),
    ],
)
def test_a_wrong_line_is_told_with_its_number(line: bytes, message: str, regesta: Regesta, folder: Path) -> None:
    ran = regesta("resolve", stdin=line)
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err


def test_a_missing_file_is_told(regesta: Regesta, folder: Path) -> None:
    assert "none.jsonl: cannot be read: No such file" in regesta("resolve none.jsonl").err


def test_a_pack_is_added_used_listed_and_removed(regesta: Regesta, folder: Path) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    line = "own  1 office of 1 person  regesta-knowledge/own.csv\n"
    assert regesta("knowledge add own.csv").out == line
    assert regesta("knowledge list").out == line
    found = json.loads(regesta("resolve", stdin=a_line("Novotal", date="2022-01-01")).out)
    assert (found["basis"], found["entity"]) == ("pack:own", "person:jan-novotal")
    assert found["reasons"] == [
        "Novotal: Jan Novotal, President (CZE), held 2020-01-01 to 2023-12-31; pack:own, own.csv:2"
    ]
    assert regesta("knowledge remove own").code == 0
    assert regesta("knowledge list").out == ""


def test_a_broken_pack_is_told_and_not_added(regesta: Regesta, folder: Path) -> None:
    (folder / "own.csv").write_text(OWN.replace("CZE", "Ruritania"), encoding="utf-8")
    ran = regesta("knowledge add own.csv")
    assert (ran.code, ran.out) == (1, "")
    assert "own.csv: line 2, column state: 'Ruritania' is no state" in ran.err
    assert not (folder / "regesta-knowledge").exists()


def test_the_example_pack_is_right(regesta: Regesta, folder: Path, root: Path) -> None:
    ran = regesta(f"knowledge add {root / 'docs/guides/offices.csv'}")
    assert ran.out.startswith("offices  2 offices of 2 people, 1 organisation, 1 name of states")


def a_store(path: Path) -> str:
    """A store in which two articles give one person an office, and a third another state."""
    with open_store(str(path)) as store, store.writer() as writer:
        run = writer.start_run(SETTINGS, NOW)
        for number, iso3 in enumerate(["CZE", "CZE", "SVK"]):
            name = f"a{number}"
            writer.add_article(run, Article(id=name, text="President Jan Novotal slept.", source=Source()))
            sighting = OfficeSeen(
                person="Jan Novotal", office="President", iso3=iso3, sector="GOV", day=None, article_id=name,
                span=Span(0, 21),
            )  # fmt: skip
            writer.set_offices(name, [sighting])
        writer.finish_run(run, NOW, {})
    return str(path)


def test_offices_are_listed_with_conflicts_and_the_words_that_tell_them(regesta: Regesta, folder: Path) -> None:
    ran = regesta(f"query offices --store {a_store(folder / 'r.db')}")
    assert ran.out.splitlines() == [
        "person:jan-novotal  Jan Novotal: President (Czech presidency), CZE, undated, 2 articles",
        "    conflict: SVK by 1",
        "    President Jan Novotal  a0 [0:21]",
        "    President Jan Novotal  a1 [0:21]",
        "person:jan-novotal  Jan Novotal: President (Slovak presidency), SVK, undated, 1 article",
        "    conflict: CZE by 2",
        "    President Jan Novotal  a2 [0:21]",
    ]
    assert ran.err == "2 of 2 offices\n"


def test_offices_are_narrowed_by_person_and_state_and_come_as_json(regesta: Regesta, folder: Path) -> None:
    store = a_store(folder / "r.db")
    [row] = map(
        json.loads, regesta(f"query offices --person novotál --state Slovakia --json --store {store}").out.splitlines()
    )
    assert (row["iso3"], row["support"], row["conflicts"]) == ("SVK", 1, [{"iso3": "CZE", "support": 2}])
    assert row["citations"] == [{"article": "a2", "start": 0, "end": 21, "run": 1}]
    assert "'Ruritania' is no state" in regesta(f"query offices --state Ruritania --store {store}").err


def test_what_a_store_learned_resolves_phrases_where_one_state_prevails(regesta: Regesta, folder: Path) -> None:
    store = a_store(folder / "r.db")
    found = json.loads(regesta(f"resolve --store {store}", stdin=a_line("Czech politician Jan Novotal")).out)
    assert (found["iso3"], found["office"]) == ("CZE", "politician")
    assert any("told by 2 articles" in reason and "register, a0:0-21" in reason for reason in found["reasons"])
    bare = json.loads(regesta(f"resolve --store {store}", stdin=a_line("Jan Novotal")).out)
    assert (bare["iso3"], bare["basis"]) == ("CZE", "register")
    assert any(reason.startswith("told otherwise: ") and "(SVK)" in reason for reason in bare["reasons"])


def test_many_citations_are_cut_and_counted(folder: Path) -> None:
    with open_store("memory:") as store:
        with store.writer() as writer:
            run = writer.start_run(SETTINGS, NOW)
            for number in range(5):
                writer.add_article(run, Article(id=f"a{number}", text="President Jan Novotal", source=Source()))
                sighting = OfficeSeen(
                    person="Jan Novotal", office="President", iso3="CZE", sector="GOV", day=None,
                    article_id=f"a{number}", span=Span(0, 21),
                )  # fmt: skip
                writer.set_offices(f"a{number}", [sighting])
        with store.view() as view:
            [fact] = office_facts(view)
            assert list(office_lines(view, fact))[-1] == "    and 2 more"
            assert len(office_record(fact)["citations"]) == 5
