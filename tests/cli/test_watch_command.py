"""`regesta watch` killed at any instant, `--once`, and `regesta status`."""

import json
import os
import random
import signal
import time
from pathlib import Path

from command_line import Regesta, started
from web_server import Page, a_feed, a_site, a_story

from regesta.store.store import open_store

SETTINGS = 'stages = ["stand-in"]\n[fetch]\nallow_private = true\ndelay_s = 0\nworkers = 4\n'
PAGES = 150  # more than two batches


def test_killed_at_any_instant_nothing_is_lost_and_nothing_twice(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text(SETTINGS)
    pages = {f"/{n}": Page(a_story(f"Story {n}")) for n in range(PAGES)}
    chance = random.Random(7)
    with a_site(pages) as site:
        feed = a_feed(site.url, *pages)
        site.pages["/feed"] = Page(feed.body, feed.kind, headers={"ETag": '"1"'})
        for _ in range(6):
            asked = len(site.asked)
            process = started(f"watch {site.url}/feed --store a.db", folder)
            until = time.monotonic() + 20
            while len(site.asked) < asked + chance.randrange(1, 60) and time.monotonic() < until:
                time.sleep(0.01)
            time.sleep(chance.random() / 4)
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        ran = regesta(f"watch {site.url}/feed --store a.db --once")
        assert ran.code == 0, ran.err
    with open_store(str(folder / "a.db"), create=False) as store, store.view() as view:
        ids = [article.id for article in view.articles()]
        assert sorted(ids) == sorted(f"{site.url}{path}" for path in pages)
        assert {len(view.versions(each)) for each in ids} == {1}
    status = json.loads(regesta("status --store a.db --json").out)
    assert (status["read"], status["waiting"], status["faults"]) == (PAGES, 0, {})


def test_named_sources_are_followed_and_status_tells_of_each(folder: Path, regesta: Regesta) -> None:
    with a_site({"/1": Page(a_story("Talks end"))}) as site:
        site.pages["/a"] = a_feed(site.url, "/1", "/gone")
        sources = f'[sources.rhine-post]\nurl = "{site.url}/a"\n[sources.lost]\nurl = "{site.url}/none"\n'
        (folder / "regesta.toml").write_text(SETTINGS + sources)
        ran = regesta("watch --once --store a.db")
    assert ran.code == 0
    assert "2 feeds asked, 1 failed, 2 new pages" in ran.err
    told = regesta("status --store a.db").out
    assert "rhine-post: 1 read in a day" in told
    assert "1 page without an article: status: answers 404" in told
    assert "failed 1 times in a row: status: answers 404" in told
    assert "2 sources, 1 failing, 1 read in a day, 0 waiting" in told


def test_without_sources_the_command_says_how_to_name_them(folder: Path, regesta: Regesta) -> None:
    ran = regesta("watch --store a.db")
    assert ran.code == 1
    assert "[sources.NAME]" in ran.err
    assert not (folder / "a.db").exists()


def test_what_is_no_address_is_said_before_anything_is_made(folder: Path, regesta: Regesta) -> None:
    for given in ("nonsense", "feed.xml", "ftp://a.example/feed", "https://", "http://[::1"):
        ran = regesta(f"watch {given} --once --store a.db")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == f"regesta: {given!r} is no web address; write one that begins with https:// or http://\n"
    (folder / "regesta.toml").write_text('[sources.post]\nurl = "nonsense"\n')
    assert regesta("watch").err.startswith("regesta: regesta.toml: [sources.post]: 'nonsense' is no web address")
    assert not (folder / "a.db").exists()


def test_why_no_source_answers_is_said_and_the_exit_code_is_1(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text(SETTINGS)
    with a_site({"/page": Page(a_story("Talks end"))}) as site:
        ran = regesta(f"watch {site.url}/none {site.url}/page --once --store a.db")
        told = ran.err.splitlines()
        assert (ran.code, told[-1].partition(" ")[2]) == (
            1, "2 feeds asked, 2 failed, 0 new pages, 0 stored, 0 already stored, 0 without an article",
        )  # fmt: skip
        assert f"regesta: {site.url}/none: status: answers 404" in told
        assert f"regesta: {site.url}/page: content: is neither a feed (RSS, Atom) nor a sitemap" in told
        assert regesta(f"watch {site.url}/none --once --store a.db").code == 0  # nothing is due


def test_status_before_any_watch_says_so(folder: Path, regesta: Regesta) -> None:
    ran = regesta("status --store a.db")
    assert ran.code == 1
    assert "no watch has run here" in ran.err


def test_status_leaves_an_empty_file_as_it_is(folder: Path, regesta: Regesta) -> None:
    (folder / "empty").touch()
    ran = regesta("status --state empty")
    assert (ran.code, ran.err) == (1, "regesta: empty: no watch has run here; start one with `regesta watch`\n")
    assert (folder / "empty").read_bytes() == b""


def test_a_wrong_key_of_a_source_is_named(folder: Path, regesta: Regesta) -> None:
    (folder / "regesta.toml").write_text('[sources.a]\nurl = "https://a.example/"\nevery_minute = 5\n')
    ran = regesta("watch")
    assert ran.code == 1
    assert "did you mean 'every_minutes'" in ran.err
