"""What `regesta claims` and `regesta query histories` print over a small register."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import a_claim, a_date, a_mention, an_article, an_event
from command_line import Regesta
from stores import write

from regesta.store.store import open_store

PLAN = "Poland will visit Lithuania on Monday."
TOLD = "Poland visited Lithuania. Poland has visited Lithuania seven times this year."


@pytest.fixture
def followed(tmp_path: Path) -> Path:
    """A store with a visit planned and told, and a claim on how many there were."""
    planned = an_article(PLAN, id="p", published=date(2022, 12, 16))
    due = replace(a_date(date(2022, 12, 19)), basis="expression")
    planned = replace(planned, events=(an_event(planned, "visit", status="planned", date=due),))
    told = an_article(TOLD, id="t", published=date(2022, 12, 20), publisher="Vilnius Post")
    told = replace(
        told,
        events=(an_event(told),),
        mentions=(a_mention(told, "Poland"), a_mention(told, "Lithuania")),
        claims=(a_claim(told, "has visited Lithuania seven times this year"),),
    )
    other = an_article("Poland visited Lithuania.", id="o", published=date(2022, 5, 2))
    other = replace(other, events=(an_event(other, day=date(2022, 5, 2)),))
    path = tmp_path / "followed.db"
    with open_store(str(path)) as opened:
        write(opened, planned, told, other)
    return path


def test_a_claim_is_shown_with_what_is_on_record(regesta: Regesta, followed: Path) -> None:
    ran = regesta(f"claims --store {followed}")
    lines = ran.out.splitlines()
    assert lines[0].endswith("  count of CONSULT visit by Poland (POL) to Lithuania (LTU), 2022-01-01/2022-12-31")
    assert lines[1].startswith("    7 stated, 1 on record; thin coverage: 3 articles read on 3 of 354 days")
    assert lines[2].startswith("    2022-05-02  ")
    assert lines[3] == "    the article (Vilnius Post, 2022-12-20): has visited Lithuania seven times this year"
    assert ran.err == "1 of 1 claims\n"


def test_claims_are_filtered_and_written_as_json(regesta: Regesta, followed: Path) -> None:
    assert regesta(f"claims --dyad POL-LTU --from 2022-06 --store {followed}").err == "1 of 1 claims\n"
    assert regesta(f"claims --type AID --store {followed}").err == "0 of 0 claims\n"
    [line] = regesta(f"claims --party Poland --json --store {followed}").out.splitlines()
    record = json.loads(line)
    assert (record["finding"], record["coverage"]["thin"]) == ("7 stated, 1 on record", True)
    assert [entry["day"] for entry in record["on_record"]] == ["2022-05-02"]
    assert record["sentence"] == "Poland has visited Lithuania seven times this year."


@pytest.fixture
def numbered(tmp_path: Path) -> Path:
    """A store with a second and a third round of sanctions, the third one claimed to be so."""
    articles = []
    for number, which in ((2, "second"), (3, "third")):
        text = f"Poland imposed a {which} round of sanctions on Lithuania."
        article = an_article(text, id=f"n{number}", published=date(2022, number, 1))
        act = {"type": "SANCTION", "mode": "discontinue", "cameo": "163", "quad": 4}
        articles.append(replace(article, events=(an_event(article, "sanctions", day=date(2022, number, 1), **act),)))
    third = articles[1]
    counted = {"kind": "ordinal", "value": 3, "bound": "at least", "period": None}
    claim = a_claim(third, "a third round of sanctions", "sanctions", type="SANCTION", mode="discontinue", **counted)
    path = tmp_path / "numbered.db"
    with open_store(str(path)) as opened:
        write(opened, articles[0], replace(third, claims=(claim,)))
    return path


def test_a_claim_on_a_round_names_the_rounds_on_record(regesta: Regesta, numbered: Path) -> None:
    lines = regesta(f"claims --store {numbered}").out.splitlines()
    assert lines[1].startswith("    the 3rd stated, 2 on record: the 2nd, the 3rd; thin coverage: ")
    assert [line.split()[-2:] for line in lines[2:4]] == [["no.", "2"], ["no.", "3"]]
    record = json.loads(regesta(f"claims --json --store {numbered}").out)
    assert [entry["number"] for entry in record["on_record"]] == [2, 3]
    ids = [entry["entry"] for entry in record["on_record"]]
    assert record["rounds"] == [{"number": 2, "entries": ids[:1]}, {"number": 3, "entries": ids[1:]}]


def test_a_history_of_sanctions_numbers_its_rounds(regesta: Regesta, numbered: Path) -> None:
    lines = regesta(f"query histories sanctions --store {numbered}").out.splitlines()
    assert [line.split("  ")[2] for line in lines if "no." in line] == ["in force no. 2", "widened no. 3"]


def test_a_wrong_kind_is_refused_with_the_nearest(regesta: Regesta, followed: Path) -> None:
    assert "did you mean 'ordinal'?" in regesta(f"claims --kind ordinals --store {followed}").err
    ran = regesta(f"query histories meeting --store {followed}")
    assert (ran.code, "did you mean 'meetings'?" in ran.err) == (1, True)
    assert "did you mean 'overdue'?" in regesta(f"query histories meetings --outcome overdu --store {followed}").err


def test_a_history_is_shown_stage_by_stage(regesta: Regesta, followed: Path) -> None:
    ran = regesta(f"query histories meetings --min-steps 2 --store {followed}")
    lines = ran.out.splitlines()
    assert lines[0].endswith("Lithuania (LTU), Poland (POL): held; was due 2022-12-19")
    assert [line.split("  ")[2] for line in lines[1::2]] == ["planned", "held"]
    assert "told 2022-12-16, due 2022-12-19" in lines[1]
    assert lines[2] == f"        {PLAN}"
    assert ran.err == "1 of 1 meetings\n"


def test_a_history_as_json_cites_its_entries(regesta: Regesta, followed: Path) -> None:
    [line] = regesta(
        f"query histories meetings --dyad POL-LTU --min-steps 2 --json --store {followed}"
    ).out.splitlines()
    record = json.loads(line)
    assert (record["kind"], record["state"], record["outcome"]) == ("meetings", "held", "settled")
    assert [step["due"] for step in record["steps"]] == [["2022-12-19", "2022-12-20"], None]
    assert [step["citation"]["quote"] for step in record["steps"]] == [PLAN, TOLD.split(". ")[0] + "."]


@pytest.mark.parametrize("day", ["2022-12-20", "2023-12-25", "today"])
def test_what_is_settled_is_never_overdue(regesta: Regesta, followed: Path, day: str) -> None:
    ran = regesta(f"query histories meetings --outcome overdue --day {day} --store {followed}")
    assert ran.err == "0 of 0 meetings\n"
    assert regesta(f"query histories meetings --outcome settled --day {day} --store {followed}").err[0] == "1"
