import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from builders import DAY, a_coded_article, a_count, a_judgement, a_role, an_article, an_event
from stores import a_register

from regesta.export.entries import CITATIONS_CSV, CSV, JSONL, PARTIES_CSV
from regesta.export.exporter import Exporter
from regesta.export.records.entries import entry_record
from regesta.model.article import Article
from regesta.model.entry import Entry
from regesta.model.event import PEOPLE_COUNTED


def entries_of(*articles: Article, joined: bool = False) -> list[Entry]:
    events = [event for article in articles for event in article.events]
    judged = [a_judgement(events[0], event) for event in events[1:]] if joined else []
    with a_register(articles, judged) as register:
        return register.entries()


def told(text: str, id: str = "a1", **changes: Any) -> Article:
    """An article with one visit, told by a text that holds "Poland", "visited" and "Lithuania"."""
    article = an_article(text, id=id, **{name: changes.pop(name) for name in ("publisher",) if name in changes})
    return replace(article, events=(an_event(article, **changes),))


COLUMNS = [field.name for field in CSV.fields]


def as_text(exporter: Exporter, entries: list[Entry]) -> str:
    out = io.BytesIO()
    assert exporter(entries, out) == len(entries)
    return out.getvalue().decode()


def rows(entries: list[Entry], exporter: Exporter = CSV) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_text(exporter, entries), newline=""), strict=True))


def test_a_row_has_the_best_values_and_the_first_words_of_evidence() -> None:
    [row] = rows(entries_of(a_coded_article(id="a1"), a_coded_article(id="a2", publisher="Other Wire"), joined=True))
    expected = {
        "start": "2022-12-19", "end": "2022-12-19", "type": "CONSULT", "mode": "visit", "cameo": "042",
        "actors": "Poland", "actor_iso3": "POL", "recipients": "Lithuania", "recipient_iso3": "LTU",
        "status": "happened", "support": "2", "publishers": "Baltic Wire; Other Wire",
        "quote": "Poland's minister visited Lithuania on Monday.", "articles": "a1; a2",
        "sources": "Baltic Wire, “A visit”, 2022-12-19; Other Wire, “A visit”, 2022-12-19",
    }  # fmt: skip
    assert row.items() >= expected.items()
    assert list(row) == COLUMNS


def test_the_articles_of_an_entry_begin_with_that_of_the_best_report() -> None:
    surer = told("Poland visited Lithuania, it is said.", id="a2", publisher="Other Wire", confidence=0.99)
    [row] = rows(entries_of(told("Poland visited Lithuania.", status="planned"), surer, joined=True))
    assert row["articles"] == "a2; a1"
    assert row["sources"].startswith("Other Wire, ")


def test_a_source_of_which_nothing_is_known_is_its_article() -> None:
    nameless = replace(told("Poland visited Lithuania.", publisher=None), title=None)
    [row] = rows(entries_of(replace(nameless, source=replace(nameless.source, published=None))))
    assert (row["sources"], row["articles"]) == ("a1", "a1")


def test_what_is_unknown_is_an_empty_cell() -> None:
    [row] = rows(entries_of(told("Poland visited Lithuania.", day=None, recipient=None, mode=None, publisher=None)))
    assert {name for name, cell in row.items() if not cell} == {
        "start", "end", "mode", "recipients", "recipient_iso3", "place", "place_iso3", "lat", "lon", "publishers",
        "date_precision", "date_basis", "place_precision", "place_basis", "geonameid",
        "recipient_sectors", "recipient_entities", "urls",
        *(f"{role}_{end}" for role in PEOPLE_COUNTED for end in ("low", "high")),
    }  # fmt: skip


def test_several_parties_keep_their_order_and_an_unknown_state_its_place() -> None:
    article = an_article("Poland, rebels and Sweden visited Lithuania.")
    roles = tuple(a_role(article, "actor", name) for name in ("Poland", "rebels", "Sweden"))
    [row] = rows(entries_of(replace(article, events=(an_event(article, roles=roles),))))
    assert (row["actors"], row["actor_iso3"]) == ("Poland; rebels; Sweden", "POL; ; SWE")


