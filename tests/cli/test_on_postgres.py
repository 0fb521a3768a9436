"""What users see does not depend on where the store is: every command and page, in SQLite and in PostgreSQL."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Regesta, started, write_records
from postgres_server import Server
from stand_in import a_report
from starlette.testclient import TestClient

from regesta.serve.app import app_over
from regesta.store.store import open_store

COMMANDS = [
    "check",
    "query entries --actor POL --json",
    "query entries --contains 'minister visit*' --sort support",
    "query statements --contains 'keep talking'",
    "query text 'minister visited'",
    "counts --by dyad",
    "query faults",
    "export",
    "export --format csv",
    "show a1",
]
PAGES = [
    "/",
    "/statements",
    "/articles",
    "/sources",
    "/faults",
    "/articles/a1",
    "/?party=POL&contains=visit*&sort=support",
    "/?as_of=2999-12-31",
    "/statements?as_of=2001-01-01",
]
SEARCHES = ["/articles?contains=minister", "/statements?contains=%22keep+talking%22"]
MOMENT = re.compile(r'as_of=[^"<]*')  # two stores were written at two moments
TWINS = ["/entries.json?contains=minister", "/statements.json", "/articles.json", "/sources.json", "/faults.json"]


@pytest.fixture
def stores(folder: Path, regesta: Regesta, postgres: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses of a store in SQLite and one in PostgreSQL, filled by the same runs."""
    write_records(folder / "a.jsonl", [a_report("a1"), a_report("a2"), a_report("b1", "Sweden", "Latvia")])
    write_records(folder / "b.jsonl", [a_report("c1", note="break here"), a_report("a2", note="Later.")])
    with postgres.store() as address:
        addresses = ["regesta.db", address]
        for store in addresses:
            monkeypatch.setenv("REGESTA_STORE", store)
            for articles in ("a.jsonl", "b.jsonl", "b.jsonl"):
                assert regesta(f"run {articles} -q").code == 0
        yield addresses


def test_commands_print_the_same(stores: list[str], regesta: Regesta, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in COMMANDS:
        printed = []
        for store in stores:
            monkeypatch.setenv("REGESTA_STORE", store)
            printed.append(regesta(command))
        assert printed[0] == printed[1], command
        assert printed[0].code == 0, command
        assert printed[0].out, command


def test_pages_are_the_same(stores: list[str]) -> None:
    sqlite, postgres = (TestClient(app_over(open_store(store))) for store in stores)
    with sqlite, postgres:
        entry = sqlite.get("/entries.json").json()["entries"][0]["id"]
        for page in (*PAGES, *SEARCHES, *TWINS, f"/entries/{entry}", f"/entries/{entry}.json"):
            expected, found = sqlite.get(page), postgres.get(page)
            assert expected.status_code == 200, page
            assert MOMENT.sub("", found.text) == MOMENT.sub("", expected.text), page
        assert postgres.get("/status").status_code == 200


def test_a_password_is_neither_shown_nor_kept(stores: list[str], regesta: Regesta, folder: Path) -> None:
    address = stores[1].replace("postgres@", "postgres:secret@")  # the server trusts whoever can reach it
    write_records(folder / "c.jsonl", [a_report("d1", note="break here")])
    ran = regesta(f"run c.jsonl --store '{address}'")
    assert ran.code == 0
    assert "secret" not in ran.out + ran.err
    with open_store(address) as store, store.view() as view:
        assert "secret" not in store.url + "".join(run.settings.config for run in view.runs())


def test_a_run_whose_server_restarts_while_it_codes_goes_on(
    folder: Path, regesta: Regesta, postgres: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    if postgres.data is None:
        pytest.skip("the server that was given is not ours to restart")
    many = [a_report(f"m{number:03}") for number in range(100)]
    many[80] = a_report("m080", note="wait here")
    write_records(folder / "many.jsonl", many)
    with postgres.store() as address:
        monkeypatch.setenv("REGESTA_STORE", address)
        reached = folder / "reached"
        running = started("run many.jsonl -q", folder, {"STAND_IN_WAIT": str(reached), "STAND_IN_WAIT_S": "1"})
        while not reached.exists():
            assert running.poll() is None
        postgres.restart()
        _, said = running.communicate(timeout=60)
        assert (running.returncode, said) == (0, "")
        again = regesta("run many.jsonl -q")
        assert re.match(r"100 articles read, 0 added, 100 already stored", again.out), again
        assert regesta("check").code == 0
