"""What notebooks get: typed values, data frames, tables to look at."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import an_article, an_event
from stores import write

import regesta
from regesta.errors import ConfigError, StoreError
from regesta.notebook.opened import OpenRegister
from regesta.store.memory import MemoryStore
from regesta.store.store import open_store

HOSTILE = "Poland visited <script>alert(1)</script> \x1b[31mLithuania\u202e & so on."


def hostile() -> OpenRegister:
    """A register of one article full of what must not be obeyed."""
    article = an_article(f"Before it. {HOSTILE}", title="<b>A visit</b>", publisher="<i>Wire</i>")
    store = MemoryStore()
    write(store, replace(article, events=(an_event(article),)))
    return OpenRegister(store)


def test_entries_and_events_are_typed_values(register: regesta.OpenRegister) -> None:
    entries = list(register.entries(sort="support"))
    assert [(entry.best.type, entry.support) for entry in entries] == [("CONSULT", 2), ("CONSULT", 1)]
    assert all(isinstance(entry, regesta.Entry) for entry in entries)
    reports = list(register.events(actor="POL", since=date(2022, 12, 1)))
    assert [report.event.article_id for report in reports] == ["a1", "a2"]
    assert len(register.events()) == 3
    assert len(register.events(limit=2, offset=2)) == len(list(register.events(limit=2, offset=2))) == 1


def test_an_answer_is_read_anew_each_time(register: regesta.OpenRegister) -> None:
    answer = register.entries(actor="POL")
    assert [entry.id for entry in answer] == [entry.id for entry in answer]
    assert register.entries(actor="Germany").first() is None


def test_a_pair_may_be_given_as_one(register: regesta.OpenRegister) -> None:
    assert len(register.entries(dyad=("Poland", "LTU"))) == 1


def test_an_entry_shows_its_citations_in_context(register: regesta.OpenRegister) -> None:
    found = next(iter(register.entries(actor="POL")))
    entry = register.entry(found.reports[1].event.id)
    assert entry.id == found.id
    assert [p.citation.quote for p in entry.passages] == ["Poland's minister visited Lithuania on Monday."] * 2
    assert entry.passages[0].after == ' "We will keep talking," the minister said.'
    assert "[Poland's minister visited Lithuania on Monday.]" in repr(entry)
    assert "<mark>Poland&#x27;s minister visited Lithuania on Monday.</mark> &quot;We" in entry._repr_html_()


def test_what_is_not_there_is_said(register: regesta.OpenRegister, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no entry has the id 'x'"):
        register.entry("x")
    with pytest.raises(ConfigError, match="no article has the id 'x'"):
        register.article("x")
    with pytest.raises(ConfigError, match="did you mean 'Poland'"):
        register.entries(actor="Polnd")
    with pytest.raises(ConfigError, match="did you mean 'newest'"):
        register.entries(sort="newst")
    with pytest.raises(StoreError, match="there is no store"):
        regesta.open(str(tmp_path / "none.db"))


def test_reprs_show_the_evidence(register: regesta.OpenRegister) -> None:
    assert "<2 entries>" in repr(register.entries())
    assert "Poland's minister visited Lithuania on Monday." in repr(register.entries())
    assert "Poland&#x27;s minister visited Lithuania on Monday." in register.events()._repr_html_()
    assert "We will keep talking," in repr(register.statements())
    assert "<table>" in register.statements(limit=1)._repr_html_()
    assert repr(register.entries(actor="Germany")) == "<0 entries>"
    assert "2022-12" in repr(register.counts())
    assert "<td><bdi>2022-12</bdi></td>" in register.counts()._repr_html_()
    assert "2022-12" in repr(register.entries().timeline())
    assert "<th>verbal_cooperation</th>" in register.entries().timeline()._repr_html_()


def test_hostile_text_is_neither_run_nor_obeyed() -> None:
    with hostile() as register:
        answers = [register.entries(), register.events(), register.entry(register.entries().first().id)]  # type: ignore[union-attr]
        for answer in answers:
            shown = answer._repr_html_()
            assert "<script" not in shown
            assert "<i>" not in shown
            assert "<b>A" not in shown
            for text in (shown, repr(answer)):
                assert "\x1b" not in text
                assert "\u202e" not in text


def test_counts_take_groups_and_one_length_of_a_period(register: regesta.OpenRegister) -> None:
    assert list(register.counts("dyad,year")) == [
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "LTU-POL", "entries", 1, 2.1, 4),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), "LVA-SWE", "entries", 1, 2.1, 4),
    ]
    assert list(register.counts(("type",), of="events", actor="POL")) == [("CONSULT", "events", 2, 4.2, 4)]
    unread, read = register.counts("day", since="2022-12-18", until="2022-12-19")
    assert (unread[-3], read[-3]) == (None, 2)
    assert len(register.counts("month")) == 1
    assert register.counts("month").left_out.undated == 0
    with pytest.raises(ConfigError, match="day and month are two lengths"):
        register.counts("day,month")


def test_a_timeline_has_quad_classes_intensity_and_coverage(register: regesta.OpenRegister) -> None:
    silent, told = register.events(since="2022-12-18", until="2022-12-19").timeline(every="day")
    assert (silent.count, silent.verbal_cooperation, silent.intensity, silent.articles) == (None, None, None, 0)
    assert (told.count, told.verbal_cooperation, told.material_conflict, told.articles) == (3, 3, 0, 4)
    assert told.intensity == 2.1
    assert [period.count for period in register.entries().timeline("year")] == [2]


def test_pandas_frames_have_types_and_missing_values(register: regesta.OpenRegister) -> None:
    pytest.importorskip("pandas", reason="needs the extra [notebook]")
    frame = register.entries(sort="support").to_pandas()
    assert frame["support"].tolist() == [2, 1]
    assert frame["start"].dt.year.tolist() == [2022, 2022]
    assert frame["place"].isna().all()
    assert frame["quote"][0] == "Poland's minister visited Lithuania on Monday."
    assert {str(frame[name].dtype) for name in ("quad", "geonameid")} == {"Int64"}
    assert register.entries(actor="Germany").to_pandas().shape == (0, frame.shape[1])
    events = register.events().to_pandas()
    assert sorted(events["entry"].unique()) == sorted(frame["id"])


def test_polars_frames_have_types_and_missing_values(register: regesta.OpenRegister) -> None:
    polars = pytest.importorskip("polars", reason="needs the extra [notebook]")
    frame = register.statements().to_polars()
    assert frame.shape[0] == 3
    assert frame.schema["published"] == polars.Date
    assert frame["words"].to_list() == ["We will keep talking,"] * 3
    assert register.entries(actor="Germany").to_polars().shape[0] == 0


def test_arrow_tables_and_the_stream_that_other_libraries_read(register: regesta.OpenRegister) -> None:
    arrow = pytest.importorskip("pyarrow", reason="needs the extra [parquet]")
    table = register.events().to_arrow()
    assert table.num_rows == 3
    assert table.schema.field("published").type == arrow.date32()
    assert b"Unicode code points" in table.schema.field("trigger_start").metadata[b"description"]
    assert arrow.table(register.counts("dyad")).column("count").to_pylist() == [1, 1]
    assert arrow.table(register.entries().timeline()).column("articles").to_pylist() == [4]


@pytest.mark.parametrize(
    ("name", "method", "message"),
    [
        ("pandas", "to_pandas", "this needs pandas: pip install pandas"),
        ("polars", "to_polars", "this needs polars: pip install polars"),
        ("pyarrow", "to_arrow", r'pip install "regesta\[parquet\]"'),
    ],
)
def test_a_missing_library_is_named(
    name: str, method: str, message: str, register: regesta.OpenRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ConfigError, match=message):
        getattr(register.entries(), method)()


def test_what_is_written_later_shows(register: regesta.OpenRegister) -> None:
    before = len(register.entries())
    article = an_article("Turkey visited Estonia.", id="z9")
    with open_store("regesta.db") as other:
        write(other, replace(article, events=(an_event(article, actor="Turkey", recipient="Estonia"),)))
    assert len(register.entries()) == before + 1
    assert register.article("z9").title == "A visit"
