"""Following feeds: once each, marks kept, failures rested, and the state after each step."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
from stand_in import HandMade
from web_server import Page, Site, a_feed, a_site, a_story

from regesta.errors import InputError
from regesta.read.web.fetcher import Fetcher, FetchSettings
from regesta.read.web.settings import FeedSource
from regesta.run.watch.state import WatchState
from regesta.run.watch.status import read_status
from regesta.run.watch.watch import MAX_TRIES, Round, Watch
from regesta.store.store import Store, open_store

NOON = datetime(2022, 12, 19, 13, tzinfo=UTC)  # an hour after what the feeds say
YEAR = timedelta(days=365)


@dataclass
class Scene:
    """A watch over a site, with a clock that only moves when told."""

    site: Site
    watch: Watch
    store: Store
    rounds: list[Round]
    time: list[datetime] = field(default_factory=lambda: [NOON])

    def pass_minutes(self, minutes: float) -> None:
        self.time[0] += timedelta(minutes=minutes)

    def stored(self) -> list[str]:
        with self.store.view() as view:
            return sorted(article.id for article in view.articles())


def sources(site: Site, **given: object) -> dict[str, FeedSource]:
    return {"post": FeedSource(url=f"{site.url}/feed", **given)}  # type: ignore[arg-type]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    time: list[datetime] = [NOON]
    rounds: list[Round] = []
    settings = FetchSettings(delay_s=0, allow_private=True)
    with a_site({f"/{n}": Page(a_story(f"Story {n}")) for n in range(5)}) as site:
        site.pages["/feed"] = a_feed(site.url, "/1", "/2")
        with (
            WatchState(tmp_path / "a.watch") as state,
            Fetcher(settings, sleep=lambda _: None) as fetcher,
            open_store("memory:") as store,
        ):
            state.set_sources(sources(site), NOON)
            watch = Watch(state, fetcher, store, HandMade(), on_round=rounds.append, now=lambda: time[0])
            yield Scene(site, watch, store, rounds, time)


def test_what_a_feed_lists_is_stored_once(scene: Scene) -> None:
    scene.watch.run(once=True)
    assert scene.stored() == [f"{scene.site.url}/1", f"{scene.site.url}/2"]
    scene.pass_minutes(20)
    scene.site.pages["/feed"] = a_feed(scene.site.url, "/2", "/3")
    scene.watch.run(once=True)
    assert scene.stored() == [f"{scene.site.url}/{n}" for n in (1, 2, 3)]
    assert scene.site.asked.count("/2") == 1


def test_a_feed_is_asked_no_sooner_than_its_interval(scene: Scene) -> None:
    scene.watch.run(once=True)
    scene.pass_minutes(14)
    scene.watch.run(once=True)
    assert scene.site.asked.count("/feed") == 1


def test_an_unchanged_feed_costs_nothing_and_keeps_its_mark(scene: Scene) -> None:
    feed = a_feed(scene.site.url, "/1")
    scene.site.pages["/feed"] = Page(feed.body, feed.kind, headers={"ETag": '"1"'})
    for _ in range(3):
        scene.watch.run(once=True)
        scene.pass_minutes(20)
    assert scene.site.conditions["/feed"] == '"1"'
    assert scene.site.asked.count("/1") == 1
    assert scene.site.asked.count("/feed") == 3


def test_a_feed_that_fails_rests_longer_each_time(scene: Scene) -> None:
    scene.site.pages["/feed"] = Page("down", status=500)
    for _ in range(16):
        scene.watch.run(once=True)
        scene.pass_minutes(15)
    assert scene.site.asked.count("/feed") == 5  # after 0, 15, 45, 105 and 225 minutes
    (status,) = read_status(scene.watch.state, scene.time[0])
    assert (status.failures, status.trouble) == (5, "status: answers 500")


def test_a_page_that_fails_is_tried_again_and_in_the_end_counted(scene: Scene) -> None:
    scene.site.pages["/1"] = Page("down", status=503)
    for _ in range(200):
        scene.watch.run(once=True)
        scene.pass_minutes(15)
    assert scene.site.asked.count("/1") == MAX_TRIES
    scene.pass_minutes(-200 * 15 + 24 * 60)
    (status,) = read_status(scene.watch.state, scene.time[0])
    assert status.faults == {"status": 1}


@pytest.mark.parametrize("path", ["/feed", "/1"])
@pytest.mark.parametrize("asked", ["99999999999999999999", "9" * 400])
def test_who_asks_to_be_left_alone_beyond_all_time_does_not_end_a_watch(asked: str, path: str, scene: Scene) -> None:
    scene.site.pages[path] = Page("busy", status=503, headers={"Retry-After": asked})
    scene.watch.run(once=True)
    assert scene.site.asked.count(path) == 1
    scene.pass_minutes(60)
    scene.watch.run(once=True)
    assert scene.site.asked.count(path) == 1


def test_a_page_that_is_gone_is_not_tried_again(scene: Scene) -> None:
    scene.site.pages["/feed"] = a_feed(scene.site.url, "/nowhere")
    scene.watch.run(once=True)
    scene.pass_minutes(1000)
    scene.watch.run(once=True)
    assert scene.site.asked.count("/nowhere") == 1


def test_what_is_no_feed_is_a_failure_that_says_so(scene: Scene) -> None:
    scene.site.pages["/feed"] = Page(a_story("A page"))
    scene.watch.run(once=True)
    (status,) = read_status(scene.watch.state, NOON)
    assert status.trouble == "content: is neither a feed (RSS, Atom) nor a sitemap"


def test_words_of_the_feed_are_taken_where_pages_are_not_to_be_fetched(scene: Scene) -> None:
    words = "&lt;p&gt;Poland condemned the raid.&lt;/p&gt;&lt;p&gt;So did Latvia.&lt;/p&gt;"
    scene.site.pages["/feed"] = Page(
        f"<rss><channel><title>A</title><item><title>T</title><link>{scene.site.url}/1</link>"
        f"<description>{words}</description></item></channel></rss>"
    )
    scene.watch.state.set_sources(sources(scene.site, pages=False, publisher="Mine"), NOON)
    scene.watch.run(once=True)
    with scene.store.view() as view:
        (article,) = view.articles()
    assert article.text == "Poland condemned the raid.\n\nSo did Latvia."
    assert (article.title, article.source.publisher) == ("T", "Mine")
    assert "/1" not in scene.site.asked


FULL = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Full</title><item><title>Raid on Kolno</title>
<link>{}/1</link><dc:creator>Ana Berg</dc:creator><content:encoded><![CDATA[<h2>Raid on Kolno</h2>
<p>Poland condemned the raid on Kolno, and so did Latvia and both of their neighbours.</p>
<figure><img src="a.jpg"/><figcaption>Xi meets Putin</figcaption></figure>
<p><i>Photo: The ministers of Norland and Utopia shake hands. (AP Photo/Jon Pers)</i></p>
<p>Norland denied that it had bombed the town, and recalled its envoys on Monday.</p>
<div class="related-posts"><a href="/2">Utopia attacks Nephelokokkygia</a></div>
<p>The post Raid on Kolno appeared first on Full.</p>]]></content:encoded></item></channel></rss>"""


