"""A release: the same bytes each time, whole or not at all, read back as it was written."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import a_coded_article, a_decision, a_judgement, an_article, an_event
from stores import SETTINGS, filled

from regesta.errors import ConfigError, InputError
from regesta.export.entries import CSV
from regesta.export.release.build import build_release
from regesta.export.release.changes import check_release
from regesta.export.release.contents import sheets_of
from regesta.export.release.plan import Plan
from regesta.model.article import Article
from regesta.model.decision import Act
from regesta.model.event import Event
from regesta.query.moment import parse_moment
from regesta.query.register import open_register
from regesta.store.store import Store, open_store

FIRST, SECOND = datetime(2023, 1, 2, tzinfo=UTC), datetime(2023, 2, 3, tzinfo=UTC)
TEXT = '=Poland, "visited"\nLithuania\u2028and Latvia; – \'twas \U0001f600.'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store in a file, to which runs of two days can be added."""
    with open_store(str(tmp_path / "regesta.db")) as opened:
        yield opened


def run(store: Store, started: datetime, *articles: Article) -> None:
    """Store articles in a run of an hour."""
    with store.writer() as writer:
        number = writer.start_run(SETTINGS, started)
        for article in articles:
            writer.add_article(number, article)
        writer.finish_run(number, started + timedelta(hours=1), {"read": len(articles)})


def decide(store: Store, event: Event, act: Act = "confirm") -> None:
    """Store a decision of now on an event."""
    with store.writer() as writer:
        writer.add_decisions([a_decision(act, event, made=datetime.now(UTC))])


def hostile_article(id: str = "h1") -> Article:
    """An article whose words try every rule of CSV."""
    article = an_article(TEXT, id=id, title='A "visit",\r\nno less', publisher="=Wire()")
    return replace(article, events=(an_event(article),))


def release(store: Store, folder: Path, moment: datetime | None = None, **plan: Any) -> Path:
    """Build a release, by default without Parquet."""
    since = plan.pop("since", None)
    asked = Plan(**{"name": "2023-01", "parquet": False, **plan})
    with store.view() as now:
        view = now.at(moment) if moment else now
        build_release(open_register(view), asked, folder, since=since)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"csv/{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_two_builds_are_byte_for_byte_the_same(store: Store, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra [parquet]")
    run(store, FIRST, a_coded_article(), hostile_article(), a_coded_article(id="a2"))
    one = release(store, tmp_path / "one", parquet=True, texts=True)
    two = release(store, tmp_path / "two", parquet=True, texts=True)
    assert files(one) == files(two)
    assert {path.parent.name for path in one.rglob("*.parquet")} == {"parquet"}


def test_the_entries_of_a_release_are_those_of_the_csv(store: Store, tmp_path: Path) -> None:
    run(store, FIRST, a_coded_article(), a_coded_article(id="a2"))
    exported = io.BytesIO()
    with store.view() as view:
        CSV(sorted(open_register(view).entries(), key=lambda entry: entry.id), exported)
    assert (release(store, tmp_path / "one") / "csv/entries.csv").read_bytes() == exported.getvalue()


def test_a_release_can_be_built_again_when_the_store_has_grown(store: Store, tmp_path: Path) -> None:
    article = a_coded_article()
    run(store, FIRST, article)
    decide(store, article.events[0])
    then = release(store, tmp_path / "then")
    created = json.loads((then / "datapackage.json").read_text("utf-8"))["created"]
    run(store, datetime.now(UTC), a_coded_article(id="a2"), an_article("Poland closed its border."))
    decide(store, article.events[0], act="reject")
    assert files(release(store, tmp_path / "now")) != files(then)
    assert files(release(store, tmp_path / "again", parse_moment(created))) == files(then)


def test_a_release_shows_what_persons_decided(store: Store, tmp_path: Path) -> None:
    article = a_coded_article()
    run(store, FIRST, article)
    kept, wrong = article.events[0], a_coded_article(id="a2")
    run(store, SECOND, wrong)
    decide(store, kept)
    decide(store, wrong.events[0], act="reject")
    folder = release(store, tmp_path / "r")
    told = [(row["act"], row["event"], row["author"], row["state"]) for row in rows(folder, "decisions")]
    assert told == [("confirm", kept.id, "Ann", "counts"), ("reject", wrong.events[0].id, "Ann", "counts")]
    assert wrong.events[0].id not in {row["id"] for row in rows(folder, "events")}


