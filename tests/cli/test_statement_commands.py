import json
from pathlib import Path

import pytest
from builders import a_judgement
from command_line import Regesta
from stand_in import HandMade, a_report

from regesta.run.ingest import ingest
from regesta.store.filters import StatementFilter
from regesta.store.store import open_store


@pytest.fixture(scope="module")
def said_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one utterance that two outlets report, joined by hand, and one of a third."""
    path = tmp_path_factory.mktemp("said") / "regesta.db"
    articles = (a_report("a1"), a_report("a2"), a_report("b1", "Sweden", "Latvia"))
    with open_store(str(path)) as opened:
        ingest(articles, opened, HandMade(), lambda report: None)
        with opened.view() as view:
            left, right = sorted(i for a in ("a1", "a2") for i in view.statement_ids(StatementFilter(article=a)))
        with opened.writer() as writer:
            writer.add_judgements([a_judgement(left, right, kind="statement", reasons=("one meeting",))])
    return path


def test_what_was_said_over_time_is_listed_by_month(regesta: Regesta, said_path: Path) -> None:
    ran = regesta(f"query said --store {said_path}")
    assert ran.out.startswith("2022-12  2: 2 says\n    2022-12-19  minister says  We will keep talking,")
    [line] = regesta(f"query said --store {said_path} --every year --json").out.splitlines()
    assert json.loads(line)["classes"] == {"says": 2}
    assert "known: day, month, week, year" in regesta(f"query said --store {said_path} --every fortnight").err


def test_an_utterance_is_shown_with_every_source(regesta: Regesta, said_path: Path) -> None:
    line = regesta(f"query statements --store {said_path} --json --publisher 'Outlet a2'").out
    record = json.loads(line)
    assert (record["support"], len(record["wordings"]), len(record["reports"])) == (2, 1, 2)
    for report in record["reports"]:
        out = regesta(f"show {report['id']} --store {said_path}").out
        assert "2 articles by Outlet a1, Outlet a2" in out
        assert out.count('"[We will keep talking,|content]" the minister [said|cue].') == 2
        assert "one meeting" in out
    assert f"is part of the utterance {record['utterance']}" in out


def test_statements_are_narrowed_by_class_and_confidence(regesta: Regesta, said_path: Path) -> None:
    assert regesta(f"query statements --store {said_path} --class denies").err == "0 of 0 statements\n"
    assert regesta(f"query statements --store {said_path} --min-confidence 1").err == "0 of 0 statements\n"
    assert "speech class" in regesta(f"query statements --store {said_path} --class sings").err


def test_the_newest_statement_comes_first_unless_the_oldest_is_asked_for(regesta: Regesta, said_path: Path) -> None:
    def ids(options: str = "") -> list[str]:
        lines = regesta(f"query statements --store {said_path} --json {options}").out.splitlines()
        return [json.loads(line)["article"] for line in lines]

    assert ids() == ids("--sort newest")
    assert sorted(ids()) == sorted(ids("--sort oldest"))
    assert "newest, oldest" in regesta(f"query statements --store {said_path} --sort x").err


def test_a_day_month_or_year_is_asked_for_in_one_word(regesta: Regesta, said_path: Path) -> None:
    whole = regesta(f"query statements --store {said_path} --json").out
    assert regesta(f"query statements --store {said_path} --json --on 2022").out == whole
    assert regesta(f"query statements --store {said_path} --json --on 2021").out == ""
    assert "no date" in regesta(f"query entries --store {said_path} --on 2022-13").err


def test_a_speaker_may_be_an_office_and_nothing_found_says_what_to_leave_out(regesta: Regesta, said_path: Path) -> None:
    assert regesta(f"query statements --store {said_path} --speaker minister").err == "2 of 2 statements\n"
    ran = regesta(f"query statements --store {said_path} --speaker minister --class denies")
    assert ran.err == "0 of 0 statements\n  2 statements without speech-class 'denies'\n"
    assert "no speaker 'ministre'; known: Latvia" in regesta(f"query said --store {said_path} --speaker ministre").err
