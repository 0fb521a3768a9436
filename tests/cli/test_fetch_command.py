"""`regesta fetch` as its users call it, against a server on this machine."""

import json
from pathlib import Path

from command_line import Regesta
from web_server import Page, a_feed, a_site, a_story

PRIVATE = 'stages = ["stand-in"]\n[fetch]\nallow_private = true\ndelay_s = 0\n'


def test_fetched_articles_pipe_into_a_run(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text(PRIVATE)
    with a_site({"/1": Page(a_story("Talks end"))}) as site:
        site.pages["/feed"] = a_feed(site.url, "/1", "/2")
        (folder / "list.txt").write_text(f"{site.url}/feed\n")
        ran = regesta("fetch --list list.txt")
    row = json.loads(ran.out)
    assert (row["title"], row["url"], row["publisher"]) == ("Talks end", f"{site.url}/1", "Rhine Post")
    assert "2 found, 1 read, 1 not read" in ran.err
    assert "status: answers 404" in ran.err
    again = regesta("read -", stdin=ran.out.encode())
    assert json.loads(again.out) == row
    assert "1 added" in regesta("run - --store a.db", stdin=ran.out.encode()).out


def test_without_addresses_the_command_says_what_to_give(folder: Path, regesta: Regesta) -> None:
    ran = regesta("fetch")
    assert ran.code == 2
    assert "--list FILE" in ran.err


def test_private_networks_are_refused_by_default(folder: Path, regesta: Regesta) -> None:
    ran = regesta("fetch http://127.0.0.1/ http://0x7f.1/")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count("no address of the public internet") == 2


def test_an_unknown_setting_of_the_fetcher_is_named(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text("[fetch]\ndelay = 2\n")
    ran = regesta("fetch http://127.0.0.1/")
    assert ran.code == 1
    assert "did you mean 'delay_s'" in ran.err
