"""Hostile files and records: each is a fault that says what and where; whatever is good beside it is coded."""

import json
import random
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest
from command_line import Regesta

GOOD = "Poland's minister visited Lithuania on Monday."
FRENCH = (
    "Le ministre polonais des affaires étrangères s'est rendu lundi à Vilnius, où il a rencontré le président de la "
    "république, a annoncé son ministère dans un communiqué publié mardi matin à Varsovie."
)


def faults(out: str) -> dict[str, str]:
    """The reasons of the faults in the output of `regesta code`, by article id."""
    return {row["id"]: "; ".join(f["reason"] for f in row["faults"]) for row in map(json.loads, out.splitlines())}


def test_a_missing_file_is_an_error_before_anything_is_read(regesta: Regesta, folder: Path) -> None:
    (folder / "good.txt").write_text(GOOD, "utf-8")
    ran = regesta("code good.txt nowhere.txt")
    told = f"regesta: nowhere.txt: no such file or folder in {Path.cwd()}; give the path of one that is there\n"
    assert (ran.code, ran.out, ran.err) == (1, "", told)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.jsonl", b"", "no article in it"),
        ("empty.html", b"", "no article"),
        ("blank.txt", b" \n\n ", "no text"),
        ("junk.txt", random.Random(1).randbytes(5000), "not text but binary data"),
        ("junk.html", random.Random(2).randbytes(5000), "not text but binary data"),
        ("paper.txt", b"%PDF-1.7 \x00\x01", "not text but PDF"),
        ("bad.jsonl", b'{"id": "b", "text": ', "bad.jsonl:1: not JSON"),
        ("list.jsonl", b"[1, 2]", "list.jsonl:1: a JSON object is expected"),
        ("none.jsonl", b'{"id": "n", "title": "A visit"}', "none.jsonl:1: there is no text"),
    ],
)
def test_a_file_that_holds_no_article_is_a_fault(
    name: str, content: bytes, reason: str, regesta: Regesta, folder: Path
) -> None:
    (folder / name).write_bytes(content)
    (folder / "good.txt").write_text(GOOD, "utf-8")
    ran = regesta(f"code {name} good.txt")
    bad, good = map(json.loads, ran.out.splitlines())
    assert ran.code == 0
    assert reason in bad["faults"][0]["reason"]
    assert (len(good["events"]), good["faults"]) == (1, [])


def test_a_bad_line_is_named_by_its_number_and_its_neighbours_are_coded(regesta: Regesta, folder: Path) -> None:
    lines = [json.dumps({"id": "a", "text": GOOD}), '{"id": "b", "text"', "", json.dumps({"id": "d", "text": GOOD})]
    (folder / "mixed.jsonl").write_text("\n".join(lines), "utf-8")
    rows = [json.loads(line) for line in regesta("code mixed.jsonl").out.splitlines()]
    assert [len(row["events"]) for row in rows] == [1, 0, 1]
    assert rows[1]["faults"][0]["reason"].startswith("mixed.jsonl:2: not JSON")


def test_latin_1_is_read_as_what_it_is(regesta: Regesta, folder: Path) -> None:
    (folder / "latin.txt").write_bytes(f"Müller of {GOOD}".encode("latin-1"))
    (folder / "latin.jsonl").write_bytes(
        json.dumps({"text": f"Müller of {GOOD}"}, ensure_ascii=False).encode("latin-1")
    )
    read = [json.loads(line)["text"] for line in regesta("read latin.txt latin.jsonl").out.splitlines()]
    assert read == [f"Müller of {GOOD}"] * 2


def test_a_text_in_another_language_is_a_fault_that_names_it(regesta: Regesta, folder: Path) -> None:
    (folder / "regesta.toml").write_text('stages = ["parse"]\n', "utf-8")
    ran = regesta("code -", stdin=json.dumps({"id": "f", "text": FRENCH}).encode())
    assert "language is 'fr'" in faults(ran.out)["f"]


def test_reading_tells_faults_on_standard_error_and_leaves_the_pipe_clean(regesta: Regesta, folder: Path) -> None:
    (folder / "mixed.jsonl").write_text(json.dumps({"id": "a", "text": GOOD}) + "\nnot json\n", "utf-8")
    ran = regesta("read mixed.jsonl")
    assert [json.loads(line)["id"] for line in ran.out.splitlines()] == ["a"]
    assert ran.err.startswith("regesta: mixed.jsonl:2: not JSON")
    assert ran.err.splitlines()[1:] == ["regesta: 2 found, 1 read, 1 not read"]


def test_an_unreadable_folder_is_a_fault_and_the_run_goes_on(
    regesta: Regesta, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "news" / "locked").mkdir(parents=True)
    (folder / "news" / "good.txt").write_text(GOOD, "utf-8")
    listed = Path.iterdir  # permissions do not bind the superuser, as whom tests may run: the refusal is played

    def refusing(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refusing)
    ran = regesta("run news --quiet")
    assert (ran.code, ran.err) == (0, "")
    assert "1 article read, 1 without text, 2 added" in ran.out
    assert "1 event," in ran.out
    assert "locked: cannot be opened" in regesta("query faults").out
    assert regesta("read news/locked").err.startswith("regesta: locked: cannot be opened: ")


def test_a_stage_that_fails_on_one_article_is_a_fault_on_it(regesta: Regesta, folder: Path) -> None:
    rows = [{"id": "a", "text": GOOD}, {"id": "b", "text": "break here"}, {"id": "c", "text": GOOD}]
    ran = regesta("code -", stdin="\n".join(map(json.dumps, rows)).encode())
    assert faults(ran.out) == {"a": "", "b": "ZeroDivisionError: told to break", "c": ""}
    strict = regesta("code --strict -", stdin="\n".join(map(json.dumps, rows)).encode())
    assert (strict.code, strict.err) == (1, "regesta: b: stand-in: ZeroDivisionError: told to break\n")


def test_an_article_of_50_mb_is_a_fault_that_costs_little(regesta: Regesta, folder: Path) -> None:
    """All stages run; nothing else is parsed either, so that the model is not loaded."""
    (folder / "regesta.toml").unlink()
    rows = [{"id": "huge", "text": "Putin visited Minsk on Monday. " * 1_600_000}, {"id": "french", "text": FRENCH}]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    rows.clear()
    before = getrusage(RUSAGE_SELF).ru_maxrss
    ran = regesta("run news.jsonl --quiet")
    assert (ran.code, ran.err) == (0, "")
    assert "2 articles read, 2 added, 0 already stored" in ran.out
    assert "2 faults in parse" in ran.out
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 500_000  # KiB; about 300 MB measured


def test_a_folder_without_files_is_told(regesta: Regesta, folder: Path) -> None:
    (folder / "news").mkdir()
    ran = regesta("run news --store news.db")
    assert (ran.code, ran.err) == (0, "regesta: nothing to read: no file is there\n")