def test_csv_is_that_of_rfc_4180() -> None:
    text = 'Poland, "the guest",\nvisited Lithuania; Žemaitija too'
    written = as_text(CSV, entries_of(told(text)))
    lines = written.split("\r\n")
    assert lines[0] == ",".join(COLUMNS)
    assert lines[-1] == ""
    assert lines[1].endswith('"Poland, ""the guest"",\nvisited Lithuania; Žemaitija too"')
    assert [row["quote"] for row in rows(entries_of(told(text)))] == [text]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1) Poland visited Lithuania."
    [row] = rows(entries_of(told(text, publisher=f"{start}SUM(1)")))
    assert row["quote"] == f"'{text}"
    assert row["publishers"] == f"'{start}SUM(1)"


def test_negative_numbers_stay_numbers() -> None:
    [row] = rows(entries_of(told("Poland visited Lithuania.", intensity=-4.5)))
    assert row["intensity"] == "-4.5"


def test_json_lines_read_back_as_the_records() -> None:
    entries = entries_of(
        a_coded_article(id="a1"),
        told("Poland visited\u2028Lithuania \U0001f600.", id="a2"),
        told("Poland visited Lithuania.", id="a3"),
    )
    lines = as_text(JSONL, entries).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == [entry_record(entry) for entry in entries]


def test_a_record_cites_every_report_word_for_word() -> None:
    first, second = a_coded_article(id="a1"), a_coded_article(id="a2", publisher="Other Wire")
    [record] = map(entry_record, entries_of(first, second, joined=True))
    assert (record["support"], record["publishers"]) == (2, ["Baltic Wire", "Other Wire"])
    assert [report["article"] for report in record["reports"]] == ["a1", "a2"]
    for report in record["reports"]:
        for citation in report["citations"]:
            assert first.text[citation["start"] : citation["end"]] == citation["quote"]
            assert citation["article"] == report["article"]
        assert report["published"] == DAY.isoformat()


def test_a_record_tells_what_joins_its_reports() -> None:
    [record] = map(entry_record, entries_of(a_coded_article(id="a1"), a_coded_article(id="a2"), joined=True))
    [judgement] = record["judgements"]
    assert (judgement["reasons"], judgement["author"]) == (["same day"], "dedupe@0.1.0")
    assert {judgement["left"], judgement["right"]} == {report["event"]["id"] for report in record["reports"]}


def test_the_long_form_has_a_row_for_each_party_that_joins_with_its_entry() -> None:
    article = an_article("Poland, rebels and Sweden visited Lithuania.")
    roles = (
        *(a_role(article, "actor", name) for name in ("Poland", "rebels", "Sweden")),
        a_role(article, "recipient", "Lithuania"),
    )
    entries = entries_of(replace(article, events=(an_event(article, roles=roles),)))
    found = rows(entries, PARTIES_CSV)
    assert {row["entry"] for row in found} == {entries[0].id}
    assert [(row["role"], row["position"], row["name"], row["iso3"], row["entity"]) for row in found] == [
        ("actor", "1", "Poland", "POL", "state:POL"),
        ("actor", "2", "rebels", "", ""),
        ("actor", "3", "Sweden", "SWE", "state:SWE"),
        ("recipient", "1", "Lithuania", "LTU", "state:LTU"),
    ]


def test_every_citation_is_a_row_whose_words_stand_at_its_offsets() -> None:
    first, second = a_coded_article(id="a1"), a_coded_article(id="a2", publisher="Other Wire")
    found = rows(entries_of(first, second, joined=True), CITATIONS_CSV)
    assert [(row["article"], row["publisher"]) for row in found] == [("a1", "Baltic Wire"), ("a2", "Other Wire")]
    assert all(first.text[int(row["start"]) : int(row["end"])] == row["quote"] for row in found)


def test_a_lone_surrogate_does_not_stop_an_export() -> None:
    entries = entries_of(told("Poland visited Lithuania \ud800 ."))
    assert "Lithuania ? ." in as_text(CSV, entries)
    assert "Lithuania ? ." in as_text(JSONL, entries)


def test_numbers_of_people_are_the_lowest_and_the_highest_of_all_articles() -> None:
    tellings = []
    for number, counts in enumerate([((5, None), (2, None)), ((7, 9),), ()]):
        article = an_article(id=f"a{number}")
        event = an_event(article)
        roles = (*event.roles, *(a_count(article, "killed", low, high) for low, high in counts))
        tellings.append(replace(article, events=(replace(event, roles=roles),)))
    [row] = rows(entries_of(*tellings, joined=True))
    assert (row["killed_low"], row["killed_high"], row["wounded_low"]) == ("2", "9", "")
