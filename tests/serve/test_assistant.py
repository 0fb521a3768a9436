"""The MCP server, asked by the library's own client in this process."""

import asyncio
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from builders import a_judgement
from register_fixture import fill, first_article, second_article

from regesta.errors import ConfigError
from regesta.serve.assistant import make_server
from regesta.serve.shelf import Shelf
from regesta.store.memory import open_memory

Ask = Callable[..., Any]


@pytest.fixture
def shelf() -> Shelf:
    """The small register: a visit told twice, a warning."""
    store = open_memory()
    articles = (first_article(), second_article())
    fill(store, articles, [a_judgement(articles[0].events[0], articles[1].events[0])])
    return Shelf(store)


@pytest.fixture
def ask(shelf: Shelf) -> Ask:
    """Calls a tool; returns its answer, or the words of its error."""
    client = pytest.importorskip("mcp.client", reason="needs the extra [mcp]")

    async def call(tool: str, arguments: dict[str, Any]) -> Any:
        async with client.Client(make_server(shelf, "http://pages.example")) as opened:
            result = await opened.call_tool(tool, arguments)
            return result.content[0].text if result.is_error else result.structured_content

    return lambda tool, /, **arguments: asyncio.run(call(tool, arguments))


def test_tools_are_read_only_and_described(shelf: Shelf) -> None:
    client = pytest.importorskip("mcp.client", reason="needs the extra [mcp]")

    async def tools() -> Any:
        async with client.Client(make_server(shelf, "")) as opened:
            assert "null means that no article was read" in (opened.instructions or "")
            return (await opened.list_tools()).tools

    found = asyncio.run(tools())
    assert [tool.name for tool in found] == ["search", "entries", "entry", "article", "actor", "counts", "changes"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in found)


def test_search_gives_passages(ask: Ask) -> None:
    found = ask("search", words="talking")
    assert found["articles"][0]["passage"]["quote"].endswith("the minister said in Vilnius.")
    assert found["statements"][0]["words"] == "We will keep talking,"
    assert found["statements"][0]["permalink"].startswith("http://pages.example/articles/")


def test_entries_come_with_the_words_of_their_reports(ask: Ask) -> None:
    found = ask("entries", filters={"dyad": "POL-LTU", "since": "2022"}, sort="support")
    assert (found["total"], found["entries"][0]["support"]) == (1, 2)
    quotes = [report["citations"][0]["quote"] for report in found["entries"][0]["reports"]]
    assert quotes == ["Poland's minister visited Lithuania on Monday.", "Poland visited Lithuania, a witness said."]
    assert ask("entry", id=found["entries"][0]["id"])["differences"]["status"]


def test_an_article_has_its_text_and_what_was_found(ask: Ask) -> None:
    article = ask("article", id="a1")
    trigger = article["events"][0]["trigger"]
    assert article["text"][trigger["start"] : trigger["end"]] == "visited"


def test_an_actor_has_latest_entries_with_citations(ask: Ask) -> None:
    actor = ask("actor", name="estonia")
    assert (actor["actor"], actor["entries"]) == ("EST", 1)
    assert actor["latest_entries"][0]["reports"][0]["citations"][0]["quote"] == "Estonia warned Latvia in Riga."


def test_counts_have_coverage_and_evidence(ask: Ask) -> None:
    found = ask("counts", by="dyad", every="year", filters={"type": "CONSULT"})
    assert [(row["period"], row["dyad"], row["count"], row["articles"]) for row in found["rows"]] == [
        ("2022", "LTU-POL", 1, 2)
    ]
    assert found["evidence"][0]["reports"][0]["citations"][0]["quote"].startswith("Poland's minister")
    assert ask("counts", of="events", every="all")["rows"][0]["count"] == 3


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("entry", {"id": "x"}, "the register has no entry 'x'"),
        ("article", {"id": "x"}, "the register has no article 'x'"),
        ("actor", {"name": "Polnd"}, "no actor 'Polnd'; did you mean 'Poland'?"),
        ("entries", {"filters": {"typ": "AID"}}, "no filter 'typ'; did you mean 'type'?"),
        ("entries", {"filters": {}, "sort": "newst"}, "no sort 'newst'; did you mean 'newest'?"),
        ("counts", {"by": "dya"}, "no group 'dya'; did you mean 'dyad'?"),
        ("search", {"words": "x", "limit": 0}, "limit: 0 is less than 1"),
    ],
)
def test_what_is_wrong_is_told_to_the_assistant(ask: Ask, tool: str, arguments: dict[str, Any], message: str) -> None:
    assert message in ask(tool, **arguments)


def test_answers_stay_short(ask: Ask) -> None:
    assert len(json.dumps(ask("search", words="visited", limit=10_000))) < 20_000


def test_a_missing_library_is_named(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with pytest.raises(ConfigError, match=r'pip install "regesta\[mcp\]"'):
        make_server(shelf, "")


def test_changes_and_contradictions_are_told(ask: Ask) -> None:
    found = ask("changes", since="2020", filters={"what": "new"}, limit=1)
    assert (found["total"], len(found["changes"])) == (2, 1)
    assert found["changes"][0]["page"].startswith("http://pages.example/entries/")
    assert ask("changes")["total"] == 2
    assert "did you mean 'new'" in ask("changes", filters={"what": "newer"})
    assert ask("entries", filters={"differing": "status"})["total"] == 1
    assert ask("entries", filters={"min_killed": "1"})["total"] == 0
