"""What `regesta explain` prints, and what it says when an event does not arise again."""

import json
from pathlib import Path

import pytest
from command_line import Regesta, write_records
from stand_in import a_report

TEXT = "Ukraine condemned Russia for the raid on Monday. Kyiv also urged Minsk to reopen the border."


@pytest.fixture
def coded(regesta: Regesta, folder: Path) -> Path:
    """A store with two articles of one text, coded by the default pipeline."""
    (folder / "regesta.toml").unlink()
    write_records(folder / "news.jsonl", (a_report(id, note=TEXT) for id in ("a1", "a2")))
    assert regesta("run news.jsonl --quiet").code == 0
    return folder


def an_event_id(regesta: Regesta, store: Path) -> str:
    [line] = regesta(f"query entries --store {store} --actor Sweden --json").out.splitlines()
    return str(json.loads(line)["id"])


def test_an_unknown_id_is_refused(regesta: Regesta, folder: Path, store_path: Path) -> None:
    ran = regesta(f"explain nothing --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    expected = "no event, entry or article has the id 'nothing'; `regesta query entries` lists ids"
    assert ran.err == f"regesta: {expected}\n"


def test_an_article_without_events_is_refused(regesta: Regesta, folder: Path, store_path: Path) -> None:
    ran = regesta(f"explain c1 --store {store_path}")
    assert (ran.code, ran.out, ran.err) == (1, "", "regesta: the article 'c1' has no events to explain\n")


def test_an_event_of_another_coder_is_refused(regesta: Regesta, folder: Path, store_path: Path) -> None:
    event_id = an_event_id(regesta, store_path)
    ran = regesta(f"explain {event_id} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"regesta: event {event_id} was not made by the stage `events` of Regesta; it cannot be explained\n"
    )


def test_an_event_that_does_not_arise_is_an_error_that_says_why(
    regesta: Regesta, folder: Path, store_path: Path
) -> None:
    (folder / "regesta.toml").write_text("stages = []\n", encoding="utf-8")
    event_id = an_event_id(regesta, store_path)
    ran = regesta(f"explain {event_id} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith(f"regesta: event {event_id} (events@0.1.0) does not arise when b1 is coded again by ")
    assert "it was coded by another version, with other settings, or from another text" in ran.err
    assert ran.err.endswith("its word 'visited' now gives no event\n")


@pytest.mark.model
def test_an_event_is_explained(regesta: Regesta, coded: Path) -> None:
    [line] = regesta("query entries --type ACCUSE --json").out.splitlines()
    entry = json.loads(line)
    event_id = max(report["event"]["id"] for report in entry["reports"])  # the smallest is the id of the entry
    shown = regesta(f"explain {event_id}")
    assert (shown.code, shown.err) == (0, "")
    names = [line[:12].strip() for line in shown.out.splitlines() if line and not line.startswith(" ")]
    assert names[2:6] == ["type", "evidence", "actor", "recipient"]
    assert names[6:9] == ["status", "date", "place"]
    assert "[condemned|ACCUSE]" in shown.out
    assert "  entry     ACCUSE#" in shown.out
    assert "\ndate        2022-12-19" in shown.out
    assert shown.out.count("condemned|ACCUSE") == 1, "the other report has an id of its own"


@pytest.mark.model
def test_the_id_of_an_entry_explains_every_report_as_json(regesta: Regesta, coded: Path) -> None:
    [line] = regesta("query entries --type ACCUSE --json").out.splitlines()
    ran = regesta(f"explain {json.loads(line)['id']} --json")
    records = [json.loads(row) for row in ran.out.splitlines()]
    assert sorted(record["article"] for record in records) == ["a1", "a2"]
    for record in records:
        assert record["event"]["type"] == record["read_as"] == "ACCUSE"
        assert [party["iso3"] for party in record["actors"] + record["recipients"]] == ["UKR", "RUS"]
        assert {part["name"] for part in record["evidence"]} >= {"bias", "network", "reliability"}
        assert record["entry"]["id"].startswith("ACCUSE#")
        assert record["status"]["basis"] == "default"


@pytest.mark.model
def test_the_id_of_an_article_explains_all_its_events(regesta: Regesta, coded: Path) -> None:
    records = [json.loads(row) for row in regesta("explain a1 --json").out.splitlines()]
    coded_events = next(json.loads(row)["events"] for row in regesta("code news.jsonl").out.splitlines())
    assert [record["event"] for record in records] == coded_events


@pytest.mark.model
def test_other_settings_are_an_error_after_what_can_be_explained(regesta: Regesta, coded: Path) -> None:
    (coded / "strict.toml").write_text("[stage.events]\nmin_confidence = 1.0\n", encoding="utf-8")
    ran = regesta("explain a1 --config strict.toml")
    assert (ran.code, ran.out) == (1, "")
    assert "with other settings" in ran.err
    assert len(ran.err.splitlines()) == 1
