"""What is killed: commands, the place that each finds, and what it is there for."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, islice
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy
from alembic import command
from builders import STATES
from command_line import write_records
from killable import BATCH_ARTICLES, Ended
from places import Place
from stand_in import WORDS, a_report
from web_server import Page, Site, a_feed, a_story

from regesta.model.article import Article
from regesta.query.check import check
from regesta.query.register import Register, open_register
from regesta.run.config import load_config
from regesta.run.ingest import ingest, settings_of, store_batch
from regesta.run.report import RunReport
from regesta.store.filters import ArticleFilter
from regesta.store.sql.upgrade import alembic_config
from regesta.store.store import open_store
from regesta.store.view import View

RELEASED = Path(__file__).parent.parent / "store/released"
READ, STORED = 20, 12  # articles that commands read, and others that are stored before
PAIRS = tuple(combinations(STATES, 2))
FILLER = (
    "They spoke of gas, grain and the ferries between the two countries, a spokesman for both said in the evening.",
    "Others who were present denied that anything of the kind had been discussed by the two ministers in private.",
)
FORMATS = ("jsonl", "csv", "citations-csv", "parquet", "geojson", "graphml", "atom")
Outcome = dict[str, Any]


class Scene(Protocol):
    """A command that is killed."""

    @property
    def line(self) -> str:
        """The command line without its store."""
        ...

    def prepare(self, place: Place) -> None:
        """Make the place as the command finds it."""
        ...

    def outcome(self, place: Place) -> Outcome:
        """Read all that the command is there for; fails where the place is not sound."""
        ...

    def assert_sound(self, place: Place, before: Outcome, after: Outcome) -> None:
        """Fail if something was lost or half made when the command was killed.

        Args:
            place: Where it was killed; it holds a store.
            before: The outcome as the command found it.
            after: The outcome of an undisturbed command.
        """
        ...

    def assert_ended(self, ended: Ended) -> None:
        """Fail if the command, called again, did not end as it should."""
        ...


def reports(count: int, first: int = 0) -> list[Article]:
    """Visits between all pairs of states; each happens once, and is told by one outlet after another."""
    return [
        a_report(f"a{n:03}", *PAIRS[n % len(PAIRS)], publisher=f"Outlet {n // len(PAIRS)}")
        for n in range(first, first + count)
    ]


def read_register(view: View) -> Outcome:
    """All that a register says and rests on; fails where it is not sound."""
    assert check(view) == []
    articles = (replace(a, source=replace(a.source, retrieved=None, origin="")) for a in view.articles())
    return {
        "articles": {article.id: article for article in articles},
        "versions": {article.id: len(view.versions(article.id)) for article in view.articles()},
        "judgements": view.judgements("event") + view.judgements("statement"),
        "unjudged": view.count(ArticleFilter(stored_after=view.state.judged)),
        "entries": entries_of(open_register(view)),
        "offices": view.offices_seen(),
    }


def entries_of(register: Register) -> list[Any]:
    """All entries, by ids."""
    return [
        (e.id, [r.event.id for r in e.reports], [(j.left, j.right, j.verdict) for j in e.judgements])
        for e in register.entries()
    ]


@dataclass(frozen=True)
class Adding:
    """A command that adds to a register, or changes how it is kept."""

    line: str
    preparing: Callable[[Place], None]
    also: Callable[[Place], Any] = Place.files  # what else must be as after an undisturbed command

    def prepare(self, place: Place) -> None:
        self.preparing(place)

    def outcome(self, place: Place) -> Outcome:
        with open_store(place.store, create=False) as store, store.view() as view:
            found = read_register(view)
        return found | {"also": self.also(place)}

    def assert_sound(self, place: Place, before: Outcome, after: Outcome) -> None:
        with open_store(place.store, create=False) as store, store.view() as view:
            found = read_register(view)
        articles = found["articles"]
        assert before.get("articles", {}).items() <= articles.items()
        assert articles.items() <= after["articles"].items()
        assert set(found["versions"].values()) <= {1}

    def assert_ended(self, ended: Ended) -> None:
        assert ended.code == 0, ended


@dataclass(frozen=True)
class Writing:
    """A command that makes a file or a folder beside a store, where `older` may stand already."""

    line: str
    made: str
    older: bytes | None = None

    def prepare(self, place: Place) -> None:
        all_stored(place)
        if self.older is not None:
            (place.folder / self.made).write_bytes(self.older)

    def outcome(self, place: Place) -> Outcome:
        path = place.folder / self.made
        paths = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
        return {
            "made": {p.relative_to(place.folder).as_posix(): p.read_bytes() for p in paths},
            "files": place.files(),
        }

    def assert_sound(self, place: Place, before: Outcome, after: Outcome) -> None:
        assert self.outcome(place)["made"] in (before["made"], after["made"])

    def assert_ended(self, ended: Ended) -> None:
        is_there = f"{self.made}: is there already" in ended.err  # by an earlier call, perhaps killed after its work
        assert ended.code == is_there, ended


def all_read(place: Place) -> None:
    """Articles in a file, and no store."""
    write_records(place.folder / "news.jsonl", reports(READ))


def some_stored(place: Place) -> None:
    """Articles in a file; a register of others that tell the same."""
    all_read(place)
    stored(place, reports(STORED, first=READ))


def all_stored(place: Place) -> None:
    """Articles in a file, and a register of them."""
    all_read(place)
    stored(place, reports(READ))


def stored(place: Place, articles: Iterable[Article]) -> None:
    """Make a register of articles."""
    with open_store(place.store) as store:
        ingest(articles, store, load_config(place.folder / "regesta.toml"), lambda report: None)


def all_unjudged(place: Place) -> None:
    """Articles in a file; a store of them as a run leaves it that was killed before it judged."""
    all_read(place)
    config = load_config(place.folder / "regesta.toml")
    coded = config.pipeline()(reports(READ))
    with open_store(place.store) as store:
        with store.writer() as writer:
            run = writer.start_run(settings_of(config), writer.now)
        while batch := list(islice(coded, BATCH_ARTICLES)):
            store_batch(store, run, batch, RunReport())


def released(version: str) -> Callable[[Place], None]:
    """A store that a released version wrote."""

    def prepare(place: Place) -> None:
        dump = (RELEASED / f"{version}.sql").read_text(encoding="utf-8")
        if "://" not in place.store:
            with closing(sqlite3.connect(place.store)) as file:
                file.executescript(dump)
            return
        with closing(sqlite3.connect(":memory:")) as memory:
            memory.row_factory = sqlite3.Row
            memory.executescript(dump)
            copy_tables(memory, place.store)

    return prepare


def copy_tables(old: sqlite3.Connection, address: str) -> None:
    """Make the tables of an older revision in PostgreSQL and copy their rows, but for the words of searching."""
    engine = sqlalchemy.create_engine(address)
    with engine.begin() as connection:
        command.upgrade(
            alembic_config(connection), old.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        )
        found = sqlalchemy.MetaData()
        found.reflect(connection)
        for table in found.sorted_tables:
            if table.name in {"alembic_version"} or table.name.endswith("_words"):
                continue
            connection.execute(table.delete())
            rows = [converted(table, row) for row in old.execute(f'SELECT * FROM "{table.name}"')]
            if rows:
                connection.execute(table.insert(), rows)
    engine.dispose()


def converted(table: sqlalchemy.Table, row: sqlite3.Row) -> dict[str, Any]:
    """A row of SQLite as PostgreSQL takes it."""
    readers: dict[type, Callable[[Any], Any]] = {bool: bool, date: date.fromisoformat}
    found = dict(zip(row.keys(), row, strict=True))
    return {
        name: readers.get(table.c[name].type.python_type, lambda value: value)(value) if value is not None else None
        for name, value in found.items()
    }


def columns(place: Place) -> dict[str, list[str]]:
    """The columns of every table."""
    url = place.store if "://" in place.store else f"sqlite:///{place.store}"
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        inspector = sqlalchemy.inspect(connection)
        found = {name: [c["name"] for c in inspector.get_columns(name)] for name in sorted(inspector.get_table_names())}
    engine.dispose()
    return found


def remembered(place: Place) -> list[Any]:
    """What a watch remembers of pages, and the files it leaves."""
    pages: list[Any] = []
    for state in place.folder.glob("*.watch"):
        with closing(sqlite3.connect(state)) as file:
            pages += file.execute("SELECT url, done IS NOT NULL, tries, cause FROM pages ORDER BY url").fetchall()
    return [pages, place.files()]


def fill(site: Site) -> None:
    """Give a site a feed and the pages that it lists."""
    for n, (actor, host) in enumerate(PAIRS):
        site.pages[f"/{n}"] = Page(a_story(f"Visit {n}", f"{actor}'s {WORDS.format(host)}", *FILLER))
    feed = a_feed(site.url, *(f"/{n}" for n in range(len(PAIRS))))
    site.pages["/feed"] = Page(feed.body, feed.kind, headers={"ETag": '"1"'})


def scenes_at(site: Site) -> dict[str, tuple[Scene, ...]]:
    """Every command that is killed, in some variants.

    Args:
        site: Where feeds are.
    """
    return {
        "run": (Adding("run news.jsonl -q", all_read), Adding("run news.jsonl -q", some_stored)),
        "watch": (Adding(f"watch {site.url}/feed --once", some_stored, remembered),),
        "merge": (Adding("run news.jsonl -q", all_unjudged),),
        "migrate": tuple(Adding("check", released(version), columns) for version in ("0.1.0", "0.2.0")),
        "release": (Writing("release 2026-11 --author A.Author --output made", "made"),),
        "export": tuple(
            Writing(f"export -f {name} -o made.out", "made.out", older)
            for name, older in zip(FORMATS, (None, b"older") * len(FORMATS), strict=False)
        ),
    }
