import io
from datetime import date
from typing import Any

import pytest
from builders import a_role, an_article, an_event

from tests.export.export_scenes import a_meeting, a_visit, entries_of, written

networkx = pytest.importorskip("networkx", reason="a development dependency")


def graph_of(*articles: Any, joined: bool = False) -> Any:
    return networkx.read_graphml(io.BytesIO(written("graphml", entries_of(*articles, joined=joined)).encode()))


def test_networkx_reads_parties_and_what_they_did_to_each_other() -> None:
    graph = graph_of(a_visit("a1"), a_visit("a2", day=date(2023, 1, 5), quad=3, intensity=-2.0))
    assert graph.is_directed()
    assert dict(graph.nodes(data=True)) == {
        "state:POL": {"name": "Poland", "iso3": "POL", "sector": "GOV", "entity": "state:POL", "entries": 2},
        "state:LTU": {"name": "Lithuania", "iso3": "LTU", "sector": "GOV", "entity": "state:LTU", "entries": 2},
    }
    assert list(graph.edges(data=True)) == [
        (
            "state:POL",
            "state:LTU",
            {
                "entries": 2, "verbal_cooperation": 1, "material_cooperation": 0, "verbal_conflict": 1,
                "material_conflict": 0, "intensity": 0.05, "first": "2022-12-19", "last": "2023-01-05",
            },
        )
    ]  # fmt: skip


def test_a_joined_entry_counts_once() -> None:
    graph = graph_of(a_visit("a1"), a_visit("a2"), joined=True)
    assert graph.edges["state:POL", "state:LTU"]["entries"] == 1


def test_a_meeting_is_an_edge_each_way_and_a_lonely_act_a_node() -> None:
    graph = graph_of(a_meeting("Poland", "Latvia"), a_visit(actor="Poland", recipient=None))
    assert sorted(graph.edges) == [("state:LVA", "state:POL"), ("state:POL", "state:LVA")]
    assert graph.nodes["state:POL"]["entries"] == 2


def test_protesters_of_two_states_are_two_nodes() -> None:
    from dataclasses import replace

    articles = []
    for number, state in enumerate(("POL", "LVA")):
        article = an_article("Protesters visited Lithuania.", id=f"p{number}")
        roles = (a_role(article, "actor", "Protesters", iso3=state),)
        articles.append(replace(article, events=(replace(an_event(article, actor=None), roles=roles),)))
    assert sorted(graph_of(*articles).nodes) == ["protesters (LVA)", "protesters (POL)"]


def test_undated_acts_leave_the_days_out() -> None:
    assert {"first", "last"} & set(graph_of(a_visit(day=None)).edges["state:POL", "state:LTU"]) == set()


def test_many_parties_are_written_in_pieces_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regesta.export.graphml.PIECE_ITEMS", 2)
    assert len(graph_of(a_meeting("Poland", "Latvia", "Sweden", "Estonia")).edges) == 12