def test_words_of_a_feed_are_cleaned_as_pages_are_and_keep_their_byline(scene: Scene) -> None:
    scene.site.pages["/feed"] = Page(FULL.format(scene.site.url))
    scene.watch.state.set_sources(sources(scene.site, pages=False), NOON)
    scene.watch.run(once=True)
    with scene.store.view() as view:
        (article,) = view.articles()
    assert article.text == (
        "Poland condemned the raid on Kolno, and so did Latvia and both of their neighbours.\n\n"
        "Norland denied that it had bombed the town, and recalled its envoys on Monday."
    )
    assert (article.source.byline, article.source.publisher) == ("Ana Berg", "Full")


def test_the_byline_of_the_feed_fills_in_where_the_page_has_none(scene: Scene) -> None:
    scene.site.pages["/feed"] = Page(FULL.format(scene.site.url))
    scene.watch.run(once=True)
    with scene.store.view() as view:
        (article,) = view.articles()
    assert article.source.byline == "Ana Berg"


@pytest.mark.parametrize(("given", "publisher"), [("Mine", "Mine"), ("", "Of the Page")])
def test_the_publisher_of_the_settings_goes_before_that_of_page_and_feed(
    given: str, publisher: str, scene: Scene
) -> None:
    head = '<head><meta property="og:site_name" content="Of the Page">'
    scene.site.pages["/1"] = Page(a_story("Story 1").replace("<head>", head))
    scene.site.pages["/feed"] = a_feed(scene.site.url, "/1")
    scene.watch.state.set_sources(sources(scene.site, publisher=given), NOON)
    scene.watch.run(once=True)
    with scene.store.view() as view:
        assert [article.source.publisher for article in view.articles()] == [publisher]


