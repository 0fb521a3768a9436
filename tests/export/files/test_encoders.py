import csv
import io
from dataclasses import replace

import pytest
from builders import a_role, an_article, an_event

from regesta.export.files.table_text import plain_cell, tsv_cell
from tests.export.export_scenes import ICEWS, a_visit, cells, entries_of, written

HOSTILE = 'Bank\t"of\r\nPol\x00and\u2028\x85\x1c\ud800'


@pytest.mark.parametrize("name", ["icews", "polecat", "gdelt-events", "gdelt-mentions"])
def test_tabs_breaks_and_quotes_in_text_move_no_cell(name: str) -> None:
    article = a_visit(publisher=HOSTILE, title=HOSTILE)
    text = written(name, entries_of(article))
    columns = len(written(name, entries_of(a_visit())).split("\n")[0].split("\t"))
    assert {len(line.split("\t")) for line in text.splitlines()} == {columns}
    quoting, plain = (
        list(csv.reader(io.StringIO(text), delimiter="\t", quoting=how)) for how in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
    )
    assert quoting == plain


def test_a_cell_keeps_its_words() -> None:
    assert tsv_cell(HOSTILE, "NA") == "Bank 'of Pol and"
    assert tsv_cell(" \t\n", "NA") == "NA"
    assert tsv_cell(None, "NA") == "NA"


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (4.0, "4"), (-4.5, "-4.5"), (0, "0"), (12, "12"), ("042", "042"), (["a", None, "b"], "a;;b")],
)
def test_values_are_written_plainly(value: object, expected: str) -> None:
    assert plain_cell(value, ";") == expected


def test_a_name_with_a_tab_keeps_its_row_whole() -> None:
    article = an_article("Poland's\tminister visited Lithuania.")
    role = a_role(article, "actor", "Poland's\tminister")
    event = an_event(article, actor=None)
    [row] = cells("icews", entries_of(replace(article, events=(replace(event, roles=(role, *event.roles)),))))
    assert list(row) == ICEWS
    assert row["Source Name"] == "Poland's minister"