def test_every_cell_is_read_back_as_it_is(store: Store, tmp_path: Path) -> None:
    article = hostile_article()
    run(store, FIRST, article)
    folder = release(store, tmp_path / "r", texts=True)
    assert [row["text"] for row in rows(folder, "texts")] == [article.text]
    [found] = rows(folder, "articles")
    assert (found["title"], found["publisher"], found["published"]) == (article.title, "=Wire()", "2022-12-19")
    for cited in rows(folder, "citations"):
        assert article.text[int(cited["start"]) : int(cited["end"])] == cited["quote"]


def test_parquet_and_csv_say_the_same_and_have_the_types_of_the_schema(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra [parquet]")
    run(store, FIRST, a_coded_article(), hostile_article())
    folder = release(store, tmp_path / "r", parquet=True)
    read = {"string": str, "integer": int, "number": float, "date": date.fromisoformat, "boolean": {"true": True}.get}
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = {resource["name"]: resource for resource in package["resources"]}
    for sheet in sheets_of(texts=False):
        fields = tables[sheet.name]["schema"]["fields"]
        typed = [
            {f["name"]: read[f["type"]](row[f["name"]]) if row[f["name"]] else None for f in fields}
            for row in rows(folder, sheet.name)
        ]
        assert parquet.read_table(folder / tables[f"{sheet.name}-parquet"]["path"]).to_pylist() == typed
        assert len(typed) == tables[sheet.name]["rows"]


def test_keys_are_unique_and_references_lead_somewhere(store: Store, tmp_path: Path) -> None:
    first, second = a_coded_article(), a_coded_article(id="a2")
    run(store, FIRST, first, second, hostile_article())
    with store.writer() as writer:
        writer.add_judgements([a_judgement(first.events[0], second.events[0])])
    folder = release(store, tmp_path / "r")
    for sheet in sheets_of(texts=False):
        keys = [tuple(row[name] for name in sheet.key) for row in rows(folder, sheet.name)]
        assert not sheet.key or len(set(keys)) == len(keys)
        for column, table, other in sheet.refers:
            known = {row[other] for row in rows(folder, table)}
            assert {row[column] for row in rows(folder, sheet.name)} <= known, (sheet.name, column)
    assert len(rows(folder, "entries")) == 2
    assert [row["verdict"] for row in rows(folder, "judgements")] == ["same"]


def test_texts_are_left_out_unless_asked_for(store: Store, tmp_path: Path) -> None:
    run(store, FIRST, a_coded_article())
    folder = release(store, tmp_path / "r")
    assert not (folder / "csv/texts.csv").exists()
    assert "texts of the articles are not in this release" in (folder / "LICENSE.md").read_text("utf-8")
    assert "text_sha256" in rows(folder, "articles")[0]
    assert "do not pass them on" in (release(store, tmp_path / "t", texts=True) / "LICENSE.md").read_text("utf-8")


def test_the_citation_is_valid_yaml_whatever_the_names(store: Store, tmp_path: Path) -> None:
    run(store, FIRST, a_coded_article())
    names = ('O\'Brien: "the" #1', "Łódź Institute")
    folder = release(store, tmp_path / "r", title="Visits: a list", authors=names, licence="CC-BY-4.0")
    cited = yaml.safe_load((folder / "CITATION.cff").read_text("utf-8"))
    assert (cited["title"], cited["version"], cited["license"], cited["type"]) == (
        *("Visits: a list", "2023-01"),
        *("CC-BY-4.0", "dataset"),
    )
    assert [author["name"] for author in cited["authors"]] == list(names)
    assert cited["date-released"] == json.loads((folder / "datapackage.json").read_text("utf-8"))["created"][:10]
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert "under CC-BY-4.0" in (folder / "LICENSE.md").read_text("utf-8")


def test_every_column_is_in_the_dictionary(store: Store, tmp_path: Path) -> None:
    run(store, FIRST, a_coded_article())
    text = (release(store, tmp_path / "r", texts=True) / "DICTIONARY.md").read_text("utf-8")
    for sheet in sheets_of(texts=True):
        section = text.split(f"## {sheet.name}\n")[1].split("\n## ")[0]
        assert [c.name for c in sheet.columns if f"| `{c.name}` |" not in section] == []


def test_changes_list_added_updated_merged_and_deleted_ids(store: Store, tmp_path: Path) -> None:
    first, second, third = a_coded_article(), a_coded_article(id="a2"), a_coded_article(id="a3")
    run(store, FIRST, first, second, third)
    old = release(store, tmp_path / "old")
    changed = replace(a_coded_article(id="a3"), title="Another headline", events=(), statements=())
    run(store, SECOND, hostile_article(), changed)
    kept, merged = sorted((first.events[0], second.events[0]), key=lambda event: event.id)
    with store.writer() as writer:
        writer.add_judgements([a_judgement(kept, merged)])
    new = release(store, tmp_path / "new", name="2023-02", since=old)
    with (new / "CHANGES.csv").open(encoding="utf-8", newline="") as file:
        found = {(row["table"], row["id"]): (row["change"], row["into"]) for row in csv.DictReader(file)}
    lost, added = third.events[0].id, hostile_article().events[0].id
    assert found == {
        ("articles", "a3"): ("updated", ""),
        ("articles", "h1"): ("added", ""),
        ("entries", kept.id): ("updated", ""),
        ("entries", merged.id): ("merged", kept.id),
        ("entries", lost): ("deleted", ""),
        ("entries", added): ("added", ""),
        ("events", merged.id): ("updated", ""),  # it is now a report of another entry
        ("events", lost): ("deleted", ""),
        ("events", added): ("added", ""),
        ("statements", third.statements[0].id): ("deleted", ""),
    }
    assert "| entries | 1 | 1 | 1 | 1 |" in (new / "CHANGES.md").read_text("utf-8")
    assert "since 2023-01" in (new / "CHANGES.md").read_text("utf-8")


def test_an_earlier_release_that_was_changed_is_refused(store: Store, tmp_path: Path) -> None:
    run(store, FIRST, a_coded_article())
    old = release(store, tmp_path / "old")
    assert check_release(old) == "2023-01"
    with (old / "csv/entries.csv").open("a", encoding="utf-8") as file:
        file.write("x")
    with pytest.raises(InputError, match=r"entries\.csv: is not as it was released"):
        release(store, tmp_path / "new", since=old)
    with pytest.raises(InputError, match="holds no release"):
        release(store, tmp_path / "new", since=tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if "new" in path.name) == []


def test_nothing_is_left_when_a_build_fails(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(store, FIRST, a_coded_article())
    monkeypatch.setattr("regesta.export.release.build.write_sums", lambda folder: 1 / 0)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ZeroDivisionError):
        release(store, tmp_path / "r")
    assert sorted(tmp_path.iterdir()) == before


def test_a_release_is_never_overwritten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    with pytest.raises(ConfigError, match="is there already; a release is never overwritten"):
        release(store, tmp_path / "r")
    with pytest.raises(InputError, match="does not exist; make it first"):
        release(store, tmp_path / "none" / "r")


def test_a_name_is_a_version(store: Store) -> None:
    for name in ("", "../up", "-x", "a b"):
        with pytest.raises(ConfigError, match="is no name of a release"):
            Plan(name=name)


def test_an_empty_register_can_be_released(tmp_path: Path) -> None:
    folder = release(filled([]), tmp_path / "r")
    assert [rows(folder, sheet.name) for sheet in sheets_of(texts=False)][:-1] == [[]] * 8


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2023-01-02", datetime(2023, 1, 2, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2023-01-02T03:04", datetime(2023, 1, 2, 3, 4, tzinfo=UTC)),
        ("2023-01-02T03:04:05Z", datetime(2023, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2023-01-02T03:04+02:00", datetime(2023, 1, 2, 1, 4, tzinfo=UTC)),
    ],
)
def test_moments_are_read_in_utc(written: str, moment: datetime) -> None:
    assert parse_moment(written) == moment


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(ConfigError, match="'yesterday' is no moment"):
        parse_moment("yesterday")


def test_a_licence_is_written_as_the_spdx_list_writes_it() -> None:
    assert Plan(name="a", licence="cc-by-4.0").licence == "CC-BY-4.0"