def test_a_page_is_read_once_whatever_tells_where_its_readers_come_from(scene: Scene) -> None:
    scene.site.pages["/feed"] = a_feed(scene.site.url, "/1", "/1?utm_source=rss", "/1?fbclid=Q&amp;utm_medium=x")
    scene.watch.run(once=True)
    assert scene.stored() == [f"{scene.site.url}/1"]
    assert scene.site.asked.count("/1") == 1


def test_notes_of_an_earlier_version_are_taken_over(tmp_path: Path, scene: Scene) -> None:
    with WatchState(tmp_path / "old.watch") as state:
        state.set_sources(sources(scene.site), NOON)
        state.db.execute("ALTER TABLE pages DROP COLUMN byline")
    for _ in range(2):
        with WatchState(tmp_path / "old.watch") as state:
            assert state.waiting(NOON, 10) == []


def test_status_tells_lag_and_rate(scene: Scene) -> None:
    scene.watch.run(once=True)
    (status,) = read_status(scene.watch.state, NOON)
    assert (status.read, status.watched_s, status.per_hour) == (2, 0.0, None)  # too soon for a rate
    assert (status.lag_s, status.waiting) == (3600.0, 0)


def test_the_rate_is_over_the_time_that_was_watched(scene: Scene) -> None:
    scene.watch.run(once=True)
    scene.pass_minutes(30)
    scene.watch.run(once=True)
    scene.pass_minutes(300)  # nobody watches
    (status,) = read_status(scene.watch.state, scene.time[0])
    assert (status.read, status.watched_s, status.per_hour) == (2, 1800.0, 4.0)
    scene.watch.run(once=True)
    scene.pass_minutes(24 * 60 - 30)
    scene.watch.run(once=True)
    (status,) = read_status(scene.watch.state, scene.time[0])
    assert (status.read, status.watched_s, status.per_hour) == (0, 24 * 3600.0, 0.0)


def test_status_tells_why_pages_wait_for_another_try(scene: Scene) -> None:
    scene.site.pages["/feed"] = a_feed(scene.site.url, "/1", "/2", "/3", "/4")
    scene.site.pages["/1"].status = scene.site.pages["/2"].status = 500
    scene.site.pages["/3"].status = 429
    scene.watch.run(once=True)
    (status,) = read_status(scene.watch.state, NOON)
    assert (status.waiting, status.read, status.faults) == (3, 1, {})
    assert sum(status.retrying.values()) == 3
    assert {"status: answers 500", "status: answers 429"} & status.retrying.keys()


def test_a_page_that_is_not_coded_is_a_fault_by_cause(scene: Scene) -> None:
    scene.site.pages["/1"] = Page(a_story("Story 1", f"{'The two ministers met on Monday. ' * 3}break here."))
    scene.watch.run(once=True)
    (status,) = read_status(scene.watch.state, NOON)
    assert (status.read, status.faults) == (1, {"coding": 1})
    assert [reason.partition(":")[0] for reason in status.reasons] == ["coding"]


