import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from builders import an_article, an_event
from register_fixture import Opener
from starlette.testclient import TestClient

from regesta.serve.axis import count_marks, round_step, spread_marks, top_of
from regesta.serve.chart import BOTTOM, HEIGHT, TOP, Axes, Column, Part, draw, line_y

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize(
    ("most", "step", "top"), [(0, 1, 1), (1, 1, 1), (4, 1, 4), (5, 2, 6), (9, 5, 10), (66, 20, 80), (1234, 500, 1500)]
)
def test_axes_end_at_round_numbers(most: int, step: int, top: int) -> None:
    assert (round_step(most), top_of(most)) == (step, top)


def test_marks_of_counts_stand_from_the_bottom_up() -> None:
    marks = count_marks(1200, 100, 90)
    assert [(mark.at, mark.label) for mark in marks] == [(100.0, "0"), (70.0, "500"), (40.0, "1,000"), (10.0, "1,500")]


def test_labels_are_thinned_evenly_and_every_second_is_minor() -> None:
    marks = spread_marks([str(n) for n in range(7)], list(map(float, range(7))), 3)
    assert [(mark.label, mark.minor) for mark in marks] == [("0", False), ("3", True), ("6", False)]


def test_bars_stack_their_parts_to_scale() -> None:
    parts = tuple(Part(name=name, count=count) for name, count in (("a", 3), ("b", 0), ("c", 1)))
    column = Column(label="2022", tip="2022", parts=parts)
    bar = draw([column], Axes(title="t", across="year", up="entries")).bars[0]
    whole = HEIGHT - BOTTOM - TOP
    assert [(b.name, b.height) for b in bar.blocks] == [("a", whole * 0.75), ("c", whole * 0.25)]
    assert bar.blocks[0].y + bar.blocks[0].height == HEIGHT - BOTTOM
    assert bar.blocks[1].y == TOP


def test_a_line_breaks_where_there_is_no_value() -> None:
    columns = [Column(label=str(n), tip="", value=value) for n, value in enumerate([1.0, 2.0, None, -10.0])]
    chart = draw(columns, Axes(title="t", across="year", up="entries", line="mean"))
    assert (len(chart.points), len(chart.strokes)) == (3, 1)
    assert chart.points[2].y == line_y(-10) == HEIGHT - BOTTOM
    assert draw(columns, Axes(title="t", across="year", up="entries")).points == ()


@pytest.fixture
def years(open_client: Opener) -> TestClient:
    """A client over visits of Poland to Lithuania in two years, one of them planned."""
    found = []
    for number, (day, status) in enumerate([(date(2021, 5, 1), "happened"), (date(2022, 12, 19), "planned")]):
        article = an_article(id=f"a{number}")
        found.append(replace(article, events=(an_event(article, day=day, status=status),)))
    return open_client(found)


@pytest.mark.parametrize(
    "path",
    ["/entries.svg", "/dyads.svg?left=Poland&right=Lithuania", "/actors/POL.svg", "/meetings.svg?party=Poland"],
)
def test_every_chart_is_a_file_of_its_own_with_axes_and_colours(years: TestClient, path: str) -> None:
    answer = years.get(path)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    drawing = ElementTree.fromstring(answer.text)
    assert drawing.find(f"{SVG}title") is not None
    words = [text.text for text in drawing.iter(f"{SVG}text")]
    assert {"entries", "meetings"} & set(words)
    assert "0" in words
    bars = [r for r in drawing.iter(f"{SVG}rect") if r.get("class") in ("quad-1", "happened", "planned")]
    assert len(bars) == 2
    assert all(bar.get("fill", "").startswith("#") for bar in bars)
    assert drawing.find(f".//{SVG}a") is None


@pytest.mark.parametrize("path", ["/", "/dyads?left=Poland&right=Lithuania", "/actors/POL", "/meetings?party=Poland"])
def test_behind_every_chart_stands_its_table_and_a_way_to_a_file(years: TestClient, path: str) -> None:
    page = years.get(path).text
    figure = re.search(r"<figure.*?</figure>", page, re.DOTALL)
    assert figure
    assert len(re.findall(r'<th scope="row">', figure.group())) == (20 if path != "/meetings?party=Poland" else 2)
    link = re.search(r'<a href="([^"]+)" download>SVG', figure.group())
    assert link
    assert years.get(link.group(1).replace("&amp;", "&")).status_code == 200
    assert f'data-png="{link.group(1)}"' in figure.group()


def test_a_bar_leads_to_its_period_and_says_what_it_counts(years: TestClient) -> None:
    page = years.get("/").text
    assert '<a href="/?on=2022-12" aria-label="2022-12: 1 entry (1 verbal cooperation); mean intensity +2.1"' in page


def test_too_little_to_draw_is_a_page_that_says_so(open_client: Opener) -> None:
    answer = open_client().get("/entries.svg")
    assert answer.status_code == 404
    assert "two periods" in answer.text