def test_a_source_that_is_named_no_more_is_left_alone(scene: Scene) -> None:
    scene.watch.state.set_sources({}, NOON)
    scene.watch.run(once=True)
    assert scene.site.asked == []


def test_a_round_that_dies_before_the_state_is_noted_stores_nothing_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(scene.watch.state, "note_done", die)
        with pytest.raises(KeyboardInterrupt):
            scene.watch.run(once=True)
    assert len(scene.stored()) == 2
    scene.watch.run(once=True)
    assert len(scene.stored()) == 2
    with scene.store.view() as view:
        assert [len(view.versions(each)) for each in scene.stored()] == [1, 1]
    assert scene.rounds[-1].known == 2


def test_ten_thousand_feeds_are_asked_some_at_a_time(tmp_path: Path) -> None:
    many = {f"feed-{n}": FeedSource(url=f"http://host-{n % 50}.example/{n}") for n in range(10_000)}
    with WatchState(tmp_path / "a.watch") as state:
        state.set_sources(many, NOON)
        first = state.due(NOON, 256)
        assert len(first) == 256
        state.set_sources(many, NOON)
        assert len(list(state.rows("SELECT 1 FROM sources"))) == 10_000


@pytest.mark.parametrize("content", [b"not a database at all, but long enough to be told apart" * 20])
def test_another_file_is_not_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.watch"
    path.write_bytes(content)
    with pytest.raises(InputError, match="cannot be opened"):
        WatchState(path)
    assert path.read_bytes() == content


def test_a_store_is_no_state_of_a_watch(tmp_path: Path) -> None:
    open_store(str(tmp_path / "a.db")).close()
    with pytest.raises(InputError, match="another program's file, or a store"):
        WatchState(tmp_path / "a.db")


def test_a_file_that_is_refused_is_closed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(path: Path, timeout: float) -> sqlite3.Connection:
        opened.append(connect(path, timeout=timeout))
        return opened[-1]

    open_store(str(tmp_path / "a.db")).close()
    monkeypatch.setattr(sqlite3, "connect", noted)
    with pytest.raises(InputError):
        WatchState(tmp_path / "a.db")
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")


# A clock that is set back


def test_a_watch_goes_on_after_the_clock_was_a_year_ahead(scene: Scene) -> None:
    scene.pass_minutes(YEAR / timedelta(minutes=1))
    scene.watch.run(once=True)
    scene.pass_minutes(-YEAR / timedelta(minutes=1))
    scene.watch.run(once=True)
    assert scene.site.asked.count("/feed") == 2
    assert scene.stored() == [f"{scene.site.url}/1", f"{scene.site.url}/2"]


def test_pages_that_were_listed_or_put_off_by_a_clock_ahead_are_read(tmp_path: Path, scene: Scene) -> None:
    scene.site.pages["/1"].status = 503
    scene.pass_minutes(YEAR / timedelta(minutes=1))
    scene.watch.run(once=True)
    assert scene.stored() == [f"{scene.site.url}/2"]
    scene.site.pages["/1"].status = 200
    scene.pass_minutes(-YEAR / timedelta(minutes=1))
    scene.watch.run(once=True)
    assert len(scene.stored()) == 2
    with WatchState(tmp_path / "other.watch") as state:
        state.set_sources(sources(scene.site), NOON + YEAR)
        assert [poll.name for poll in state.due(NOON, 10)] == ["post"]


def test_watches_may_make_one_state_at_once(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def open_state(path: Path, start: Barrier) -> None:
        start.wait()
        try:
            WatchState(path).db.close()
        except Exception as error:
            failed.append(error)

    for number in range(20):
        start = Barrier(6)
        threads = [Thread(target=open_state, args=(tmp_path / f"{number}.watch", start)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failed
